import { html } from "hono/html";
import type { ListedRecord } from "../../export/recordLines.ts";
import { speakerWords } from "../../export/recordWords.ts";
import type { Html } from "../pages/layout.ts";
import { articleAddress, outletAddress, personAddress, statementAddress } from "./addresses.ts";
import { found } from "./found.ts";
import { standingBadge } from "./standing.ts";
import { date, said } from "./when.ts";
import { actNoun } from "./acts.ts";

/** A statement or silence as lists show it: what it is worth, who, what, the words, when and where from. */
export function card(record: ListedRecord): Html {
  const { id, kind, standing, corrected, act, manner, chain, snippet, uttered, confidence, occasion } = record;
  return html`<article class="card card-${kind}">
    <header class="card-head">
      ${standingBadge(standing)}${corrected ? html` <span class="fact">corrected</span>` : ""}
      <span class="card-who">${speaker(record)}</span>
      <span class="act">${actNoun(act)}</span>
      <a class="card-id" href="${statementAddress(id)}" title="${id}">open<span class="unseen"> ${kind} ${id}</span></a>
    </header>
    <blockquote class="words"><a href="${statementAddress(id)}">${found(snippet)}</a></blockquote>
    <ul class="facts">
      ${kind === "silence" ? "" : html`<li>${said(uttered)}</li>`}
      ${chain.length > 2 ? html`<li>${through(chain)}</li>` : ""}
      ${manner === null ? "" : html`<li>${manner}</li>`}
      ${occasion === null ? "" : html`<li>at: ${occasion}</li>`}
      ${standing === "candidate" && kind === "statement" ? html`<li>confidence ${confidence.toFixed(2)}</li>` : ""}
    </ul>
    ${source(record)}
  </article>`;
}

export function speaker({ speaker: name, speakerKind }: Pick<ListedRecord, "speaker" | "speakerKind">): Html {
  const words = speakerWords(name, speakerKind);
  return name === "" || speakerKind === "none"
    ? html`<span class="unknown">${words}</span>`
    : html`<a href="${personAddress(name)}"><bdi>${words}</bdi></a>`;
}

function through(chain: readonly string[]): Html {
  return html`through ${chain.slice(1, -1).map((name, i) => html`${i === 0 ? "" : ", "}<bdi>${name}</bdi>`)}`;
}

function source({ id, title, outlet, published }: ListedRecord): Html {
  const [article = ""] = id.split(".");
  return html`<p class="card-source">
    <a href="${articleAddress(article)}">${title ?? "an article without a title"}</a>${
      outlet === null ? "" : html`, <a href="${outletAddress(outlet)}"><bdi>${outlet}</bdi></a>`
    },
    ${published === null ? html`<span class="unknown">published on a day not known</span>` : html`published ${date(published)}`}
  </p>`;
}

/** A list of cards. */
export function cards(records: readonly ListedRecord[]): Html {
  return html`<ol class="cards">
    ${records.map((record) => html`<li>${card(record)}</li>`)}
  </ol>`;
}
