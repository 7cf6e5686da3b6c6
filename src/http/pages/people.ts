import { html } from "hono/html";
import { type NameThere, nameFound } from "../../archive/named.ts";
import { channelAddress, outletAddress, personAddress } from "../parts/addresses.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const MOST = 100;
/** Names and descriptions are parted after they were looked for: both get their share. */
const LOOKED_AT = 400;
const OTHERS = 30;

/** Who speaks most, and the channels and outlets it came through. */
export const peoplePages: Pages = (app, { store }) => {
  app.get("/people", async (c) => {
    const typed = c.req.query("name")?.trim() ?? "";
    const found = typed === "" ? null : await nameFound(store, "speaker", typed);
    if (found?.found === "one") return c.redirect(personAddress(found.name));
    const all = (await store.valuesOf("speaker", LOOKED_AT)).filter(({ value }) => value !== "");
    const speakers = all.filter(({ value }) => isNamed(value)).slice(0, MOST);
    const described = all.filter(({ value }) => !isNamed(value)).slice(0, MOST);
    const channels = await store.valuesOf("channel", OTHERS);
    const outlets = await store.valuesOf("outlet", OTHERS);
    const list = (values: readonly NameThere[], address: (name: string) => string): Html =>
      html`<ol class="counted-names">
        ${values.map(({ value, n }) => html`<li><a href="${address(value)}"><bdi>${value}</bdi></a> <span class="n">${n.toLocaleString("en")}</span></li>`)}
      </ol>`;
    return page(c, {
      title: "People",
      at: "/people",
      main: html`<h1>People</h1>
        <form class="inline-form" method="get" action="/people">
          <label for="name">Find a name</label> <input id="name" name="name" value="${typed}" autocomplete="off" /> <button>Find</button>
        </form>
        ${found?.found === "none" ? html`<p class="notice">Nobody called “${typed}” speaks in this archive. Write a part of the name, as it stands in the reports.</p>` : ""}
        ${found?.found === "several" ? html`<section aria-labelledby="several"><h2 id="several">“${typed}” may be</h2>${list(found.names.slice(0, MOST), personAddress)}</section>` : ""}
        ${
          speakers.length === 0
            ? html`<p class="empty">Nobody speaks here yet: the archive holds no statements.</p>`
            : html`<section aria-labelledby="speakers"><h2 id="speakers">Who speaks most</h2>
                <p class="fact">Names as the reports have them, with the statements and silences of each.${speakers.length === MOST ? ` The first ${MOST}.` : ""}</p>
                ${list(speakers, personAddress)}
                ${described.length === 0 ? "" : html`<details><summary>Described, not named</summary>${list(described, personAddress)}</details>`}</section>
              ${channels.length === 0 ? "" : html`<section aria-labelledby="channels"><h2 id="channels">Through which channels</h2>${list(channels, channelAddress)}</section>`}
              ${outlets.length === 0 ? "" : html`<section aria-labelledby="outlets"><h2 id="outlets">In which outlets</h2>${list(outlets, outletAddress)}</section>`}`
        }`,
    });
  });
};

/** "navy of Ostrel" and "they" are how a report calls somebody. */
function isNamed(value: string): boolean {
  return (
    /^\p{Lu}/u.test(value) &&
    !/^(?:An?|The|He|She|It|They|We|Our|Their|His|Her|My|Some|Many|Others?|One|Two|You|Your|Someone|Nobody|Everyone)\b/.test(
      value,
    )
  );
}
