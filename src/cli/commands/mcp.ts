import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { shownOnOneLine } from "../../export/terminal.ts";
import { PACKAGE } from "../../home.ts";
import { evidenceServer } from "../../mcp/server.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { stoppable } from "../interrupt.ts";

export interface McpOptions extends ArchiveOptions {
  /** For whom the assistant works. */
  readonly name?: string;
}

/** Serves an assistant over standard input and output until it hangs up. Standard output carries nothing but the protocol. */
export async function mcp(options: McpOptions, console: Console): Promise<void> {
  await stoppable((stop) =>
    withArchive(console, options, { existing: true }, async (store) => {
      const desk = {
        store,
        now: () => new Date().toISOString(),
        forWhom: (options.name ?? console.env["HEARSAY_USER"] ?? "").trim(),
        failed: (error: unknown, tool: string) =>
          void console.stderr.write(
            `hearsay: a fault in Hearsay, please report it: ${tool}: ${shownOnOneLine(String(error))}\n`,
          ),
      };
      const server = evidenceServer(desk, PACKAGE.version);
      const over = new Promise<void>((done) => {
        console.stdin.once("end", done);
        console.stdin.once("close", done);
        stop.addEventListener("abort", () => done(), { once: true });
      });
      await server.connect(new StdioServerTransport(console.stdin, process.stdout));
      await over;
      await server.close();
    }),
  );
}
