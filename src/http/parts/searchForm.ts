import { html } from "hono/html";
import { type AskedField, CHOICES, type Fault } from "../../archive/views/asked.ts";
import type { SearchView } from "../../archive/views/search.ts";
import type { Html } from "../pages/layout.ts";
import { searchAddress } from "./addresses.ts";
import { actNoun } from "./acts.ts";

export const LABELS: Readonly<Record<AskedField, string>> = {
  words: "Words",
  kind: "Kind",
  speaker: "Speaker",
  channel: "Channel",
  outlet: "Outlet",
  act: "Act",
  manner: "Manner",
  standing: "Standing",
  occasion: "Occasion",
  said: "Said",
  published: "Published",
  minConfidence: "Confidence from",
  order: "Order",
  cursor: "Page",
};

/** The fields of a search, filled in as it was asked, with what is wrong beside the field it is wrong in. */
export function searchForm({ asked, faults }: Pick<SearchView, "asked" | "faults">): Html {
  const fault = (field: AskedField): Fault | undefined => faults.find((one) => one.field === field);
  const text = (field: AskedField, hint = "", wide = false): Html => {
    const wrong = fault(field);
    const described = [...(wrong ? [`wrong-${field}`] : []), ...(hint === "" ? [] : [`hint-${field}`])].join(" ");
    return html`<div class="field${wide ? " field-wide" : ""}">
      <label for="f-${field}">${LABELS[field]}</label>
      <input id="f-${field}" name="${field}" value="${asked[field] ?? ""}" autocomplete="off" ${described === "" ? "" : html`aria-describedby="${described}"`} ${wrong ? html`aria-invalid="true"` : ""} />
      ${hint === "" ? "" : html`<p class="hint" id="hint-${field}">${hint}</p>`}
      ${wrong ? faultText(wrong, asked) : ""}
    </div>`;
  };
  const choice = (field: keyof typeof CHOICES, any: string, words = (value: string): string => value): Html => {
    const wrong = fault(field);
    return html`<div class="field">
      <label for="f-${field}">${LABELS[field]}</label>
      <select id="f-${field}" name="${field}" ${wrong ? html`aria-describedby="wrong-${field}" aria-invalid="true"` : ""}>
        <option value="">${any}</option>
        ${CHOICES[field].map((value) => html`<option value="${value}" ${asked[field] === value ? "selected" : ""}>${words(value)}</option>`)}
      </select>
      ${wrong ? faultText(wrong, asked) : ""}
    </div>`;
  };
  const detailed = Object.keys(asked).some((field) => !["words", "speaker", "cursor"].includes(field));
  return html`<form class="search-form" method="get" action="/search" role="search" aria-label="Statements">
    <div class="search-first">
      ${text("words", 'All must stand there. Also: begun*, "a phrase", -unwanted', true)} ${text("speaker")}
      <button class="primary">Search</button>
    </div>
    <details class="search-more" ${detailed || faults.length > 0 ? "open" : ""}>
      <summary>More filters</summary>
      <div class="fields">
        ${choice("kind", "statements and silences")} ${choice("act", "any", actNoun)} ${choice("standing", "all but retracted")}
        ${choice("manner", "any")} ${text("channel")} ${text("outlet")} ${text("occasion")}
        ${text("said", "2021, 2021-01, 2021-01-08 or 2021-01..2021-03")} ${text("published", "as for Said")}
        ${text("minConfidence", "from 0 to 1")}
        ${choice("order", "newest in the archive first", (value) => (value === "said" ? "said last first" : "as they came in"))}
      </div>
    </details>
  </form>`;
}

function faultText({ field, says, names }: Fault, asked: SearchView["asked"]): Html {
  return html`<p class="fault" id="wrong-${field}" role="alert">${says}
    ${names.map(({ value, n }) => html`<a href="${searchAddress({ ...asked, [field]: value, cursor: undefined })}"><bdi>${value}</bdi> (${n})</a> `)}</p>`;
}
