import { randomBytes } from "node:crypto";
import { html } from "hono/html";
import { type Asked, askedIn } from "../../archive/views/asked.ts";
import { UserError } from "../../model/errors.ts";
import { searchAddress } from "../parts/addresses.ts";
import { told } from "../parts/fault.ts";
import { fieldsOf } from "../parts/fields.ts";
import { form } from "../parts/form.ts";
import { moment } from "../parts/when.ts";
import { page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { titleOf } from "./search.ts";

const MOST = 200;
const LONGEST_NAME = 200;
const LONGEST_QUERY = 4_000;

/** Searches somebody keeps, with their feeds. */
export const savedPages: Pages = (app, { store, now }) => {
  const { accounts } = store;

  app.get("/saved", async (c) => {
    const searches = await accounts.searches(c.get("who").name);
    return page(c, {
      title: "Saved searches",
      at: "/search",
      main: html`<h1>Saved searches</h1>
        ${told(null, c.req.query("done") === "1" ? "Saved." : null)}
        ${
          searches.length === 0
            ? html`<p class="empty">You keep none yet. Make a <a href="/search">search</a> and save it there: it gets a feed of its own.</p>`
            : html`<ul class="saved">
              ${searches.map(
                (search) =>
                  html`<li>
                    <h2><a href="/search?${search.query}">${search.name}</a></h2>
                    <p class="fact">${titleOf(askedOf(search.query)) || "everything"} · since ${moment(search.made_at)}</p>
                    <p><a href="/feeds/saved/${search.id}.atom">Atom feed</a> · <a href="/feeds/saved/${search.id}.json">JSON feed</a></p>
                    ${form(c, `/saved/${search.id}/drop`, html`<button class="quiet">Drop<span class="unseen"> ${search.name}</span></button>`, "drop")}
                  </li>`,
              )}
            </ul>`
        }`,
    });
  });

  app.post("/saved", async (c) => {
    const field = await fieldsOf(c);
    const owner = c.get("who").name;
    const name = field("name").trim().slice(0, LONGEST_NAME);
    if (name === "") throw new UserError("a saved search needs a name");
    if ((await accounts.searches(owner)).length >= MOST)
      throw new UserError(`${MOST} searches are kept under this name already: drop one first`);
    const asked = askedOf(field("query").slice(0, LONGEST_QUERY));
    await accounts.addSearch({
      id: randomBytes(9).toString("base64url"),
      name,
      owner,
      query: searchAddress({ ...asked, cursor: undefined }, "").replace(/^\?/, ""),
      made_at: now(),
    });
    return c.redirect("/saved?done=1", 303);
  });

  app.post("/saved/:id/drop", async (c) => {
    if (!(await accounts.dropSearch(c.req.param("id"), c.get("who").name)))
      throw new UserError("there is no such saved search of yours");
    return c.redirect("/saved", 303);
  });
};

function askedOf(query: string): Asked {
  return askedIn(Object.fromEntries(new URLSearchParams(query)));
}
