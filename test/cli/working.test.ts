import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Readable, Writable } from "node:stream";
import { type TestContext, test } from "node:test";
import { Output } from "../../src/cli/console.ts";
import { program } from "../../src/cli/program.ts";
import { UserError } from "../../src/model/errors.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { FERRY, QUAY, idWith, keep } from "../archive/reports.ts";
import { type Outcome, folderWith, hearsay } from "./run.ts";

type Run = (...args: string[]) => Promise<Outcome>;

interface Archive {
  readonly cwd: string;
  /** Runs a command on the archive in the folder; standing decisions are made by Mira Sand. */
  readonly run: Run;
  readonly id: (words: string) => Promise<string>;
}

async function archive(t: TestContext): Promise<Archive> {
  const cwd = folderWith(t, { "ferry.txt": FERRY, "quay.txt": QUAY });
  const path = join(cwd, "hearsay.db");
  const opened = async <T>(work: (store: Awaited<ReturnType<typeof openSqlite>>) => Promise<T>): Promise<T> => {
    const store = await openSqlite(path);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  await opened((store) => keep(store, { [join(cwd, "ferry.txt")]: FERRY, [join(cwd, "quay.txt")]: QUAY }));
  return {
    cwd,
    run: (...args) => within(cwd, args),
    id: (words) => opened((store) => idWith(store, words)),
  };
}

/** Runs a command in this process, as `main.ts` does: there are many here. Commander's own errors are for `hearsay` to show. */
async function within(folder: string, args: readonly string[]): Promise<Outcome> {
  const written = { out: "", err: "" };
  const into = (which: "out" | "err"): Output =>
    new Output(
      new Writable({
        write(chunk: Buffer, _, done) {
          written[which] += chunk.toString();
          done();
        },
      }),
    );
  const env = { HEARSAY_USER: "Mira Sand", COLUMNS: "100" };
  const console = { stdin: Readable.from([]), stdout: into("out"), stderr: into("err"), env, folder };
  let failed = 0;
  try {
    await program(console, (inputs) => (failed = inputs)).parseAsync(args, { from: "user" });
    return { code: failed > 0 ? 1 : 0, ...written };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.exitCode, out: written.out, err: `${written.err}${error.message}` };
  }
}

/** The output of a command that must go well. */
async function out(outcome: Promise<Outcome>): Promise<string> {
  const { code, out, err } = await outcome;
  assert.equal(code, 0, err);
  return out;
}

test("find marks what it found, says each standing in words and mark, and turns pages", async (t) => {
  const { run, id } = await archive(t);
  const twice = await id("not close it twice");
  await out(run("confirm", twice));
  await out(run("dispute", await id("quay was safe"), "--reason", "the tape says otherwise"));
  const found = await out(run("find", "close*"));
  assert.match(found, /^● confirmed · Ada Novak · refuse · said Monday 3 March 2031 \(derived\)$/m);
  assert.match(found, /^ {4}│ “We will not \*close\* it twice,”$/m);
  assert.match(found, new RegExp(`^ {4}${twice.replace(".", "\\.")} · direct · “Ferry to run again`, "m"));
  assert.match(found, /^○ candidate · Teodor Brandsma-Kwizera · warn · said Thursday 6 March 2031 \(derived\)$/m);
  assert.match(await out(run("find", "safe")), /^◐ disputed · harbour union · deny · /m);
  const first = await out(run("find", "--kind", "statement", "--limit", "4"));
  const cursor = /--cursor (\S+)/.exec(first)?.[1] as string;
  const second = await out(run("find", "--kind", "statement", "--limit", "4", "--cursor", cursor));
  assert.equal((first + second).match(/^[○●◐⊘] /gm)?.length, 7);
  assert.doesNotMatch(second, /--cursor/);
});

test("find's JSON has the words, where they were found, and the record as the contract has it", async (t) => {
  const { run, id } = await archive(t);
  const { items, cursor, hearsay: shape } = JSON.parse(await out(run("find", "twice", "--json")));
  const [item] = items;
  assert.deepEqual([shape, cursor, items.length], ["found-1", null, 1]);
  assert.deepEqual(
    [item.id, item.standing, item.speaker, item.words, item.snippet.found, item.record.words],
    [
      await id("not close it twice"),
      "candidate",
      "Ada Novak",
      "“We will not close it twice,”",
      [[22, 27]],
      [item.words],
    ],
  );
  assert.deepEqual(JSON.parse(await out(run("find", "nowhere", "--json"))), {
    hearsay: "found-1",
    items: [],
    cursor: null,
  });
});

