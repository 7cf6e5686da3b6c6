import { shownOnOneLine } from "../../export/terminal.ts";
import { PACKAGE } from "../../home.ts";
import type { ArchiveOptions } from "../archive.ts";
import type { Console } from "../console.ts";
import { checkArchive } from "../doctor/archive.ts";
import type { Finding } from "../doctor/finding.ts";
import { checkModels, checkOptional, checkPacks, checkReaders } from "../doctor/parts.ts";
import { checkRuntime, thisMachine } from "../doctor/runtime.ts";

export interface DoctorOptions extends ArchiveOptions {
  readonly pack?: readonly string[];
  readonly json?: boolean;
}

/** Looks at all that Hearsay needs here, says how it is and what to do, and changes nothing. Comes back with how many faults there are. */
export async function doctor(options: DoctorOptions, console: Console): Promise<number> {
  const findings = [
    ...checkRuntime(thisMachine()),
    ...checkModels(),
    ...checkReaders(),
    ...checkPacks(options.pack ?? [], console),
    ...(await checkArchive(options, console)),
    ...(await checkOptional()),
  ];
  const faults = findings.filter(({ level }) => level === "fault").length;
  const warnings = findings.filter(({ level }) => level === "warning").length;
  await console.stdout.write(
    options.json
      ? `${JSON.stringify({ version: PACKAGE.version, faults, warnings, findings })}\n`
      : `Hearsay ${PACKAGE.version}\n${findings.map(lines).join("")}${verdict(faults, warnings)}\n`,
  );
  return faults;
}

function lines({ level, part, says, todo }: Finding): string {
  const line = `${level.padEnd(8)} ${part.padEnd(12)} ${shownOnOneLine(says)}\n`;
  return todo === null ? line : `${line}${" ".repeat(22)}-> ${shownOnOneLine(todo)}\n`;
}

function verdict(faults: number, warnings: number): string {
  const seen = `${faults} ${faults === 1 ? "fault" : "faults"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
  return faults + warnings === 0 ? "All is well." : `${seen}.`;
}
