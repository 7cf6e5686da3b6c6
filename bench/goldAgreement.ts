/**
 * node bench/goldAgreement.ts: how far the two hands who marked bench/gold agreed before their differences were settled. Works on
 * the stored marks alone. Names are compared as the scorer compares them; who is nobody may stand in a chain or not.
 */
import {
  type Hand,
  type HandSilence,
  type MarkedHop,
  type MarkedStatement,
  judgedTexts,
  markedTexts,
} from "./gold/marks.ts";
import { asSpan, overlap, sameName } from "./gold/match.ts";

type Labelled = MarkedStatement & Hand;
type Pair<T> = readonly [T, T];

const texts = markedTexts("both");
const sentences = judgedTexts("both").flatMap((text) => text.sentences);
const statements = texts.flatMap((text) => text.statements);
const hands = statements.map((s): Pair<Labelled> => [
  { ...s, ...s.hands[0] },
  { ...s, ...s.hands[1] },
]);

console.log(`${texts.length} texts, ${statements.length} statements both hands marked`);
const fields: [string, (s: Labelled) => string, ((s: Labelled) => boolean)?][] = [
  ["kind of the speaker", (s) => s.kind],
  ["act", (s) => s.act],
  ["strength", (s) => s.strength],
  ["negated", (s) => String(s.negated)],
  ["voice, where either gave one", (s) => s.voice ?? "none", (s) => s.voice !== null],
  ["condition or none", (s) => String(s.condition !== null)],
  ["kind of frame, where framed", (s) => s.frame ?? "none", (s) => s.frame !== null],
  ["day uttered, where either gave one", (s) => s.uttered ?? "none", (s) => s.uttered !== null],
];
for (const [name, label, wanted] of fields) {
  const compared = wanted ? hands.filter(([a, b]) => wanted(a) || wanted(b)) : hands;
  agreement(
    name,
    compared.map(([a, b]) => [label(a), label(b)]),
  );
}
share("speaker’s name", hands.map(sameSpeaker));
share("whole chain", hands.map(sameChain));
share(
  "trigger of a condition, where both saw one",
  hands
    .filter(([a, b]) => a.condition && b.condition)
    .map(([a, b]) => overlaps(a.condition?.trigger, b.condition?.trigger)),
);

const seen = texts.flatMap((text) => text.silences.map(({ hands: of }) => of));
silences("silences found in the texts", seen);
console.log(`${sentences.length} sentences picked by a wide pattern`);
for (const [name, first] of [
  ["S: holds a silence or not", "S"],
  ["T: holds a silence or not", "T"],
  ["U: holds a silence or not", "U"],
] as const)
  agreement(
    name,
    sentences.filter(({ id }) => id.startsWith(first)).map(({ hands: [a, b] }) => [String(a), String(b)]),
  );
agreement(
  "all sheets: holds a silence or not",
  sentences.map(({ hands: [a, b] }) => [String(a), String(b)]),
);
silences(
  "silences in them",
  sentences.flatMap((s) => s.silences.map(({ hands: of }) => of)),
);

function sameSpeaker([a, b]: Pair<Labelled>): boolean {
  return sameName({ name: a.speaker, kind: a.kind }, { name: b.speaker, kind: a.kind });
}

function sameChain([a, b]: Pair<Labelled>): boolean {
  const one = a.chain.filter((hop) => hop.kind !== "none");
  const other = b.chain.filter((hop) => hop.kind !== "none");
  return one.length === other.length && one.every((hop, i) => sameName(hop, other[i] as MarkedHop));
}

function overlaps(a: readonly [number, number] | undefined, b: readonly [number, number] | undefined): boolean {
  return a !== undefined && b !== undefined && overlap([asSpan(a)], [asSpan(b)]) > 0;
}

/** F1 of one hand against the other, by overlap; then the kinds of those both saw. */
function silences(name: string, pairs: readonly Pair<HandSilence | null>[]): void {
  const both = pairs.filter(([a, b]) => overlaps(a?.span, b?.span)) as Pair<HandSilence>[];
  const all = pairs.flat().filter((s) => s !== null).length;
  print(name, `F1 ${percent(2 * both.length, all)} of ${pairs.length} that either saw and that were kept`);
  agreement(
    "  their kind",
    both.map(([a, b]) => [a.kind, b.kind]),
  );
}

/** Raw agreement and Cohen's kappa (Cohen 1960): agreement beyond what two hands with these habits reach by chance. */
function agreement(name: string, pairs: readonly Pair<string>[]): void {
  const n = pairs.length;
  const raw = pairs.filter(([a, b]) => a === b).length / n;
  const labels = new Set(pairs.flat());
  const chance = [...labels].reduce((sum, label) => {
    const [a, b] = [0, 1].map((hand) => pairs.filter((pair) => pair[hand as 0 | 1] === label).length / n) as [
      number,
      number,
    ];
    return sum + a * b;
  }, 0);
  const kappa = chance === 1 ? "–" : ((raw - chance) / (1 - chance)).toFixed(2);
  print(name, `${(100 * raw).toFixed(1)} % of ${n}, kappa ${kappa}`);
}

function share(name: string, hits: readonly boolean[]): void {
  print(name, `${percent(hits.filter(Boolean).length, hits.length)} of ${hits.length} equal`);
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(1)} %`;
}

function print(name: string, figures: string): void {
  console.log(`  ${name.padEnd(46)} ${figures}`);
}
