import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SilenceKind } from "../../src/model/entries.ts";
import type { FrameKind } from "../../src/model/frame.ts";
import type { Act, SourceKind, Strength, Voice } from "../../src/model/statement.ts";
import type { TextSource } from "./texts.ts";

type Pair = readonly [number, number];

export interface MarkedHop {
  readonly name: string;
  readonly kind: SourceKind;
}

/** What is said about a statement, by `docs/marking-record.md`; the chain without the outlet. */
export interface Labels {
  readonly speaker: string;
  readonly kind: SourceKind;
  readonly chain: readonly MarkedHop[];
  readonly act: Act;
  readonly strength: Strength;
  readonly negated: boolean;
  readonly voice: Voice["of"] | null;
  readonly condition: {
    readonly trigger: Pair;
    readonly consequence: Pair | null;
    readonly mover: string | null;
  } | null;
  readonly uttered: string | null;
}

/** What a hand had where it differs from what was settled; its chain of nobody may be empty. */
export type Hand = Partial<Labels> & { readonly frame?: FrameKind | null };

export interface MarkedStatement extends Labels {
  readonly id: string;
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly inside: string | null;
  readonly frame: FrameKind | null;
  /** What a later reading, not knowing which was marked, held for as good by the guide. */
  readonly also?: { readonly chain?: readonly MarkedHop[]; readonly act?: Act };
  readonly hands: readonly [Hand, Hand];
}

export interface MarkedSilence {
  readonly span: Pair;
  readonly kind: SilenceKind;
  readonly noticedBy: string | null;
  readonly accordingTo: string | null;
  readonly about: Pair | null;
  /** What each hand marked; null where it saw no silence. */
  readonly hands: readonly [HandSilence | null, HandSilence | null];
}

export interface HandSilence {
  readonly span: Pair;
  readonly kind: SilenceKind;
}

/** The marks of one text: offsets and labels, no words of it but names. */
export interface MarkedText extends TextSource {
  readonly key: string;
  readonly half: "tune" | "hold";
  readonly outlet: string | null;
  readonly published: string | null;
  /** Where the marking of statements stopped; the whole text where null. Silences are marked in the whole text. */
  readonly until: number | null;
  readonly statements: readonly MarkedStatement[];
  readonly silences: readonly MarkedSilence[];
  /** Units of PolNeAR that are no statements by `docs/marking.md`: the first hand's judgement. */
  readonly leftOut: readonly { readonly id: string; readonly content: readonly Pair[] }[];
}

/** A sentence picked by a wide pattern and judged: the silences in it, or none. */
export interface JudgedSentence {
  readonly id: string;
  readonly half: "tune" | "hold";
  readonly span: Pair;
  readonly silences: readonly MarkedSilence[];
  /** Whether each hand saw a silence in it. */
  readonly hands: readonly [boolean, boolean];
}

export interface JudgedText extends TextSource {
  readonly sentences: readonly JudgedSentence[];
}

const MARKS = join(import.meta.dirname, "marks");

/** The marked texts of one half, or of both, in the order of their keys. */
export function markedTexts(half: "tune" | "hold" | "both"): MarkedText[] {
  return readdirSync(MARKS)
    .filter((file) => /^[A-Z]\d+\.json$/.test(file))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(MARKS, file), "utf8")) as MarkedText)
    .filter((text) => half === "both" || text.half === half);
}

/** The texts with judged sentences, each with those of one half, or of both. */
export function judgedTexts(half: "tune" | "hold" | "both"): JudgedText[] {
  const all = JSON.parse(readFileSync(join(MARKS, "sentences.json"), "utf8")) as JudgedText[];
  return all
    .map((text) => ({ ...text, sentences: text.sentences.filter((s) => half === "both" || s.half === half) }))
    .filter((text) => text.sentences.length > 0);
}
