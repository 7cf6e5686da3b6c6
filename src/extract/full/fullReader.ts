import { isMainThread } from "node:worker_threads";
import { MODELS } from "../../home.ts";
import type { Reading } from "../../model/reading.ts";
import { FastReader, judgeOf, numberOf } from "../fast/fastReader.ts";
import type { Attributes } from "../fast/attributes.ts";
import type { Fields } from "../fast/candidates.ts";
import { JudgedReader } from "../fast/judgedReader.ts";
import { type Model, readModel } from "../fast/weights.ts";
import type { Proposal, StatementReader } from "../proposal.ts";
import { ActNetwork } from "./actNetwork.ts";
import { EncodedText, type Networks } from "./encoder.ts";
import { FullCandidates, type Mix, type RoleMoves, roleMoves } from "./fullCandidates.ts";
import { type Cut, FEATURES, inputsOf } from "./inputs.ts";
import { loadNetwork } from "./runtime.ts";
import { WordPiece } from "./wordPiece.ts";

const NAME = "reader-full-en-1";

/** A longer text, about twenty reports, is read by the fast reader, so that it can’t hold up the rest. In tokens. */
export const LONGEST_TEXT = 20_000;

/** More threads gain nothing on passages of this size; where several texts are read at once each has its own already. */
const THREADS = isMainThread ? 2 : 1;

/**
 * The full reader: a small transformer, fine-tuned on marked reports, proposes cues and ways to read them together with
 * the fast reader's fields; a judge of its own weighs these. Reading a text does not depend on other texts nor on threads.
 * Throws NoRuntimeError where the networks can't be run.
 */
export class FullReader implements StatementReader {
  readonly name: string;
  readonly #acts: ActNetwork;
  readonly #judged: JudgedReader;
  readonly #fast: FastReader;

  constructor(
    fast: FastReader,
    threads: number = THREADS,
    model: Model = readModel(new URL(`${NAME}.bin`, MODELS), []),
  ) {
    this.name = model.name;
    this.#fast = fast;
    const [features] = numberOf(model, "features");
    if (features !== FEATURES)
      throw new Error(`${model.name} was made for ${features} features; this version has ${FEATURES}`);
    const [cue = 0, role = 0, cueBias = 0] = numberOf(model, "mix");
    const propose = proposerOf(
      networksOf(new URL(NAME, MODELS), threads),
      fast.fields,
      roleMoves(numberOf(model, "moves")),
      {
        cue,
        role,
        cueBias,
      },
    );
    this.#acts = new ActNetwork(vocabulary());
    this.#judged = new JudgedReader(model.name, propose, judgeOf(model));
  }

  acts(reading: Reading): ActNetwork | null {
    return reading.tokens.length > LONGEST_TEXT ? null : this.#acts;
  }

  propose(reading: Reading, firstKey: number): Proposal[] {
    return (reading.tokens.length > LONGEST_TEXT ? this.#fast : this.#judged).propose(reading, firstKey);
  }
}

/** The networks whose files begin with `base`. Throws NoRuntimeError. */
export function networksOf(base: URL, threads: number): Networks {
  return {
    encoder: loadNetwork(new URL(`${base.href}.encoder.onnx`), ["tokens", "cues", "nestedCues"], { threads }),
    // A window is too small to share between threads.
    roles: loadNetwork(new URL(`${base.href}.roles.onnx`), ["labels"], { threads: 1 }),
  };
}

let pieces: WordPiece | null = null;

/** The word pieces all networks were made with, read once. */
function vocabulary(): WordPiece {
  return (pieces ??= WordPiece.read(new URL(`${NAME}.vocab.txt`, MODELS)));
}

/** What makes the networks' view of each text. */
export function encoderOf(networks: Networks, cut?: Cut): (reading: Reading, a: Attributes) => EncodedText {
  const wordPiece = vocabulary();
  return (reading, a) => new EncodedText(networks, inputsOf(reading, a, wordPiece, cut), reading.tokens.length);
}

/** What makes the proposer of each text; `cut` tells what the encoder sees at once, if not passages of several sentences. */
export function proposerOf(
  networks: Networks,
  fields: Fields,
  moves: RoleMoves,
  mix: Mix,
  cut?: Cut,
): (reading: Reading, a: Attributes) => FullCandidates {
  const encoded = encoderOf(networks, cut);
  return (reading, a) => new FullCandidates(encoded(reading, a), a, fields, moves, mix);
}
