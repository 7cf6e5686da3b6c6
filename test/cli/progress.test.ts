import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { test } from "node:test";
import { Output } from "../../src/cli/console.ts";
import { Progress } from "../../src/cli/progress.ts";

class Screen extends Writable {
  readonly isTTY: boolean;
  text = "";
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function told(isTTY: boolean, total: number, wanted = true): Promise<string> {
  const screen = new Screen(isTTY);
  let now = 0;
  const progress = new Progress(new Output(screen), total, () => now, wanted);
  for (let done = 0; done < total; done++) {
    await progress.tell(done);
    now += 500;
  }
  await progress.clear();
  return screen.text;
}

test("on a terminal one line is written over and taken away at the end", async () => {
  const text = await told(true, 100);
  assert.ok(text.startsWith("\r\u001b[K1/100 files, 2.0 a second, 50 s left\r\u001b[K2/100"));
  assert.ok(text.endsWith("1 s left\r\u001b[K"));
  assert.ok(!text.includes("\n"));
});

test("elsewhere a line every ten seconds", async () => {
  assert.deepEqual((await told(false, 300)).split("\n").slice(0, 2), [
    "20/300 files, 2.0 a second, 2 min 20 s left",
    "40/300 files, 2.0 a second, 2 min 10 s left",
  ]);
});

test("nothing for a few files, and nothing when it is not wanted", async () => {
  assert.equal(await told(true, 20), "");
  assert.equal(await told(true, 100, false), "");
});
