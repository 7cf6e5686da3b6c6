import assert from "node:assert/strict";
import { test } from "node:test";
import { channelOf } from "../../src/resolve/channels.ts";

/** One sentence; its cue stands in ‹ ›, its content begins at ⟦ where it follows the cue. The channel, or null. */
const CASES: readonly [marked: string, channel: string | null][] = [
  ["He ‹was quoted by the Tarvian Telegraph Agency as saying› ⟦the gates would open.", "Tarvian Telegraph Agency"],
  ["“We will win,” he ‹was quoted as saying› by Xinhua.", "Xinhua"],
  ["“We will win,” he ‹was quoted as saying› by a friend.", null],
  ["He ‹told› the newspaper Zrcadlo ⟦that he would sell.", "Zrcadlo"],
  ["He ‹told› a news conference ⟦that he would sell.", null],
  ["He ‹told› radio host Tom Birch ⟦that he would sell.", null],
  ["He ‹told› state radio ⟦that he would sell.", "state radio"],
  ["He ‹told› Lindholt Television.", "Lindholt Television"],
  ["He ‹told› reporters ⟦that he would sell.", null],
  [
    "The minister ‹said› in a statement carried by the Tarvian Telegraph Agency ⟦that talks had failed.",
    "Tarvian Telegraph Agency",
  ],
  ["The minister ‹said› in a speech broadcast live by state television ⟦that talks had failed.", "state television"],
  ["The minister ‹said› in a letter carried by a horseman ⟦that talks had failed.", null],
  ["In comments reported on Thursday by Reuters, hours before the vote, Solvan ‹says› ⟦he will go.", "Reuters"],
  ["In the town, burned by soldiers, Solvan ‹said› ⟦he would stay.", null],
  ["Solvan ‹said› ⟦reports published by Reuters were wrong.", null],
];

for (const [marked, channel] of CASES)
  test(marked, () => {
    const text = marked.replace(/[‹›⟦]/g, "");
    const from = marked.indexOf("‹");
    const cue = { from, to: marked.indexOf("›") - 1 };
    const begins = marked.indexOf("⟦");
    const found = channelOf(text, { from: 0, to: text.length }, cue, begins < 0 ? text.length : begins - 2);
    assert.equal(found?.name ?? null, channel);
    if (found) assert.ok(found.span.from >= 0 && found.span.to <= text.length && found.span.from < found.span.to);
  });
