import { html } from "hono/html";
import { type PackName, type PackSummary, packNames, packsView } from "../../archive/views/packs.ts";
import { personAddress, searchAddress } from "../parts/addresses.ts";
import { pager } from "../parts/pager.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const HERE = "/packs";

/** What the packs know, where they have it from, and their names to look through. */
export const packPages: Pages = (app) => {
  app.get(HERE, (c) => {
    const { name = "", pack = "", from = "0" } = c.req.query();
    const packs = packsView();
    const chosen = packs.find((one) => one.name === pack)?.name ?? null;
    const start = /^\d{1,9}$/.test(from) ? Number(from) : 0;
    const { names, all, next } = packNames(name.slice(0, 200), chosen, start);
    const asked = { name, pack: chosen ?? "" };
    return page(c, {
      title: "Packs",
      at: HERE,
      styles: ["desk.css"],
      main: html`<h1>Packs</h1>
        <p class="lead">What Hearsay knows before it reads: who held which office when, who controls which outlet, what recurs. The rules know no country and no party.</p>
        <div class="packs">${packs.map(summary)}</div>
        <section aria-labelledby="names-title">
          <h2 id="names-title">Names</h2>
          <form class="row-form" action="${HERE}">
            <div class="field"><label for="pack-name">Name or part of it</label><input id="pack-name" name="name" value="${name}" type="search" autocomplete="off" /></div>
            <div class="field"><label for="pack-pack">Pack</label>
              <select id="pack-pack" name="pack"><option value="">all</option>
                ${packs.map((one) => html`<option value="${one.name}" ${one.name === chosen ? html`selected` : ""}>${one.name}</option>`)}</select></div>
            <button>Look up</button>
          </form>
          ${
            names.length === 0
              ? html`<p class="empty">No name of a pack has all these words. Try the last name alone, or fewer letters of it.</p>`
              : html`<p class="fact">${all.toLocaleString("en")} ${all === 1 ? "name" : "names"}${name === "" ? "" : html` for “${name}”`}</p>${table(names)}`
          }
          ${pager(start === 0 ? null : searchAddress(asked, HERE), next === null ? null : searchAddress({ ...asked, from: String(next) }, HERE), "More names")}
        </section>`,
    });
  });
};

function summary({ name, description, counts, sources }: PackSummary): Html {
  return html`<section class="pack" aria-labelledby="pack-${name}">
    <h2 id="pack-${name}">${name}</h2>
    <p>${description}</p>
    <dl class="pack-counts">${counts.map(({ what, n }) => html`<div><dt>${what}</dt><dd>${n.toLocaleString("en")}</dd></div>`)}</dl>
    <details>
      <summary>Where it has this from</summary>
      <ul>${sources.map(({ source, tables }) => html`<li><b>${tables.join(", ")}</b>: ${source}</li>`)}</ul>
    </details>
  </section>`;
}

function table(names: readonly PackName[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Names of packs"><table class="desk-table">
    <thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Also called</th><th scope="col">What is known</th><th scope="col">Pack</th></tr></thead>
    <tbody>
      ${names.map(
        ({ name, kind, aliases, facts, pack }) => html`<tr>
          <th scope="row">${kind === "person" ? html`<a href="${personAddress(name)}"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}</th>
          <td>${kind}</td>
          <td>${aliases.join(", ")}</td>
          <td>${facts.length === 0 ? "" : html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}</td>
          <td>${pack}</td>
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}
