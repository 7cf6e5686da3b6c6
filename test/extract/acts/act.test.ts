import assert from "node:assert/strict";
import { test } from "node:test";
import { actOf } from "../../../src/extract/acts/act.ts";
import { type Act, ACTS as ACTS_OF_THE_MODEL } from "../../../src/model/statement.ts";
import { packOf } from "../../packs/packOf.ts";
import { spokenIn } from "./spokenCases.ts";

/** The acts of the statements marked in each text, in the order of their numbers. */
const ACTS: readonly (readonly [string, string])[] = [
  // By the reporting verb.
  ["vow", "[s The mayor] [c vowed] [q to reopen the bridge by spring]."],
  ["vow", "[s Ostrel] [c has pledged] [q forty million crowns for the dam]."],
  ["vow", "[s She] [c promised] that [q every house would have water]."],
  ["vow", "[s The general] [c swore] [q to hold the pass]."],
  ["vow", "[s The fund] [c committed to] [q paying the teachers]."],
  ["threaten", "[s The union] [c threatened] [q to walk out] on Monday."],
  ["threaten", "[s Drivers], [c threatening] [q a strike], left the talks."],
  ["warn", "[s The coastguard] [c warned] that [q ice was thin on the upper lake]."],
  ["warn", "[s Doctors] [c cautioned] [q against swimming in the canal]."],
  ["admit", "[s The clerk] [c admitted] [q losing two ballot boxes]."],
  ["admit", "[s The airline] [c conceded] that [q the seats had been sold twice]."],
  ["admit", "[s He] [c acknowledged] [q the error]."],
  ["admit", "[s The minister] [c apologised for] [q the delay]."],
  ["deny", "[s The bank] [c denied] [q having lost the files]."],
  ["deny", "[s Its owner] [c refuted] [q the report]."],
  ["deny", "[s The envoy] [c brushed aside] [q talk of a rift]."],
  ["refuse", "[s The court] [c refused] [q to hear the case]."],
  ["refuse", "[s The premier] [c ruled out] [q an early election]."],
  ["refuse", "[s The panel] [c turned down] [q the appeal]."],
  ["predict", "[s The institute] [c forecast] [q a dry summer]."],
  ["predict", "[s Analysts] [c predicted] [q the crown would fall]."],
  ["predict", "[s A docker] [c said] [q the owners will never escape a stern punishment]."],
  ["expect", "[s The two sides] [c hope] [q to sign in May]."],
  ["expect", "[s Farmers] [c fear] [q a poor harvest]."],
  ["expect", "[s The firm] [c plans] [q to hire eighty people]."],
  ["expect", "[s Growers] [c are worried] that [q the frost will return]."],
  ["expect", "[s The captain] [c was determined] [q to sail]."],
  ["offer", "[s Solvan] [c offered] [q to send divers]."],
  ["offer", "[s The island] [c proposed] [q a joint patrol]."],
  ["offer", "[s The king] [c invited] [q both sides to the palace]."],
  ["agree", "[s The owners] [c agreed] [q to pay]."],
  ["agree", "[s Parliament] [c approved] [q the loan]."],
  ["agree", "[s Two rivals] [c endorsed] [q the plan]."],
  ["demand", "[s The port] [c demanded] [q an inquiry]."],
  ["demand", "[s Neighbours] [c urged] [q the council to act]."],
  ["demand", "[s The governor] [c ordered] [q the gates shut]."],
  ["announce", "[s The observatory] [c announced] [q the find]."],
  ["announce", "[s The court] [c ruled] that [q the lease was void]."],
  ["announce", "[s The ministry] [c unveiled] [q a plan for the harbour]."],
  ["condemn", "[s Three states] [c condemned] [q the shelling]."],
  ["condemn", "[s She] [c accused] [q the mill of poisoning the river]."],
  ["condemn", "[s Critics] [c slammed] [q the budget]."],
  ["condemn", "[s The league] [c blamed] [q the referee]."],
  ["praise", "[s The envoy] [c hailed] [q the truce]."],
  ["praise", "[s He] [c thanked] [q the nurses]."],
  ["praise", "[s The emir] [c congratulated] [q the winner]."],
  ["praise", "[s The choir] [c paid tribute to] [q its founder]."],
  ["count", "[s The clerks] [c counted] [q 412 empty chairs]."],
  ["ask", "[s The senator] [c wondered] [q who had paid]."],
  ["evaluate", "[s Historians] [c consider] [q the map genuine]."],
  ["evaluate", "[s Most voters] [c doubt] that [q the tunnel is needed]."],

  // By the construction.
  ["ask", "[s Reporters] [c asked] [q whether the mine was safe]."],
  ["ask", "[s Reporters] [c asked] [q him why he had left]."],
  ["ask", "[s She] [c asked]: [q “Where is the key?”]"],
  ["ask", "[q “Who signed it?”] [s the judge] [c asked]."],
  ["ask", "[s The judge] [c asked] [q to explain the gap]."],
  ["demand", "[s The judge] [c asked] [q the clerk to leave]."],
  ["demand", "[s The pilots] [c asked for] [q more rest]."],
  ["demand", "[s The widow] [c asked] that [q the file be opened]."],
  ["demand", "[s The army] [c told] [q villagers to stay indoors]."],
  ["demand", "[s The sergeant] [c told] [q them not to move]."],
  ["assert", "[s The army] [c told] villagers that [q the road was clear]."],
  ["assert", "[s He] [c wrote] that [q the firm gave them time to answer]."],
  ["demand", "[s The party] [c called for] [q a recount]."],
  ["demand", "[s The bishop] [c called on] [q the rebels to talk]."],
  [
    "evaluate",
    "[q “Solvan said Tarvia would build a dike of its own. It is empty talk. He would not send a stone,”] [c said] [s Quill].",
  ],
  ["assert", "[q “Solvan said Tarvia would build a dike of its own. It is a long wall,”] [c said] [s Quill]."],
  ["condemn", "[s He] [c called] [q the verdict “a disgrace”]."],
  ["praise", "[s He] [c called] [q the pilot “a hero”]."],
  ["evaluate", "[s He] [c called] [q the vote “a turning point”]."],
  ["condemn", "[s The film] [c was described as] [q shameful]."],
  ["agree", "[s Norra] [c agreed with] [q the ruling]."],
  ["agree", "[s Norra] [c agreed that] [q the pier was unsafe]."],
  ["offer", "[s The agent] [c suggested] [q postponing the match]."],
  ["demand", "[s The agent] [c suggested] that [q the match be postponed]."],
  ["assert", "[s The figures] [c suggest] [q the herd has moved north]."],
  ["refuse", "[s The minister] [c rejected] [q a request for asylum]."],
  ["deny", "[s The minister] [c rejected] [q claims of a cover-up]."],
  ["deny", "[s The minister] [c rejected] [q allegations that he took bribes]."],
  ["refuse", "[s The office] [c denied] [q her application for a visa]."],
  ["refuse", "[s The board] [c decided against] [q paying]."],
  ["threaten", "[s The militia] [c vowed] [q to attack the convoy]."],
  ["threaten", "[s The general] [c warned] [q his troops would crush any landing]."],
  ["warn", "[s The general] [c warned] [q the dam would burst]."],
  ["announce", "[s A tribunal] [c found] [q the seizure unlawful]."],
  ["count", "[s The survey] [c found] [q 41 percent slept badly]."],
  ["assert", "[s The survey] [c found] [q the wells were dry]."],
  ["count", "[s The ministry] [c estimated] [q the dead at 300]."],
  ["assert", "[s The marshal] [c was quoted as saying] [q the fleet had sailed]."],
  ["vow", "[s The marshal] [c was reported to have vowed] [q to stay]."],
  ["refuse", "[s The actor] who [c refused to endorse] [q the party] left."],
  ["announce", "[s The club] [c announced plans] [q to sell the ground]."],
  ["demand", "The singer met [c calls to] [q boycott the show]."],

  // By a noun.
  ["vow", "[s His] [c vow] [q to fight on] was cheered."],
  ["warn", "The note came with [s the bank’s] [c warning] that [q fees would rise]."],
  ["warn", "[s The police] [c issued a warning] that [q the bridge was icy]."],
  ["vow", "[s The coach] [c gave his word] that [q nobody would be dropped]."],
  ["expect", "[s The consul] [c expressed the hope] that [q the boats would return]."],
  ["condemn", "[s The shipper’s] [c accusation] that [q the port lied] was withdrawn."],
  ["threaten", "[s Their] [c threat] [q to close the strait] fell flat."],
  ["refuse", "[s Her] [c refusal] [q to sign] ended the talks."],
  ["evaluate", "[s The jurist] [c was adamant] that [q the text had two meanings]."],

  // By what is said, after a neutral verb.
  ["assert", "[s The guard] [c said] [q the road was closed]."],
  ["assert", "[q The train left at nine], [c according to] [s the station]."],
  ["assert", "[s He] [c added] that [q two of the men were cousins]."],
  ["ask", "[q “Is the road closed?”] [s she] [c said]."],
  ["count", "[s The poll] [c showed] [q 12 percent undecided]."],
  ["count", "[s The paper] [c said] [q he used the word 14 times]."],
  ["admit", "[q “We made mistakes,”] [s the director] [c said]."],
  ["admit", "[q “I was wrong about the well,”] [s he] [c said]."],
  ["deny", "[q “That is simply not true,”] [s she] [c said]."],
  ["deny", "[q “I never met the man,”] [s he] [c said]."],
  ["deny", "[s The driver] [c said] [q he had not taken the money]."],
  ["deny", "[s The firm] [c said] [q the claim was false]."],
  ["assert", "[s The driver] [c said] [q the boy had not taken the money]."],
  ["refuse", "[q “We will not accept these terms,”] [s the premier] [c said]."],
  ["refuse", "[s The premier] [c said] [q he would not resign]."],
  ["refuse", "[s The bishop] [c said] [q he could not sign, and cannot support the text]."],
  ["vow", "[q “We will never surrender,”] [s the colonel] [c said]."],
  ["vow", "[q “We will defend every street,”] [s he] [c said]."],
  ["threaten", "[s The spokesman] [c said]: [q “If they cross the river, we will strike back.”]"],
  ["threaten", "[s The minister] [c said]: [q “If the gates close, we will regard it as an act of war.”]"],
  ["threaten", "[s She] [c said]: [q “If one more shell lands here, the answer will come within the hour.”]"],
  ["threaten", "[s The bloc] [c had warned] that [q it would use force unless the mayor was freed]."],
  ["threaten", "[s The envoy] [c said] [q the response would be swift and crushing]."],
  ["threaten", "[q “Every one of them will hang,”] [s the host] [c said]."],
  ["predict", "[q “If you ask in writing, the answer will come within a week,”] [s the clerk] [c said]."],
  ["announce", "[s The bank] [c said] [q it would regard the sum as a loan]."],
  ["threaten", "[q “They will pay a heavy price,”] [s the admiral] [c said]."],
  ["threaten", "[q “We will take action against every smuggler,”] [s she] [c said]."],
  ["announce", "[q “We will strike a deal in June,”] [s the broker] [c said]."],
  ["offer", "[q “We are ready to talk,”] [s the envoy] [c said]."],
  ["offer", "[s The envoy] [c said] [q he was willing to meet the rebels]."],
  ["agree", "[q “I accept the result,”] [s he] [c said]."],
  ["demand", "[s The envoy] [c said] [q the troops must leave at once]."],
  ["demand", "[q “Stop the shelling,”] [s she] [c said]."],
  ["demand", "[q “We call on both sides to wait,”] [s he] [c said]."],
  ["demand", "[s He] [c stressed] [q the need to repair the locks]."],
  ["assert", "[s He] [c said] [q they had to leave the car behind]."],
  ["warn", "[s The engineer] [c said] [q the crack could lead to disaster]."],
  ["warn", "[q “There is a real risk of famine,”] [s she] [c said]."],
  ["predict", "[s The trader] [c said] [q prices would rise]."],
  ["predict", "[q “They are likely to win,”] [s he] [c said]."],
  ["predict", "[q The lake will freeze], [s the office] [c said]."],
  ["expect", "[q “I hope he comes back,”] [s she] [c said]."],
  ["expect", "[q “We hope that the snow will melt,”] [s she] [c said]."],
  ["expect", "[s The farmer] [c said] [q he wanted to sell]."],
  ["announce", "[s The bank] [c said] [q it would close its branches on Friday]."],
  ["announce", "[q “I have decided to leave,”] [s the coach] [c said]."],
  ["announce", "[s The ministry] [c said] [q the congress would be held in May]."],
  ["announce", "[s The founder] [c said] [q his company would move north]."],
  ["condemn", "[q “This is a disgrace,”] [s the captain] [c said]."],
  ["condemn", "[q “They lied and they cheated,”] [s he] [c said]."],
  ["assert", "[s Police] [c said] [q the yard was treated as a crime scene]."],
  ["assert", "[s The guide] [c said] [q the pier was longer than the street]."],
  ["assert", "[s The paper] [c said] [q the owners signalled a sale]."],
  ["deny", "[q “He is not a liar,”] [s the coach] [c said]."],
  ["announce", "[s The bank] [c said] [q “we will find a buyer”]."],
  ["offer", "[s The envoy] [c suggested] that [q the ban could end in return for grain]."],
  ["demand", "[q “There should be no deal,”] [s she] [c said]."],
  ["expect", "[q “I look forward to the vote,”] [s she] [c said]."],
  ["assert", "[s Kirn’s aide] [c said] [q Kirn feared that he would lose, and that they had failed]."],
  ["praise", "[q “She is a wonderful teacher,”] [s he] [c said]."],
  ["praise", "[q “I thank everyone who came,”] [s she] [c said]."],
  ["evaluate", "[q “I am the best there is,”] [s he] [c said]."],
  ["evaluate", "[s The curator] [c said] [q the find was important]."],
  ["evaluate", "[s The editor] [c argued] that [q the trial had gone on for years]."],
  ["evaluate", "[s They] [c believe] [q the law should go]."],
  ["predict", "[s They] [c believe] [q the levee will hold]."],

  // Verbs and nouns of taking sides.
  ["praise", "[s The guild] [c supports] [q the new mayor]."],
  ["praise", "[s The guild] [c endorsed] [q the widow for mayor]."],
  ["agree", "[s The guild] [c endorsed] [q the budget]."],
  ["praise", "[s The guild] [c voiced full support for] [q the strikers]."],
  ["condemn", "[s The guild] [c withdrew support for] [q the mayor]."],
  ["agree", "[s The tribunal] [c sided with] [q the tenants]."],
  ["admit", "[s The clerk] [c pleaded guilty] [q to forging the will]."],
  ["deny", "[s The clerk] [c distanced] [q himself from the memo]."],
  ["condemn", "[s The clerk] [c expressed] [q outrage that the vault stood open]."],
  ["expect", "[s The clerk] [c voiced] [q deep concern about the roof]."],
  ["assert", "[s The queen] [c expressed] [q her condolences to the crew]."],
  ["assert", "[s The queen] [c showed] [q the map to the crew]."],
  ["praise", "[s She] [c wrote] [q congratulating the divers]."],
  ["condemn", "[s The league] [c issued a statement] [q denouncing the ban]."],

  // Built in a certain way.
  ["expect", "[s The bank] [c is considering] [q whether to close its branch]."],
  ["expect", "[s The bank] [c is considering] [q closing its branch]."],
  ["count", "[s The almanac] [c put] [q the herd at 40,000]."],
  ["evaluate", "[s The tutor] [c explained] [q why the tide turns]."],
  ["assert", "[s The tutor] [c referred to] [q the flood of last year]."],
  ["condemn", "[s The tutor] [c referred to] [q the film as a disgrace]."],
  ["demand", "[s The jurist] [c argued] that [q the name should not appear on the list]."],
  ["evaluate", "[s The jurist] [c thinks] [q the name should not appear on the list]."],

  // What comes, and what only looks like it.
  ["assert", "[s The host] [c said] [q nobody knew how many guests would come]."],
  ["assert", "[s The host] [c said] [q the guests held tickets which would admit two]."],
  ["assert", "[s The host] [c said] [q the walkers could rest at two inns]."],
  ["assert", "[s The host] [c said] [q he'd spoken to the cook]."],
  ["predict", "[s The host] [c said] [q the guests'd need two boats]."],
  ["assert", "[s The host] [c said] [q the feast showed the will of the village]."],
  ["evaluate", "[s The host] [c said] [q locals are more likely to walk than to ride]."],
  ["predict", "[q “They can still win the cup,”] [s he] [c said]."],
  ["predict", "[q “We are sure that the trade would go on,”] [s he] [c said]."],
  ["announce", "[q “We will all meet at the pier,”] [s he] [c said]."],
  ["warn", "[s The envoy] [c said] [q it would have a negative impact on the talks]."],
  ["warn", "[q “There will be hell to pay,”] [s he] [c said]."],
  ["threaten", "[q “I will throw you off the pier,”] [s he] [c said]."],
  ["vow", "[q “As mayor, I will reopen the baths,”] [s she] [c said]."],
  ["vow", "[q “We will not be silenced,”] [s she] [c said]."],
  ["vow", "[s They] [c said] [q they would put an end to the tolls]."],
  ["vow", "[s The envoy] [c said] that [q it is the firm stand of his country to keep the treaty]."],
  ["expect", "[q “It is the hope of our crew to sail in May,”] [s he] [c said]."],
  ["refuse", "[q “The island will never tolerate the dredging,”] [s he] [c said]."],

  // What others ought to do, and what is asked.
  ["demand", "[q “We've got to mend the dyke,”] [s he] [c said]."],
  ["demand", "[s The engineer] [c said] [q the town needed to mend the dyke]."],
  ["assert", "[s The engineer] [c said] [q the pump was short of parts needed to mend it]."],
  ["demand", "[s The envoy] [c said] [q the rebels would be well advised to wait]."],
  ["assert", "[s The scout] [c said] [q the book listed who should carry what]."],
  ["ask", "[q “I wonder if the well is deep enough,”] [s she] [c said]."],
  ["deny", "[q “It is not racist,”] [s the singer] [c said]."],

  // Judgements.
  ["evaluate", "[q “It's just a card game,”] [s he] [c said]."],
  ["evaluate", "[q “This is the only way across,”] [s he] [c said]."],
  ["evaluate", "[s The editor] [c said] [q this shows that the ford is passable]."],
  ["evaluate", "[s The editor] [c said] [q the choice was puzzling]."],
  ["evaluate", "[s The widow] [c said] [q he may have missed the bus]."],
  ["evaluate", "[s The widow] [c said] [q thrift leads to comfort]."],
  ["evaluate", "[s The widow] [c saw] [q no reason to sell]."],
  ["assert", "[s The editor] [c said] [q a puzzling letter came on Monday]."],
  ["assert", "[s The clerk] [c said] [q Tom Tough signed the book]."],
  ["condemn", "[s The critic] [c said] [q the bridge was a disaster]."],
  ["condemn", "[q “I do not support the tax,”] [s he] [c said]."],
  ["condemn", "[q1 “The treaty is nothing but an act of robbery,”] [s1 the paper] [c1 said]."],
  ["condemn", "[s The critic] [c said] [q the fees were covered up]."],
  ["praise", "[s The coach] [c said] [q she was impressed by the crew]."],
  ["count", "[s The guard] [c said] that [q about 40 percent of the guests were late]."],
  ["assert", "[s The guard] [c said] [q 40 guests were late]."],
  ["assert", "[s The Society for the Study of Moss] [c said] [q two rooms were closed]."],
  ["condemn", "[s The coach] [c voiced] [q the frustration of the crew]."],
  ["condemn", "[q “He pursues a hostile policy against the port,”] [s she] [c said]."],
  ["assert", "[q “We suffered a great loss at sea,”] [s she] [c said]."],
  ["praise", "[q “I like the old ferry,”] [s she] [c said]."],
  ["expect", "[q “I would like to keep the old ferry,”] [s she] [c said]."],
  ["praise", "[s The abbot] [c said] [q he welcomed the ferry]."],
  ["praise", "[q “I'm satisfied with the repairs,”] [s he] [c said]."],
  ["praise", "[q “The yard has grown into a powerful firm,”] [s he] [c said]."],
  ["assert", "[q “The yard has a good number of cranes,”] [s he] [c said]."],
  ["condemn", "[s The abbot] [c said] [q the guests had been treated unfairly]."],
  ["assert", "[s The abbot] [c said] [q the guests were barred from the choir]."],
  ["evaluate", "[s The abbot] [c said] [q the guests left because the stove had gone out]."],
  ["assert", "[s The abbot] [c said] [q he left because the stove had gone out]."],
  ["evaluate", "[s The abbot] [c said] [q he does not see a path to a settlement]."],
  ["evaluate", "[s The abbot] [c said] [q the crowd defied expectations]."],
  ["evaluate", "[s The abbot] [c said] [q people misunderstand the choir]."],
  ["expect", "[c the growing desire] [q to leave the guild] was felt."],
  ["predict", "[s The ferry firm] [c said] that [q it would take years to mend the pier]."],
  ["predict", "[q “Sooner or later it pays,”] [s he] [c said]."],
  ["deny", "[q “We had no violations at the yard,”] [s he] [c said]."],
  ["deny", "[s The warden] [c said] [q the gate was not locked, as the guild claims]."],
  ["deny", "[s The warden] [c clarified] that [q he had not meant the choir]."],

  // Harm, whoever is its subject; what can never be pardoned is blamed, not threatened.
  ["threaten", "[q “This will never be pardoned,”] [s the paper] [c said]."],
  ["threaten", "[q “If one shell falls here, it will be answered on the spot and without warning,”] [s he] [c said]."],
  ["threaten", "[s She] [c said] [q every shot would be repaid in kind]."],
  ["predict", "[q “All letters will be answered by Monday,”] [s he] [c said]."],
  ["threaten", "[q “The crew will mercilessly smash the pirates,”] [s he] [c said]."],
  ["threaten", "[s The crew] [c said] [q they would settle accounts with the pirates]."],
  ["condemn", "[q “Such a crime can never be pardoned, it is a disgrace,”] [s the paper] [c said]."],

  // News of oneself, and what is not in one's hands.
  ["announce", "[s The ministry] [c said] [q it was closing two halls]."],
  ["announce", "[s The mayor] [c said] [q he would be away at that time]."],
  ["announce", "[s The mayor] [c said] [q he would be represented by his brother]."],
  ["predict", "[s The mayor] [c said] [q he would be elected]."],
  ["assert", "[s The mayor] [c told] [q what he would do]."],
  ["predict", "[s The clerk] [c said] [q the crew would come]."],
  ["assert", "[s The clerk] [c said] [q the crew was told it would come late]."],

  // Whose pronoun it is.
  ["refuse", "[s Hanna Brooks] [c said] [q she would not sign]."],
  ["refuse", "Kirn, [s who] [c said] [q he would not sign], left."],
  ["predict", "[s She] [c said] [q he would sing]."],
  ["assert", "[s An Ostrel sailor] [c said] [q Ostrel was not a large port]."],

  ["announce", "[s An official] [c said] [q the ministry would close two halls]."],
  ["predict", "[s A sailor] [c said] [q the ministry would close two halls]."],
  ["predict", "[s Ostrel sailors] [c said] [q he would close two halls]."],
  ["announce", "[s Mara Sanders] [c said] [q she would close two halls]."],
  ["expect", "[s Mara Quill] [c said] [q she “hopes the dyke will hold”]."],
  ["assert", "[s He] [c did not say] [q whether he agrees with the ruling]."],

  // Offers, and help once given.
  ["offer", "[s Mara Quill] [c said] [q she was willing to be interviewed]."],
  ["assert", "[q “I am getting ready to rent a boat,”] [s she] [c said]."],
  ["offer", "[s The notice] [c said] [q The guild manifested its readiness to talk]."],
  ["offer", "[s The guild] [c said] [q the guild proposed a meeting in May]."],
  ["assert", "[s The guild] [c said] [q they offered bread to the crew]."],

  // Promises, and what only sounds like one.
  ["vow", "[q “I promise you that we will rebuild it,”] [s she] [c said]."],
  ["predict", "[q “I promise you he is going to lose,”] [s she] [c said]."],
  ["vow", "[s The performers] [c expressed] [q the firm resolution to stay with the guild]."],
  ["threaten", "[s The performers] [c expressed] [q the iron will never to pardon the pirates]."],
  ["evaluate", "[q “To mend the dyke is an important task,”] [s she] [c said]."],

  // What somebody is to do, however it is put; a condition that opens with "should" calls on nobody.
  ["demand", "[s The envoy] [c said] [q it is necessary for both ports to lift the ban]."],
  ["demand", "[s The envoy] [c said] [q it was imperative to lift the ban]."],
  ["demand", "[q “It is important that both sides keep to the deal,”] [s she] [c said]."],
  ["evaluate", "[q “It is important that both sides are at the table,”] [s she] [c said]."],
  ["evaluate", "[s The envoy] [c said] [q it was important to have a seat]."],
  ["evaluate", "[s The envoy] [c said] [q it was not necessary to lift the ban]."],
  ["announce", "[s The bank] [c said]: [q “Should prices fall, we would buy grain.”]"],
  ["warn", "[s The bank] [c said] [q should the rains persist, the dyke could collapse]."],
  ["ask", "[q “Should the gates be shut, or not?”] [s she] [c said]."],

  // Harm that is called an answer; what good people are called; numbers, now and to come.
  ["threaten", "[s The ministry] [c said] [q it will respond with sterner measures]."],
  ["announce", "[s The ministry] [c said] [q it will respond with a letter]."],
  ["threaten", "[q “We will take unflinching actions against the smugglers,”] [s he] [c said]."],
  ["praise", "[s The premier] [c highly estimated] [q the work of the divers]."],
  ["praise", "[q The work] was [c highly estimated by] [s the premier]."],
  ["praise", "[q “The crew shall be applauded,”] [s she] [c said]."],
  ["count", "[s The office] [c estimated] that [q 300 people had left]."],
  ["predict", "[s The office] [c estimated] that [q the dam would save 300 homes]."],
  ["agree", "[s The two ministers] [c shared the view that] [q the ferry was too slow]."],
  ["evaluate", "[s The minister] [c shared his view that] [q the ferry was too slow]."],
  ["assert", "[s The clause] [c guarantees that] [q crossing is cheap]."],
  ["vow", "[s The owner] [c guarantees that] [q crossing will be cheap]."],
  ["expect", "[s She] [c wrote] [q in the hope that he would not sign]."],

  // No; and what one would not.
  ["refuse", "[q “Nope,”] [s she] [c said]."],
  ["deny", "[q “No,”] [s she] [c said]."],
  ["assert", "[q “Yes,”] [s she] [c said]."],
  ["assert", "[q “Both,”] [s she] [c said]."],
  ["refuse", "[s The widow] [c said] [q she could not see herself selling]."],
  ["refuse", "[s The widow] [c said] [q she was not ready to sell]."],
  ["deny", "[s The widow] [c said] [q she had no part in the sale]."],
  ["assert", "[q “I have no idea,”] [s the widow] [c said]."],
  ["deny", "[s The widow] [c insisted] that [q no seal was broken]."],
  ["deny", "[q “We are not trying to hide the sale,”] [s she] [c said]."],

  // Faults of one's own, and not.
  ["admit", "[q “We were wrong to sell,”] [s she] [c said]."],
  ["condemn", "[q “Everything we are doing is wrong,”] [s she] [c said]."],
  ["assert", "[q “I am sorry to hear of the wreck,”] [s she] [c said]."],

  // Wishes, and words that look like one.
  ["assert", "[s The clerk] [c said] [q the dyke was as wide as he expected]."],
  ["assert", "[s The clerk] [c said] [q God had sent the rain]."],

  // Sums and large numbers that somebody raised, wrote, has.
  ["count", "[s The guild] [c said] [q it has raised nearly $73 million for the dyke]."],
  ["count", "[s The book] [c says] [q he authored more than 10,800 songs]."],
  ["assert", "[s The guild] [c said] [q it has raised the dyke]."],

  // Imperatives and duties.
  ["demand", "[q “Never underestimate the tide,”] [s he] [c said]."],
  ["demand", "[s The paper] [c said] [q it is the duty of the crew to keep the lamp lit]."],

  // Whom one supports one praises; a plan one supports is another's.
  ["praise", "[q “I strongly support Mara Quill,”] [s he] [c said]."],
  ["agree", "[q “I support the proposal,”] [s he] [c said]."],
  ["praise", "[s Most sailors] [c favored] [q Mara Quill]."],
  ["refuse", "[s The guild] [c rejected] [q the “Harbour Treaty”]."],

  // A good word in passing is no praise, a bad effect in the past no warning.
  ["evaluate", "[q “They look at smart lamps,”] [s he] [c said]."],
  ["assert", "[s The bank] [c said] [q the storm had a negative impact on trade]."],

  // One inside the other: each has its own.
  ["assert vow", "[s1 The agency] [c1 said] that [q1 [s2 Solvan] [c2 vowed] [q2 to wait]]."],
  ["vow assert", "[q2 [s1 Solvan] [c1 vowed] [q1 to wait]], [s2 the agency] [c2 said]."],
  ["assert expect", "[s1 Kirn] [c1 said] [q1 [s2 the owners] [c2 hoped] [q2 to sell]]."],
  // A quotation that goes on goes by its content.
  ["assert demand", "[q1 “It snowed,”] [s1 he] [c1 said]. [q2< “Send help.”]"],
  ["assert refuse", "[q1 “It snowed,”] [s1 he] [c1 said]. [q2< “We will not dig the road out.”]"],
];

