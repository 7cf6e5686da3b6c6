import { type Span, contains } from "../../model/span.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Gender, Person } from "./names/persons.ts";
import type { Mention } from "./names/mentions.ts";

/** How much a mention counts for a pronoun behind it, by what it does in its sentence. */
const WEIGHT = { speaker: 3, subject: 2, other: 1, possessive: 0.7 } as const;
/** What speaking adds to a mention by name. */
const SPEAKS = 2;
/** What is left of it a sentence later. */
const FADES = 0.5;
/** A mention inside quotation marks hardly counts for a pronoun outside them. */
const QUOTED = 0.12;
/** Who spoke in the sentence before goes on speaking more often than not. */
const JUST_SPOKE = 1.8;
/** "But Mara Quill disagreed. “…,” she said": the subject of the sentence before, in the same paragraph. */
const OPENS = 1.4;
/** The same where the paragraph names nobody else: it is about her. */
const OPENS_PARAGRAPH = 2;
/** "Quill's plans met with doubt. She …": whose affairs the sentence before is about. */
const OWNS = 3.5;
/** "While Quill shares the view, she …": the subject of the clause that opens the sentence. */
const CLAUSE = 3;
/** Who was asked answers. */
const ASKED = 1.6;
/** So does one whom the speaker himself names. */
const SPOKEN_OF = 0.12;
/** And hardly anybody names himself in his own words. */
const NAMES_HIMSELF = 0.3;
const UNKNOWN_GENDER = 0.6;
const UNSURE_PERSON = 0.3;
const REACH = 9;
const FEWEST = 0.1;
/** How many sentences back somebody is still near. */
const NEAR = 4;
/** How many sentences back one may be taken up who is the only one of his kind. */
const FAR = 12;
/** How much more the first must count than the second. */
const MARGIN = 1.1;
/** And where nothing but his place in the report tells who is meant. */
const CLEARLY = 1.8;
/** What is left a sentence later of a mention, for whom the report is about. */
const LINGERS = 0.85;
/** No report has more mentions than this in its reach; one made to be slow may. */
const MOST = 200;

/** A mention that was read: `named` where a name stands there, which counts already. */
export interface Heard extends Mention {
  readonly named?: boolean;
  /** He was asked something. */
  readonly asked?: boolean;
}

/** What is known of a pronoun beside its gender. */
interface Pronoun {
  readonly quoted: boolean;
  readonly not: Person | null;
  readonly own?: readonly Span[];
  readonly speaks?: boolean;
  /** Where it stands behind what is said: the first sentence of its paragraph; else its own. */
  readonly paragraph: number;
  /** Its sentence is the second of the paragraph. */
  readonly isSecond?: boolean;
}

/** Who stands in the foreground of a text at each place: the names, and the pronouns already read. */
export class Focus {
  readonly #names: readonly Mention[];
  /** Where each person is named first. */
  #first: ReadonlyMap<Person, Mention> | null = null;
  /** Who spoke or was meant by a pronoun, in the order of the text. */
  readonly #heard: Heard[] = [];

  /** For each sentence how many steps of the report lie before it: what goes on inside one quotation is no step. */
  readonly #steps: readonly number[];

  constructor(names: readonly Mention[], steps: readonly number[] = []) {
    this.#names = names;
    this.#steps = steps;
  }

  #between(earlier: number, later: number): number {
    return (this.#steps[later] ?? later) - (this.#steps[earlier] ?? earlier);
  }

  /** Whom a description without a name before it has meant. */
  readonly #takenUp = new Map<string, Person>();

  /** Notes whom a noun such as "senator" has meant. */
  takeUp(noun: string, person: Person): void {
    this.#takenUp.set(noun, person);
  }

  /** Whom a noun has meant before, by nothing but his place in the foreground; null where it has not. */
  takenUp(noun: string): Person | null {
    return this.#takenUp.get(noun) ?? null;
  }

