import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../../../src/extract/proposal.ts";
import { findSilences } from "../../../src/extract/silences/silences.ts";
import type { FoundSilence, SilenceKind } from "../../../src/model/entries.ts";
import { ownPacks } from "../../../src/packs/packs.ts";
import { read } from "../../../src/read/read.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

function silencesIn(text: string): FoundSilence[] {
  return findSilences(contextOf(read(paragraphsOf(text)).reading, ownPacks()), []);
}

/** A text, a denial, a custom or a question met in many words; the piece named must lie in the one silence found. */
const FOUND: readonly (readonly [SilenceKind, string, string])[] = [
  ["topic-not-mentioned", "not one line on wages", "Marsh's speech to the guild contained not one line on wages."],
  ["topic-not-mentioned", "nothing on", "The Solvan Daily's report held nothing on the pact."],
  ["topic-not-mentioned", "bare of any reference", "The readout was bare of any reference to the border."],
  ["topic-not-mentioned", "nowhere", "Nowhere is the ferry's engineer, Tom Birch, named."],
  ["topic-not-mentioned", "no trace", "Of the new ships there is no trace."],
  ["topic-not-mentioned", "no mention", "Of the forty families there is no mention anywhere."],
  ["topic-not-mentioned", "Neither text", "Neither text has a line on the islands."],
  ["topic-not-mentioned", "no room", "The bishop's letter finds no room for the boarders."],
  ["topic-not-mentioned", "no airing", "The dam, which led his last three speeches, got no airing at all."],
  ["message-absent", "no word of regret", "She had no word of regret for the families."],
  ["message-absent", "none of the apologies", "The letter offers none of the apologies that the families sought."],
  ["topic-not-mentioned", "taken out", "A paragraph on the port was taken out overnight."],
  ["topic-not-mentioned", "did not survive", "The sentence on “deep friendship” did not survive either."],
  ["topic-not-mentioned", "Gone was", "Gone was the promise, made in May, of a cap on diesel."],
  ["topic-not-mentioned", "is any account", "Missing, too, is any account of the last call."],
  ["topic-not-mentioned", "out of it", "Marsh spoke for an hour; she left her father's trial out of it."],
  ["not-criticised", "names out", "Marsh scolded two governors while leaving their names out."],
  ["content-withheld", "faded out", "The state broadcaster faded out the sound when a deputy rose to speak."],
  ["content-withheld", "breaks off", "A recording of the meeting breaks off at noon and resumes eleven minutes later."],
  ["content-withheld", "in place of", "State TV ran footage of Marsh with music in place of his voice."],
  [
    "answer-not-given",
    "laughed",
    "Pressed on whether the bank had sold gold, Marsh laughed and took the next question.",
  ],
  ["answer-not-given", "instead", "Asked twice whether the firm would be fined, she spoke instead of new ships."],
  ["answer-not-given", "put the phone down", "The harbourmaster put the phone down when the paper rang."],
  ["answer-not-given", "unanswered", "The ministry left a list of questions from the paper unanswered."],
  ["detail-withheld", "no further", "A spokesman confirmed that talks were under way but would go no further."],
  ["detail-withheld", "not its contents", "Birch conceded that the letter had been read, but not its contents."],
  ["topic-not-mentioned", "everything but", "The mayor talks about tourism, about everything but the smoke."],
  ["topic-not-mentioned", "never of", "They talk of healing, never of what was done."],
  ["topic-not-mentioned", "none", "Debt gets six pages, famine none."],
  ["not-criticised", "no finger", "The party deplored the fire but pointed no finger."],
  ["not-criticised", "no one by name", "The report blames “weather and habit”, and no one by name."],
  ["not-criticised", "names no country", "The letter condemns “the South” but names no country."],
  ["message-absent", "wish", "The customary wish for his health was missing from the text."],
  ["act-absent", "not seen", "Marsh's daughter was not seen at the ceremony."],
  ["act-absent", "dispensed with", "The traditional handshake was dispensed with."],
  ["act-absent", "usual press conference", "Nor was there the usual press conference."],
  ["message-absent", "without a message", "Birch has let the day go by without a message."],
  ["message-absent", "appealed", "Unlike in past floods, neither of them has appealed for help."],
  ["act-absent", "without doing so", "Parliament was expected to vote on the budget but adjourned without doing so."],
  ["act-absent", "empty", "The fire chief was to have presented his report; his chair stayed empty."],
  ["act-absent", "made none", "Birch, who promised a decision by Easter, has still made none."],
];

for (const [kind, piece, text] of FOUND)
  test(text, () => {
    const found = silencesIn(text);
    const at = text.indexOf(piece);
    const hit = found.filter((s) => s.span.from < at + piece.length && s.span.to > at && s.kind === kind);
    assert.equal(hit.length, 1, JSON.stringify(found.map((s) => [s.kind, text.slice(s.span.from, s.span.to)])));
    assert.equal(found.length, 1);
  });

/** The same words where nothing was to be said, or somebody tells of the world. */
const NONE = [
  "The bill contains no new money for schools.",
  "The report found no evidence of fraud.",
  "The hall has no room for a second stage.",
  "The tape ended with applause.",
  "The recording ended at noon.",
  "She spoke instead of new ships.",
  "The stream cut through the valley while the mayor spoke.",
  "An offer of help was taken out of the account.",
  "The threat has vanished.",
  "The section of road was taken out by the flood.",
  "Marsh smiled and waved at the crowd.",
  "She walked away from the crash.",
  "He ignored calls to resign.",
  "The inquiry leaves many questions unanswered.",
  "The law will go no further than the old one.",
  "Insults have got no place in a campaign.",
  "The house was anything but quiet.",
  "She lost everything but her coat.",
  "They sell bread and milk, never on Sundays.",
  "The team won six games, its rival none.",
  "The usual crowd was missing its leader.",
  "His usual seat was taken.",
  "The chair stayed empty all winter.",
  "For the first time in years it did not rain.",
  "Marsh was not seen as a threat.",
  "The keys were nowhere to be seen.",
  "The child went without it.",
  "Gone are the days of cheap bread.",
];

for (const text of NONE)
  test(`no silence: ${text}`, () =>
    assert.deepEqual(
      silencesIn(text).map((s) => `${s.kind}: ${text.slice(s.span.from, s.span.to)} (${s.by})`),
      [],
    ));
