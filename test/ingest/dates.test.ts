import assert from "node:assert/strict";
import { test } from "node:test";
import { findDate } from "../../src/ingest/dates.ts";

const CASES: readonly [words: string, edtf: string][] = [
  ["07:45 GMT 09.02.2022", "2022-02-09T07:45:00Z"],
  ["09.02.2022", "2022-02-09"],
  ["9.2.2022, 18:30", "2022-02-09"],
  ["February 9, 2022", "2022-02-09"],
  ["Wednesday, February 9, 2022 at 11:05 PM EST", "2022-02-10T04:05:00Z"],
  ["9 February 2022", "2022-02-09"],
  ["Feb. 9, 2022", "2022-02-09"],
  ["Sept. 3, 2022", "2022-09-03"],
  ["3rd March 2022 10.15 UTC", "2022-03-03T10:15:00Z"],
  ["2022-02-09", "2022-02-09"],
  ["2022-02-09T07:45:00Z", "2022-02-09T07:45:00Z"],
  ["2022-02-09T07:45:00.123+09:00", "2022-02-08T22:45:00Z"],
  ["2022-02-09T07:45-0330", "2022-02-09T11:15:00Z"],
  ["2022-02-09T07:45:00", "2022-02-09"],
  ["2022/02/09", "2022-02-09"],
  ["25/12/2021", "2021-12-25"],
  ["12/25/2021", "2021-12-25"],
  ["04/04/2021", "2021-04-04"],
  ["May 1, 2021 9:00 am KST", "2021-05-01T00:00:00Z"],
  ["1 May 2021 | 12:30 GMT+2", "2021-05-01T10:30:00Z"],
  ["1 May 2021 12:30 IST", "2021-05-01"],
  ["29 February 2024", "2024-02-29"],
];
for (const [words, edtf] of CASES) test(`"${words}" is ${edtf}`, () => assert.equal(findDate(words)?.edtf, edtf));

const UNUSABLE: readonly [words: string, why: RegExp][] = [
  ["03/04/2021", /either way/],
  ["August 14", /no year/],
  ["14 August", /no year/],
  ["30 February 2021", /no such day/],
  ["31.04.2021", /no such day/],
  ["2021-02-09T25:00:00Z", /no such time/],
];
for (const [words, why] of UNUSABLE)
  test(`"${words}" is no date to rely on`, () => {
    const found = findDate(words);
    assert.ok(found && found.edtf === null);
    assert.match(found.why, why);
  });

for (const words of ["on Thursday", "in 2021", "chapter 3.4.12345", "1.5 million", "may 5 of them", "10:15", ""])
  test(`"${words}" holds no full date`, () => assert.equal(findDate(words)?.edtf ?? null, null));

test("the span covers the date and the clock beside it", () => {
  const words = "Cordillera Radio 07:45 GMT 09.02.2022 on air";
  const found = findDate(words);
  assert.equal(words.slice(found?.span.from, found?.span.to), "07:45 GMT 09.02.2022");
});
