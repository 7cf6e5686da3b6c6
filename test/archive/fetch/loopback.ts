import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { TestContext } from "node:test";
import { AllowList } from "../../../src/archive/fetch/allowList.ts";

export type Answering = (answer: ServerResponse, asked: IncomingMessage) => void;

/** A real server on loopback. */
export interface Loopback {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly port: number;
  /** Permits this server and nothing else. */
  readonly allow: AllowList;
  /** What it was asked, in order: method and path. */
  readonly asked: string[];
  /** What it answers, by path; changed as a test goes on. */
  readonly pages: Map<string, Answering>;
  /** The most questions that stood open at once. */
  open: { now: number; most: number };
  close(): Promise<void>;
}

export async function loopback(
  t: TestContext,
  pages: Readonly<Record<string, Answering | string>> = {},
): Promise<Loopback> {
  const sockets = new Set<Socket>();
  const served = new Map<string, Answering>();
  for (const [path, page] of Object.entries(pages)) served.set(path, typeof page === "string" ? html(page) : page);
  const asked: string[] = [];
  const open = { now: 0, most: 0 };
  const server: Server = createServer((question, answer) => {
    const path = question.url ?? "";
    asked.push(`${question.method} ${path}`);
    open.most = Math.max(open.most, ++open.now);
    answer.on("close", () => open.now--);
    const page = served.get(path);
    if (page) page(answer, question);
    else answer.writeHead(404).end();
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  t.after(close);
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    allow: new AllowList([`127.0.0.1:${port}`]),
    asked,
    pages: served,
    open,
    close,
  };
}

export function html(body: string): Answering {
  return (answer) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
}

export function sent(
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Answering {
  return (answer) => answer.writeHead(200, { "content-type": type, ...headers }).end(body);
}

export function moved(to: string, status = 302): Answering {
  return (answer) => answer.writeHead(status, { location: to }).end();
}
