import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { answers, binariesHere, freePort, handedOver } from "../../test/store/postgres.ts";

/** A PostgreSQL server that keeps what it acknowledges, can be struck down, and is started again on the same data. */
export class Server {
  readonly #folder: string;
  readonly #postgres: string;
  readonly #user: { uid?: number; gid?: number };
  readonly #port: number;
  #process: ChildProcess | null = null;
  #log = "";

  private constructor(folder: string, postgres: string, user: { uid?: number; gid?: number }, port: number) {
    this.#folder = folder;
    this.#postgres = postgres;
    this.#user = user;
    this.#port = port;
  }

  /** Makes a server in a folder, from npm's binaries, and starts it. Throws where there are none for this machine. */
  static async make(folder: string): Promise<Server> {
    const binaries = await binariesHere();
    if (binaries === null) throw new Error(`no PostgreSQL comes from npm for ${process.platform}-${process.arch}`);
    const { initdb, postgres } = binaries;
    mkdirSync(folder, { recursive: true });
    const user = handedOver(folder);
    const made = spawnSync(
      initdb,
      ["-D", join(folder, "data"), "-U", "hearsay", "-A", "trust", "--encoding=UTF8", "--locale=C"],
      { ...user, encoding: "utf8", cwd: folder },
    );
    if (made.status !== 0) throw new Error(`PostgreSQL can't be set up: ${made.stderr || made.error?.message}`);
    const server = new Server(folder, postgres, user, await freePort());
    process.on("exit", () => server.#process?.kill("SIGKILL"));
    await server.start();
    return server;
  }

  get address(): string {
    return `postgres://hearsay@127.0.0.1:${this.#port}/postgres`;
  }

  /** Comes back when it answers. After a kill it waits until what is left of the dead one is gone. */
  async start(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if (this.#process === null || this.#process.exitCode !== null || this.#process.signalCode !== null) {
        this.#process = spawn(
          this.#postgres,
          [
            "-D",
            join(this.#folder, "data"),
            "-p",
            `${this.#port}`,
            "-k",
            this.#folder,
            "-c",
            "listen_addresses=127.0.0.1",
          ],
          { ...this.#user, cwd: this.#folder, stdio: ["ignore", "ignore", "pipe"] },
        );
        this.#process.stderr?.on("data", (some: Buffer) => (this.#log = (this.#log + some.toString()).slice(-2_000)));
      }
      await setTimeout(100);
      if (await answers(this.address)) return;
    }
    throw new Error(`PostgreSQL does not start: ${this.#log}`);
  }

  /** Strikes down the whole server: the parts of it that are left notice and go. */
  async kill(): Promise<void> {
    const dead = this.#process;
    if (dead === null || dead.exitCode !== null || dead.signalCode !== null) return;
    const gone = new Promise((done) => dead.once("exit", done));
    dead.kill("SIGKILL");
    await gone;
  }

  /** Strikes down one of its processes that serves a connection: the server then ends all others and recovers by itself. */
  async killOne(): Promise<void> {
    const client = new Client({ connectionString: this.address });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where backend_type = 'client backend' order by pid <> pg_backend_pid() desc, pid",
      );
      const [first] = rows;
      if (first) process.kill(first.pid, "SIGKILL");
    } catch {
      // It is recovering from the last strike.
    } finally {
      await client.end().catch(() => {});
    }
  }

  async stop(): Promise<void> {
    const server = this.#process;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((done) => server.once("exit", done));
    server.kill("SIGINT");
    await gone;
  }
}
