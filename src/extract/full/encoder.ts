import type { CueWindow } from "../fast/roleFeatures.ts";
import { ROLE_LABELS } from "../fast/roleFeatures.ts";
import { FEATURES, type Inputs } from "./inputs.ts";
import type { Network } from "./runtime.ts";

/** Numbers in a token's vector. */
const WIDTH = 384;

/** Labels of the cue tagger, as CUE_FIELD's. */
export const CUE_LABEL_COUNT = 5;

/** Windows reach over no more passages than these, which are kept; in a long text earlier ones are let go. */
const PASSAGES_KEPT = 24;

/** Tokens from the cue are counted one by one up to FINE, then in COARSE wider steps. As in train/full/model.py. */
const FINE = 24;
const COARSE = 8;
const AT_CUE = FINE + COARSE;

/** What the encoder says of the tokens of one passage. */
interface Encoded {
  readonly vectors: Float32Array;
  readonly cues: Float32Array;
  readonly nestedCues: Float32Array;
}

/** The two networks of the full reader. */
export interface Networks {
  readonly encoder: Network;
  readonly roles: Network;
}

/**
 * One text as the networks see it. Passages are encoded one a run when they are first asked for, and cues are read one a run,
 * so that nothing depends on what else is read, nor on the number of threads.
 */
export class EncodedText {
  readonly #networks: Networks;
  readonly #inputs: Inputs;
  readonly #encoded = new Map<number, Encoded>();
  /** The passage of each token. */
  readonly #passageOf: Uint32Array;

  constructor(networks: Networks, inputs: Inputs, tokens: number) {
    this.#networks = networks;
    this.#inputs = inputs;
    this.#passageOf = new Uint32Array(tokens);
    inputs.passages.forEach(({ first, last }, k) => this.#passageOf.fill(k, first, last));
  }

  /** The scores of the cue labels in the tokens [first, last): `position * CUE_LABEL_COUNT + label`. */
  cueScores(first: number, last: number, nested: boolean): Float64Array {
    const scores = new Float64Array((last - first) * CUE_LABEL_COUNT);
    this.#gather(first, last, CUE_LABEL_COUNT, (e) => (nested ? e.nestedCues : e.cues), scores);
    return scores;
  }

  /** The vectors of the tokens [first, last): `position * WIDTH + number`. */
  vectorsOf(first: number, last: number): Float32Array {
    const vectors = new Float32Array((last - first) * WIDTH);
    this.#gather(first, last, WIDTH, (e) => e.vectors, vectors);
    return vectors;
  }

  /** The scores of the role labels in a window: `position * ROLE_LABELS.length + label`. */
  roleScores({ first, last, cueFirst, cueLast }: CueWindow, nested: boolean): Float64Array {
    const n = last - first;
    const vectors = new Float32Array(n * WIDTH);
    this.#gather(first, last, WIDTH, (e) => e.vectors, vectors);
    const cue = new Float32Array(n).fill(1 / (cueLast - cueFirst), cueFirst - first, cueLast - first);
    const { roles } = this.#networks;
    const { labels } = roles.run({
      tokens: roles.floats(vectors, 1, n, WIDTH),
      distance: roles.whole(distances(first, last, cueFirst, cueLast), 1, n),
      cue: roles.floats(cue, 1, n),
      nested: roles.floats(Float32Array.of(nested ? 1 : 0), 1),
      mask: roles.floats(new Float32Array(n), 1, n),
    });
    if (labels?.length !== n * ROLE_LABELS.length)
      throw new Error(`The role network gave ${labels?.length} numbers for ${n} tokens`);
    return Float64Array.from(labels);
  }

  /** Copies what `of` gives for the tokens [first, last), `width` numbers each, from the passages they stand in. */
  #gather(
    first: number,
    last: number,
    width: number,
    of: (encoded: Encoded) => Float32Array,
    into: Float32Array | Float64Array,
  ): void {
    for (let at = first; at < last;) {
      const number = this.#passageOf[at] as number;
      const passage = this.#inputs.passages[number];
      if (!passage) throw new RangeError(`No passage around token ${at}`);
      const end = Math.min(last, passage.last);
      const from = of(this.#passage(number));
      into.set(from.subarray((at - passage.first) * width, (end - passage.first) * width), (at - first) * width);
      at = end;
    }
  }

  #passage(number: number): Encoded {
    const known = this.#encoded.get(number);
    if (known) return known;
    const made = this.#encode(number);
    this.#encoded.set(number, made);
    if (this.#encoded.size > PASSAGES_KEPT)
      for (const oldest of this.#encoded.keys()) {
        this.#encoded.delete(oldest);
        break;
      }
    return made;
  }

  #encode(number: number): Encoded {
    const { passages, pieces, start, features, ends } = this.#inputs;
    const { first, last } = passages[number] as { first: number; last: number };
    const from = start[first] as number;
    const size = (start[last] as number) - from + 2;
    const ids = new Array<number>(size);
    ids[0] = ends[0];
    ids[size - 1] = ends[1];
    for (let k = from; k < (start[last] as number); k++) ids[k - from + 1] = pieces[k] as number;
    const columns = new Float32Array(size * FEATURES);
    const firsts: number[] = [];
    const lasts: number[] = [];
    for (let i = first; i < last; i++) {
      const begin = (start[i] as number) - from + 1;
      const end = (start[i + 1] as number) - from + 1;
      firsts.push(begin);
      lasts.push(end - 1);
      for (let k = begin; k < end; k++)
        for (const column of features[i] as readonly number[]) columns[k * FEATURES + column] = 1;
    }
    const { encoder } = this.#networks;
    const { tokens, cues, nestedCues } = encoder.run({
      pieces: encoder.whole(ids, 1, size),
      features: encoder.floats(columns, 1, size, FEATURES),
      first: encoder.whole(firsts, 1, last - first),
      last: encoder.whole(lasts, 1, last - first),
    });
    if (!tokens || !cues || !nestedCues) throw new Error("The encoder gave not all it should");
    return { vectors: tokens, cues, nestedCues };
  }
}

/** For each token of a window the number of its step from the cue, AT_CUE in the cue itself. */
function distances(first: number, last: number, cueFirst: number, cueLast: number): number[] {
  return Array.from({ length: last - first }, (_, k) => {
    const i = first + k;
    if (i >= cueFirst && i < cueLast) return AT_CUE;
    const d = i < cueFirst ? cueFirst - i : i - cueLast + 1;
    const step = d <= FINE ? d : Math.min(AT_CUE, FINE + 1 + Math.trunc(Math.log2(d / FINE) * 3));
    return i < cueFirst ? AT_CUE - step : AT_CUE + step;
  });
}
