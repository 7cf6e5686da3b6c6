import type { Standing } from "./ledger.ts";

/** What became of a statement or silence in the next edition of its article. */
export interface HistoryFate {
  readonly id: string;
  readonly fate: "unchanged" | "moved" | "altered" | "gone";
  /** What stands for it in this edition. */
  readonly to: string | null;
  /** For an altered one its words then and now, for one that is gone its words then. */
  readonly was: string | null;
  readonly now: string | null;
  readonly speaker: string;
  readonly words: string;
}

/** A statement or silence that an edition before the last one had, and this one has again. */
export interface HistoryBack {
  readonly id: string;
  /** The last edition that had it. */
  readonly edition: number;
  /** How it stands today: what a person decided on it holds again. Null where nothing of it stands. */
  readonly standing: Standing | null;
  readonly speaker: string;
  readonly words: string;
}

/** One text of an article. */
export interface HistoryEdition {
  /** 1 for the first. */
  readonly edition: number;
  /** When the archive took it in, ISO 8601 in UTC. */
  readonly at: string;
  /** Its entry in the ledger. */
  readonly seq: number;
  /** The earlier edition to whose words the page went back with this one. */
  readonly returns: number | null;
  /** SHA-256 of its bytes and of its text. */
  readonly capture: string;
  readonly text: string;
  readonly addresses: readonly string[];
  readonly statements: number;
  readonly silences: number;
  /** What became of the statements and silences of the edition before. */
  readonly fates: readonly HistoryFate[];
  /** Those that came back: not in the edition before, but in one before that. */
  readonly back: readonly HistoryBack[];
  /** Those that no edition before had. */
  readonly added: readonly { readonly id: string; readonly speaker: string; readonly words: string }[];
}

/** How an article changed, as far as the archive saw it. */
export interface History {
  readonly article: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string;
  /** The article it nearly repeats, and those that nearly repeat it. */
  readonly repeats: string | null;
  readonly repeatedBy: readonly string[];
  readonly editions: readonly HistoryEdition[];
}
