import { isGivenName, kindsOf } from "../../tables.ts";

/** One word of a name: "Norda", "easyJet", "S&P", "JPMorgan". */
const WORD = "(?:\\p{Lu}|\\p{Ll}{1,2}\\p{Lu})[\\p{L}\\p{N}&’'-]*";
const NAME = `(?<name>${WORD}(?: (?:& )?\\p{Lu}[\\p{L}\\p{N}&-]*){0,3})`;
const START = "(?<![\\p{L}\\p{N}&.’'-])";
/** Whoever has these is a firm or another body. */
const OWNED =
  "(?:shares?|stock|board|bonds|revenues?|profits?|earnings|shareholders?|shareholding|(?:largest|biggest|main) (?:shareholder|investor)|chief executive|chief (?:operating|financial|economist)|finance chief|finance director|managing director|headquarters|subsidiary|parent company|stores|factor(?:y|ies)|plants|customers|executives|CEO|CFO|Chief Executive|Chief Financial|Chief Operating|Chief Economist|general counsel|(?:development|commercial|communications|operations|marketing|technical|sales) director|co-founders?|creditors|lenders)";
const patterns = (all: readonly string[]): readonly RegExp[] => all.map((pattern) => new RegExp(pattern, "gu"));
/** "an analyst at Norda": a house that tells of others. */
const HOUSES = patterns([
  `\\b(?:[Aa]nalysts?|[Ee]conomists?|[Ss]trategists?|[Tt]raders?|[Dd]ealers?|[Cc]onsultants?|[Pp]ortfolio manager|[Ff]und manager|[Cc]hief economist) (?:at|with) (?:the )?${NAME}`,
]);
/** "shares of Norda", "a bid for Norda", "Norda's chief executive", "Norda, based in Lindholt". */
const FIRMS = patterns([
  `\\b(?:stakes?|shareholdings?|shareholders?|directors|investment) in (?:the )?${NAME}`,
  `\\b(?:[Ss]hares|[Ss]tock|[Ss]hareholders|[Cc]ustomers|[Pp]arent|[Ss]ubsidiary|unit|division|[Cc]hief executive(?: officer)?|CEO|[Mm]anaging director|[Cc]o-founder|takeover|acquisition|purchase) of (?:the )?${NAME}`,
  `\\b(?:[Ss]pokes(?:man|woman|person)|[Rr]epresentative) for (?:the )?${NAME} said (?:that )?(?:it|the company|the firm|the bank)\\b`,
  `\\b(?:rival|parent|subsidiary|lender|miner|retailer|carmaker|automaker|truckmaker|drugmaker|chipmaker|planemaker|airline|insurer|hedge fund|investment firm|private equity firm|asset manager|startup|start-up|firm|housebuilder|supermarket|(?:bakery|hotel|restaurant|retail|cinema|coffee|pub) chain|(?:rating|ratings|credit|advertising|recruitment) agency|charity|consultancy|brewer|operator|supplier|brokerage|think[- ]tank) ${NAME}`,
  `\\b(?:[Tt]akeover offer|[Bb]id|[Tt]ender offer|[Mm]erger) (?:for|with) ${NAME}`,
  `${START}${NAME}['’]s? ${OWNED}\\b`,
  `${START}${NAME}(?<!['’]s?) ${OWNED}\\b`,
  `${START}${NAME}, (?:based|founded|headquartered|listed|owned) (?:in|by|on)\\b`,
  `${START}${NAME} (?:(?:has|had) )?(?:filed for (?:creditor|bankruptcy|insolvency|Chapter)|(?:went|gone) into (?:administration|receivership|liquidation))\\b`,
  `(?<=^|[.!?]["”]? |[-–—] |^[Rr]ival | [Rr]ival )${NAME}, which \\p{Ll}`,
]);
/** "Norda said it would …", "Norda cut its …": no person goes on as "it". */
const AS_IT = patterns([
  `${START}${NAME} (?:said|says|confirmed|announced|added) (?:on \\p{L}+ |in [^.,]{3,40} |last \\p{L}+ )?(?:that )?it (?:will|would|has|had|expects?|expected|plans?|planned|aims?|intends?|agreed|does|did|sold|bought|owns|hired|received|signed|completed|wants|hopes|now|no longer)\\b`,
  `${START}${NAME}(?<!['’]s?)(?: (?!(?:and|as|said|says|who|where|when|while|that|if|because|after)\\b)[\\p{Ll}-]+){1,6} its\\b`,
]);
/** "Norda and Velt, which own the dike": both. */
const BOTH = new RegExp(`${START}(?<one>${WORD}) and (?<other>${WORD}), which (?:\\p{Ll}|\\d)`, "gu");
/** Before these a name with ", which" is a place. */
const PLACES = /(?:^|\s)(?:in|at|near|from|to|around|outside|across|through|off|of)\s$/i;
/** Words with a capital that begin a sentence, a day or a title, and no name. */
const NO_NAME =
  /^(?:The|A|An|This|That|These|Those|It|Its|He|His|She|Her|They|Their|We|Our|I|My|You|Who|Which|What|But|And|In|At|For|By|When|While|As|On|With|From|If|To|Both|Each|One|Two|Some|Many|Most|Other|No|Not|Under|Last|Also|After|Before|Since|Until|Rival|Mr|Mrs|Ms|Dr|Sir|Sen|Rep|Gov|Gen|President|Chief|Chairman|Chairwoman|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Congress|Senate|House|Parliament|Internet|Earth|Democrats?|Republicans?)$/;