test("acts", async (t) => {
  for (const [acts, marked] of ACTS)
    await t.test(`${acts}: ${marked}`, () => {
      const { statements, context } = spokenIn(marked);
      const read = statements.map((s) => actOf(s, context));
      assert.equal(read.map((r) => r.act).join(" "), acts, read.map((r) => r.why).join(" | "));
    });
});

/** Sentences that are all one speaker's own words: "The Harbour Union" speaks. */
const FRAMED: readonly (readonly [Act, string])[] = [
  ["refuse", "[q1< We will not unload a single ship]."],
  ["threaten", "[q1< Should they return, we will retaliate]."],
  ["threaten", "[q1< Should the owners persist, they will never be able to escape merciless punishment]."],
  ["demand", "[q1< The owners must withdraw the order]."],
  ["demand", "[q1< They had better roll back the order]."],
  ["vow", "[q1< The Union will always protect its own]."],
  ["praise", "[q1< He devoted his life to the port]."],
  ["announce", "[q1< We will open a new hall]."],
  ["assert", "[q1< The order was posted on Monday]."],
  // What others say is told, not done.
  ["assert", "[q1< The mayors say that the boats must stop]."],
  ["assert", "[q1< Last week Mara Quill told us that we should leave]."],
  ["ask", "[q1< Will you promise to open the gates, or must we strike?]"],
];

