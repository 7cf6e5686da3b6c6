import type { Span } from "../../model/span.ts";
import type { Found, SourceKind } from "../../model/statement.ts";
import { joined } from "../nouns.ts";
import type { NamedSource } from "../sources.ts";
import { conjunctsOf } from "./conjuncts.ts";

/** Words that are left where nobody is known whom they mean. */
const UNREAD = /^(?:he|she|it|they|we|i|you|who|which|that|his|her|its|their)$/i;

const JOIN = / and |, /g;
/** Who is told by names alone. */
const JOINED_KIND = /^(?:person|organisation)$/;

/** Words with capitals that may be one title: "Dike and Harbour Commissioner". */
const TITLED = /^\p{Lu}\S+ and \p{Lu}\S+ \p{Lu}\S+ \p{Lu}/u;

/** Those whom one phrase names together: "the harbour board and its chairman", each by the fullest name. */
export class JointSpeakers {
  readonly #found: Found;
  readonly #read: (span: Span) => NamedSource;

  constructor(found: Found, read: (span: Span) => NamedSource) {
    this.#found = found;
    this.#read = read;
  }

  /** All who speak in a phrase, as one; null where one does, or one of them stays open. */
  in(span: Span): NamedSource | null {
    const sources = this.#each(span);
    return sources && asOne(sources);
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

  /** Each of those who speak in a phrase; null where one does, or one of them stays open. */
  #each(span: Span): readonly NamedSource[] | null {
    const phrase = this.#found.document.text.slice(span.from, span.to).replace(/\s/g, " ");
    const parts = conjunctsOf(phrase);
    const sources = parts?.map(({ from, to }): NamedSource => {
      const words = phrase.slice(from, to);
      // "The party and its nominee": nobody yet.
      if (/^(?:its|their|our) [^\p{Lu}]*$/u.test(words)) return { kind: "unnamed", name: words };
      const read = this.#read({ from: span.from + from, to: span.from + to });
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
