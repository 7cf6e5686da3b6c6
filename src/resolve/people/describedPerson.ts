import { folded } from "../field.ts";
import { kindsOf } from "../tables.ts";
import { AGE, type Description, TAKES_UP } from "./descriptions.ts";
import type { Focus } from "./focus.ts";
import type { Person, Persons } from "./names/persons.ts";
import { genderOfTitle, headNouns } from "./names/titles.ts";

export interface Described {
  readonly persons: Persons;
  readonly focus: Focus;
  /** The article's date, EDTF. */
  readonly published: string | null;
  /** The index of the sentence the description stands in. */
  readonly sentence: number;
  /** The only person whose age the text tells so; null where none or several are. */
  readonly age: (years: string) => Person | null;
  /** Whether somebody was brought in under a noun before: "a widow". */
  readonly brought: (noun: string) => boolean;
  /** Whether somebody cannot be meant: he owns what is described, or is named in what the one described says. */
  readonly not: (person: Person) => boolean;
  /** Who is brought in before a colon, or has just spoken, where what is said stands before the description; null for nobody. */
  readonly goesOn: Person | null;
  /** Whose somebody is: "her boss"; null where the words name nobody. */
  readonly owner: Person | null;
}

/** Words that tell a description from all who were named. */
const ANOTHER = /^(?:only|other|another|next|same|second|third|fourth|later|future|would-be)$/;
/** What tells the leader of a chamber or body from one of a state. */
const OF_BODY =
  /^(?:senate|house|minority|majority|opposition|party|union|parliamentary|assembly|congress|congressional|religious|tribal|spiritual|community|rebel|campaign|business|labou?r|rights)$/;
const KIN = /^(?:sister|brother|father|mother|son|daughter|wife|husband|aunt|uncle|cousin|nephew|niece)$/;

/** Of these there are many: one is not meant before he is named. */
const FOR_SOMEBODY =
  /^(?:spokesman|spokeswoman|spokesperson|aide|adviser|advisor|lawyer|attorney|strategist|official|officer)$/;

/** Offices by which reports take up somebody known without having told of the office. */
const ELECTED = /^(?:senator|congressman|congresswoman|representative|governor|mayor|lawmaker|legislator)$/;
/** In how many sentences from its head a report tells what the one it opens with is. */
const OPENING = 4;
/** What tells one minister, secretary or general from another. */
const OF_OFFICE =
  /^(?:prime|foreign|finance|defen[cs]e|interior|home|health|education|environment|energy|justice|transport|transportation|trade|culture|labou?r|agriculture|economy|information|attorney|inspector|surgeon|solicitor|consul|postmaster)$/;
/** Of these a text may mean one whom it does not name. */
const GENERAL_OFFICE =
  /^(?:president|minister|leader|king|queen|pope|official|officer|aide|adviser|spokesman|spokeswoman|employee|colleague|wife|husband)$/;
/** "the Tarvia-born former model": where somebody is from is no body he works for. */
const OF_PLACE = /[ -]?(?:born|bred|raised|educated|trained|speaking)$/;
/** "the Air Force veteran", "the Lindholt native": what he was or is for good. */
const SERVED = /^(?:veteran|native)$/;
const RUNS = /^(?:candidate|nominee|contender|hopeful|frontrunner|front-runner)$/;
const NO_OFFICE =
  /^(?:republican|democrat|independent|libertarian|candidate|nominee|contender|hopeful|frontrunner|front-runner|standard-bearer|lawmaker|legislator|mr|mrs|ms|sir|dr)$/;

/**
 * The person of the text a description at `at` means: the last one named before who was described so, else the only one
 * whom the packs give the office at the article's date, else the only one described so at all. Null where none is.
 */
