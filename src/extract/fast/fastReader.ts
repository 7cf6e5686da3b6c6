import { MODELS } from "../../home.ts";
import { Candidates, Fields } from "./candidates.ts";
import { CUE_FIELD } from "./cueFeatures.ts";
import { type Judge, JudgedReader } from "./judgedReader.ts";
import { ROLE_FIELD } from "./roleFeatures.ts";
import { type Model, readModel } from "./weights.ts";

const MODEL_FILE = new URL("reader-fast-en-1.bin", MODELS);

/** The fast reader: conditional random fields propose cues and ways to read them, a judge weighs these. */
export class FastReader extends JudgedReader {
  readonly fields: Fields;

  constructor(model: Model = readModel(MODEL_FILE, [CUE_FIELD, ROLE_FIELD])) {
    const fields = fieldsOf(model);
    const candidates = new Candidates(fields, numberOf(model, "cueBias")[0] as number);
    super(model.name, (_, a) => candidates.on(a), judgeOf(model));
    this.fields = fields;
  }
}

/** The fields of a model. */
export function fieldsOf(model: Model): Fields {
  const cue = model.fields.get("cue");
  const role = model.fields.get("role");
  if (!cue || !role) throw new Error(`The model ${model.name} lacks a field`);
  return new Fields(cue, role);
}

/** The judge of a model. */
export function judgeOf(model: Model): Judge {
  return {
    weights: model.judge,
    step: numberOf(model, "judgeStep")[0] as number,
    least: numberOf(model, "least"),
    calibration: numberOf(model, "calibration"),
  };
}

/** The numbers a model keeps under a name. Throws when there are none. */
export function numberOf(model: Model, name: string): readonly number[] {
  const value = model.numbers[name];
  if (!value) throw new Error(`The model ${model.name} lacks the numbers "${name}"`);
  return value;
}