test("who finds nothing hears what to try, who asks wrongly what is wrong", async (t) => {
  const { run, cwd } = await archive(t);
  assert.match(
    await out(run("find", "twice", "--act", "vow")),
    /^Nothing found\. Without the words|Without --act something is found\./,
  );
  assert.match(await out(run("find", "twice", "nowhere")), /Alone, “twice” can be found\./);
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [["find", "--speaker", "Bo Lind"], /nobody called “Bo Lind” speaks in .*; most often: /],
    [["find", "--speaker", "novak"], /“novak” may be “Ada Novak” \(\d\), “A\. Novak” \(\d\); write one of them/],
    [["find", "--cursor", "x"], /“x” is no cursor of this list/],
    [["find", "--", "-twice"], /has no word to look for/],
    [["cite", "zz"], /there is no statement or silence zz/],
    [["cite", "."], /may be .*; write more of it/],
    [["confirm", "zz", "--by", ""], /needs the name of who decides/],
    [["dispute", "."], /needs a reason/],
    [["undo", "77"], /there is no entry 77/],
    [["verify"], /nothing to check/],
    [["verify", "ferry.txt", "quay.txt"], /ferry\.txt holds no receipt/],
    [["find", "--archive", "ferry.txt"], /ferry\.txt: /],
    [["find", "--archive", "none.db"], /none\.db: there is no archive; hearsay add makes one/],
  ];
  for (const [args, message] of wrong) {
    const { code, err } = await run(...args);
    assert.ok(code === 2 || (code === 1 && args.includes("ferry.txt")), `${args.join(" ")}: ${code} ${err}`);
    assert.match(err, message);
  }
  for (const [args, message] of [
    [["find", "--act", "promise"], /Allowed choices are assert/],
    [["find", "--said", "2031-02-30"], /Write days, months or years/],
    [["find", "--limit", "0"], /Write a whole number from 1 to 500/],
    [["correct", ".", "--at", "3"], /Write two offsets/],
  ] as const) {
    const { code, err } = await hearsay(args, { cwd });
    assert.deepEqual([code, message.test(err)], [2, true], err);
  }
  const nameless = await hearsay(["confirm", "."], { cwd });
  assert.deepEqual([nameless.code, /set HEARSAY_USER/.test(nameless.err)], [2, true]);
});

test("person and timeline tell who spoke when, and how the days are known", async (t) => {
  const { run } = await archive(t);
  const person = await run("person", "ada");
  assert.match(person.err, /“ada” is taken for “Ada Novak”/);
  assert.match(
    person.out,
    /^Ada Novak\n\n3 statements, 1 silence\n {2}standing: candidate 3\n {2}acts: assert 1 · predict 1 · refuse 1$/m,
  );
  assert.match(person.out, /^By month said\n {2}2031-03 3 █+$/m);
  const timeline = await out(run("timeline", "--kind", "statement"));
  const days = timeline.match(/^(?:Mon|Tues|Thurs)day .*$/gm);
  assert.deepEqual(days, ["Thursday 6 March 2031", "Tuesday 4 March 2031", "Monday 3 March 2031"]);
  assert.match(timeline, /^ {4}day: /m);
  assert.match(timeline, /2 more records on days not known; hearsay find shows them\.$/m);
});

test("a citation and its receipt can be checked by a stranger, without the archive", async (t) => {
  const { run, id, cwd } = await archive(t);
  const full = await id("not close it twice");
  const cited = await out(run("cite", full.slice(0, 20)));
  assert.match(cited, /^> “We will not close it twice,”\n\nStanding: +○ CANDIDATE – /);
  for (const line of [
    /^Said by: +Ada Novak, person$/m,
    /^Verbatim: +quoted; given as the speaker’s own wording/m,
    /^Published: +“Ferry to run again, minister says”, Northwire, Tuesday 4 March 2031 \(stated\)$/m,
    /^Characters: +\d+–\d+ of text [0-9a-f]{64} \(edition 1, UTF-16 units\)$/m,
    /^SHA-256: +[0-9a-f]{64}$/m,
    /^Not proven: +That the outlet published it/m,
  ])
    assert.match(cited, line);
  const made = await out(run("receipt", full));
  writeFileSync(join(cwd, "r.json"), made);
  const stranger = folderWith(t, { "r.json": made, "copy.txt": FERRY, "other.txt": QUAY });
  const alone = await hearsay(["verify", "r.json"], { cwd: stranger });
  assert.equal(alone.code, 0);
  assert.match(alone.out, /The words were not looked up: name the file too, \d+ bytes from /);
  const held = await hearsay(["verify", "r.json", "copy.txt"], { cwd: stranger });
  assert.equal(held.code, 0);
  assert.match(held.out, /✓ the words stand at \d+–\d+: “We will not close it twice,”\nIt holds\. Proves: /);
  const other = await hearsay(["verify", "r.json", "other.txt"], { cwd: stranger });
  assert.equal(other.code, 1);
  assert.match(other.out, /✗ the file is the one captured: no, sha256 /);
  const piped = await hearsay(["verify", "-", "copy.txt", "--quiet"], {
    cwd: stranger,
    stdin: JSON.stringify(JSON.parse(made)),
  });
  assert.deepEqual([piped.code, piped.out], [0, ""], "on one line it is the same receipt");
  const altered = made.replace("We will not close", "We will surely close");
  const misquoted = await hearsay(["verify", "-", "--quiet"], { cwd: stranger, stdin: altered });
  assert.equal(misquoted.code, 1);
  assert.match(misquoted.out, /✗ it quotes the words it speaks of/);
  const broken = await hearsay(["verify", "-"], { cwd: stranger, stdin: '{"hearsay":"receipt-1"}' });
  assert.deepEqual([broken.code, /not a receipt as Hearsay makes them: id: /.test(broken.out)], [1, true]);
  const home = await run("verify", "r.json", "ferry.txt", "--archive");
  assert.equal(home.code, 0);
  assert.match(home.out, /✓ the record is what the receipt says: candidate/);
});