  /** Notes that somebody speaks, or is meant by a pronoun, at a place. */
  hear(mention: Heard): void {
    let i = this.#heard.length;
    while (i > 0 && (this.#heard[i - 1] as Heard).from > mention.from) i--;
    this.#heard.splice(i, 0, mention);
  }

  /**
   * The person a pronoun at `at` means, or null where two are as likely. `quoted`: the pronoun stands inside marks, whose
   * speaker, `not`, does not speak of himself so. `own`: what the pronoun's bearer says; who is named there is hardly he.
   * `speaks`: the pronoun's bearer speaks in words of the report's own.
   */
  meant(
    at: number,
    sentence: number,
    gender: Gender,
    { quoted, not, own = [], speaks = false, paragraph, isSecond = false }: Pronoun,
  ): Person | null {
    const scores = new Map<Person, number>();
    const inOwnWords = new Set<Person>();
    const onlyOne = isSecond && this.#isAloneSince(sentence - 1, at, sentence);
    for (const m of this.#before(at, sentence)) {
      const { person } = m;
      if (person === not || (person.gender !== null && person.gender !== gender)) continue;
      // "She" is none of "Mara Quill and Ilse Brand".
      if (person.name.includes(" and ")) continue;
      // "Mara Quill said it leaked, though she said …": one speaker on both sides.
      const gap = this.#between(m.sentence, sentence);
      const near = gap === 1 || (speaks && sentence === m.sentence);
      const spoke = m.role === "speaker" && !m.quoted && near;
      const known = person.gender === gender ? 1 : person.sure ? UNKNOWN_GENDER : UNSURE_PERSON;
      const opens = m.role === "subject" && !m.quoted && gap === 1 && m.sentence >= paragraph;
      // "Mara Quill, who heads the board, sees it otherwise. She …", whether her gender is known or not.
      const about = onlyOne && m.role === "subject" && m.opens === true && !m.quoted && m.sentence === sentence - 1;
      const fit = (spoke && person.sure) || about ? 1 : known;
      const here = m.quoted && !quoted ? QUOTED : 1;
      const spokenOf = own.some((piece) => contains(piece, m)) ? SPOKEN_OF : 1;
      if (m.quoted && spokenOf < 1) inOwnWords.add(person);
      const score =
        spokenOf *
        (spoke ? JUST_SPOKE : 1) *
        (m.asked ? ASKED : 1) *
        (about ? OPENS_PARAGRAPH : opens ? OPENS : 1) *
        (m.role === "possessive" && m.opens && !m.quoted && gap === 1 ? OWNS : 1) *
        (m.role === "subject" && m.opensClause && !m.quoted && m.sentence === sentence ? CLAUSE : 1) *
        (m.named ? SPEAKS : WEIGHT[m.role]) *
        FADES ** gap *
        fit *
        here;
      scores.set(person, (scores.get(person) ?? 0) + score);
    }
    for (const person of inOwnWords) scores.set(person, NAMES_HIMSELF * (scores.get(person) ?? 0));
    const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
    // Nobody else was named: he is still in the foreground.
    if (best && !second && best[0].sure) return best[0];
    if (!best || best[1] < FEWEST || (second && best[1] < MARGIN * second[1])) return null;
    return best[0];
  }

  /** Whether no more than one is named outside marks from a sentence on to a place. */
  #isAloneSince(first: number, at: number, sentence: number): boolean {
    let one: Person | null = null;
    for (const { person, quoted, sentence: of } of this.#before(at, sentence)) {
      if (quoted || of < first) continue;
      if (one && one !== person) return false;
      one = person;
    }
    return one !== null;
  }

  /** Whether somebody else who may be meant is a subject outside marks in a later sentence than the last that names one, of the two before. */
  actsAfter(one: Person, at: number, sentence: number, may: (person: Person) => boolean): boolean {
    let [own, other] = [-1, -1];
    for (const { person, role, quoted, sentence: of } of this.#before(at, sentence)) {
      if (quoted || (role !== "subject" && role !== "speaker") || this.#between(of, sentence) > 2) continue;
      if (person === one) own = Math.max(own, of);
      else if (may(person)) other = Math.max(other, of);
    }
    return other > own;
  }

  /** The person in the foreground at a place of those who may be meant, named in this sentence or the two before; null where two are as likely. */
  foremost(at: number, sentence: number, may: (person: Person) => boolean): Person | null {
    const scores = new Map<Person, number>();
    for (const { person, role, named, quoted, sentence: of } of this.#before(at, sentence)) {
      const gap = this.#between(of, sentence);
      // Nor is "the candidate" both of "Mara Quill and her anglers".
      if (quoted || gap > 2 || person.name.includes(" and ") || !may(person)) continue;
      const weight = named ? SPEAKS : WEIGHT[role];
      scores.set(person, (scores.get(person) ?? 0) + weight * FADES ** gap);
    }
    const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
    return best && (!second || best[1] >= 1.5 * second[1]) ? best[0] : null;
  }

  /** Whom the report is about at a place: named far more often before it, and farther up, than anybody else; null for nobody. */
  about(at: number, sentence: number): Person | null {
    const scores = new Map<Person, number>();
    for (const { person, role, quoted, sentence: of } of back(this.#names, at)) {
      if (quoted || sentence - of > FAR) continue;
      scores.set(person, (scores.get(person) ?? 0) + WEIGHT[role] * LINGERS ** (sentence - of));
    }
    const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
    return best && (!second || best[1] >= CLEARLY * second[1]) ? best[0] : null;
  }

  /** Whether somebody was named before a place, in its sentence or the four before. */
  isNear(person: Person, at: number, sentence: number): boolean {
    for (const mention of back(this.#names, at)) {
      if (sentence - mention.sentence > NEAR) return false;
      if (mention.person === person) return true;
    }
    return false;
  }

  /** The only one who fits of those named before a place, within some sentences; null where several are, or none. */
  only(at: number, sentence: number, fits: (person: Person) => boolean): Person | null {
    let one: Person | null = null;
    for (const { person, sentence: of } of back(this.#names, at)) {
      if (sentence - of > FAR) break;
      if (person === one || !fits(person)) continue;
      if (one) return null;
      one = person;
    }
    return one;
  }

  /** Whether somebody by name speaks or is a subject outside marks before a place, in a later sentence than the one given. */
  actsBetween({ at, sentence }: { readonly at: number; readonly sentence: number }, to: number): boolean {
    for (const list of [this.#names, this.#heard])
      for (const mention of back(list, to)) {
        if (mention.from <= at) break;
        const acts = mention.role === "speaker" || mention.role === "subject";
        if (acts && !mention.quoted && mention.sentence > sentence) return true;
      }
    return false;
  }

  /** The last one who spoke outside marks before a place, in the sentence before or the one before that, and fits; else null. */
  spoke(at: number, sentence: number, fits: (person: Person) => boolean): Person | null {
    for (const { person, role, quoted, sentence: of } of back<Heard>(this.#heard, at)) {
      if (sentence - of > 2) return null;
      if (role === "speaker" && !quoted && of < sentence) return fits(person) ? person : null;
    }
    return null;
  }

  /** The last mention before a place of somebody who fits, or null. */
  last(at: number, fits: (person: Person) => boolean): Person | null {
    for (const { person } of back(this.#names, at)) if (fits(person)) return person;
    return null;
  }

  /** The last one before a place who was named there with this title before his name and fits, or null. */
  titled(at: number, head: string, fits: (person: Person) => boolean): Person | null {
    for (const { person, title } of back(this.#names, at)) if (title === head && fits(person)) return person;
    return null;
  }

  /** Whether a person is the first one named outside marks. */
  opensReport(person: Person): boolean {
    return this.#names.find(({ quoted }) => !quoted)?.person === person;
  }

  /** Whether a mention is the first of its person. */
  isFirst(mention: Mention): boolean {
    this.#first ??= new Map(this.#names.toReversed().map((m) => [m.person, m]));
    return this.#first.get(mention.person) === mention;
  }

  /** The mention that ends last inside a stretch, or null. */
  within(from: number, to: number): Mention | null {
    const last = this.#names[firstFrom(this.#names, to) - 1];
    return last && last.from >= from ? last : null;
  }

  /** The mentions that begin inside a stretch, in order. */
  allWithin(from: number, to: number): readonly Mention[] {
    return this.#names.slice(firstFrom(this.#names, from), firstFrom(this.#names, to));
  }

  *#before(at: number, sentence: number): Generator<Heard> {
    for (const list of [this.#names, this.#heard])
      for (const mention of back<Heard>(list, at)) {
        if (this.#between(mention.sentence, sentence) > REACH) break;
        yield mention;
      }
  }
}

/** The mentions that begin before a place, the nearest first. */
function* back<M extends Mention>(mentions: readonly M[], at: number): Generator<M> {
  const last = firstFrom(mentions, at) - 1;
  for (let k = last; k >= 0 && k > last - MOST; k--) yield mentions[k] as M;
}

/** Index of the first mention that begins at or behind a place. */
function firstFrom(mentions: readonly Mention[], at: number): number {
  return firstReached(mentions, ({ from }) => from >= at);
}
