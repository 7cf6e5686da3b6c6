import type { Span } from "../../model/span.ts";
import type { Field } from "../field.ts";
import { type NamedSource, readSource } from "../sources.ts";

/** What words came through: a channel, or a document such as a poll. `span` is null where it was named before. */
export interface Through {
  readonly name: string;
  readonly kind?: "channel" | "organisation";
  readonly span: Span | null;
}

/** A channel named as the way somebody's words came out. */
export interface Passage {
  readonly name: string;
  readonly span: Span;
  /** "the newspaper": a channel by a description, which may have been named before. */
  readonly described: boolean;
}

/** What leads to the channel in which somebody speaks or is carried; what stands behind it is read. */
const LEADS =
  /\b(?:told|tells?|telling|interview(?:s|ed)?(?: (?!with\b|told\b)[\p{L}’']+){0,5} with|interview(?:s|ed)?(?: \p{Ll}+day)? (?:on|by|to|for|in)|s(?:at|its?|itting) down (?:\p{L}+ )?(?:with|for)|(?:meeting|session|conversation|chat) with|editorial board (?:of|at)|(?:broadcast|edition|episode) of|(?:on|during) (?:\p{L}+day|last night|yesterday|today)['’]s|(?:sun|mon|tues|wednes|thurs|fri|satur)day(?: (?:morning|afternoon|evening|night))? on|(?:on|for) the (?:website|site|blog|opinion pages?) of|interview (?:[^“"”.;:]{0,30}? )?(?:published|broadcast|aired|airing|taped|recorded|filmed|filed|posted) (?:on|in|by|for)(?: \p{L}+day['’]s)?|(?:article|column|op-ed|essay|piece|interview) from|(?:appear(?:ed|s|ing|ance)|appearances) on|(?:speaking|spoke|speaks|talking|talked) (?:to|with|on)|(?:carried|published|released|posted|run|aired|broadcast|quoted|cited|reported|relayed|distributed|printed) (?:[\p{Ll}\s]{0,20}?)?(?:by|in|on)(?: the (?:front page|pages|website|site|homepage) of)?|(?:wrote|writes?|writing|written|op-ed|column|essay|article|editorial|commentary|piece) (?:in|for|at)|asked (?:\p{Ll}+day )?by|(?:said|says|told|tells|asked|insisted|argued|declared)(?: (?:earlier )?(?:\p{Lu}\p{Ll}+day|today|yesterday))?(?: (?:morning|evening|night))? on|per|on|to)\s+/giu;
/** "told Tom Birch of the Star" */
const TOLD_ONE_OF = /\btold (?:\p{Lu}[\p{L}’'-]+ ){2,4}(?:of|at)\s+/gu;
/** Inside the words for a speaker: "Mara Quill in the Star", "an investigator quoted by the Star". */
const LEADS_IN_SOURCE = /\b(?:to|in|on|(?:quoted|cited|interviewed) by)\s+/giu;

/** "in a TTA interview", "in a Lindholt Star op-ed" */
const OWN_INTERVIEW =
  /\b(?:[Ii]n|[Dd]uring) (?:an?|his|her|their)(?: \p{Ll}+){0,2} (\p{Lu}[\p{L}\p{N}&.-]*(?: \p{Lu}[\p{L}\p{N}&.-]*){0,3}) (?:interview|op-ed|column|essay|podcast|town hall)\b/u;

/** ABC's “This Week”, CNN's "State of the Union". */
const PROGRAMME =
  /^(\p{Lu}[\p{L}\p{M}.&]*(?: \p{Lu}[\p{L}\p{M}.&]*){0,3})['’‘]s?\s+(?:(?:''|[“"‘'])([^”"’']{3,40}?)[,.]?(?:''|[”"’']))/u;
/** ABC's This Week, without marks: words that programmes are called by. */
const PROGRAMME_BARE =
  /^(\p{Lu}[\p{L}\p{M}.&]*(?: \p{Lu}[\p{L}\p{M}.&]*){0,2})['’‘]s?\s+((?:\p{Lu}\p{L}+ (?:of the |the |of |with )?){0,3}(?:This|Meet|Face|State|Morning|Day|Lead|Today|Tonight|News|Week|Hour|Report|Show|Sunday|Live|Nation|Press|Union|Situation|Room|Factor|File|Newsnight|Breakfast|Daybreak|Newsday)(?!\p{L})(?: (?:of the |the |of |with )?\p{Lu}\p{L}+){0,3})/u;
/** "on Tide News's Harbourmaster": one word is no person. */
const PROGRAMME_WORD =
  /^(?:[Tt]he )?(\p{Lu}[\p{L}\p{M}.&]*(?: \p{Lu}[\p{L}\p{M}.&]*){0,3})['’]s\s+(\p{Lu}\p{Ll}{3,})(?=[.,;:]|\s(?:on|to|that|and|where|last|this|earlier|with|for)\b|\s*$)/u;
/** "the BBC's Harbour programme" */
const PROGRAMME_NOUN =
  /^(\p{Lu}[\p{L}&]*(?: \p{Lu}[\p{L}&]*){0,2})['’]s?\s+(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}) (?:programme?|show|podcast)\b/u;
/** "the Tom Birch radio show", "Tom Birch's show" */
const SHOW =
  /^(?:[Tt]he )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3} (?:(?:radio|talk|television|TV|cable) )?(?:[Ss]how|[Pp]odcast)(?=\s*[,.;:“"”]|$|\s(?:that|on|in|at|for|and|when|last|this|he|she|they|it|\p{Lu}))/u;
/** What is added to a station's name for one of its programmes or stations. */
const ADDED =
  /^(?: (?:Daily|Tonight|This Morning|Radio(?: \d)?|Newsnight|Breakfast|World Service|New Day))+(?![\p{L}])/u;
/** 'on his podcast "The Tide Files"', "on the show Harbour Tonight" */
const CALLED =
  /^(?:his|her|their|the|an?) (?:[\p{Ll}-]+ ){0,3}(?:podcast|show|programme?|webcast),? (?:[“"]([^”"]{3,50}?)[,.]?[”"]|(\p{Lu}[\p{L}\p{M}'’-]*(?: (?:(?:of|the|with|and) )*\p{Lu}[\p{L}\p{M}'’-]*){0,5}))/u;
/** “Fox News Sunday”. */
const PROGRAMME_ALONE = /^[“"]([^”"]{3,40}?)[,.]?[”"]/u;
/** A name of capitals, small words inside. */
const NAME = /^\p{Lu}[\p{L}\p{M}\p{N}.&-]*(?:(?: (?:of|the|and|de|du))* \p{Lu}[\p{L}\p{M}\p{N}.&-]*){0,5}/u;
/** A channel by a description: "the newspaper", "the state news agency", "state media". */
const DESCRIBED =
  /^(?!(?:\S+ ){0,2}social media)(?:(?:the|its|his|her|a|an) )?(?:\p{Lu}\p{L}+ ){0,2}(?:(?!through |via |by |in |of |and )[\p{Ll}-]+ ){0,3}?(?:newspaper|daily|weekly|magazine|agency|station|network|broadcaster|channel|television|TV|radio|media|website|tabloid)(?=['’]s\s|\s*(?:[,.;:“"]|$)|\s(?:on|in|that|at|for|during|to|by|and|as|last|earlier|late|he|she|they|it|this|\p{Lu}))/u;

/** The call letters of an American station. */
const CALL_SIGN = /^[WK]\p{Lu}{2,3}(?:-(?:TV|FM|AM|DT))?$/u;
const STATION_SIGN = /^[WK]\p{Lu}{3}(?:-(?:TV|FM|AM|DT))?$/u;
/** What a medium is, and its name behind it. */
const NOUN_THEN_NAME =
  /^(?:[\p{L}-]+ ){0,4}?(?:affiliate|station|newspaper|magazine|website|network|agency|daily|weekly|broadcaster) (\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*){0,3})/u;
/** "Tide magazine" */
const MAGAZINE =
  /^\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*){0,3} (?:magazine|newspaper|television|radio)(?![\p{L}-])/u;
/** "a local Lindholt TV station": a station that has no name. */
const STATION =
  /^(?:an? )(?:[\p{L}-]+ ){0,3}?(?:TV|television|radio|news|cable) (?:station|network|channel)(?=[\s,.;:])/u;

/** Leads that fit somebody who is no channel as well: the channel must be known by name. */
const WEAK = /^(?:per|on|to|in|tells?|told|telling|by)$/i;

/** Small words before a channel that lead elsewhere: "responding to CNN", "a report on CNN", "a contributor to CNN". */
const NO_WAY =
  /\b(?:respon[a-z]+|react[a-z]*|refer[a-z]*|point(?:ing|ed|s)|object[a-z]*|came|went|mov(?:ed|ing)|join(?:ed|ing)|contributor|adviser|advisor|consultant|commentator|analyst|host|anchor|personality|reports?|stor(?:y|ies)|segments?|debate|aired|worked|attacks?) (?:to|on|in|per)\s$/iu;
const MADE = /^['’]?s? (?:report|story|article|poll|editorial|survey|investigation|piece)s?\b/u;

const LONGEST = 90;
const MOST = 40;

/** The first channel through which somebody speaks in a stretch of text; null where none is. `named` reads words in their place. */
export function passageIn(
  text: string,
  { from, to }: Span,
  field: Field,
  named: (span: Span) => NamedSource | null,
): Passage | null {
  const words = text.slice(from, to);
  const own = OWN_INTERVIEW.exec(words);
  if (own?.[1] && isChannel(own[1], field)) {
    const at = from + own.index + own[0].indexOf(own[1]);
    return { name: readSource(own[1], field).name, span: { from: at, to: at + own[1].length }, described: false };
  }
  return passageBehind(LEADS, words, from, field, named) ?? passageBehind(TOLD_ONE_OF, words, from, field, named);
}

/** "said Mara Quill to the Star", "an investigator quoted by the Star": the channel in the words for a speaker; null where they tell none. */
export function passageInSource(
  text: string,
  source: Span,
  field: Field,
  named: (span: Span) => NamedSource | null,
): Passage | null {
  const words = text.slice(source.from, source.to);
  const who = named(source);
  const carried = /\b(?:quoted|cited|interviewed) by\b/i.exec(words);
  if (who?.kind !== "person" && !carried) return null;
  const from = carried?.index ?? 0;
  const passage = passageBehind(LEADS_IN_SOURCE, words.slice(from), source.from + from, field, named);
  if (!passage || carried) return passage;
  // "Mara Quill, an adviser to the Star" has told it nothing.
  const before = text.slice(source.from, passage.span.from).replace(/\s(?:to|in|on)\s(?:the\s)?$/i, "");
  return /[,)]$/.test(before) || before.endsWith(who?.name.split(" ").at(-1) ?? ",") ? passage : null;
}

/** "the TTA, quoting the Star": the channel that quotes another, which is the source; null where none does. */
export function quotingIn(
  text: string,
  source: Span | null,
  other: string,
  named: (span: Span) => NamedSource | null,
): Through | null {
  const length = source ? text.slice(source.from, source.to).search(/,? (?:quoting|citing) /) : 0;
  if (!source || length < 1) return null;
  const span = { from: source.from, to: source.from + length };
  const first = named(span);
  return first?.kind === "channel" && first.name !== other ? { name: first.name, span } : null;
}

const ON_MARKED = /^(['’]s\s+|[\p{L}’' .]{0,50}?\bon )[“"]([^”"]{3,40}?)[,.]?[”"]/u;
/** "told the TTA's “Harbour Hour”". */
const OWNED = /^(\s+)[“"]([^”"]{3,40}?)[,.]?[”"]/u;

/** "told Tide News host Tom Birch on “The Harbour Hour”": the programme, by its marks, behind the station; null where none is. */
export function programmeBehind(text: string, { from, to }: Span): Passage | null {
  const words = text.slice(from, Math.min(to, from + LONGEST));
  const owns = /['’]s$/.test(text.slice(from - 2, from));
  const lead = owns ? OWNED : ON_MARKED;
  const [whole, , name = ""] = lead.exec(words) ?? ON_MARKED.exec(words) ?? [];
  if (!whole || !/^\p{Lu}/u.test(name)) return null;
  const at = from + whole.indexOf(name);
  return { name, span: { from: at, to: at + name.length }, described: false };
}

function passageBehind(
  leads: RegExp,
  words: string,
  from: number,
  field: Field,
  named: (span: Span) => NamedSource | null,
): Passage | null {
  let tried = 0;
  for (const lead of words.matchAll(leads)) {
    if (tried++ > MOST) return null;
    const at = lead.index + lead[0].length;
    if (NO_WAY.test(words.slice(Math.max(0, lead.index - 24), at))) continue;
    const rest = words.slice(at, at + LONGEST);
    const word = /\bon\s*$/i.test(lead[0]) ? PROGRAMME_WORD.exec(rest) : null;
    if (word && isChannel(word[1] as string, field))
      return { name: word[2] as string, span: { from: from + at, to: from + at + word[0].length }, described: false };
    const channel = channelAt(rest, from + at, WEAK.test(lead[0].trim()), field, named);
    // "in response to the Star report": what a channel made is no way for his words.
    if (channel && !MADE.test(words.slice(channel.span.to - from))) return channel;
  }
  return null;
}

function channelAt(
  whole: string,
  start: number,
  weak: boolean,
  field: Field,
  named: (span: Span) => NamedSource | null,
): Passage | null {
  // Newspapers of any name are told by their article: The Indianapolis Star.
  const article = /^(?:the|The)\s+(?=\p{Lu}|[“"])/u.exec(whole)?.[0] ?? "";
  const words = whole.slice(article.length);
  const at = start + article.length;
  const passage = (name: string, length: number, described = false): Passage => ({
    name,
    span: { from: at, to: at + length },
    described,
  });
  const programme = PROGRAMME.exec(words);
  if (programme && (isChannel(programme[1] as string, field) || CALL_SIGN.test(programme[1] as string)))
    return passage(programme[2] as string, programme[0].length);
  const bare = PROGRAMME_BARE.exec(words);
  if (bare?.[2]?.includes(" ") && isChannel(bare[1] as string, field)) return passage(bare[2], bare[0].length);
  const ofStation = PROGRAMME_NOUN.exec(words);
  if (ofStation && isChannel(ofStation[1] as string, field))
    return passage(ofStation[2] as string, ofStation[0].length);
  const show = SHOW.exec(words)?.[0];
  if (show && !isChannel(show, field)) return passage(show, show.length);
  const called = CALLED.exec(whole);
  if (called) return passage((called[1] ?? called[2]) as string, called[0].length - article.length);
  const alone = PROGRAMME_ALONE.exec(words);
  if (alone && (!weak || startsWithChannel(alone[1] as string, field)))
    return passage(alone[1] as string, alone[0].length);
  // "the newspaper The Tide", "Lindholt affiliate KTID-TV"
  const [noun, proper] = NOUN_THEN_NAME.exec(words) ?? [];
  if (noun && proper && readSource(noun, field).kind === "channel")
    return passage(readSource(proper, field).name, noun.length);
  const magazine = MAGAZINE.exec(words)?.[0];
  if (magazine && !/^(?:The|A|An|His|Her|Its)\b/.test(magazine)) return passage(magazine, magazine.length);
  const station = STATION.exec(words)?.[0];
  if (station) return passage(station.replace(/^an? /, ""), station.length);
  // "Tarvia's Channel One"
  const owner = /^\p{Lu}\p{L}+['’]s (?=\p{Lu})/u.exec(words)?.[0];
  if (owner && readSource(owner.slice(0, -3), field).kind === "state")
    return channelAt(words.slice(owner.length), at + owner.length, weak, field, named);
  const name = NAME.exec(words)?.[0].replace(/(?<!\.\p{Lu})\.$/u, "");
  if (name && STATION_SIGN.test(name) && field.named(name).length === 0) return passage(name, name.length);
  if (name) {
    const parts = name.split(" ");
    for (let length = parts.length; length > 0; length--) {
      const tried = parts.slice(0, length).join(" ");
      const source = readSource(`${article}${tried}`, field);
      if (source.kind !== "channel") continue;
      // "told the Post"
      const short = length === 1 && article !== "" ? named({ from: start, to: at + tried.length }) : null;
      if (short?.kind === "channel" && parts.length === 1) return passage(short.name, tried.length);
      const added = ADDED.exec(words.slice(tried.length))?.[0];
      if (added) return passage(tried + added, tried.length + added.length);
      // "CBS This Morning" is a programme of CBS.
      const whole = length < parts.length && length === 1 && !/^(?:of|the|and|de|du)$/.test(parts[1] as string);
      return whole ? passage(name, name.length) : passage(source.name, tried.length);
    }
    return null;
  }
  const described = DESCRIBED.exec(words)?.[0];
  if (!described) return null;
  const source = named({ from: at, to: at + described.length });
  if (source?.kind === "channel") return passage(source.name, described.length, true);
  // "In remarks carried by the agency": what carries words is a channel, whichever it is.
  return !weak && /^the agency$/i.test(described) ? passage("agency", described.length, true) : null;
}

function isChannel(words: string, field: Field): boolean {
  return readSource(words, field).kind === "channel";
}

function startsWithChannel(words: string, field: Field): boolean {
  const parts = words.split(" ");
  return parts.some((_, i) => isChannel(parts.slice(0, i + 1).join(" "), field));
}
