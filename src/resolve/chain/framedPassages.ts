import { indexBehind } from "../../model/outermost.ts";
import type { Frame } from "../../model/frame.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Field } from "../field.ts";
import type { People } from "../people/people.ts";
import type { NamedSource } from "../sources.ts";
import { channelThatAsks } from "./occasionWords.ts";
import { type Through, passageIn } from "./through.ts";

/** How many sentences after the channel was named its occasion may go on. */
export const GOES_ON = 6;
const CLIP = /\bBEGIN (?:VIDEO|AUDIO)\b/i;

/** What is known of the words outside frames. */
interface Outside {
  /** Which channel a statement came through. */
  of(s: FoundStatement): Through | null;
  /** Who is named in a part of the text. */
  namedIn(part: Span): readonly string[];
}

/** Which channel the words of a frame came through. */
export class FramedPassages {
  readonly #found: Found;
  readonly #people: People;
  readonly #field: Field;
  readonly #by: Outside;
  readonly #framed = new Map<Frame, Through | null>();

  constructor(found: Found, people: People, field: Field, by: Outside) {
    this.#found = found;
    this.#people = people;
    this.#field = field;
    this.#by = by;
  }

  /** "…, she said, adding:" behind what she told an agency: a frame's words came as those in its opening sentence did. */
  throughOf(frame: Frame): Through | null {
    const known = this.#framed.get(frame);
    if (known !== undefined) return known;
    const { statements } = this.#found;
    const who = frame.source && this.#people.named(frame.source);
    const beside = statements.findLast(
      (s) =>
        s.cue && !s.frame && !s.inside && contains(frame.span, s.cue) && this.#people.sourceOf(s)?.name === who?.name,
    );
    const found =
      (beside ? this.#by.of(beside) : null) ??
      (who?.kind === "person" ? (this.#talkTold(frame, who) ?? this.#interviewBefore(frame, who)) : null) ??
      (frame.kind === "transcript" ? this.#transcribed(frame) : null);
    const through = found && { name: found.name, ...(found.kind && { kind: found.kind }), span: null };
    this.#framed.set(frame, through);
    return through;
  }

  /** "The mayor spoke to the Gazette": the channel of the talk, as the head of the page tells it; what its reporter asks is the page's. */
  #talkTold({ told }: Frame, who: NamedSource): Through | null {
    if (!told) return null;
    const { text } = this.#found.document;
    const channel = channelThatAsks(text.slice(told.from, told.to), this.#field);
    if (channel === who.name) return null;
    if (channel) return { name: channel, span: null };
    return passageIn(text, told, this.#field, (place) => this.#people.named(place));
  }

  /** "She gave an interview to the TTA. … She said:": the channel of an interview told of right before a frame of hers; else null. */
  #interviewBefore({ span }: Frame, who: NamedSource): Through | null {
    const { sentences, document } = this.#found;
    const at = indexBehind(sentences, span.from);
    for (let i = at; i >= Math.max(0, at - 2); i--) {
      const sentence = sentences[i];
      if (!sentence || !/\b(?:interview(?:ed)?|told)\b/.test(document.text.slice(sentence.from, sentence.from + 400)))
        continue;
      if (i < at && !this.#by.namedIn(sentence).includes(who.name)) continue;
      const passage = passageIn(document.text, sentence, this.#field, (place) => this.#people.named(place));
      if (passage) return passage;
    }
    return null;
  }

  /** "On the TTA's “Harbour Hour” she said … Transcript as follows:": the turns of the talk came as what is told of it did. */
  #transcribed(frame: Frame): Through | null {
    const { frames, statements, sentences, document } = this.#found;
    const turns = frames.filter(({ kind }) => kind === "transcript").toSorted((a, b) => a.span.from - b.span.from);
    const [first] = turns;
    // A clip shown in between was recorded elsewhere.
    if (!first || CLIP.test(document.text.slice(Math.max(0, frame.span.from - 40), frame.span.from))) return null;
    const told = statements.findLast((s) => s.cue && !s.frame && !s.inside && s.cue.to <= first.span.from);
    const through = told ? this.#by.of(told) : null;
    if (!told?.cue || !through) return null;
    const near = indexBehind(sentences, first.span.from) - indexBehind(sentences, told.cue.from) <= GOES_ON;
    const who = this.#people.sourceOf(told)?.name;
    const speaks = turns.some(({ source }) => source !== null && this.#people.named(source)?.name === who);
    return near && speaks ? through : null;
  }

  /** The statements of a speaker right behind a frame of his, which came as the frame did. */
  *behind(): Generator<readonly [FoundStatement, Through | null]> {
    const { statements, sentences, frames } = this.#found;
    const carried = frames.filter((frame) => this.#framed.get(frame));
    if (carried.length === 0) return;
    for (const s of statements) {
      const { cue } = s;
      if (!cue || s.frame || s.inside || this.#by.of(s)) continue;
      const frame = carried.findLast(({ stretch }) => stretch.to <= cue.from);
      if (!frame?.source) continue;
      const near = indexBehind(sentences, cue.from) - indexBehind(sentences, frame.stretch.to - 1) <= 3;
      const who = this.#people.sourceOf(s);
      if (near && who?.kind === "person" && who.name === this.#people.named(frame.source)?.name)
        yield [s, this.#framed.get(frame) ?? null];
    }
  }
}
