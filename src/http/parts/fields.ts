import type { Context } from "hono";
import { UserError } from "../../model/errors.ts";
import type { Env } from "../room.ts";

/** The text fields of a form that was sent; "" for one that is not there. Throws UserError where it is no form that can be read. */
export async function fieldsOf(c: Context<Env>): Promise<(name: string) => string> {
  try {
    const form = await c.req.parseBody();
    return (name) => {
      const value = form[name];
      return typeof value === "string" ? value : "";
    };
  } catch {
    throw new UserError("what was sent is no form that can be read", 2);
  }
}
