import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** One array of numbers with its shape, as the runtime takes and gives them. */
interface Tensor {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

type TensorMaker = new (
  type: "float32" | "int64",
  data: Float32Array | BigInt64Array,
  dims: readonly number[],
) => Tensor;

interface NativeSession {
  loadModel(path: string, options: object): void;
  run(
    feeds: Readonly<Record<string, Tensor>>,
    fetches: Readonly<Record<string, null>>,
    options: object,
  ): Record<string, Tensor>;
}

interface Binding {
  readonly binding: { readonly InferenceSession: new () => NativeSession };
  readonly initOrt: () => void;
}

/** Why the full reader can't be used here; its message is for the user. */
export class NoRuntimeError extends Error {}

/** A network of a model file, ready to run. */
export class Network {
  readonly #session: NativeSession;
  readonly #tensor: TensorMaker;
  readonly #outputs: Readonly<Record<string, null>>;

  constructor(session: NativeSession, tensor: TensorMaker, outputs: readonly string[]) {
    this.#session = session;
    this.#tensor = tensor;
    this.#outputs = Object.fromEntries(outputs.map((name) => [name, null]));
  }

  floats(data: Float32Array, ...dims: readonly number[]): Tensor {
    return new this.#tensor("float32", data, dims);
  }

  whole(data: ArrayLike<number>, ...dims: readonly number[]): Tensor {
    return new this.#tensor("int64", BigInt64Array.from(data as ArrayLike<number> & Iterable<number>, BigInt), dims);
  }

  /** The outputs by name, as 32-bit floats. */
  run(feeds: Readonly<Record<string, Tensor>>): Readonly<Record<string, Float32Array>> {
    const found = this.#session.run(feeds, this.#outputs, {});
    return Object.fromEntries(Object.entries(found).map(([name, tensor]) => [name, tensor.data as Float32Array]));
  }
}

/** How many threads a run may use. What comes out does not depend on it. */
export interface NetworkOptions {
  readonly threads: number;
}

let native: { readonly binding: Binding; readonly tensor: TensorMaker } | null = null;

/**
 * Loads a model file with onnxruntime's CPU library. Throws NoRuntimeError where that can't be loaded: it is an optional
 * dependency and made for some platforms only. The package's own `run` puts a call off to a later turn and then runs it
 * on the spot; its binding is called here itself, so that reading stays one plain call.
 */
export function loadNetwork(file: URL, outputs: readonly string[], { threads }: NetworkOptions): Network {
  const require = createRequire(import.meta.url);
  try {
    native ??= {
      binding: require("onnxruntime-node/dist/binding.js") as Binding,
      tensor: (require("onnxruntime-common") as { readonly Tensor: TensorMaker }).Tensor,
    };
    native.binding.initOrt();
    const session = new native.binding.binding.InferenceSession();
    session.loadModel(fileURLToPath(file), {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: "sequential",
      graphOptimizationLevel: "all",
      executionProviders: ["cpu"],
      // Threads that wait for work would otherwise take the processor from everything else.
      extra: { session: { intra_op: { allow_spinning: "0" } } },
    });
    return new Network(session, native.tensor, outputs);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] as string) : String(error);
    throw new NoRuntimeError(why);
  }
}