test("each decision says how to take it back, and taking it back does so", async (t) => {
  const { run, id } = await archive(t);
  const twice = await id("not close it twice");
  const standing = async (): Promise<string> =>
    (await out(run("cite", twice, "--format", "json"))).match(/"standing": "(\w+)"/)?.[1] ?? "";
  const confirmed = await out(run("confirm", twice, "--reason", "I was there"));
  assert.equal(
    confirmed,
    `${twice}: confirmed by Mira Sand, entry 7; it is ● confirmed now. To take it back: hearsay undo 7\n`,
  );
  assert.equal(
    await out(run("undo", "7")),
    `${twice}: entry 7 taken back by Mira Sand, entry 8; it is ○ candidate now\n`,
  );
  await out(run("retract", twice, "--reason", "a rehearsal", "--by", "Jon Alm"));
  assert.equal(await standing(), "retracted");
  assert.match(await out(run("find", "--standing", "retracted")), /^⊘ retracted · Ada Novak/);
  await out(run("undo", twice));
  const corrected = await out(
    run(
      "correct",
      twice,
      "--words",
      "not close it twice",
      "--speaker",
      "Novak’s office",
      "--speaker-kind",
      "office",
      "--act",
      "vow",
      "--said",
      "2031-03-03",
    ),
  );
  assert.match(corrected, /: corrected by Mira Sand, entry 11; it is ● confirmed now/);
  const found = await out(run("find", "--speaker", "Novak’s office", "--said", "2031-03-03"));
  assert.match(found, /^● confirmed, corrected · Novak’s office · vow · said Monday 3 March 2031 \(given\)$/m);
  await out(run("undo", "11"));
  const [, at] = /Characters: +(\S+)/.exec(await out(run("cite", twice))) ?? [];
  await out(run("correct", twice, "--at", at as string, "--said", "unknown"));
  assert.equal(await standing(), "confirmed");
  assert.match(
    await out(run("merge", "A. Novak", "--into", "Ada Novak")),
    /^“A\. Novak” is filed under “Ada Novak”, by Mira Sand, entry 14\. To take it back: hearsay undo 14$/m,
  );
  assert.match(
    await out(run("person", "A. Novak")),
    /^Ada Novak\nfiled with it: A\. Novak\n\n5 statements, 1 silence$/m,
  );
  assert.match(await out(run("split", "A. Novak")), /^“A\. Novak” stands for itself, by Mira Sand, entry 15/);
  assert.match(
    await out(run("verify", "--archive")),
    /15 ledger entries in one chain, 2 articles, 2 captures, 8 records: all as it was written$/m,
  );
});

test("verify --archive tells each fault and goes on", async (t) => {
  const { run, cwd } = await archive(t);
  const file = new DatabaseSync(join(cwd, "hearsay.db"));
  file.exec("update records set words = 'Something else' where kind = 'silence'; delete from texts where rowid = 1");
  file.close();
  const { code, out: told } = await run("verify", "--archive", "hearsay.db");
  assert.equal(code, 1);
  assert.match(told, /^fault: records \S+ \S+: is not what the ledger says; hearsay rebuild makes the tables anew$/m);
  assert.match(told, /^fault: \S+, edition 1: text [0-9a-f]{12}… is missing$/m);
  assert.match(told, /: \d+ faults in 2 articles, 2 captures, \d records$/m);
});

test("whoever looks for a name is told how to find what the one called so said", async (t) => {
  const { run } = await archive(t);
  const { err, out: found } = await run("find", "novak");
  assert.match(found, /Nothing found/);
  assert.equal(
    err,
    "hearsay: looked for in the words; who is called so speaks with --speaker: “Ada Novak” (4), “A. Novak” (2)\n",
  );
  assert.match(await out(run("find", "--outlet", "northwire")), / · no day told$/m);
  assert.equal((await run("timeline", "novak")).err, err);
  assert.equal((await run("find", "ferry")).err, "");
  assert.equal((await run("find", "--json", "novak")).err, "");
});

test("history takes the id of an article, or of anything in it, as short as the others", async (t) => {
  const { run, id } = await archive(t);
  const full = await id("not close it twice");
  const whole = await out(run("history", full.slice(0, 16)));
  for (const named of [full, full.slice(0, 20), full.slice(0, 6)])
    assert.equal(await out(run("history", named)), whole);
  assert.match((await run("history", "zz")).err, /zz: there is no article of this id or address/);
});
