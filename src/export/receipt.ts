import { z } from "zod";
import { STANDINGS } from "../model/ledger.ts";
import type { Receipt } from "../model/receipt.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "not a SHA-256");
const json = z.record(z.string(), z.json());
const anchor = z.object({
  from: z.int().min(0),
  to: z.int().min(0),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

/** A receipt as it is written to files and sent. */
export const receipt = z.object({
  hearsay: z.literal("receipt-1"),
  id: z.string(),
  kind: z.enum(["statement", "silence"]),
  standing: z.enum(STANDINGS),
  record: json.refine((record) => z.array(anchor).safeParse(record["anchors"]).success, "its record has no anchors"),
  machine: z.json(),
  occasion: z.string().nullable(),
  article: z.object({
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.object({ edtf: z.string().nullable(), basis: z.string() }),
  }),
  capture: z.object({
    sha256: hash,
    size: z.int().min(0),
    mediaType: z.string(),
    address: z.string().nullable(),
    at: z.string(),
    by: z.string(),
    given: json,
  }),
  edition: z.object({ number: z.int().min(1), text: hash }),
  by: z.string(),
  read: z.object({ by: z.string(), at: z.string() }),
  decisions: z.array(
    z.object({ seq: z.int(), act: z.string(), by: z.string(), at: z.string(), cause: z.string().nullable() }),
  ),
  ledger: z.object({
    entry: z.object({
      seq: z.int().min(1),
      at: z.string(),
      by: z.string(),
      act: z.literal("capture"),
      about: z.string(),
      value: z.json(),
      cause: z.string().nullable(),
      once: z.string().nullable(),
      previous: hash,
      hash,
    }),
    head: z.object({ seq: z.int().min(1), hash }),
  }),
  proves: z.string(),
  provesNot: z.string(),
});

/** The receipt in a value read from a file, or what is wrong with it. */
export function readReceipt(value: unknown): Receipt | string {
  const parsed = receipt.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
}
