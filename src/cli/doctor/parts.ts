import { readFileSync } from "node:fs";
import { statementReader, whyNotFull } from "../../extract/readers.ts";
import { IS_CHECKOUT, MODELS } from "../../home.ts";
import { capture } from "../../ingest/ingest.ts";
import { UserError } from "../../model/errors.ts";
import { loadPack, ownPacks } from "../../packs/packs.ts";
import { readReport } from "../../pipeline.ts";
import { sha256Of } from "../../text/sha256.ts";
import { type Console, pathOf } from "../console.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";

const AGAIN = IS_CHECKOUT ? "git checkout models" : "install the package again";

/** The files of the models: whether each is the one this version came with. `folder` in place of our own in a test. */
export function checkModels(folder: URL = MODELS): Finding[] {
  let listed: string[];
  try {
    listed = readFileSync(new URL("SHA256SUMS", folder), "utf8").trim().split("\n");
  } catch (error) {
    return [fault("models", `their list can't be read (${(error as Error).message})`, AGAIN)];
  }
  const wrong = listed.flatMap((line) => {
    const [wanted = "", name = ""] = line.split(/\s+/);
    const why = faultOf(new URL(name, folder), wanted);
    return why === null ? [] : [fault("models", `${name} ${why}`, AGAIN)];
  });
  return wrong.length > 0 ? wrong : [ok("models", `${listed.length} files, each as it was made`)];
}

function faultOf(file: URL, wanted: string): string | null {
  try {
    const is = sha256Of(readFileSync(file));
    return is === wanted ? null : "is not the file this version came with";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "is missing" : `can't be read (${code ?? String(error)})`;
  }
}

const SENTENCE = "Mayor Dita Bronski said on Monday that the harbour tax would rise.";

/** Reads a sentence with each reader. */
export function checkReaders(): Finding[] {
  return (["full", "fast"] as const).map((name): Finding => {
    const part = `${name} reader`;
    try {
      statementReader(name);
      const why = whyNotFull();
      if (name === "full" && why !== null)
        return warning(
          part,
          `can't be loaded, so the fast one reads in its place: ${why}`,
          "ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node@1.30.0; it is made for Linux, macOS and Windows on x64 and arm64",
        );
      const { statements } = readReport(capture(Buffer.from(SENTENCE), "a sentence"), { reader: name });
      return statements.length === 1
        ? ok(part, `${statements[0]?.by} loads and reads`)
        : fault(part, "does not find the statement in a plain sentence", AGAIN);
    } catch (error) {
      return fault(part, `fails: ${(error as Error).message}`, AGAIN);
    }
  });
}

/** Our own packs and those named. */
export function checkPacks(named: readonly string[], console: Console): Finding[] {
  const own = attempt(
    () =>
      `${ownPacks()
        .map((pack) => pack.name)
        .join(", ")} load`,
    IS_CHECKOUT ? "git checkout data" : "install the package again",
  );
  const others = named.map((folder) =>
    attempt(
      () => `${loadPack(pathOf(console, folder)).name} loads`,
      "mend the pack: docs/packs.md says how it is written",
    ),
  );
  return [own, ...others];
}

function attempt(work: () => string, todo: string): Finding {
  try {
    return ok("packs", work());
  } catch (error) {
    return fault("packs", error instanceof UserError ? error.message : String(error), todo);
  }
}

const OPTIONAL = [["metrics", ["@opentelemetry/sdk-metrics", "@opentelemetry/exporter-prometheus"]]] as const;

/** Parts that Hearsay does without; none of them is missed until somebody asks for it. */
export async function checkOptional(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [part, packages] of OPTIONAL) {
    const missing = await absent(packages);
    findings.push(
      ok(
        part,
        missing.length === 0
          ? "can be counted (serve --metrics)"
          : `can't be counted; if you want them: npm install ${missing.join(" ")}`,
      ),
    );
  }
  return findings;
}

async function absent(packages: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const name of packages)
    try {
      await import(name);
    } catch {
      missing.push(name);
    }
  return missing;
}
