import assert from "node:assert/strict";
import { test } from "node:test";
import { framesOf } from "./pages.ts";

const PAGES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "a headline that names the speaker of all that follows",
    [
      "# Remarks by Mayor Ilse Brand at the opening of the bridge",
      "I am glad to be here.",
      "The bridge is long.",
      "We shall mend the gates.",
      "###",
    ],
    ["speech | Mayor Ilse Brand | I am glad to be here. / The bridge is long. / We shall mend the gates."],
  ],
  [
    "a preface is the page's",
    [
      "# Full text of Mayor Brand’s speech",
      "Brand spoke to the council on Friday.",
      "(As prepared for delivery.)",
      "I am glad to be here.",
      "We shall mend the gates.",
    ],
    ["speech | Mayor Brand | I am glad to be here. / We shall mend the gates."],
  ],
  [
    "a title on two lines",
    [
      "# A Day of Gates",
      "Tornby Mayor Ilse Brand's Opening Address",
      "I am glad to be here.",
      "We shall mend the gates.",
      "The bridge is long.",
    ],
    ["speech | Tornby Mayor Ilse Brand | I am glad to be here. / We shall mend the gates. / The bridge is long."],
  ],
  [
    "a headline that tells of a speech",
    ["# Mayor Brand's speech angers divers", "I saw it.", "We all did.", "The mayor left."],
    [],
  ],
  [
    "a report of remarks",
    [
      "# Remarks by Mayor Brand anger divers",
      "The mayor spoke on Friday.",
      "Divers left the hall.",
      "She said “I am glad”.",
    ],
    [],
  ],
  ["a report of a letter", ["# Letter of thanks to the divers", "I hear that they wept.", "We all did."], []],
  [
    "a headline with the word alone",
    ["# Statement of the obvious", "I went to the gates. We saw them.", "They were shut, and I left."],
    [],
  ],
  [
    "a letter from greeting to farewell",
    [
      "The town was sent this:",
      "Dear councillors,",
      "Our gates are shut.",
      "We ask you to mend them.",
      "Yours sincerely,",
      "Ilse Brand, mayor of Tornby",
      "The council meets on Monday.",
    ],
    ["letter | Ilse Brand, mayor of Tornby | Our gates are shut. / We ask you to mend them."],
  ],
  ["a greeting that nobody signs", ["Dear readers, the gates are shut.", "The town is old."], []],
  [
    "a digest of one newspaper",
    ["Following are major news items in the Harbour Post on Friday:", "- Wheat prices fell.", "- The gates stay shut."],
    [
      "press-statement | the Harbour Post | Wheat prices fell.",
      "press-statement | the Harbour Post | The gates stay shut.",
    ],
  ],
  [
    "a digest of several, named over, before and behind their items",
    [
      "These are some of the leading stories in the newspapers on Friday.",
      "Harbour Post",
      "- Wheat prices fell.",
      "Tornby Daily: The gates stay shut.",
      "Boats may turn. (The Pilot)",
    ],
    [
      "press-statement | Harbour Post | Wheat prices fell.",
      "press-statement | Tornby Daily | The gates stay shut.",
      "press-statement | The Pilot | Boats may turn.",
    ],
  ],
  [
    "an item that says itself whose it is",
    [
      "Following are major news items in the Harbour Post on Friday:",
      "The Tornby Daily reports that wheat prices fell.",
      "The gates stay shut.",
    ],
    ["press-statement | the Harbour Post | The gates stay shut."],
  ],
];

test("whole pages, letters and digests", async (t) => {
  for (const [name, lines, frames] of PAGES) await t.test(name, () => assert.deepEqual(framesOf(lines), frames));
});
