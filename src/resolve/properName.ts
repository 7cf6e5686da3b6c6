import type { Field } from "./field.ts";
import { ACRONYM, CAPITALISED, PARTICLE, isTrade } from "./shapes.ts";
import { isGivenName, kindsOf } from "./tables.ts";

/** Honorifics and ranks that stand before a name and are no part of it. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|rev|hon|gen|col|maj|capt|lt|sgt|cpl|adm|det|insp|supt|pc|dci|cllr|coun|ald|cmdr|gov|sen|rep|pres|amb|st|comrade|mx|brig|justice|vice|deputy|acting|interim|former|ex|late|chief|senior|prime|first|foreign|supreme|then|crown|grand|madam|madame|mdm|mme|monsieur|datuk|datin|encik|puan|baroness|viscount)\.?$/i;

/** The abbreviated form of a company behind its name: d.d., s.p.a. */
const COMPANY_FORM = /^(?:\p{Ll}\.){2,}$/u;

/** Words that name no person although they have capitals. */
const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/;

/** "Six in 10", "Two of the biggest names": a number of somebody. */
const NUMBER =
  /^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|Scores|Half|Much|Many|Most|Some|Several|Few|Part|None|Each|Either|Neither|Others)$/;

/** "Transport Minister", "Nominated MP": no family is called by these. */
const POST_ONLY =
  /^(?:Minister|MP|Secretary|Ambassador|Spokesman|Spokeswoman|Spokesperson|Commissioner|Senator|Congressman|Congresswoman|Councillor|Chairman|Chairwoman|Prosecutor|Lawmaker)$/;

/** "Ostrel-born Mara Quill" */
const MADE_WITH = /\p{L}-(?:born|raised|based|educated|trained|backed|led|owned)$/u;

/** What stands before the last word of a body's name. */
const BODY =
  /^(?:Society|Association|Federation|Organi[sz]ation|Union|League|Movement|Committee|Club|Institute|Foundation)$/;

