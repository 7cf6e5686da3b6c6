import { MODELS } from "../../home.ts";
import { ACTS, type SpokenStatement } from "../../model/statement.ts";
import type { ActWeigher, Context } from "../proposal.ts";
import { actInputs } from "./actInputs.ts";
import { type Network, loadNetwork } from "./runtime.ts";
import type { WordPiece } from "./wordPiece.ts";

const NAME = "acts-en-1";

/** A small transformer that tells what a speaker does by saying something. One statement a run: nothing depends on what else is read. */
export class ActNetwork implements ActWeigher {
  readonly name = NAME;
  readonly #network: Network;
  readonly #wordPiece: WordPiece;

  /** Throws NoRuntimeError where the network can't be run. */
  constructor(wordPiece: WordPiece, network = loadNetwork(new URL(`${NAME}.onnx`, MODELS), ["acts"], { threads: 1 })) {
    this.#wordPiece = wordPiece;
    this.#network = network;
  }

  weigh(statement: SpokenStatement, context: Context): Float64Array {
    const { pieces, parts, flags } = actInputs(statement, context, this.#wordPiece);
    const n = pieces.length;
    const { acts } = this.#network.run({
      pieces: this.#network.whole(pieces, 1, n),
      parts: this.#network.whole(parts, 1, n),
      flags: this.#network.floats(Float32Array.from(flags), 1, flags.length),
    });
    if (acts?.length !== ACTS.length) throw new Error(`The network of acts gave ${acts?.length} numbers`);
    return shares(acts);
  }
}

/** Scores to shares of 1. */
function shares(scores: Float32Array): Float64Array {
  const top = Math.max(...scores);
  const parts = Float64Array.from(scores, (score) => Math.exp(score - top));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}
