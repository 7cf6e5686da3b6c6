import assert from "node:assert/strict";
import { test } from "node:test";
import { toExplanation } from "../../src/export/explanation.ts";
import type { Resolved } from "../../src/model/statement.ts";
import { SAMPLE, find } from "./sample.ts";

const PLAIN = { name: "ferry.txt", columns: 80, colour: false };
const AT = find("quayis").from;

const EXPLAINED: Resolved = {
  ...SAMPLE,
  tokens: [
    { from: AT, to: AT + 4, reads: "quay" },
    { from: AT + 4, to: AT + 6, reads: "\u001bis" },
  ],
  sentences: [{ ...find("The quayis closed to to freight."), first: 0, last: 2, block: 4 }],
  quotations: [
    {
      span: find('"The quayis closed to to freight."'),
      inner: find("The quayis closed to to freight."),
      style: "double",
      depth: 0,
      closed: true,
      continues: 0,
    },
  ],
  trace: [
    {
      by: "quotes-en-1",
      span: find('"The quayis closed to to freight."'),
      what: "proposed",
      why: "marks without a cue",
    },
    { by: "labels-en-1", span: find("quayis"), what: "dropped", why: "lies inside a longer quotation" },
    { by: "cues-en-1", span: find("reported"), what: "kept", why: "a reporting verb" },
  ],
};

test("an explanation shows what stands at a place, the statements on it and who did what, in order", () => {
  assert.equal(
    toExplanation(EXPLAINED, AT + 4, PLAIN),
    `ferry.txt, offset ${AT + 4}

here         …said, "everything." "The quay▸i◂s closed to to freight." Pho…
token        259–261: “is”, read as “\\u{1b}is”
sentence     251–283, 2 tokens: “The quayis closed to to freight.”
block        250–284, paragraph: “"The quayis closed to to freight."”
quotation    250–284, double, closed, goes on from the paragraph before: “"The
             quayis closed to to freight."”
repair       255–261, glued words: “quayis” read as “quay is”
remark       255–261, note: words run together

Statements here
statement 4  content of what Transport Minister Ines Okoro says, 250–284 “"The
             quayis closed to to freight."” (sample-1)
  chain      Sallow Gazette (outlet) ← Transport Minister Ines Okoro (person)
  said       at a time not known

silence      detail-withheld, 251–268 (silence-sample)

What the rules and models did here, in order
proposed     quotes-en-1, 250–284 “"The quayis closed to to freight."”: marks
             without a cue
dropped      labels-en-1, 255–261 “quayis”: lies inside a longer quotation
`,
  );
});

test("where nothing was found, it says so", () => {
  const page = toExplanation(SAMPLE, find("Photo").from, PLAIN);
  assert.match(page, /\nNo statement stands on this place\.\n\nNo rule and no model proposed anything here\.\n$/);
});

test("an offset outside the text is a wrong call", () => {
  for (const at of [-1, 0.5, SAMPLE.document.text.length, Number.NaN])
    assert.throws(() => toExplanation(SAMPLE, at, PLAIN), RangeError);
});
