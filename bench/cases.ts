/**
 * node bench/cases.ts [tune|hold] [--errors]: the fast reader on our own marked cases. Exact spans by the letters and
 * digits they touch; nested statements count, too.
 */
import { readCases } from "../train/cases.ts";
import { type Score, scoreCase, shareLine, sum } from "./statementScore.ts";

const part = process.argv.includes("hold") ? "hold" : "tune";
const showErrors = process.argv.includes("--errors");
const total: Score[] = [];
for (const marked of readCases(part)) {
  const { score, lines } = scoreCase(marked);
  total.push(score);
  if (showErrors && lines.length > 0)
    console.log([`# ${marked.name}`, marked.text.replaceAll("\n", " ¶ "), ...lines, ""].join("\n"));
}
console.log(shareLine(`${part}, ${total.length} cases`, sum(total)));
