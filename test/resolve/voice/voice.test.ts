import assert from "node:assert/strict";
import { test } from "node:test";
import type { FoundStatement, Hop, Voice } from "../../../src/model/statement.ts";
import { voiceOf } from "../../../src/resolve/voice/voice.ts";
import { PLAIN_ACT, foundOf } from "../../extract/found.ts";
import { spokenIn } from "../../extract/acts/spokenCases.ts";

const hop = (name: string, kind: Hop["kind"]): Hop => ({ name, kind, span: { from: 0, to: 1 }, cue: null, when: null });
const PLAIN = [hop("Mara Quill", "person")];
const CARRIED = [hop("Norra News Agency", "channel"), hop("Mara Quill", "person")];

/** The voice of the last statement marked in a text. */
function voiceIn(marked: string, chain: readonly Hop[], more: Partial<FoundStatement> = {}, framed = ""): Voice | null {
  const { statements, context } = spokenIn(marked, framed);
  const last = statements.at(-1);
  assert.ok(last);
  const statement: FoundStatement = {
    ...last,
    ...PLAIN_ACT,
    ...more,
  };
  return voiceOf(statement, chain, foundOf(context.reading));
}

const VOICES: readonly (readonly [Voice["of"] | null, string, readonly Hop[]])[] = [
  // Nothing in marks.
  [null, "[s She] [c said] [q the well was dry].", PLAIN],
  [null, "[s She] [c said] [q the well was dry], and left “the Anvil” behind.", PLAIN],
  [null, "“My captain [c told] [q us to leave],” he said.", PLAIN],
  // The speaker's words.
  ["speaker", "[q “The well is dry,”] [s she] [c said].", PLAIN],
  ["speaker", "[q “The well is dry,”] [s she] [c said].", CARRIED],
  ["speaker", "[s She] [c said] [q the well was “bone dry”].", PLAIN],
  ["speaker", "[s She] [c called] [q him a “liar”].", PLAIN],
  ["speaker", "[s She] [c dubbed] [q the law “a gag”].", PLAIN],
  ["speaker", "[q “He was a brave man,”] [s she] [c said].", PLAIN],
  ["speaker", "[q “We cleared the road,”] [s she] [c said].", CARRIED],
  ["speaker", "[q “It snowed,”] [s she] [c said]. [q2< “The roof fell in.”]".replace(/\[(q|s|c) /g, "[$11 "), PLAIN],
  ["speaker", "[s Owner][c :] [q Ferry Deal ‘A Total Loss’ For Norra].", PLAIN],
  ["speaker", "[s She] [c said] [q the envoy spoke in “plain English” to them].", PLAIN],
  // The channel's telling.
  ["channel", "[s Mara Quill] [c said] [q “clarified the stand of the party on the harbour”].", CARRIED],
  ["channel", "[q “She stressed the need to open the locks,”] [c said] [s Quill].", CARRIED],
  ["channel", "[s Quill] [c promised] [q “declared the new orientation of our party for the coast”].", CARRIED],
  ["unknown", "[q “She told our people to wait and I agreed,”] [s Quill] [c said].", CARRIED],
  ["speaker", "[q “She stressed the need to open the locks,”] [c said] [s Quill].", PLAIN],
  ["speaker", "[q “Said and done,”] [c wrote] [s Quill].", PLAIN],
  ["speaker", "[q “He has asked us to wait; it is cold,”] [c said] [s Quill].", CARRIED],
  // Labels and terms.
  ["label", "[s She] [c said] [q the so-called “ghost fleet” had left].", PLAIN],
  ["label", "[s She] [c said] [q a man known as “the Anvil” had left].", PLAIN],
  ["label", "[s She] [c said] [q his supposed “gifts” were bribes].", PLAIN],
  ["label", "[s She] [c said] [q the film “Cold Harbour” was banned].", PLAIN],
  ["label", "[s She] [c said] [q he used “discipline” 14 times].", PLAIN],
  ["label", "[s She] [c said] [q the “Law on Quiet Streets” was a copy].", PLAIN],
  ["label", "[s She] [c demanded] [q an end to the “Harbour Order” of 1931].", PLAIN],
  ["speaker", "[s She] [c said] [q the so-called “ghost fleet” was “a danger to us all”].", PLAIN],
  ["speaker", "[s She] [c said] [q the so-called “we will be back on Monday morning” note was real].", PLAIN],
  // Translations.
  ["translation", "[q “The well is dry,”] [s she] [c said] through an interpreter.", PLAIN],
  ["translation", "[q “The well is dry,”] [s she] [c said] in Korean.", PLAIN],
  ["translation", "[q “The well is dry,”] [s she] [c wrote], according to a translation by the embassy.", PLAIN],
  ["speaker", "[q “The well is dry,”] [s the interpreter] [c said].", PLAIN],
  ["speaker", "[q “They spoke in Korean,”] [s she] [c said].", PLAIN],
  ["speaker", "[q “The well is dry,”] [s she] [c said] in Norra.", PLAIN],
];

test("voice", async (t) => {
  for (const [of, marked, chain] of VOICES)
    await t.test(`${of}: ${marked}`, () => {
      const voice = voiceIn(marked, chain);
      assert.equal(voice?.of ?? null, of, voice?.why);
      assert.ok(voice === null || voice.why !== "");
    });
});

test("nobody beside the marks is nobody's wording", () => {
  assert.equal(voiceIn("[c It read]: [q “Stay away.”]", [hop("", "none")], { cue: null })?.of, "unknown");
});

test("a term in marks inside a framed sentence is a term", () => {
  const framed =
    "[s0 The Union] [c0 issued] [q0 a statement]. [q1< The owners closed our “reading and rest room” in May].";
  assert.equal(voiceIn(framed, PLAIN, { continues: null }, "The Union")?.of, "label");
});

test("the agency's verb inside the marks is its telling, whoever carried it", () => {
  const voice = voiceIn("[s Mara Quill] “[c declared] [q the new orientation of the party]”.", PLAIN, {
    by: "narrated-quotation-1",
  });
  assert.deepEqual(voice, { of: "channel", why: "the marks open with a verb of speaking in the past: “declared”" });
});

test("the US inside the marks is a state, nobody's “us”", () => {
  const plain = "words in marks with a speaker and a cue";
  assert.equal(voiceIn("[s She] [c said] [q “the US must reopen the locks”].", PLAIN)?.why, plain);
  assert.equal(voiceIn("[s She] [c said] [q “the owners told us to wait”].", PLAIN)?.why, "“us” inside the marks");
  assert.equal(voiceIn("[s She] [c said] [q “TELL US NOW, MARA”].", PLAIN)?.why, "“us” inside the marks");
  const told = "[q “She told the US to open the locks,”] [c said] [s Quill].";
  assert.equal(voiceIn(told, CARRIED)?.of, "channel");
  assert.equal(voiceIn(told.replace("the US", "us"), CARRIED)?.of, "unknown");
});
