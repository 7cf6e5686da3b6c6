import { findDate } from "./dates.ts";
import { signedAs } from "./signatures.ts";

/** Each function tells of one kind of line by its words alone. They are handed short blocks only. */

const VIEWS = [
  /^(?:viewed|views?|reads?|hits|shares?|comments?|likes?)\s*:?\s*\(?[\d,. ]{1,12}[KkMm]?\)?$/i,
  /^[\d,.]{1,12}\s?[KkMm]?\+?\s+(?:views?|shares?|comments?|likes?|reads?|retweets?|hits)$/i,
  /^(?:no|leave a|post a|add a|join the|view|show|hide) (?:comments?|conversation|reply)(?: \(\d+\))?$/i,
  /^\d{1,3}[ -](?:min|minute|minutes)(?:\.)? read$/i,
];
const BUTTONS =
  /^(?:share|tweet|e-?mail|print|save|copy link|copy|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|messenger|pocket|rss|link|play|pause|mute|listen|loading|close|menu|search|home|back to top|skip to (?:main )?content|next|previous|more|top stories|most (?:read|popular|viewed)|trending(?: now)?|recommended(?: for you| stories)?|related(?: stories| articles| topics| news| content)?|tags|topics|comments)(?:\s*[:.…]+)?$/i;
const SHARING = /^(?:share|tweet|e-?mail|print|save|bookmark|recommend) (?:this|on|via|with|to)\b[^.“"]{0,60}$/i;
const POINTERS =
  /^(?:read more|read also|also read|related|related (?:story|stories|articles?|coverage|news)|see also|see more|more (?:on|from) this(?: story| topic)?|more from [\p{L} ]{2,30}|must[- ]read|don['’]?t miss|recommended|trending|editor['’]?s picks?|watch(?: (?:live|now|more|below))?|watch the video|listen|gallery|in pictures|photo gallery|dig deeper|further reading)\s*[:>»|→]/iu;
const READ_ON =
  /^(?:\(?(?:read|see|view|watch|find) (?:more|the (?:rest|full (?:story|article|report|text|interview|transcript|video|letter|statement)|whole (?:thing|story|article)|entire (?:story|article))|it all|on)\b[^.“”"]{0,50}(?:here|below|at [^\s]{3,60}|at [\p{L} ]{2,40})?[.)…»>]{0,3}|continue reading\b.{0,60}|read more\b[^.“”"]{0,40}[.…»>]{0,3})$/iu;
const ADS =
  /^[-–—[(*\s]{0,4}(?:advertisement|advertisements|ads?|sponsored(?: content| by .{1,40})?|paid content|promoted(?: content)?|(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video))?|scroll (?:down )?(?:to|for) (?:continue|more)\b.{0,30}|skip ad|advertisement\s*[-–—:]\s*.{0,40})[-–—\])*\s]{0,4}\.?$/i;
const SIGN_UP =
  /^(?:please )?(?:sign up|signup|subscribe|register|sign in|log in|join (?:us|our)|get (?:the|our|all|more|breaking|your daily)|become a (?:member|subscriber)|support (?:our|independent)|download (?:the|our)|donate|enter your e-?mail)\b/i;
const SIGN_UP_OBJECT =
  /\b(?:newsletters?|e-?mails?|inbox|alerts?|updates?|accounts?|subscriptions?|subscribers?|our app|the app|apps?|telegram|whatsapp|youtube|channels?|podcasts?|today|for free|here|now)\b/i;
const BARE_SIGN_UP = /^(?:sign up|subscribe|register|sign in|log in|subscribe now|donate)(?: now| here| today)?[.!]?$/i;
const FOLLOW =
  /^(?:please )?(?:follow|like|find|connect with|join) (?:us|@\w{2,30}|(?:me|him|her|them|the author|[\p{Lu}][\p{L}'’.-]{1,20}(?: [\p{Lu}][\p{L}'’.-]{1,20}){0,3})) (?:on|at|via)\b.{0,120}$/iu;
