import type { Span } from "../../../model/span.ts";
import type { Found, FoundStatement, SourceKind } from "../../../model/statement.ts";
import { joined } from "../../nouns.ts";
import type { NamedSource } from "../../sources.ts";
import type { Field } from "../../field.ts";
import type { BodyNames } from "../bodies/bodyNames.ts";
import type { Focus } from "../focus.ts";
import type { Reading } from "../reading.ts";
import type { Others } from "../others.ts";
import type { Person, Persons } from "../names/persons.ts";
import { conjunctsOf } from "./conjuncts.ts";
import { JointBodies } from "./jointBodies.ts";
import { byFullNames, together } from "./sideBySide.ts";
import { TheTwo } from "./theTwo.ts";

/** Words that are left where nobody is known whom they mean. */
const UNREAD = /^(?:he|she|it|they|we|i|you|who|which|that|his|her|its|their)$/i;

const JOIN = / and |, /g;
/** Who is told by names alone. */
const JOINED_KIND = /^(?:person|organisation)$/;

/** Words with capitals that may be one title: "Dike and Harbour Commissioner". */
const TITLED = /^\p{Lu}\S+ and \p{Lu}\S+ \p{Lu}\S+ \p{Lu}/u;

/** What a text is known by where it names several. */
interface Known extends Pick<Reading, "read" | "speaker" | "bodies"> {
  readonly focus: Focus;
  readonly persons: Persons;
  readonly names: BodyNames;
  readonly others: Others;
}

/** Several who speak as one: those whom one phrase names, "the harbour board and its chairman", and those whom "the two" takes up. */
export class JointSpeakers {
  readonly #found: Found;
  readonly #by: Known;
  readonly #bodies: JointBodies;
  readonly #two: TheTwo;

  constructor(found: Found, field: Field, by: Known) {
    this.#found = found;
    this.#by = by;
    this.#bodies = new JointBodies(field, by.names, by.persons);
    this.#two = new TheTwo(found, by.focus, by.others, {
      // "Presidents Quill and Birch met. … the two neighbours": their countries, and not they.
      joint: (span) => this.#all(span),
      speaker: (s) => by.speaker(s),
      bodies: () => by.bodies(),
    });
  }

  /** The two whom "both men", "the two sides" mean at a place; null for other words, and where no two are known. */
  two(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    return this.#two.meant(span, words, s);
  }

  /** The bodies, or a body and somebody, whom words name together; null where they are not known to speak as one. */
  bodies(words: string): NamedSource | null {
    return this.#bodies.in(words);
  }

  /** The persons by name in a phrase that is read as `name`, as one; null where they are not several. */
  persons(span: Span, name: string): Person | null {
    const beside = together(this.#found, this.#by.focus, span);
    return beside ?? (/\sand\s/.test(name) ? byFullNames(name, this.#by.persons) : null);
  }

  /** All who speak in a phrase, as one, each by the fullest name; null where one does, or one of them stays open. */
  in(span: Span): NamedSource | null {
    const persons = together(this.#found, this.#by.focus, span);
    return persons ? { kind: "person", name: persons.name } : this.#all(span);
  }

  /** All who speak in a phrase, where a reading of it holds but one of them, or calls one of them by less than his name; else the reading. */
  over(span: Span, read: NamedSource): NamedSource {
    const sources = this.#each(span);
    if (!sources) return read;
    const all = asOne(sources);
    const joins = read.name.match(JOIN)?.length ?? 0;
    // "Dike and Harbour Commissioner Mara Quill": what stands before her name may be all hers.
    const before = read.kind === "person" ? sources.slice(0, -1) : sources;
    const one = joins === 0 && before.some(({ name }) => name === read.name);
    const same = read.kind === all.kind && JOINED_KIND.test(read.kind) && !TITLED.test(read.name);
    const less = same && joins > 0 && joins === sources.length - 1;
    const named = read.kind === "unnamed" && sources.every(({ kind }) => kind === "person");
    return one || less || named || read.kind === "office" ? all : read;
  }

  #all(span: Span): NamedSource | null {
    const sources = this.#each(span);
    return sources && asOne(sources);
  }

  /** Each of those who speak in a phrase; null where one does, or one of them stays open. */
  #each(span: Span): readonly NamedSource[] | null {
    const phrase = this.#found.document.text.slice(span.from, span.to).replace(/\s/g, " ");
    const parts = conjunctsOf(phrase);
    const sources = parts?.map(({ from, to }): NamedSource => {
      const words = phrase.slice(from, to);
      // "The party and its nominee": nobody yet.
      if (/^(?:its|their|our) [^\p{Lu}]*$/u.test(words)) return { kind: "unnamed", name: words };
      const read = this.#by.read({ from: span.from + from, to: span.from + to });
      // One of them who leads back to all of them is still open.
      if (/ and /.test(read.name) && !words.includes(read.name)) return { kind: "none", name: "" };
      return { kind: read.kind, name: read.name.replace(/^the\s/i, "") };
    });
    if (!sources || sources.some(({ kind, name }) => kind === "none" || name === "" || UNREAD.test(name))) return null;
    const names = sources.map(({ name }) => name);
    return new Set(names).size === names.length ? sources : null;
  }
}

function asOne(sources: readonly NamedSource[]): NamedSource {
  return { kind: kindOf(sources.map(({ kind }) => kind)), name: joined(sources.map(({ name }) => name)) };
}

/** The kind of several who speak as one: persons, bodies, states, else nobody by name. */
function kindOf(kinds: readonly SourceKind[]): SourceKind {
  if (kinds.includes("person")) return "person";
  if (kinds.every((kind) => kind === kinds[0])) return kinds[0] === "office" ? "unnamed" : (kinds[0] as SourceKind);
  const bodies = kinds.every((kind) => kind === "organisation" || kind === "state" || kind === "channel");
  return bodies ? "organisation" : "unnamed";
}
