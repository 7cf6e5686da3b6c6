import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { inTurns } from "../../src/http/turns.ts";

const asked = (path: string): Request => new Request(`http://localhost${path}`);

test("requests begin one in each turn, in the order they came, and those that watch do not wait", async () => {
  const begun: string[] = [];
  const taken = inTurns(
    (request: Request) => {
      const { pathname } = new URL(request.url);
      begun.push(pathname);
      return pathname;
    },
    ({ url }) => url.endsWith("/health"),
  );
  const answers = ["/a", "/b", "/c", "/health"].map((path) => taken(asked(path)));
  await Promise.resolve();
  assert.deepEqual(begun, ["/health"], "nothing else begins in the turn it came in");
  for (const so of [["/a"], ["/a", "/b"], ["/a", "/b", "/c"]]) {
    await turn();
    assert.deepEqual(begun.slice(1), so);
  }
  assert.deepEqual(await Promise.all(answers), ["/a", "/b", "/c", "/health"]);
});

test("one that fails or never ends does not hold up those behind it", async () => {
  const taken = inTurns(
    async (request: Request) => {
      if (request.url.endsWith("/fails")) throw new Error("fails");
      if (request.url.endsWith("/never")) await new Promise(() => {});
      return request.url;
    },
    () => false,
  );
  void taken(asked("/never"));
  const failing = taken(asked("/fails"));
  const last = taken(asked("/last"));
  await assert.rejects(failing, /fails/);
  assert.match(await last, /last$/);
  assert.match(await taken(asked("/later")), /later$/);
});