/** "Bank of England governor Eva Moss": from the title on, where one stands in small letters right before a name. */
export function fromTitleOn(bare: string): string {
  const heads = (/^[^,;(]*/.exec(bare)?.[0] ?? "").trim().split(" ");
  let name = heads.length;
  while (name > 0 && (CAPITALISED.test(heads[name - 1] as string) || PARTICLE.test(heads[name - 1] as string))) name--;
  const title = heads[name - 1];
  if (
    name === heads.length ||
    title === undefined ||
    !(kindsOf(title).has("office") || kindsOf(title).has("description"))
  )
    return bare;
  return bare.slice(heads.slice(0, name - 1).join(" ").length).trimStart();
}

/** "Ambassador to Japan John Roos": the place an office is for, between it and the name, is taken out. */
export function withoutPost(bare: string, field: Field): string {
  const [whole, office, preposition, rest] =
    /^([^,;(]{0,80}?\S) (to|in|for|of) (?:the )?(\p{Lu}[^,;(]*?)(?:,.*)?$/u.exec(bare) ?? [];
  if (!whole || !office || !preposition || !rest) return bare;
  if (!kindsOf(office.split(" ").at(-1) as string).has("office")) return bare;
  const words = rest.split(" ");
  // "spokesman for the Tarvian Foreign Ministry": nobody is named behind the post.
  if (kindsOf(words.at(-1) as string).has("organisation")) return bare;
  for (let length = Math.min(4, words.length - 1); length > 0; length--)
    if (isPostAt(words, length, field) && CAPITALISED.test(words[length] as string))
      return `${office} ${words.slice(length).join(" ")}`;
  return bare;
}

/** The proper name at the end of a noun phrase, without titles, offices and nationalities before it; null where none stands. */
export function properName(heads: readonly string[]): string[] | null {
  let from = heads.length;
  while (from > 0) {
    let next = from - 1;
    // Several small words may stand before one capital: van der Berg, de la Cruz; none begins or ends the name.
    if (from < heads.length) while (next > 0 && (PARTICLE.test(heads[next] as string) || heads[next] === "amp")) next--;
    const word = heads[next] as string;
    if (!CAPITALISED.test(word) && !(COMPANY_FORM.test(word) && next > 0)) break;
    from = next;
  }
  const run = heads.slice(from).map((w) => w.replace(/[“”"]|(?<=\p{L})[–—]+$/gu, ""));
  // "a conservative super PAC", "his potential VP": letters for a common noun.
  const last = run[0] ?? "";
  const common = run.length === 1 && ACRONYM.test(last) && /^\p{Ll}/u.test(heads[from - 1] ?? "");
  if (common && (kindsOf(last).size > 0 || /^VPs?$/.test(last))) return null;
  const wholeIsOrganisation = run.length > 0 && kindsOf(run.at(-1) as string).has("organisation");
  if (wholeIsOrganisation) return run.length > 1 || heads.length > 1 ? run : null;
  let start = 0;
  // "President of" was cut before; what is left of a title stands in front: Foreign Minister Birch, Tarvia's Quill.
  for (let i = 0; i < run.length - 1; i++) {
    const word = run[i] as string;
    const k = kindsOf(word);
    // "Son Yong Guk": a family's name, where two more names follow; whoever is somebody's son is not written so.
    if (word === "Son" && i === 0 && run.length === heads.length && run.length > 2) continue;
    const trade = i === 0 && run.length > 2 && isTrade(word) && isGivenName(run[1] as string);
    // "Dean Johnson", at the head of a phrase, is called so.
    if (isGivenName(word) && i === 0 && run.length === 2 && heads.length === 2) continue;
    if (
      trade ||
      k.has("office") ||
      k.has("description") ||
      (k.has("organisation") && !isGivenName(word)) ||
      HONORIFIC.test(word) ||
      /['’]s$/.test(word) ||
      MADE_WITH.test(word) ||
      /['’]$/.test(word)
    )
      start = i + 1;
  }
  const name = withoutLetters(behindKicker(run.slice(start)));
  const [first] = name;
  if (first === undefined) return null;
  if (name.length === 1 && (CALENDAR.test(first) || NUMBER.test(first))) return null;
  if (POST_ONLY.test(name.at(-1) as string)) return null;
  if (
    name.length === 1 &&
    (kindsOf(first).has("office") || kindsOf(first).has("description") || kindsOf(first).has("unnamed"))
  )
    return null;
  return name;
}

/** Letters behind a person's name: Mara Quill KC. */
const LETTERS = /^(?:KC|QC|MP|MSP|MEP|MLA|MBE|OBE|CBE|PhD|FRS)$/;

function withoutLetters(name: readonly string[]): string[] {
  let end = name.length;
  while (end > 2 && LETTERS.test(name[end - 1] as string)) end--;
  return name.slice(0, end);
}

/** "STORM SHOCK Mara Quill": the capitals that a headline puts before its sentence are no name. */
function behindKicker(name: readonly string[]): readonly string[] {
  const from = name.findIndex((word) => !/^\p{Lu}{4,}$/u.test(word));
  const rest = name.slice(from);
  return from >= 2 && rest.length >= 2 && rest.every((word) => /\p{Ll}/u.test(word)) ? rest : name;
}

/** "south Korean Teachers Union": the small word that belongs to the adjective of a state at the head of a name. */
export function quarterBefore(heads: readonly string[], name: readonly string[]): string[] {
  const quarter = heads[heads.length - name.length - 1] ?? "";
  return /^(?:south|north|east|west)$/.test(quarter) ? [quarter] : [];
}

/** Whether a word tells what somebody is, and no body. */
export function isDescription(word: string): boolean {
  const k = kindsOf(word);
  return (k.has("description") || k.has("unnamed") || k.has("office")) && !k.has("organisation");
}

/** Whether a word may stand in a title: "Chinese Deputy". */
export function isWordOfTitle(word: string, field: Field): boolean {
  return kindsOf(word).size > 0 || HONORIFIC.test(word) || ACRONYM.test(word) || field.demonym(word) !== null;
}

/** Whether a name, whose phrase ends in `last`, is a body's or a medium's. */
export function isOrganisation(name: readonly string[], last: string): boolean {
  if (kindsOf(last).has("organisation") || kindsOf(last).has("channel")) return true;
  const only = name.length === 1 ? (name[0] as string) : "";
  return (
    ACRONYM.test(only) ||
    COMPANY_FORM.test(last) ||
    /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+){2,}$/u.test(only) ||
    name.some((word) =>
      /^(?:Co\.?|Party|Ministry|Department|University|Institute|Council|Committee|Commission|Bank|Group|Union|Inc\.?|Corp\.?|Ltd\.?|Police|Army|Court|House|Foundation)$/.test(
        word,
      ),
    )
  );
}

/** Capitals only, a word for a body before the last of them, and none for a person. */
export function isBodyWithName(heads: readonly string[]): boolean {
  if (heads.length < 3 || !heads.every((word) => CAPITALISED.test(word))) return false;
  const person = heads.some((word) => {
    const k = kindsOf(word);
    return k.has("office") || k.has("description") || k.has("unnamed") || HONORIFIC.test(word) || isGivenName(word);
  });
  return !person && heads.slice(1, -1).some((word) => BODY.test(word));
}

/** Whether the words up to a place name a state or body, and what stands behind may be a person's name. */
function isPostAt(words: readonly string[], length: number, field: Field): boolean {
  const next = kindsOf(words[length] as string);
  return field.named(words.slice(0, length).join(" ")).length > 0 && next.size === 0;
}
