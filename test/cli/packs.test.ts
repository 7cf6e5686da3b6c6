import assert from "node:assert/strict";
import { test } from "node:test";
import { readingLine } from "../../src/export/schema.ts";
import { folderWith, hearsay } from "./run.ts";

const TEXT = `The HWB said on Monday that the quay would stay shut.

Dita Bronsky told the Sallow Harbour News that it would open. “It is dry,” the harbour master said.
`;

const FILES = {
  "a.txt": TEXT,
  "harbour/pack.json": '{"name": "harbour", "description": "The harbour of Sallow."}',
  "harbour/organisations.tsv": "# Source: the board's letterhead.\nHarbour Works Board\tHWB\n",
  "people/pack.json": '{"name": "people", "description": "People of Sallow."}',
  "people/people.tsv": "# Source: the town's yearbook.\nDita Bronski\tDita Bronsky\tf\n",
  "broken/pack.json": '{"name": "broken", "description": "A slip in the second line."}',
  "broken/days.tsv": "# Source: none.\nTide Day\t\t31 February\n",
};

test("each --pack adds what it knows", async (t) => {
  const cwd = folderWith(t, FILES);
  const args = ["read", "--json", "--reader", "fast", "a.txt"];
  const speakers = async (packs: readonly string[]): Promise<string[]> => {
    const { code, out } = await hearsay([...args, ...packs.flatMap((pack) => ["--pack", pack])], { cwd });
    assert.equal(code, 0);
    return readingLine.parse(JSON.parse(out)).statements.map(({ chain }) => chain.at(-1)?.name ?? "");
  };
  assert.deepEqual((await speakers([])).slice(0, 2), ["HWB", "Dita Bronsky"]);
  assert.deepEqual((await speakers(["harbour", "people"])).slice(0, 2), ["Harbour Works Board", "Dita Bronski"]);
});

test("a mistake in a pack ends the call and is told with file, line and column", async (t) => {
  const { code, out, err } = await hearsay(["read", "a.txt", "--pack", "broken"], { cwd: folderWith(t, FILES) });
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /broken\/days\.tsv, line 2, on: "31 February" is no day; write --04-15/);
});
