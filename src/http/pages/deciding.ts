import type { Context } from "hono";
import { html } from "hono/html";
import { DecidedMeanwhile } from "../../archive/decider.ts";
import { Overtaken } from "../../archive/review.ts";
import { UserError } from "../../model/errors.ts";
import { refuse, wantsJson } from "../access/door.ts";
import { nextPath } from "../access/nextPath.ts";
import { fieldsOf } from "../parts/fields.ts";
import { type Env, mayDecide } from "../room.ts";
import { page } from "./layout.ts";

type Field = (name: string) => string;

/** Carries out a decision sent by a form, for whoever may decide; where it throws UserError, says why nothing was decided. */
export async function deciding(
  c: Context<Env>,
  decide: (field: Field, name: string) => Promise<Response>,
): Promise<Response> {
  const who = c.get("who");
  if (!mayDecide(who)) return decisionFault(c, 403, "You may look and not decide: that takes the role of a reviewer.");
  try {
    return await decide(await fieldsOf(c), who.name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isLate = error instanceof Overtaken || error instanceof DecidedMeanwhile;
    return decisionFault(c, isLate ? 409 : 422, error.message);
  }
}

/** Goes on where a form says, or to `usual` where it says nothing; a page of the review is handed what it is to tell. */
export function goOn(c: Context<Env>, next: string, usual: string, tell: Readonly<Record<string, string>>): Response {
  const to = new URL(next === "" ? usual : nextPath(next), "http://here.invalid");
  if (to.pathname.startsWith("/review"))
    for (const [name, value] of Object.entries(tell)) to.searchParams.set(name, value);
  return c.redirect(to.pathname + to.search, 303);
}

const TITLES = { 403: "Not allowed", 409: "Somebody else came first", 422: "Nothing was saved" } as const;

/** Says why a decision was not made, as a page or as problem+json. Nothing was written. */
function decisionFault(c: Context<Env>, status: 403 | 409 | 422, detail: string): Promise<Response> {
  const title = TITLES[status];
  if (wantsJson(c)) return refuse(c, { status, title, detail });
  return page(c, {
    title,
    at: "/review",
    status,
    main: html`<h1>${title}</h1>
      <p role="alert">${detail}</p>
      <p>Nothing was changed. Go back in your browser: what you wrote is still in the form. Or go on with the <a href="/review">queue</a>.</p>`,
  });
}
