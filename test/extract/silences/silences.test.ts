import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../../../src/extract/proposal.ts";
import { findSilences } from "../../../src/extract/silences/silences.ts";
import type { FoundSilence, SilenceKind } from "../../../src/model/entries.ts";
import { ownPacks } from "../../../src/packs/packs.ts";
import { read } from "../../../src/read/read.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

function silencesIn(text: string): FoundSilence[] {
  return findSilences(contextOf(read(paragraphsOf(text)).reading, ownPacks()), []);
}

/** Square brackets hold the words that tell of the silence, as docs/marking-record.md bounds them. */
const FOUND: Readonly<Record<SilenceKind, readonly string[]>> = {
  "detail-withheld": [
    "[The sum was left unspecified].",
    "[The chancellor left unsaid who would pay].",
    "[Holm would not detail which ports had been sold].",
    "[The directors didn't indicate the source of the money].",
    "The firm is in talks with a buyer [it wouldn't identify].",
    "[Financial details weren't available].",
    "[The names of the dead were being withheld].",
    "[Former governor Ivo Marsh (Solvan) has not said what he will do].",
    "[Quill resisted saying when she would go].",
    "[She had little to say about the loan].",
    "“[They have yet to tell us who fired],” the envoy said.",
    "The envoy said ships would sail but [did not specify which ports were meant].",
    "[Ostrel did not say when the bridge would open].",
    "[The army did not immediately say how many had died].",
    "[The firm has not said who will pay].",
    "[Police did not identify the driver].",
    "[The ministry did not name the minister], who resigned.",
    "A loan was near, he said, [without elaborating].",
    "Quill blamed a neighbour [without naming it].",
    "[The governor did not elaborate] and left the hall.",
    "[She did not give a reason].",
    "[The bank gave no reason for the delay].",
    "[He offered no proof that the seal was forged].",
    "“It was cheap,” Solvan said, [offering few details].",
    "[No reason was given for the closure].",
    "[The names of the dead were not released].",
    "[The price was not disclosed].",
    "[Hudák would not identify the buyer].",
    "They [declined to name the two men].",
    "Mara Quill [refused to go into details].",
    "[The clerk did not tell reporters where the money was].",
    "[The council has yet to say who will run the port].",
    "[Neither the mayor nor his deputy explained why the gates were shut].",
    "[The port authority did not provide any further information].",
    "[The owner has said little about the sale].",
    "The mine was sold [without further explanation].",
    "[Nor did Ostrel say when it would pay].",
    "[The ministry could not immediately confirm the toll].",
    "[The company did not, however, say which ships were sold].",
    "The minister spoke of “new steps” but [did not spell them out].",
    "[The police withheld the names of the dead].",
    "[His speech was short on specifics].",
    "[He said very little about the sale].",
  ],
  "content-withheld": [
    "[The dispatch gave no details of the talks].",
    "[State television did not elaborate].",
    "The two leaders spoke about the river, the Xinhua news agency said, but [no details were given].",
    "[State radio gave no further details about the speech].",
  ],
  "message-absent": [
    "[The king has not said anything since the vote].",
    "[Lehto has not spoken publicly since the flood].",
    "[The chancellor hasn't outlined a plan to mend the dam].",
    "[The general had not publicly announced his candidacy].",
    "[Ostrel, far from apologising for the raid], is sending ships.",
    "[Norra, far from making a sincere apology and amends for its raids], is arming.",
    "[He took no position on the strike].",
    "[The army has not claimed responsibility for the raid].",
    "[No group claimed responsibility].",
    "The leader greeted the east, but [no message of this kind was addressed to the south].",
    "[No congratulations followed from the palace].",
    "[The bishop offered no apology].",
    "[The king has not spoken out on the killings].",
    "[He did not apologise for the remark].",
    "[There was no apology from the bank].",
    "[There were no condolences from the palace].",
    "[The palace issued no statement on the king's health].",
    "[The union never apologised].",
    "The minister resigned [without apologising].",
  ],
  "act-absent": [
    "[Marsh withheld his endorsement].",
    "[The truce has yet to happen].",
    "Ships sail even though [the dispute has yet to be settled].",
    "[The guild's appeal for calm has not been heeded].",
    "[His warning went unheeded].",
    "[Mara Lind passed on a chance to publicly back the mayor].",
    "[Brask has not endorsed the chancellor].",
    "Another governor [who has not backed Mr. Marsh] is ill.",
    "[The jury failed to reach a verdict on the fire].",
    "Voters were angry about [the leadership's failure to act on warnings].",
    "[The owners have yet to begin repairs].",
    "So far, [the ministry has not released the film].",
    "[Solvan has not paid the fine despite repeated demands].",
    "[Hudák failed to show up for the hearing].",
    "[She did not publicly endorse the plan].",
    "“[Norra has yet to sign],” she said.",
    "By [failing to act], the governor let it happen.",
    "[The governor has yet to appear in public].",
    "[Ostrel has yet to agree to the talks].",
    "A truce was offered, [a step Solvan has not accepted so far].",
    "[The senate still has not ratified the treaty].",
    "[Lehto has not congratulated the winner].",
    "[The party has not yet chosen a candidate].",
    "Despite repeated calls, [the ministry has not published the report].",
    "[The date has yet to be announced].",
    "[Hudák failed to appear before the committee].",
    "[Marsh stopped short of endorsing the treaty].",
    "Voters were angry about [his failure to publish the accounts].",
  ],
  "topic-not-mentioned": [
    "[Quill did not at any point on Thursday mention the ships].",
    "[Her speech didn't weigh in on the toll].",
    "[The minister did not raise the issue with the envoy].",
    "[He skipped any mention of the flood].",
    "[He ignored the flood in his speech].",
    "[The letter never mentions the flood].",
    "Conspicuously, [the communique left out the islands].",
    "[She said almost nothing about the loan].",
    "[Quill glossed over the loan].",
    "[The flood went unmentioned].",
    "He [refused to call the raid “terrorism”].",
    "[Her refusal to label it an attack] angered the mayor.",
    "[He steered clear of politics].",
    "In his speech, [the marshal made no mention of the islands].",
    "[She did not refer to the strike].",
    "[The governor never mentioned the fishermen].",
    "[The statement did not mention the drought].",
    "[There was no mention of the treaty in the agency's report].",
    "[No mention was made of the prisoners].",
    "[The report contains no reference to the fire].",
    "[He said nothing about the loan].",
    "[The minister avoided any mention of the war].",
    "[Solvan steered clear of the topic].",
    "[The king has been silent on the marriage].",
    "[Lehto remained mum about her plans].",
    "[The party kept its silence on the vote].",
    "[The drought was conspicuously absent from his address].",
    "[Missing from the speech was any mention of the miners].",
    "[No word on the hostages came from the palace].",
    "The speech praised the harvest, with [no mention of the flood].",
    "[Marsh failed to mention his debts].",
    "[The two did not discuss the border].",
    "[The leader did not address the shortage].",
    "[Nor was there any mention of wages].",
    "[Nor did the agency mention the test].",
    "[Quill never uttered the word “strike” in two hours].",
    "[The letter left out any reference to the king].",
    "[The candidates did not talk about wages].",
    "He left the hall [without mentioning the crash].",
    "[Nowhere in the letter did she mention the king].",
    "[Not once did he mention the islands].",
    "[The bishop said not a word about the arrests].",
    "Bishops noted [his silence on the arrests].",
  ],
  "not-criticised": [
    "[The general did not attack his rival directly in his speech].",
    "The president [declined to declare it responsible].",
    "[Quill avoided calling them out].",
    "He spoke of tariffs, [nor did he criticise the chancellor].",
    "[She stopped short of criticising the court].",
    "[The council did not condemn the raid].",
    "He [declined to blame the pilots].",
    "[The general refrained from blaming the north].",
    "[The report avoided criticism of the navy].",
    "[Marsh stopped short of calling the vote a fraud].",
  ],
  "answer-not-given": [
    "[Her aides would not talk about whether she planned to run].",
    "The speaker [declined to weigh in on the merits of the plan].",
    "She [has refused to take a position on the toll].",
    "The firm [declined to speculate on the price].",
    "[The chairman wouldn't estimate the cost of the strike].",
    "[Neither they nor Mr. Brask could be reached for comment].",
    "[No one at the firm could be reached for comment].",
    "[He would neither say who had paid] nor how much.",
    "The chairman was travelling and [unavailable for comment].",
    "[Ostrel had no immediate reaction].",
    "[Solvan has sent no reply].",
    "[Holm pleaded the Fifth before the committee].",
    "The guild [turned down requests for an interview].",
    "[He took no questions].",
    "Asked if he would run, Marsh smiled and [said nothing].",
    "“[He has not answered my letter],” the widow said.",
    "“[Our requests for guards have gone unanswered],” the cable said.",
    "The firm said [it wouldn't comment on the rumours].",
    "[The mayor's refusal to say where she stood] angered the guild.",
    "[The council's failure to respond to repeated requests for help] angered the town.",
    "The deputy who [refused to testify at the hearing] has become a hero.",
    "Brask, [who did not respond to a request for comment], has resigned.",
    "[He did not answer directly when asked whether, under the law, it would be a crime].",
    "[A message left at his home was not returned].",
    "Asked whether the dam would hold, Mara Quill [demurred].",
    "When a reporter asked about the loan, Quill [deflected].",
    "[Quill brushed off questions about the loan].",
    "The bank [declined to comment].",
    "Hudák, through a spokeswoman, [declined to comment on the sale].",
    "[The embassy did not respond to a request for comment].",
    "[The embassy did not immediately return calls seeking comment].",
    "[The firm could not be reached for comment].",
    "[A spokesman was not immediately available for comment].",
    "[Her office would not say whether she had resigned].",
    "[The ministry would not comment on the raid].",
    "[Calls to the mine were not returned].",
    "[E-mails to the club went unanswered].",
    "[She would neither confirm nor deny the sale].",
    "[Lehto neither confirmed nor denied the report].",
    "[The army has yet to comment].",
    "[None of the four banks would comment].",
    "[No one at the ministry answered calls on Friday].",
    "[Neither the club nor its lawyer responded to questions].",
    "[There was no immediate comment from the palace].",
    "[The chancellor dodged questions about the loan].",
    "[He would not be drawn on the date].",
    "Asked about the loan, the chairman [refused to answer].",
    "[The palace made no comment on the rumours].",
    "[The minister was unavailable for comment].",
    "The general [declined an interview].",
    "“They asked me twice and I [refused to answer],” Quill said.",
    "“He [refused to say who paid],” she said.",
    "[The clerk did not want to discuss the case].",
    "Reporters were angry at [the mayor's refusal to answer].",
    "[Efforts to reach the owner were unsuccessful].",
    "Asked about the loan, Marsh [declined].",
    "[Neither bank responded to requests for comment].",
    "[The owner was not made available for comment].",
    "[The club ignored requests for comment].",
    "Asked about it, [he had no comment].",
  ],
};