export function describedPerson(
  { head, beside, complement, of: things, proper, state, former, trait }: Description,
  at: number,
  { persons, focus, published, sentence, age, brought, not, goesOn, owner }: Described,
): Person | null {
  if (beside.some((word) => ANOTHER.test(word))) return null;
  const gender = genderOfTitle(head);
  // A woman may be the chairman.
  const called = (p: Person): boolean => p.gender === gender || (head.endsWith("man") && p.titles.has(head));
  const may = (p: Person): boolean => !not(p) && (gender === null || p.gender === null || called(p));
  const foremost = focus.foremost(at, sentence, may);
  const so = persons.titled(head);
  const years = AGE.exec(head)?.[1];
  // "Mara Quill led the board for years. The former diver said": what nobody else is told to be; a body's economist is nobody in the foreground.
  const ofBody =
    (proper.some((word) => !OF_PLACE.test(word)) && !SERVED.test(head)) ||
    beside.some((word) => kindsOf(word).has("organisation"));
  if (trait && !ofBody && (so.length === 0 || years !== undefined) && complement.length === 0) {
    const aged = years === undefined ? null : age(years);
    if (aged) return aged;
    if (!brought(head)) {
      // "Birch spoke …. His wife Mara Birch took the stage. The former model said": hardly who spoke before her.
      const spoke = focus.spoke(at, sentence, (p) => p.sure && may(p));
      const other = spoke && focus.actsAfter(spoke, at, sentence, (p) => p.sure && may(p));
      return other ? null : (spoke ?? foremost);
    }
    return null;
  }
  // "His lawyer" is no lawyer of another, "her father" of another family.
  const last = (p: Person): string => folded(p.name.split(" ").at(-1) as string);
  const isOwned = (p: Person): boolean =>
    !owner ||
    (KIN.test(head)
      ? last(p) === last(owner)
      : !FOR_SOMEBODY.test(head) ||
        p.beside.size === 0 ||
        ["his", "her", last(owner)].some((word) => p.beside.has(word)));
  const leadsOther = (p: Person): boolean =>
    head === "leader" && beside.some((word) => OF_BODY.test(word) && !p.beside.has(word));
  const isSo = (p: Person): boolean => p.titles.has(head) && may(p) && isOwned(p) && !leadsOther(p);
  const places = beside.filter((word) => so.some((p) => isSo(p) && p.beside.has(word)));
  const elsewhere = (p: Person): boolean =>
    state !== null &&
    !p.filed?.offices.some(({ of }) => of === state) &&
    ((p.filed?.offices ?? []).length > 0 || !beside.some((word) => p.beside.has(word)));
  // "The Harbour Bank president" is not the president of another body.
  const another = (p: Person): boolean =>
    proper.length > 0 && p.beside.size > 0 && !proper.some((word) => p.beside.has(word)) && p.described.length > 0;
  const side = partyOf(beside) ?? partyOf([head]);
  // "The prime minister" is no environment minister, "the inspector general" no general.
  const needs = /^(?:minister|secretary|general)$/.test(head) ? beside.filter((word) => OF_OFFICE.test(word)) : [];
  const office = (p: Person): boolean =>
    (p.beside.size === 0 && head !== "general") ||
    (p.filed?.offices ?? []).length > 0 ||
    needs.every((word) => p.beside.has(word) || p.titles.has(word));
  const fits = (p: Person): boolean =>
    isSo(p) &&
    office(p) &&
    !elsewhere(p) &&
    !another(p) &&
    !opposed(p, side) &&
    places.every((word) => p.beside.has(word));
  // "Quill saw it otherwise: “…,” the senator said": nothing else is told of him.
  if (goesOn?.sure && may(goesOn) && !opposed(goesOn, side) && (fits(goesOn) || isBare(goesOn, head))) return goesOn;
  const known =
    complement.some((word) => places.includes(word)) ||
    persons.filed().some((p) => p.filed?.offices.some(({ of }) => of === state));
  // Whatever day the report is of: the only one of those it names who held the office.
  if (former && so.length === 0 && beside.length > 0) {
    const [one, other] = persons.filed().filter((p) => may(p) && hasBeen(p, head, beside));
    if (one && !other) return one;
  }
  // "The former director of the Ports": whom the report is about, where it tells of no other office.
  if (former && complement.length > 0 && so.length === 0 && !FOR_SOMEBODY.test(head)) {
    const about = focus.about(at, sentence);
    if (about?.sure && may(about) && !opposed(about, side) && isBare(about, head)) return about;
  }
  if (complement.length > 0 && !known) return null;
  if (things.length > 0 && !so.some((p) => isSo(p) && things.every((word) => p.beside.has(word)))) return null;
  // "Mara Quill, chairwoman of the board, praised Chairwoman Ilse Brand. The chairwoman added": who has just spoken.
  const before =
    so.length > 0 ? (focus.spoke(at, sentence, fits) ?? focus.titled(at, head, fits) ?? focus.last(at, fits)) : null;
  const taken = TAKES_UP.test(head) && complement.length === 0 && proper.length === 0 ? foremost : null;
  const free =
    taken?.sure &&
    !opposed(taken, side) &&
    [...taken.titles].every((title) => NO_OFFICE.test(title) || TAKES_UP.test(title));
  // Who is named all around comes before one who was called so far away.
  if (before && free && taken !== before && !focus.isNear(before, at, sentence)) return taken;
  if (before) return before;
  if (free && so.length > 0) return taken;
  const inOffice = persons.filed().filter((p) => may(p) && holds(p, head, beside, state, former, published));
  const onlyHolder = inOffice.length === 1 ? inOffice[0] : undefined;
  if (onlyHolder) return onlyHolder;
  // Who is named so only later is hardly meant where one of whom nothing else is said stands in the foreground.
  if ((ELECTED.test(head) || (former && !GENERAL_OFFICE.test(head))) && complement.length === 0) {
    const here = focus.takenUp(head) ?? foremost;
    if (
      here?.sure &&
      may(here) &&
      !opposed(here, side) &&
      [...here.titles].every((title) => NO_OFFICE.test(title) || title === head)
    ) {
      focus.takeUp(head, here);
      return here;
    }
  }
  // "Tarvia's Tom Birch waits. The Tarvian leader": the only one who is told to be of the state.
  if (state !== null && head === "leader") {
    const ledBy = ({ filed, titles }: Person): boolean =>
      filed?.offices.some(({ of }) => of === state) === true || isBare({ filed, titles }, head);
    const ofState = (p: Person): boolean =>
      (p.sure || p.times > 1) && may(p) && p.beside.has(folded(state)) && ledBy(p);
    const one = focus.only(at, sentence, ofState);
    if (one) return one;
  }
  const all = so.filter((p) => fits(p) && !FOR_SOMEBODY.test(head));
  if (all.length === 1) return all[0] as Person;
  // "Tom Birch faces a revolt. The dike secretary said": whom the report opens with, of whom no office is told.
  if (sentence <= OPENING && proper.length > 0 && all.length === 0 && !former && complement.length === 0) {
    const first = foremost;
    const bare = first?.sure && first.titles.size === 0 && first.described.length === 0;
    if (first && bare && (first.filed?.offices ?? []).length === 0 && focus.opensReport(first)) return first;
  }
  // "the Birch actor" plays him.
  if (!TAKES_UP.test(head) || complement.length > 0 || proper.some((word) => persons.called(word).length > 0))
    return null;
  // Of all who were named before, the only one whom nothing else is said of.
  if (foremost && !opposed(foremost, side)) return foremost;
  return focus.only(at, sentence, (p) => {
    const other = [...p.titles].some((title) => !NO_OFFICE.test(title) && title !== head && !TAKES_UP.test(title));
    // Who runs may have an office later.
    const free = (RUNS.test(head) && !former) || (p.filed?.offices ?? []).length === 0;
    return p.sure && may(p) && !other && !opposed(p, side) && free;
  });
}