test("acts inside a frame", async (t) => {
  for (const [act, marked] of FRAMED)
    await t.test(marked, () => {
      // The opening sentence carries a cue, so that the notation has a statement before the one that goes on.
      const { statements, context } = spokenIn(
        `[s0 The Harbour Union] [c0 issued] [q0 the following statement]. ${marked}`,
        "The Harbour Union",
      );
      const framed = statements.at(-1);
      assert.ok(framed?.frame);
      assert.equal(actOf({ ...framed, continues: null }, context).act, act);
    });
});

/** Of Ossia, a state of the packs, whose chancellor is Mara Quill. */
const OF_STATES: readonly (readonly [Act, string])[] = [
  ["announce", "Mara Quill spoke. [s Quill] [c said] [q Ossia would build a dam]."],
  ["announce", "Mara Quill spoke. [s Quill] [c said] [q the country would build a dam]."],
  ["announce", "[s The Ossian leader] [c said] [q the country would build a dam]."],
  ["announce", "[s Ossia’s foreign ministry] [c said] [q Velm would open a consulate]."],
  ["refuse", "[s The ambassador of Ossia] [c said] [q Ossia would not accept the map]."],
  ["threaten", "[s The ambassador of Ossia] [c said] [q Ossia would attack the convoy]."],
  ["predict", "[s The Ossian ambassador] [c said] [q the step of Ossia would help the ports]."],
  // An onlooker foresees; another Quill is no chancellor; another state is not his.
  ["predict", "[s An Ossian painter] [c said] [q Ossia would build a dam]."],
  ["predict", "Tom Quill spoke. [s Quill] [c said] [q Ossia would build a dam]."],
  ["predict", "[s The ambassador of Ossia] [c said] [q Norra would build a dam]."],
];