for (const [kind, cases] of Object.entries(FOUND))
  test(kind, async (t) => {
    for (const marked of cases)
      await t.test(marked, () => {
        const text = marked.replace(/[[\]]/g, "");
        const words = /\[(.*)\]/.exec(marked)?.[1]?.replace(/[[\]]/g, "");
        assert.deepEqual(
          silencesIn(text).map((s) => [s.kind, text.slice(s.span.from, s.span.to)]),
          [[kind, words]],
        );
      });
  });

/** Denials that are no silence. */
const NOTHING: Readonly<Record<string, readonly string[]>> = {
  "not reported is not unsaid": [
    "The visit was not reported by state media.",
    "The speech was not carried by the agency.",
  ],
  "a denied mention": [
    "He denied having mentioned the islands.",
    "She denied that she had not mentioned the debt.",
    "The aide denied failing to answer.",
  ],
  "a negated prediction": [
    "The clerks will not be punished.",
    "He would not resume the tests.",
    "Analysts said the marshal would not criticise the envoys.",
    "She is not likely to be named.",
    "They predict the bank will not comment.",
    "They did not expect a vote.",
  ],
  "a negative content": [
    "He said no one was hurt.",
    "She said he did not know the man.",
    "He said the dam had not burst.",
    "Officials said there was no damage.",
  ],
  "what was said is denied, not the saying": [
    "He did not say that because he was paid.",
    "She did not say so.",
    "I think she did not say it to hurt him.",
  ],
  "a condition": [
    "If he does not comment, the story will run.",
    "Unless the firm does not respond, the sale stands.",
    "They will sue if he refuses to answer.",
  ],
  "what a text rules or a figure shows": [
    "The law does not address fishing.",
    "This says nothing about the price of bread.",
    "The club's website is unreachable.",
    "A deal could not be reached.",
    "The suspect could not be located.",
    "Police could not identify the body.",
    "Most voters do not blame the mayor.",
    "The families do not discuss money.",
    "They changed the law without discussing it with the guild.",
  ],
  "poor work": [
    "The minister failed to clearly explain the tax.",
    "The governor failed to address the housing crisis.",
    "Inspectors failed to identify the cracks.",
  ],
  "foretold, never to be": ["Quill vowed he would never respond to the summons."],
  "a question": ["Why did he not mention the debt?", "Did she not answer?"],
  "an order or a promise": [
    "Do not mention the war.",
    "He agreed not to discuss the case.",
    "She was told not to comment.",
    "They vowed never to mention it again.",
  ],
  "the speaker's own words": [
    "“I never said who paid,” he said.",
    "“I did not mention the debt,” Quill said.",
    "“We have no comment,” the firm said.",
    "“I will not say who paid,” he said.",
    "“You never mentioned it!” she cried.",
    "“No comment,” the mayor said.",
  ],
  "how a source wishes to be described": [
    "An official who declined to be named said so.",
    "A trader, who did not want to be identified, agreed.",
    "The men, who were not named, work there.",
    "He asked not to be quoted.",
  ],
  "not denied at all": [
    "He did not hesitate to answer.",
    "She never fails to mention it.",
    "He did not refuse to answer.",
    "He cannot speak without mentioning his mother.",
    "It goes without saying that he lied.",
    "She was not reluctant to comment.",
  ],
  "other senses": [
    "The minister did not address the crowd.",
    "She did not return home.",
    "He offered a lift, but she declined.",
    "The bank failed to meet its pledge.",
    "Profits fell short of forecasts.",
    "The patient did not respond to treatment.",
    "He did not identify himself as a guard.",
    "She was not named to the board.",
    "The army refused to withdraw.",
    "Sales declined to 300 tons.",
    "The gates were not opened.",
    "There was no water in the town.",
    "He had no time to answer.",
    "The road was not built.",
    "The streets were silent on Monday.",
    "Two sailors were missing from the ship.",
    "He makes no apology for his candour.",
    "The bill has yet to take effect.",
    "Not to mention the rain, it was cold.",
    "He was named without a trial.",
    "She married without saying a prayer.",
    "Many voters do not answer polls.",
    "The prisoners were not released.",
    "They avoided blame.",
    "No one knew who she was.",
    "There are no easy answers.",
    "He does not make as many references to it as before.",
    "The hearing failed to produce any evidence.",
    "He refused to call an election.",
    "He refused to call for a truce.",
    "They refused to recognise the government.",
    "The beam was deflected.",
    "She brushed aside her hair.",
    "He withheld his vote.",
    "He took responsibility for the raid.",
  ],
};

