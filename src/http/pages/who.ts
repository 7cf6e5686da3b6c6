import { actNoun } from "../parts/acts.ts";
import { html } from "hono/html";
import { type Part, type WhoView, whoView } from "../../archive/views/who.ts";
import { count } from "../../export/pageLines.ts";
import type { PackOffice } from "../../model/pack.ts";
import { channelAddress, outletAddress, personAddress, searchAddress } from "../parts/addresses.ts";
import { cards } from "../parts/card.ts";
import { counted } from "../parts/counted.ts";
import { listPager } from "../parts/pager.ts";
import { monthPlot } from "../parts/plot.ts";
import { datePlain } from "../parts/when.ts";
import { type Context } from "hono";
import { type Env, type Room, mayDecide } from "../room.ts";
import { notFound } from "./errors.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const ADDRESS: Readonly<Record<Part, (name: string) => string>> = {
  speaker: personAddress,
  channel: channelAddress,
  outlet: outletAddress,
};

/** One who speaks, a channel or an outlet: what came from it, when, and what the packs know of it. */
export const whoPages: Pages = (app, room) => {
  app.get("/people/:name", (c) => whoPage(c, room, "speaker", c.req.param("name")));
  app.get("/channels/:name", (c) => whoPage(c, room, "channel", c.req.param("name")));
  app.get("/outlets/:name", (c) => whoPage(c, room, "outlet", c.req.param("name")));
};

async function whoPage(c: Context<Env>, { store }: Room, part: Part, name: string): Promise<Response> {
  const cursor = c.req.query("cursor") || undefined;
  const view = await whoView(store, part, name, cursor);
  if (!view) {
    const who = { speaker: "Nobody", channel: "No channel", outlet: "No outlet" }[part];
    return notFound(c, `${who} called “${name}” stands in this archive.`);
  }
  return page(c, {
    title: view.name,
    at: "/people",
    feeds: [
      {
        title: view.name,
        type: "application/atom+xml",
        href: searchAddress({ [part]: view.name }, "/feeds/search.atom"),
      },
    ],
    main: await whoMain(view, cursor, mayDecide(c.get("who"))),
  });
}

async function whoMain(view: WhoView, cursor: string | undefined, decides: boolean): Promise<Html> {
  const { part, name, tally, statements, silences, retracted } = view;
  const address = ADDRESS[part](name);
  const some = tally.more ? `counted are the newest ${tally.of.toLocaleString("en")} statements` : null;
  const search = (more: Readonly<Record<string, string>>): string => searchAddress({ [part]: name, ...more });
  const facet = (title: string, field: string, values: WhoView["tally"]["acts"]): Html | "" =>
    values.length === 0 || field === part
      ? ""
      : html`<section><h3>${title}</h3>${counted(values.slice(0, 10), (value) => search({ [field]: value }), field === "act" ? actNoun : undefined)}</section>`;
  const plot = await monthPlot({
    title: part === "speaker" ? "When it was said" : "When what it carries was said",
    months: tally.months,
    undated: tally.undated,
    some,
    address: (month) => search({ said: month }),
  });
  return html`<p class="kicker">${{ speaker: "Who speaks", channel: "Channel", outlet: "Outlet" }[part]}</p>
    <h1><bdi>${name}</bdi></h1>
    ${names(view, decides)}
    <p class="lead">
      ${tally.more ? `More than ${tally.of.toLocaleString("en")} statements` : count(tally.of, "statement")}${retracted > 0 ? html`; <a href="${search({ standing: "retracted" })}">${retracted >= 100 ? "a hundred or more" : retracted} retracted</a>` : ""}.
      <a href="${search({})}">Search in them</a> · <a href="${searchAddress({ [part]: name }, "/feeds/search.atom")}">Feed</a>
    </p>
    ${offices(view)}
    ${tally.of === 0 ? "" : plot}
    ${some === null ? "" : html`<p class="fact">In what follows, ${some}.</p>`}
    <div class="facets">
      ${facet("Standing", "standing", tally.standings)} ${facet("Acts", "act", tally.acts)}
      ${facet("Speakers", "speaker", tally.speakers)} ${facet("Through", "channel", tally.channels)}
      ${facet("In", "outlet", tally.outlets)}
    </div>
    ${
      silences.length === 0
        ? ""
        : html`<section aria-labelledby="who-silences"><h2 id="who-silences">Silences</h2>${cards(silences)}<p><a href="${search({ kind: "silence" })}">All of them</a></p></section>`
    }
    <section aria-labelledby="who-said">
      <h2 id="who-said">${part === "speaker" ? "What was said" : "Statements"}</h2>
      ${statements.length === 0 ? html`<p class="empty">None.</p>` : cards(statements)}
      ${listPager({ here: address, cursor, next: view.cursor }, "Older in the archive")}
    </section>`;
}

function names({ filed, likewise, person, channel }: WhoView, decides: boolean): Html {
  const aliases = person?.aliases ?? channel?.aliases ?? [];
  return html`<dl class="names">
    ${filed.length === 0 ? "" : html`<dt>Filed with it</dt><dd>${filed.map((one, i) => html`${i === 0 ? "" : ", "}<bdi>${one}</bdi>`)}${decides ? html` <a href="/names">names</a>` : ""}</dd>`}
    ${aliases.length === 0 ? "" : html`<dt>Also written</dt><dd>${aliases.join(", ")} <span class="basis">packs</span></dd>`}
    ${person && person.kin.length > 0 ? html`<dt>Kin</dt><dd>${person.kin.map(({ relation, of }) => `${relation} of ${of}`).join(", ")} <span class="basis">packs</span></dd>` : ""}
    ${channel && channel.controlledBy !== "" ? html`<dt>Controlled by</dt><dd>${channel.controlledBy} <span class="basis">packs</span></dd>` : ""}
    ${
      likewise.length === 0
        ? ""
        : html`<dt>One person?</dt><dd>${likewise.map(({ value, n }) => html`<a href="${personAddress(value)}"><bdi>${value}</bdi></a> has ${count(n, "record")} of its own. `)}${decides ? html`<a href="/names">File names together</a>` : ""}</dd>`
    }
  </dl>`;
}

function offices({ person }: WhoView): Html | "" {
  if (!person || person.offices.length === 0) return "";
  return html`<section aria-labelledby="offices"><h2 id="offices">Offices <span class="basis">packs</span></h2>
    <ul class="plain">${person.offices.map((office) => html`<li>${officeWords(office)}</li>`)}</ul></section>`;
}

function officeWords({ title, of, from, to }: PackOffice): string {
  const what = of === "" ? title : `${title}, ${of}`;
  if (from === null && to === null) return what;
  if (from === null) return `${what}: until ${datePlain(to as string)}`;
  return `${what}: ${datePlain(from)} to ${to === null ? "now, or an end not known" : datePlain(to)}`;
}
