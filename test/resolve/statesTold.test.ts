import assert from "node:assert/strict";
import { test } from "node:test";
import { statesTold } from "../../src/resolve/statesTold.ts";
import { fieldOf } from "../../src/resolve/field.ts";
import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

const SPEAKERS: SpeakerCases = {
  "a state that no pack knows": [
    ["Norvel's foreign ministry is shut. [s Norvel] [c denied] [q a role in it].", "Norvel state"],
    ["[s Norvel] [c accused] [q neighbouring Maskar of shelling a post].", "Norvel state"],
    [
      "[s Maskar] [c said] [q it would come]. A truce between Norvel and Maskar held. The embassy in Norvel closed.",
      "Maskar state",
    ],
    ["[s Norvel] [c said] [q it would come]. Maskar's central bank closed. Norvel's army left.", "Norvel state"],
  ],
  "none that a person or a body is called by": [
    ["President Paul Reed came. Reed's foreign minister left. [s Reed] [c said] [q it leaked].", "Paul Reed"],
    ["Quarnby's ambassador left as Mr. Quarnby fell ill. [s Quarnby] [c said] [q it leaked].", "Quarnby"],
    ["Tom Birch's team and Dawes's government met. [s Dawes] [c said] [q it leaked].", "Dawes"],
  ],
};

testSpeakers(SPEAKERS);

test("what the text tells to be states, and what it does not", () => {
  const told = (text: string): string[] => [...statesTold(text, (name) => fieldOf().withSurname(name).length > 0)];
  assert.deepEqual(told("Norvel's outgoing defence minister met the Norvel side in the east. Norvel won."), ["Norvel"]);
  assert.deepEqual(told("The Brotherhood's army, the Brotherhood's foreign minister."), []);
  assert.deepEqual(told("Quarnby's army left, as did Quarnby's troops."), []);
  assert.deepEqual(told("Putin's foreign minister met Trump's ambassador."), []);
  assert.deepEqual(told("Norvel's government resigned, Harvard's president did not."), []);
});