for (const [why, cases] of Object.entries(NOTHING))
  test(why, async (t) => {
    for (const text of cases)
      await t.test(text, () =>
        assert.deepEqual(
          silencesIn(text).map((s) => [s.kind, text.slice(s.span.from, s.span.to)]),
          [],
        ),
      );
  });

type Particular = "who" | "about" | "scope" | "accordingTo" | "noticedBy" | "expectation";

/** The words found for what belongs to a silence; "" for none. */
const PARTICULARS: readonly (readonly [string, Particular, string])[] = [
  ["In his comments, Solvan made no mention of the islands, according to Xinhua.", "scope", "his comments"],
  ["In his comments, Solvan made no mention of the islands, according to Xinhua.", "accordingTo", "Xinhua"],
  ["In his comments, Solvan made no mention of the islands, according to Xinhua.", "about", "the islands"],
  ["In his comments, Solvan made no mention of the islands, according to Xinhua.", "who", "Solvan"],
  ["According to one lawyer, Solvan made no mention of the islands.", "noticedBy", "one lawyer"],
  ["Solvan did not refer to the strike in his speech on Monday.", "about", "the strike"],
  ["Solvan did not refer to the strike in his speech on Monday.", "scope", "his speech"],
  ["The speech made no mention of wages.", "scope", "The speech"],
  ["The speech made no mention of wages.", "who", ""],
  ["Hudák, through a spokeswoman, declined to comment on the sale.", "who", "Hudák"],
  ["Hudák, through a spokeswoman, declined to comment on the sale.", "about", "the sale"],
  ["The mayor, who did not respond to calls, is ill.", "who", "The mayor"],
  ["The mayor arrived at noon but did not say why he was late.", "who", "The mayor"],
  ["The mayor arrived at noon but did not say why he was late.", "about", "why he was late"],
  ["The club declined to comment.", "about", ""],
  ["There was no word from the palace.", "who", "the palace"],
  ["No reason was given.", "about", "reason"],
  ["The price of the ship was not disclosed.", "about", "The price of the ship"],
  ["Absent from the speech was any mention of miners.", "scope", "the speech"],
  ["Despite calls for a truce, Ostrel has yet to agree.", "expectation", "Despite calls for a truce"],
  [
    "Many had hoped for a word of peace, but no message was issued by the palace.",
    "expectation",
    "Many had hoped for a word of peace",
  ],
  ["He did not apologise, although he had promised to do so.", "expectation", "although he had promised to do so"],
  ["He did not apologise.", "expectation", ""],
  ["The test went well, KCNA noted, but no details were given about the range.", "accordingTo", "KCNA"],
  ["KCNA did not respond to an e-mail.", "accordingTo", ""],
  ["The envoy did not elaborate when asked about the loan.", "about", ""],
  ["Marsh (Solvan) has not said what he will do.", "who", "Marsh"],
  ["The council did not respond to the letter.", "about", "the letter"],
  ["The council did not respond to a request for comment.", "about", ""],
  ["Quill did not bring up the debt.", "about", "the debt"],
  ["Quill did not spell out the terms in detail.", "about", "the terms"],
  ["They have yet to tell us who fired.", "about", "who fired"],
  ["The plan did not address those issues in depth.", "about", "those issues"],
  ["He did not answer when asked six times whether the dam would hold.", "about", "whether the dam would hold"],
  ["The mayor's refusal to say where she stood angered the guild.", "about", "where she stood"],
  ["He ignored the flood in his speech.", "scope", "his speech"],
  ["Quill, whose only win came in May, did not attack Lind directly in his speech.", "who", "Quill"],
  ["Quill, whose only win came in May, did not attack Lind directly in his speech.", "about", "Lind"],
  ["Quill did not at any point Thursday mention a gift from Xinhua.", "accordingTo", ""],
  ["Quill did not at any point Thursday mention a gift from Xinhua.", "about", "a gift from Xinhua"],
  ["The chancellor has not announced a plan to mend the dam.", "about", "a plan to mend the dam"],
  ["She would not elaborate, or comment on the raid.", "about", ""],
  ["Aides would not say whether it would be used in a speech.", "scope", ""],
  ["Aides would not say whether it would be used in a speech.", "about", "whether it would be used in a speech"],
  ["Voters were angry about the leadership's failure to act on written warnings.", "about", "written warnings"],
];

test("what belongs to a silence", async (t) => {
  for (const [text, which, words] of PARTICULARS)
    await t.test(`${which}: ${text}`, () => {
      const [only, second] = silencesIn(text);
      assert.ok(only && !second);
      const span = only[which];
      assert.equal(span ? text.slice(span.from, span.to) : "", words);
    });
});

test("two silences in one sentence are two", () => {
  assert.deepEqual(
    silencesIn("Solvan made no mention of the islands, nor did he criticise the queen.").map((s) => s.kind),
    ["topic-not-mentioned", "not-criticised"],
  );
});

test("what one says of another inside quotation marks is a silence, and it ends with the marks", () => {
  const text = "“The letter made no mention of torture,” said Mara Quill.";
  assert.deepEqual(
    silencesIn(text).map((s) => text.slice(s.span.from, s.span.to)),
    ["The letter made no mention of torture"],
  );
});

test("a long line of denials is read in linear time", () => {
  const started = performance.now();
  const text = "he did not say , without naming the , no details of any , declined to , nor did it ".repeat(20_000);
  silencesIn(text);
  assert.ok(performance.now() - started < 20_000);
});
