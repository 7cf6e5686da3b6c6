/**
 * npm run bench:basil: who spoke the quoted spans of BASIL 2010 to 2015, read by the fast reader. HEARSAY_DATA names the
 * folder that holds basil/. A span counts when its annotation says that it is a quotation and names a person (not "other_anti",
 * not a group, a party or a campaign). It is right when the last hop of the smallest statement around it has that name: the same
 * first and last word, or the same last word where either gives only one. `--misses` lists the others.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { capture } from "../src/ingest/ingest.ts";
import type { Resolved, Statement } from "../src/model/statement.ts";
import { readReport } from "../src/pipeline.ts";

interface Annotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly speaker: string;
  readonly txt: string;
}
interface Article {
  readonly date: string;
  readonly source: string;
  readonly "body-paragraphs": readonly (readonly string[])[];
}

const folder = join(process.env["HEARSAY_DATA"] ?? "", "basil");
if (!existsSync(folder)) {
  console.error(
    `HEARSAY_DATA must name the folder that holds basil/ (it is ${process.env["HEARSAY_DATA"] ?? "not set"})`,
  );
  process.exit(2);
}
const OUTLETS: Readonly<Record<string, string>> = { nyt: "New York Times", fox: "Fox News", hpo: "Huffington Post" };
const GROUP =
  /(?:^|_)(?:other|[Ll]awmakers|Democrats|Republicans|Catholics|Party|officials|companies|protestors|plaintiffs|campaign|NAACP|Now)(?:_|$)/;
const counts = { right: 0, wrong: 0, open: 0, notFound: 0 };
const misses: string[] = [];

for (const year of ["2010", "2011", "2012", "2013", "2014", "2015"])
  for (const file of readdirSync(join(folder, "annotations", year)).toSorted()) {
    const named = annotationsOf(join(folder, "annotations", year, file)).filter(
      (a) => a.quote === "yes" && isName(a.speaker),
    );
    if (named.length === 0) continue;
    const path = join(folder, "articles", year, file.replace("_ann.json", ".json"));
    const { text, sentences, resolved } = read(path);
    for (const a of named) {
      const from = (sentences[Number(a.id.slice(1))] as number) + a.start;
      const statement = around(resolved, { from, to: from + a.txt.length });
      const verdict = judge(statement, a.speaker.replaceAll("_", " "));
      counts[verdict]++;
      const got = statement?.chain.at(-1);
      if (verdict !== "right")
        misses.push(
          `${year}/${file} ${verdict}: ${a.speaker}, read as ${got?.name ?? "nobody"} (${got?.kind ?? "-"}): ${text.slice(from, from + 60)}`,
        );
    }
  }
const all = counts.right + counts.wrong + counts.open + counts.notFound;
console.log(`named speakers of quoted spans: ${all}`);
for (const [what, n] of Object.entries(counts))
  console.log(`${what.padEnd(9)} ${n} (${((100 * n) / all).toFixed(1)} %)`);
const found = all - counts.notFound;
console.log(`right of those found: ${((100 * counts.right) / found).toFixed(1)} %`);
if (process.argv.includes("--misses")) console.log(misses.join("\n"));

function annotationsOf(path: string): Annotation[] {
  const { "phrase-level-annotations": all } = JSON.parse(readFileSync(path, "utf8")) as {
    "phrase-level-annotations": Annotation[];
  };
  return all.filter((a) => /^p\d+$/.test(a.id));
}

/** The article's text as one document, with the offset of each sentence in it. */
function read(path: string): {
  readonly text: string;
  readonly sentences: readonly number[];
  readonly resolved: Resolved;
} {
  const article = JSON.parse(readFileSync(path, "utf8")) as Article;
  const sentences: number[] = [];
  let text = "";
  for (const paragraph of article["body-paragraphs"]) {
    if (text !== "") text += "\n\n";
    for (const [i, sentence] of paragraph.entries()) {
      if (i > 0) text += " ";
      sentences.push(text.length);
      text += sentence;
    }
  }
  const outlet = OUTLETS[article.source] ?? article.source;
  const resolved = readReport(capture(Buffer.from(text), path), { reader: "fast", outlet, published: article.date });
  return { text, sentences, resolved };
}

function isName(speaker: string): boolean {
  return speaker !== "" && /^\p{Lu}/u.test(speaker) && !GROUP.test(speaker);
}

/** The smallest statement whose content holds most of a stretch. */
function around(
  { statements }: Resolved,
  { from, to }: { readonly from: number; readonly to: number },
): Statement | null {
  let best: Statement | null = null;
  let size = Infinity;
  for (const s of statements)
    for (const piece of s.content) {
      const shared = Math.min(piece.to, to) - Math.max(piece.from, from);
      if (shared * 2 < to - from || piece.to - piece.from >= size) continue;
      best = s;
      size = piece.to - piece.from;
    }
  return best;
}

function judge(statement: Statement | null, speaker: string): keyof typeof counts {
  const last = statement?.chain.at(-1);
  if (!last) return "notFound";
  if (last.kind === "none" || last.kind === "outlet" || /^(?:he|she|they|it|who)$/i.test(last.name)) return "open";
  const got = last.name.toLowerCase().split(/[\s-]+/);
  const gold = speaker.toLowerCase().split(/[\s-]+/);
  const same = got.at(-1) === gold.at(-1) && (got.length === 1 || gold.length === 1 || got[0] === gold[0]);
  return same ? "right" : "wrong";
}
