import type { FrameKind } from "../../model/frame.ts";
import { REPORTING_CLASSES, lexicon } from "../fast/lexicon.ts";
import { tableRows } from "../../text/tables.ts";

/** The words of `data/en/framing-words.tsv`, each class as a set of lower-case words. */
export interface FramingWords {
  /** A word for a document or an occasion of speaking, and the kind of frame it makes. */
  readonly documents: ReadonlyMap<string, FrameKind>;
  /** "issued", "sent": what is done with such a document. */
  readonly issuing: ReadonlySet<string>;
  /** "said", "reads": what may stand right before the colon. */
  readonly speaking: ReadonlySet<string>;
  /** "adding", "saying": the same, hung on a clause before. */
  readonly speakingOn: ReadonlySet<string>;
  /** "praised", "called": with these, as with "said", the report tells again what the speaker did. */
  readonly returning: ReadonlySet<string>;
}

const KINDS: ReadonlySet<string> = new Set<FrameKind>([
  "letter",
  "speech",
  "press-statement",
  "interview",
  "transcript",
]);

let loaded: FramingWords | null = null;
const ofKinds = new Map<string, ReadonlySet<string>>();

function wordsOfKinds(...kinds: readonly string[]): ReadonlySet<string> {
  const key = kinds.join(" ");
  const known = ofKinds.get(key);
  if (known) return known;
  const words = new Set(
    tableRows("en/source-words.tsv").flatMap(([kind = "", list = ""]) => (kinds.includes(kind) ? list.split(" ") : [])),
  );
  ofKinds.set(key, words);
  return words;
}

/** Words for what somebody is: "leader", "minister", "spokesman". */
export function wordsForPeople(): ReadonlySet<string> {
  return wordsOfKinds("office", "description");
}

/** Words for many who speak: "experts", "officials". */
export function wordsForMany(): ReadonlySet<string> {
  return wordsOfKinds("unnamed");
}

/** Words for a body that speaks as one: "committee", "ministry". */
export function wordsForBodies(): ReadonlySet<string> {
  return wordsOfKinds("organisation");
}

/** Words for a medium: "paper", "daily". */
export function wordsForMedia(): ReadonlySet<string> {
  return wordsOfKinds("channel");
}

/** Whether a word is a verb of saying or telling in the past or the present, as reports use it of a third person. */
export function speaks(word: string): boolean {
  const { speaking, returning } = framingWords();
  if (speaking.has(word) || returning.has(word)) return true;
  const known = lexicon().verbs.get(word);
  return (
    known !== undefined &&
    (known.form === "past" || known.form === "s" || known.form === "participle") &&
    (known.classes & SAY_OR_TELL) !== 0
  );
}

/** Whether a word is in the narrower lists, as a pronoun needs it: "it informed them" may be the speaker's own telling. */
export function tellsAgain(word: string): boolean {
  const { speaking, returning } = framingWords();
  return speaking.has(word) || returning.has(word);
}

/** Whether a word is a form of any reporting verb that a third person may have: "blasted", "rejects". */
export function reports(word: string): boolean {
  const form = lexicon().verbs.get(word)?.form;
  return form === "past" || form === "s" || form === "participle";
}

const SAY_OR_TELL = (1 << REPORTING_CLASSES.indexOf("say")) | (1 << REPORTING_CLASSES.indexOf("tell"));

/** The table, read once. Where a word stands under two kinds of documents, the first holds. */
export function framingWords(): FramingWords {
  if (loaded) return loaded;
  const documents = new Map<string, FrameKind>();
  const classes = new Map<string, Set<string>>();
  for (const [name = "", words = ""] of tableRows("en/framing-words.tsv"))
    for (const word of words.split(" ")) {
      if (!KINDS.has(name)) classes.set(name, (classes.get(name) ?? new Set()).add(word));
      else if (!documents.has(word)) documents.set(word, name as FrameKind);
    }
  const of = (name: string): ReadonlySet<string> => {
    const words = classes.get(name);
    if (!words) throw new Error(`data/en/framing-words.tsv lacks the class "${name}"`);
    return words;
  };
  loaded = {
    documents,
    issuing: of("issuing"),
    speaking: of("speaking"),
    speakingOn: of("speaking-on"),
    returning: of("returning"),
  };
  return loaded;
}
