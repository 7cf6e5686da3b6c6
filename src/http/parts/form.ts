import type { Context } from "hono";
import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";
import type { Env } from "../room.ts";

/** A form that changes something, posted to an address of this room. */
export function form(c: Context<Env>, action: string, fields: Html, name = "form"): Html {
  return html`<form class="${name}" method="post" action="${action}">
    <input type="hidden" name="csrf" value="${c.get("csrf")}" />${fields}
  </form>`;
}
