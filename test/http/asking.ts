import type { TestContext } from "node:test";
import { FERRY, QUAY, keep } from "../archive/reports.ts";
import { type Opened, openRoom } from "./browser.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line no-explicit-any
  readonly json: any;
}

/** Asks the API of a room, with JSON. */
export async function ask(
  { app }: Pick<Opened, "app">,
  method: string,
  path: string,
  json?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await app.request(`http://localhost/api/v1${path}`, {
    method,
    headers: { ...(json !== undefined && { "content-type": "application/json" }), ...headers },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") === true && text !== "";
  return { status: answer.status, headers: answer.headers, json: isJson ? JSON.parse(text) : text };
}

/** A room over two reports. */
export async function opened(t: TestContext): Promise<Opened> {
  const room = await openRoom(t);
  await keep(room.store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
  return room;
}