test("what the state of the one who speaks will do is his to announce", async (t) => {
  const during = { from: null, to: null };
  const pack = packOf({
    states: ["Ossia", "Norra"].map((name) => ({
      name,
      aliases: [],
      capital: name === "Ossia" ? "Velm" : "",
      seats: [],
      demonyms: [`${name}n`],
    })),
    people: [
      {
        name: "Mara Quill",
        aliases: [],
        gender: "f",
        offices: [{ title: "chancellor", of: "Ossia", ...during }],
        kin: [],
      },
    ],
  });
  for (const [act, marked] of OF_STATES)
    await t.test(marked, () => {
      const { statements, context } = spokenIn(marked);
      const [statement] = statements;
      assert.ok(statement);
      assert.equal(actOf(statement, { ...context, packs: [...context.packs, pack] }).act, act);
    });
});

test("should that opens a condition is no demand, whatever a network weighs", () => {
  const acts = { name: "all for demand", weigh: () => ACTS_OF_THE_MODEL.map((act) => (act === "demand" ? 1 : 0.0001)) };
  const { statements, context } = spokenIn("[s The bank] [c said] [q should the rains persist, the dyke is old].");
  const [statement] = statements;
  assert.ok(statement);
  assert.notEqual(actOf(statement, { ...context, acts }).act, "demand");
  const demand = spokenIn("[s The bank] [c said] [q the dyke, should the rains persist, is old].");
  assert.equal(actOf(demand.statements[0] as typeof statement, { ...demand.context, acts }).act, "demand");
});

