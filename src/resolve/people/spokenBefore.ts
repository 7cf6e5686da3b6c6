import type { Found, FoundStatement } from "../../model/statement.ts";
import { indexBehind } from "../../model/outermost.ts";
import { withoutArticle } from "../nouns.ts";
import type { NamedSource } from "../sources.ts";
import { inHeadline } from "./headlines.ts";

/** Nouns that take up what somebody has just said. */
const SAID = /^(?:the|this|these|those|such) (?:comments?|remarks?|statements?|announcements?|words|declaration)$/i;
const NOUN = /^(?:comments?|remarks?|statements?|announcements?|words|declaration)$/i;

/** Whether a noun is for what somebody says: "remarks". */
export function isWhatIsSaid(noun: string): boolean {
  return NOUN.test(noun);
}

/** "Mara Quill said …. The comments suggest …": whose words a phrase takes up. */
export class SpokenBefore {
  readonly #found: Found;
  readonly #speaker: (s: FoundStatement) => NamedSource | null;
  #bySentence: ReadonlyMap<number, readonly FoundStatement[]> | null = null;

  constructor(found: Found, speaker: (s: FoundStatement) => NamedSource | null) {
    this.#found = found;
    this.#speaker = speaker;
  }

  /** The only one by name, or holder of an office, who speaks in the sentence before a place; null where nobody does, or several. */
  author(words: string, read: NamedSource, at: number): NamedSource | null {
    if (!SAID.test(words) || withoutArticle(read.name) !== withoutArticle(words)) return null;
    const { sentences } = this.#found;
    const here = indexBehind(sentences, at);
    const before = sentences[here - 1];
    const block = sentences[here]?.block ?? 0;
    if (!before || block - before.block > 1 || inHeadline(this.#found, before.from)) return null;
    this.#bySentence ??= Map.groupBy(
      this.#found.statements.filter(({ inside, frame }) => !inside && !frame),
      ({ cue, content }) => indexBehind(sentences, cue?.from ?? content[0]?.from ?? 0),
    );
    let author: NamedSource | null = null;
    for (const s of this.#bySentence.get(here - 1) ?? []) {
      const speaker = this.#speaker(s.continues ?? s);
      if (!speaker || speaker.kind === "channel") continue;
      if (speaker.kind === "unnamed" || speaker.kind === "none" || /^(?:it|they|he|she)$/i.test(speaker.name))
        return null;
      if (author && author.name !== speaker.name) return null;
      author = speaker;
    }
    return author;
  }
}