/** A text with more of them is no report. */
const MOST = 400;

/** A name of which a text says what is said of bodies only. */
export interface ActingBody {
  readonly name: string;
  /** It is told of as a firm is, and may be "the company". */
  readonly firm: boolean;
}

/** The bodies that a text shows by what it says of them: "shares of Norda", "Velt said it would close its yard". */
export function actingBodies(text: string): ActingBody[] {
  const found = new Map<string, boolean>();
  const inside = new Map<string, boolean>();
  const isInside = (word: string): boolean => {
    const known = inside.get(word) ?? (inside.size < MOST && isNameInside(text, word));
    inside.set(word, known);
    return known;
  };
  const add = (match: RegExpExecArray, name: string, firm: boolean): void => {
    const words = name.split(" ");
    while (words.length > 0 && NO_NAME.test(words[0] as string)) words.shift();
    const [first] = words;
    if (first === undefined || first.length < 3 || isGivenName(first) || /^\p{Lu}+$/u.test(words.join(""))) return;
    if (words.some((word) => NO_NAME.test(word) || isOffice(word))) return;
    const opens = match[0].startsWith(name);
    if (opens && PLACES.test(text.slice(Math.max(0, match.index - 9), match.index))) return;
    const whole = words.join(" ");
    if (opens && words.length === 1 && !isInside(whole)) return;
    found.set(whole, firm || found.get(whole) === true);
  };
  for (const [all, firm] of [
    [HOUSES, false],
    [FIRMS, true],
    [AS_IT, true],
  ] as const)
    for (const pattern of all)
      for (const match of text.matchAll(pattern)) if (found.size < MOST) add(match, match.groups?.name ?? "", firm);
  for (const match of text.matchAll(BOTH))
    for (const name of [match.groups?.one, match.groups?.other]) if (found.size < MOST) add(match, name ?? "", true);
  return [...found].map(([name, firm]) => ({ name, firm }));
}

function isOffice(word: string): boolean {
  return kindsOf(word).has("office") && !kindsOf(word).has("organisation");
}

/** Whether a word has its capital inside a sentence too, where no other name goes on with it. */
function isNameInside(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    if (/[\p{Ll},;–—-] $/u.test(before) && !/^[\p{L}\p{N}]/u.test(text.slice(at + word.length))) return true;
  }
  return false;
}