const STRENGTHS: readonly (readonly [string, string])[] = [
  ["neutral", "[s She] [c said] [q it rained]."],
  ["neutral", "[s She] [c declared] [q the fair open]."],
  ["weak", "[s She] [c hinted] that [q it would rain]."],
  ["weak", "[s The premier] [c signalled] [q plans to widen trade]."],
  ["weak", "[s He] [c virtually acknowledged] [q the failure]."],
  ["weak", "[s He] reportedly [c told] [q them to leave]."],
  ["weak", "[s He] [c appeared to suggest] [q a delay]."],
  ["strong", "[s He] [c vowed] [q to return]."],
  ["strong", "[s He] [c stressed] [q it was over]."],
  ["strong", "[s He] [c insisted] [q it was over]."],
  ["strong", "[s The paper] [c slammed] [q the deal]."],
  ["neutral", "[s The paper] [c denounced] [q the deal]."],
  ["strong", "[s The paper] bitterly [c denounced] [q the deal]."],
  ["strong", "[s He] [c admitted] [q the loss]."],
  ["strong", "[s He] flatly [c denied] [q the charge]."],
  ["strong", "[s He] [c has categorically rejected] [q the claim]."],
  ["strong", "[s He] [c denied] categorically that [q he had paid]."],
  ["neutral", "[s The Strongly Worded Letter Club] [c said] [q it rained]."],
];

