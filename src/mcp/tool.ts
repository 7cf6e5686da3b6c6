import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { toSafeJson } from "../export/contract.ts";
import { UserError } from "../model/errors.ts";
import type { Store } from "../store/store.ts";

/** What the tools work with. */
export interface Desk {
  readonly store: Store;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** For whom the assistant works. */
  readonly forWhom: string;
  /** Hears of faults that are ours. */
  readonly failed: (error: unknown, tool: string) => void;
}

export interface Tool<In extends z.ZodRawShape, Out extends z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly takes: In;
  readonly gives: Out;
  /** Whether it keeps something; all others only look. */
  readonly keeps?: boolean;
  readonly do: (asked: z.infer<z.ZodObject<In>>) => Promise<z.infer<z.ZodObject<Out>>>;
}

/** Adds a tool: what it takes and gives is checked by its schemas, what goes wrong is told in words. */
export function addTool<In extends z.ZodRawShape, Out extends z.ZodRawShape>(
  server: McpServer,
  { failed }: Desk,
  tool: Tool<In, Out>,
): void {
  const { name, title, description, takes, gives, keeps = false } = tool;
  const answer = async (asked: unknown): Promise<object> => {
    try {
      const structuredContent = await tool.do(asked as z.infer<z.ZodObject<In>>);
      return { structuredContent, content: [{ type: "text", text: toSafeJson(structuredContent as object) }] };
    } catch (error) {
      const known = error instanceof UserError;
      if (!known) failed(error, name);
      const text = known ? error.message : "A fault in Hearsay, not in what was asked. It was told on standard error.";
      return { isError: true, content: [{ type: "text", text }] };
    }
  };
  server.registerTool(
    name,
    {
      title,
      description,
      // The SDK's types know zod by its insides; ours are the same.
      inputSchema: z.strictObject(takes) as never,
      outputSchema: z.object(gives) as never,
      annotations: { title, readOnlyHint: !keeps, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    answer as never,
  );
}
