import type { Context } from "hono";
import { html } from "hono/html";
import { type FiledName, type NamesView, namesView } from "../../archive/views/names.ts";
import { type Decider, personOf } from "../../archive/decider.ts";
import { merge, split, undoName } from "../../archive/names.ts";
import { UserError } from "../../model/errors.ts";
import type { LedgerEntry } from "../../model/ledger.ts";
import { personAddress } from "../parts/addresses.ts";
import { told } from "../parts/fault.ts";
import { form } from "../parts/form.ts";
import { listPager, part } from "../parts/pager.ts";
import { moment } from "../parts/when.ts";
import { type Env, type Room, mayDecide } from "../room.ts";
import { deciding } from "./deciding.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const A_PAGE = 50;

/** Which names are filed as one, which may be, and the forms to file and part them. */
export const namePages: Pages = (app, { store, now }) => {
  app.get("/names", async (c) => {
    const { cursor, entry } = c.req.query();
    const view = await namesView(store, part(A_PAGE, cursor));
    const done = await doneWith(store, entry ?? "");
    return page(c, {
      title: "Names",
      at: "/review",
      styles: ["review.css", "desk.css"],
      main: namesMain(c, view, { done, cursor }),
    });
  });

  app.post("/names/merge", (c) =>
    decided(c, now, (field, decider) => merge(store, [field("name")], field("into"), decider)),
  );
  app.post("/names/split", (c) => decided(c, now, (field, decider) => split(store, field("name"), decider)));
  app.post("/names/undo", (c) =>
    decided(c, now, async (field, decider) => {
      const made = await filingAt(store, Number(field("entry")));
      if (!made) throw new UserError("this entry of the ledger filed no name", 2);
      return undoName(store, made, decider);
    }),
  );
};

type Made = (field: (name: string) => string, decider: Decider) => Promise<readonly { readonly seq: number }[]>;

/** Carries out a decision about names and goes back to the list, where it is told. */
function decided(c: Context<Env>, now: Room["now"], make: Made): Promise<Response> {
  return deciding(c, async (field, name) => {
    const decider = { name, reason: field("reason").trim() || null, now: now() };
    const entries = await make((one) => field(one).trim(), decider);
    return c.redirect(`/names?entry=${entries.at(-1)?.seq ?? ""}`, 303);
  });
}

/** The entry of the ledger at this place that filed or parted a name; null where it is none. */
async function filingAt(store: Room["store"], seq: number): Promise<LedgerEntry | null> {
  const [made] = await store.entries(seq || 0, 1);
  return made?.seq === seq && (made.act === "merge" || made.act === "split") ? made : null;
}

async function doneWith(store: Room["store"], entry: string): Promise<string | null> {
  const made = /^\d{1,15}$/.test(entry) ? await filingAt(store, Number(entry)) : null;
  if (!made) return null;
  const { into } = made.value as { readonly into: string | null };
  const by = `entry ${made.seq}, by ${personOf(made.by)}`;
  return into === null
    ? `“${made.about}” stands for itself: ${by}.`
    : `“${made.about}” is filed under “${into}”: ${by}.`;
}

function namesMain(
  c: Context<Env>,
  { filed, cursor: next, like, moreLike }: NamesView,
  { done, cursor }: { readonly done: string | null; readonly cursor: string | undefined },
): Html {
  const decides = mayDecide(c.get("who"));
  const first = cursor === undefined;
  return html`<h1>Names</h1>
    <p class="lead">One person is often called by several names. Filed as one, their statements are found together; each keeps the name it has.</p>
    ${told(null, done)}
    ${
      first
        ? html`<section aria-labelledby="like-title">
      <h2 id="like-title">Likely one</h2>
      ${likeList(c, like, decides)}
      ${moreLike ? html`<p class="fact">There are more of them: these first.</p>` : ""}
    </section>`
        : ""
    }
    ${decides && first ? mergeForm(c) : ""}
    <section aria-labelledby="filed-title">
      <h2 id="filed-title">Filed as one</h2>
      ${
        filed.length === 0
          ? html`<p class="empty">No name is filed under another.</p>`
          : html`<div class="wide" tabindex="0" role="region" aria-labelledby="filed-title"><table class="desk-table">
            <thead><tr><th scope="col">Name</th><th scope="col">Filed under</th><th scope="col">By</th><th scope="col">Reason</th>${decides ? html`<th scope="col">Part again</th>` : ""}</tr></thead>
            <tbody>${filed.map((one) => filedRow(c, one, decides))}</tbody>
          </table></div>`
      }
      ${listPager({ here: "/names", cursor, next }, "More names")}
    </section>`;
}

function likeList(c: Context<Env>, like: NamesView["like"], decides: boolean): Html {
  if (like === null)
    return html`<p class="empty">The names of the archive are being gathered. Load the page again in a moment.</p>`;
  if (like.length === 0) return html`<p class="empty">No two names that are not filed as one look like the same.</p>`;
  return html`<ol class="like-names">
    ${like.map(
      ({ name, other, why, nameCount, otherCount }, i) => html`<li>
        <p>${person(other)} <span class="n">${otherCount}</span> and ${person(name)} <span class="n">${nameCount}</span>
          <span class="fact">${why}</span></p>
        ${
          decides
            ? form(
                c,
                "/names/merge",
                html`<label class="unseen" for="like-${i}">Reason for filing ${other} under ${name}</label>
                <input id="like-${i}" name="reason" placeholder="Reason" maxlength="2000" autocomplete="off" />
                <input type="hidden" name="name" value="${other}" /><input type="hidden" name="into" value="${name}" />
                <button>File under <bdi>${name}</bdi></button>`,
                "inline-form",
              )
            : ""
        }
      </li>`,
    )}
  </ol>`;
}

function person(name: string): Html {
  return html`<a href="${personAddress(name)}"><bdi>${name}</bdi></a>`;
}

function mergeForm(c: Context<Env>): Html {
  const field = (id: string, label: string, name: string, needed: boolean): Html =>
    html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" autocomplete="off" maxlength="2000" ${needed ? "required" : ""} /></div>`;
  return html`<section aria-labelledby="merge-title">
    <h2 id="merge-title">File a name under another</h2>
    ${form(
      c,
      "/names/merge",
      html`${field("merge-name", "Name, as it stands in the archive", "name", true)}${field("merge-into", "File it under", "into", true)}
        ${field("merge-reason", "Reason", "reason", false)}<button>File</button>`,
      "row-form",
    )}
  </section>`;
}

function filedRow(c: Context<Env>, { name, under, entry, by, at, reason }: FiledName, decides: boolean): Html {
  const hidden = html`<input type="hidden" name="name" value="${name}" />`;
  return html`<tr>
    <th scope="row">${person(name)}</th>
    <td>${person(under)}</td>
    <td><bdi>${by}</bdi> <span class="fact">${moment(at)}, entry ${entry}</span></td>
    <td>${reason === null ? html`<span class="unknown">none given</span>` : reason}</td>
    ${
      decides
        ? html`<td>
          ${form(c, "/names/split", html`${hidden}<button class="quiet">Part<span class="unseen"> ${name} from ${under}</span></button>`, "inline-form")}
          ${form(
            c,
            "/names/undo",
            html`<input type="hidden" name="entry" value="${entry}" /><button class="quiet">Undo<span class="unseen"> entry ${entry}</span></button>`,
            "inline-form",
          )}
        </td>`
        : ""
    }
  </tr>`;
}