/** Whether nothing is told of somebody that speaks against his being called so. */
function isBare({ titles, filed }: Pick<Person, "titles" | "filed">, head: string): boolean {
  return (filed?.offices ?? []).length === 0 && [...titles].every((title) => NO_OFFICE.test(title) || title === head);
}

/** Whether the packs give somebody an office of this noun and these words, at whatever time. */
function hasBeen({ filed }: Person, head: string, beside: readonly string[]): boolean {
  return (filed?.offices ?? []).some(({ title }) => {
    const [office = ""] = title.split(/ (?:of|for) /);
    const words = title.split(" ");
    const named = beside.every((word) => word === "former" || words.includes(word));
    return named && headNouns(office.split(" ").at(-1) as string).includes(head);
  });
}

/** The party that words name. */
function partyOf(words: Iterable<string>): string | null {
  for (const word of words) {
    if (/^(?:republican|gop)$/.test(word)) return "republican";
    if (/^democrat(?:ic)?$/.test(word)) return "democrat";
  }
  return null;
}

/** Whether somebody is told to be of another party. */
function opposed(p: Person, side: string | null): boolean {
  if (side === null) return false;
  const own = partyOf(p.titles) ?? partyOf(p.beside);
  return own !== null && own !== side;
}

/** Whether the packs give somebody an office of this kind, at the date of the article or, for a former one, before it. */
function holds(
  { filed }: Person,
  head: string,
  beside: readonly string[],
  state: string | null,
  former: boolean,
  published: string | null,
): boolean {
  if (!filed || published === null) return false;
  return filed.offices.some(({ title, of, from, to }) => {
    // "secretary of state": what an office is of stands behind its noun.
    const [office = ""] = title.split(/ (?:of|for) /);
    const noun = office.split(" ").at(-1) as string;
    if (!headNouns(noun).includes(head.split(" ").at(-1) as string)) return false;
    // "the vice president" is not the president; "the Russian president" is of Russia.
    const ranks = office.split(" ").slice(0, -1);
    if (head.endsWith(noun) && !ranks.every((rank) => beside.includes(rank))) return false;
    if (beside.includes("vice") && !ranks.includes("vice")) return false;
    if (state !== null && of !== state) return false;
    const begun = from === null || from <= published;
    const ended = to !== null && to < published.slice(0, to.length);
    return former ? begun && ended : begun && !ended;
  });
}