const FOLLOW_BARE = /^(?:please )?follow (?:us|@\w{2,30})(?:\s.{0,80})?$/i;
const CLICK = /^(?:please )?(?:click|tap|press) (?:here|on|the|to|below|play|image|through)\b.{0,120}$/i;
const COOKIES =
  /\b(?:we|this (?:web)?site|our (?:web)?site|this page|[\w.]{2,40}\.com) uses? cookies\b|\baccept (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b|\buse of cookies\b/i;
const RIGHTS = /^(?:copyright\b|©|\(c\)\s)|\ball rights reserved\b|\bthis material may not be published, broadcast\b/i;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
const WORDLESS = /^[^\p{L}\p{N}]+$/u;

/** Left by the page and said by nobody: counters, buttons, pointers to other pages, offers, notices of rights. */
export function isNoise(line: string): boolean {
  if (WORDLESS.test(line) || VIEWS.some((pattern) => pattern.test(line))) return true;
  if (BUTTONS.test(line) || ADS.test(line) || BARE_SIGN_UP.test(line) || POINTERS.test(line) || ADDRESS.test(line))
    return true;
  if (COOKIES.test(line) || RIGHTS.test(line)) return true;
  // What is quoted was said by somebody, however much it sounds like a button.
  if (/[“”"«»]/.test(line)) return false;
  if (SHARING.test(line) || READ_ON.test(line) || CLICK.test(line) || FOLLOW.test(line) || FOLLOW_BARE.test(line))
    return true;
  return SIGN_UP.test(line) && SIGN_UP_OBJECT.test(line) && line.length <= 160;
}

const SOURCE_LINE = /^(?:sources?|via)\s*:\s*\S.{0,100}$/i;
const AGENCIES_HELPED =
  /^[-–—[(]{0,2}\s?(?:with|compiled from|with additional|additional) (?:inputs?|reports?|reporting|material|information|files) (?:from|by) [^“”"]{2,80}$/i;
const AGENCIES_ALONE = /^[-–—([]{0,2}\s?(?:news )?agencies[)\].]{0,2}$/i;
const AGENCY_ALONE = new RegExp(
  String.raw`^(?:[-–—]{1,2}\s?(?:\p{Lu}{2,8}|${signedAs("end-behind-dash")})|\((?:\p{Lu}{2,8}|${signedAs("end-in-brackets")})\))\.?$`,
  "u",
);

/** Where the report was taken from: "Source: X and news agencies", "(With inputs from agencies)", "-- X". */
export function isSourceLine(line: string): boolean {
  return SOURCE_LINE.test(line) || AGENCIES_HELPED.test(line) || AGENCIES_ALONE.test(line) || AGENCY_ALONE.test(line);
}

const DONE_BY =
  /^[-–—(]{0,2}\s?(?:additional |further )?(?:reporting|writing|written|edited|editing|compiled|translated|story|words|text|photos|photographs|interview|research)(?: and (?:writing|editing|photographs))? (?:by|in [\p{Lu}][\p{L} ]{2,30} by) (?:[\p{Lu}]|the\b)[^“”"]{0,220}\)?$/u;
const DONE_BY_ANY_CASE =
  /^[-–—(]{0,2}\s?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written) (?:and (?:writing|editing) )?by [^“”"]{3,200}\)?$/i;
const CONTRIBUTED =
  /^[^“”"]{3,160}\bcontributed (?:(?:reporting|research) )?(?:to|for) (?:this|the) (?:report|article|story|post)\b[^“”"]{0,40}$/i;
const PERSON_NAME =
  "[\\p{Lu}][\\p{L}\\p{M}.'’-]*(?: (?:de|van|von|der|den|bin|al|el|la|du|da|dos|ibn))?(?: [\\p{Lu}][\\p{L}\\p{M}.'’-]*){1,4}";
const BY_NAME = new RegExp(
  `^(?:(?:(?:Interview|Words|Report|Reporting) )?(?:By|BY|by)[: ]|BYLINE:|Byline:) ?(${PERSON_NAME})(?=$|[,|•·(/–—-]| (?:and|AND|in|IN|for|FOR|at|of|with|\\|)\\b| [–—|•·/-])(.*)$`,
  "u",
);
const BY_DESK =
  /^By (?:the )?(?:[\p{Lu}][\p{L}]*[ ]){0,4}(?:Staff|Staff Writers?|Reporters?|Correspondents?|Desk|Agencies|Bureau|News Agency|Press)(?: in \p{Lu}[\p{L}]*)?\.?$/u;
const NOT_A_NAME =
  /^(?:By|BY|by)[: ] ?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^By (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/i;

/** Who wrote or edited it: "By Jane Roe and John Doe, Staff Writers", "Reporting by ...; editing by ...". */
export function isByline(line: string): boolean {
  if (DONE_BY.test(line) || DONE_BY_ANY_CASE.test(line) || CONTRIBUTED.test(line) || BY_DESK.test(line)) return true;
  if (NOT_A_NAME.test(line) || line.length > 160) return false;
  const rest = BY_NAME.exec(line)?.[2];
  if (rest === undefined) return false;
  // A sentence may start with "By": it has a stop, and more after the name than a title or a second name.
  if (/[!?]$|[^.\p{Lu}]\.$/u.test(line) && line.split(/\s+/).length > 12) return false;
  return !/\b(?:was|were|is|are|had|has|have|said|will|would)\b/.test(rest);
}

const BRACKET_CREDIT = new RegExp(
  String.raw`[[(](?:(?:file|file photo|archive|library|photo|image|picture|illustration|screenshot|screengrab|courtesy|credit|handout)\b[^\])]{0,100}|[^\])/]{2,60}\/(?:${signedAs("picture-behind-slash-in-brackets")}|[^\])/]{0,40}\b(?:images|agency|photos?|press|news|via [^\])/]{2,30})))[\])]\.?$`,
  "i",
);
/** Agencies by themselves in brackets; after a full stop they are the source of a report. */
const BRACKET_AGENCY = new RegExp(
  String.raw`[^.!?”"\s]\s?[[(](?:${signedAs("picture-in-brackets")})(?:\/[^\])]{2,40})?[\])]\.?$`,
  "i",
);
const TRAILING_CREDIT = new RegExp(
  String.raw`(?:\bREUTERS\/\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,4}|\b(?:[Pp]hoto|PHOTO|[Ii]mage|IMAGE|[Pp]icture|[Cc]redit|CREDIT)s?(?: (?:by|credit))?\s?: ?[^“”":]{2,80}|\b(?:Photo|Photograph|Picture)s? by \p{Lu}[^“”".]{2,60}|(?:\bvia |\/ ?)Getty Images|[/|]\s?(?:${signedAs("picture-behind-slash")})|\bAP Photo(?:\/[^.“”"]{2,60})?|\b[Cc]ourtesy of \p{Lu}[^.“”"]{2,40})\)?\.?$`,
  "u",
);
const LEADING_CREDIT =
  /^(?:photo|image|picture|file photo|file picture|in this (?:\w+ ?){0,4}(?:photo|image|picture|photograph)|photo credit|image credit|credit|caption|pictured)\b\s?(?::|[,(-]|released\b|provided\b|taken\b|made\b)/i;
const PHOTO_SAYING = /\b(?:said|told|says|tweeted|wrote)\b.{0,40}[“"]|[“"].{0,300}\b(?:said|told|says)\b/;

/** A picture's caption, told by the credit it ends with or the word it starts with. */
export function isCaption(line: string): boolean {
  if (line.length > 600) return false;
  const end = line.slice(-160);
  if (BRACKET_CREDIT.test(end) || LEADING_CREDIT.test(line)) return true;
  return (BRACKET_AGENCY.test(end) || TRAILING_CREDIT.test(end)) && !PHOTO_SAYING.test(line);
}

const DATE_LABEL =
  /^(?:(?:first |originally )?(?:published|posted|issued|released|created|filed|uploaded)(?: (?:on|at))?|(?:date|publication date|publish date|pubdate|date published|last (?:updated|modified)|updated|modified|edited)(?: on| at)?)\s*[:|-]?\s/i;
const DATE_WORDS =
  /\b(?:published|posted|updated|last|modified|on|at|am|pm|a\.m|p\.m|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|gmt|utc|[a-z]{2,4}t|et|ct|mt|pt|local time|hrs|hours|z|st|nd|rd|th)\b|\d/gi;

/** A line that gives the date of publication or of the last change, with at most the outlet's name beside it. */
export function isDateLine(line: string): boolean {
  if (line.length > 140 || !/\d/.test(line)) return false;
  const date = findDate(line);
  if (!date || (date.edtf === null && date.why === "it has no year")) return false;
  const rest = line
    .replace(DATE_WORDS, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  if (rest === "" || (/^\p{Lu}{2,3}$/u.test(rest) && CLOCK_AND_LAND.test(line))) return true;
  if (DATE_LABEL.test(line)) return rest.split(" ").length <= 4;
  return isOutletWithDate(line) || isPartedHead(line);
}

/** What parts the author, the section, the outlet and the date where a page puts them on one line. */
const BETWEEN_PARTS = /\s*[|•·]\s*|\s+[–—/]\s+/;
/** A section or an outlet: "Shipping & Ports", "FEATURES". */
const NAMED_PART = /^\p{Lu}[\p{L}\d&.'’-]*(?: (?:of|the|and|for|in|&|\p{Lu}[\p{L}\d&.'’-]*)){0,5}$/u;
/** "Sunday 28 July 2024 22:31, UK" */
const CLOCK_AND_LAND = /\b\d{4},? \d{1,2}[:.]\d{2},? \p{Lu}{2,3}$/u;

/** "Local | Thursday 18 May 2023 | By Ben Trott": a date, and beside it only names. */
function isPartedHead(line: string): boolean {
  const parts = line.split(BETWEEN_PARTS).filter((part) => part !== "");
  if (parts.length < 2 || isByline(line)) return false;
  const dated = parts.filter((part) => isBareDate(part));
  return (
    dated.some((part) => findDate(part)?.edtf) &&
    parts.every(
      (part) => dated.includes(part) || NAMED_PART.test(part) || isByline(part) || VIEWS.some((v) => v.test(part)),
    )
  );
}

function isBareDate(part: string): boolean {
  return /\d/.test(part) && !/\p{L}/u.test(part.replace(DATE_WORDS, " ").replace(/[^\p{L}]+/gu, " "));
}

const OUTLET_BEFORE_DATE =
  /^([\p{Lu}\d][\p{L}\d.&'’ -]{1,60}?)(?: news agency(?: and [\p{L} ]{3,20})?| radio| television)?\s*[,|•·–—-]?\s*(?=\(?\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}{0,7}[., ])/u;
const OUTLET_WORD =
  /\b(?:news|agency|radio|times|post|tv|television|herald|tribune|press|media|journal|gazette|daily|broadcasting|wire|online)\b/i;

/** The outlet named before the date on such a line ("Andes Press news agency 08:33 GMT 08.01.2021"), or null. */
export function outletOnDateLine(line: string): string | null {
  const found = OUTLET_BEFORE_DATE.exec(line);
  const name = found?.[1]?.trim();
  if (!name || DATE_LABEL.test(`${name} `)) return null;
  return OUTLET_WORD.test((found as RegExpExecArray)[0]) ? name : null;
}

function isOutletWithDate(line: string): boolean {
  if (outletOnDateLine(line) === null || /[.!?]$/.test(line)) return false;
  const date = findDate(line);
  // Nothing may follow the date but a zone or a clock: a sentence goes on.
  return (
    date !== null &&
    line
      .slice(date.span.to)
      .replace(DATE_WORDS, "")
      .replace(/[^\p{L}]+/gu, "") === ""
  );
}
