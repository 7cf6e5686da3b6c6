import { UserError } from "../model/errors.ts";
import type { Console } from "./console.ts";

const LONGEST = 4_096;

type Terminal = Console["stdin"] & { setRawMode?: (raw: boolean) => void };

/**
 * A new password: typed twice at a terminal, which does not show it, or the first line of standard input. It is never an
 * argument: other users of the machine could read it there. Throws UserError where none came.
 */
export async function newPassword({ stdin, stderr }: Console, name: string): Promise<string> {
  const terminal = stdin as Terminal;
  if (!terminal.isTTY || !terminal.setRawMode) return firstLine(terminal);
  await stderr.write(`New password of ${name}, at least 12 characters (it is not shown): `);
  const password = await unseen(terminal);
  await stderr.write("\nOnce more: ");
  const repeated = await unseen(terminal);
  await stderr.write("\n");
  if (password !== repeated) throw new UserError("the password was typed in two ways; nothing was changed", 2);
  return password;
}

async function firstLine(stream: Terminal): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("\n")) break;
    if (text.length > LONGEST) throw new UserError(`a password may have at most ${LONGEST} characters`, 2);
  }
  const line = (text.split("\n")[0] ?? "").replace(/\r$/, "");
  if (line === "") throw new UserError("no password came: type it at a terminal, or hand it over on standard input", 2);
  return line;
}

/** What is typed up to the end of the line. */
function unseen(terminal: Terminal): Promise<string> {
  return new Promise((done, failed) => {
    let typed: string[] = [];
    const finish = (error: UserError | null): void => {
      terminal.off("data", take).off("end", ended);
      terminal.setRawMode?.(false);
      terminal.pause();
      if (error) failed(error);
      else done(typed.join(""));
    };
    const ended = (): void => finish(new UserError("no password was typed; nothing was changed", 2));
    const take = (chunk: Buffer | string): void => {
      for (const key of String(chunk)) {
        if (key === "\r" || key === "\n") return finish(null);
        if (key === "\u0003" || key === "\u0004") return ended();
        if (key === "\u007f" || key === "\b") typed = typed.slice(0, -1);
        else if (key >= " " && typed.length < LONGEST) typed.push(key);
      }
    };
    terminal.setRawMode?.(true);
    terminal.on("data", take).on("end", ended).resume();
  });
}
