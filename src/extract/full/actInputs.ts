import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { SpokenStatement } from "../../model/statement.ts";
import type { Context } from "../proposal.ts";
import type { WordPiece } from "./wordPiece.ts";

/** A statement as the network of acts sees it: word pieces, what each belongs to, and what is known of the whole. */
export interface ActInputs {
  readonly pieces: readonly number[];
  /** 0 for a mark between the parts, 1 source, 2 cue, 3 content, 4 what follows the cue in its sentence. */
  readonly parts: readonly number[];
  /** 1 or 0 each: in a frame, nested, its first words in quotation marks or a frame, a quotation that goes on. */
  readonly flags: readonly number[];
}

const SOURCE = 16;
const CUE = 12;
const BEHIND_TOKENS = 4;
const CONTENT = 80;

/** Source, cue, a few words behind it and the content's beginning, each cut to so many pieces that any statement costs about the same. */
export function actInputs(
  statement: SpokenStatement,
  { reading: { tokens, sentences }, quotations }: Context,
  wordPiece: WordPiece,
): ActInputs {
  const pieces: number[] = [wordPiece.first];
  const parts: number[] = [0];
  const put = ({ from, to }: Span, part: number, most: number): number => {
    let n = 0;
    for (let i = indexBehind(tokens, from); n < most; i++) {
      const token = tokens[i];
      if (!token || token.from >= to) break;
      for (const piece of wordPiece.of(token.reads).slice(0, most - n)) {
        pieces.push(piece);
        parts.push(part);
        n++;
      }
    }
    return n;
  };
  const close = (): void => {
    pieces.push(wordPiece.last);
    parts.push(0);
  };
  const { source, cue, frame, inside, continues, content } = statement;
  const named = source ?? frame?.source ?? continues?.source;
  if (named) put(named, 1, SOURCE);
  close();
  if (cue) {
    put(cue, 2, CUE);
    const end = sentences[indexBehind(sentences, cue.from)]?.last ?? 0;
    const next = indexBehind(tokens, cue.to - 1) + 1;
    const last = Math.min(end, next + BEHIND_TOKENS) - 1;
    if (next <= last) put({ from: tokens[next]?.from ?? 0, to: tokens[last]?.to ?? 0 }, 4, CUE);
  }
  close();
  let left = CONTENT;
  for (const piece of content) left -= put(piece, 3, left);
  close();
  const opens = content[0]?.from ?? 0;
  const quoted = quotations.touching({ from: opens, to: opens + 1 }).length > 0;
  const flags = [frame !== null, inside !== null, quoted || frame !== null || continues !== null, continues !== null];
  return { pieces, parts, flags: flags.map(Number) };
}
