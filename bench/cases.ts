/**
 * node bench/cases.ts [tune|hold] [--reader fast|full] [--errors]: a reader, the fast one unless said, on our own marked cases. Exact
 * spans by the letters and digits they touch; nested statements count, too.
 */
import { readCases } from "../train/cases.ts";
import { type Score, scoreCase, shareLine, sum } from "./statementScore.ts";

const part = process.argv.includes("hold") ? "hold" : "tune";
const showErrors = process.argv.includes("--errors");
const reader = process.argv[process.argv.indexOf("--reader") + 1] === "full" ? "full" : "fast";
const total: Score[] = [];
for (const marked of readCases(part)) {
  const { score, lines } = scoreCase(marked, reader);
  total.push(score);
  if (showErrors && lines.length > 0)
    console.log([`# ${marked.name}`, marked.text.replaceAll("\n", " ¶ "), ...lines, ""].join("\n"));
}
console.log(shareLine(`${part}, ${reader} reader, ${total.length} cases`, sum(total)));