test("strength", async (t) => {
  for (const [strength, marked] of STRENGTHS)
    await t.test(`${strength}: ${marked}`, () => {
      const { statements, context } = spokenIn(marked);
      assert.deepEqual(
        statements.map((s) => actOf(s, context).strength),
        [strength],
      );
    });
});

/** The act of speaking itself is denied or unreal. */
const NEGATED: readonly string[] = [
  "[s The island] [c did not threaten] [q to close the strait].",
  "[s The firm] [c has never promised] [q a refund].",
  "[s The firm] has never [c promised] [q a refund].",
  "[s She] [c would never say] [q the race was fixed].",
  "[s She] [c would say] [q the race was fixed].",
  "[s Nobody] [c said] [q the race was fixed].",
  "[s No official] [c has claimed] [q the race was fixed].",
  "[s He] denied [c saying] that [q the race was fixed].",
  "[s He] denied having [c threatened] [q the clerk].".replace("having [c threatened]", "[c having threatened]"),
  "[s He] left without [c promising] [q anything].",
  "[s He] stopped short of [c threatening] [q war].",
  "If [s the bank] [c says] [q the loan is void], the yard will close.",
  "[s He] failed to [c promise] [q a vote].",
];
const NOT_NEGATED: readonly string[] = [
  "[s He] [c said] [q he did not threaten the clerk].",
  "[s He] [c vowed] [q never to return].",
  "[s He] [c promised] [q not to sell].",
  "[s The crew], which did not sail, [c said] [q the sea was rough].",
  "[s He] [c denied] [q the charge].",
  "[s No. 7] [c said] [q it was cold].",
  "He was not there, [s he] [c said]; [q the door was shut].",
  "[s He] [c will announce] [q a truce] on Monday.",
  "[s 46 percent] [c would choose] [q the ferry].",
  "Even if [s the bank] [c says] [q the loan is void], the yard will stay.",
  "[q It would not snow], [s the office] [c said].",
  "[q The pass would open] [c according to] [s the office].",
];

test("negated", async (t) => {
  for (const [wanted, list] of [
    [true, NEGATED],
    [false, NOT_NEGATED],
  ] as const)
    for (const marked of list)
      await t.test(`${wanted}: ${marked}`, () => {
        const { statements, context } = spokenIn(marked);
        const read = statements.map((s) => actOf(s, context));
        assert.deepEqual(
          read.map((r) => r.negated),
          [wanted],
          read[0]?.why,
        );
      });
});

test("the reason names the words that decided", () => {
  const { statements, context } = spokenIn("[s He] flatly [c denied] [q having paid].");
  assert.deepEqual(
    statements.map((s) => actOf(s, context).why),
    ["the verb “deny”; strong: “flatly”"],
  );
});

test("without packs the words said decide", () => {
  const { statements, context } = spokenIn("[s The envoy] [c declared] [q the troops must leave].");
  assert.deepEqual(
    statements.map((s) => actOf(s, { ...context, packs: [] }).act),
    ["demand"],
  );
});
