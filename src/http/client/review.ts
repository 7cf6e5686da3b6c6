import { Words } from "./spans.ts";

/** What the server says of a decision that it has written. */
interface Done {
  readonly id: string;
  readonly entry: number;
  readonly did: string;
  readonly standing: string;
  readonly words: string;
  readonly agrees: boolean | null;
  readonly others: readonly {
    readonly name: string;
    readonly did: string;
    readonly reason: string | null;
    readonly changes: readonly string[];
  }[];
}

/** A page that was asked for before it is needed. */
interface Fetched {
  readonly address: string;
  readonly at: number;
  readonly page: Promise<Document | null>;
}

/** What is older may have been decided on by others meanwhile, in milliseconds. */
const FRESH = 60_000;
/** How long a decision may take before it counts as failed, in milliseconds. */
const PATIENCE = 15_000;
const KEYS_OFF = "review-keys-off";

const MARKS: Readonly<Record<string, string>> = { candidate: "○", confirmed: "●", disputed: "◐", retracted: "⊘" };

let words: Words | null = null;
let fetched: Fetched | null = null;
let busy = false;
let steps = 0;

function item(): HTMLElement | null {
  return document.getElementById("item");
}

function inItem<T extends HTMLElement>(selector: string): T | null {
  return item()?.querySelector<T>(selector) ?? null;
}

/** Makes what lies before the reader ready for keys and dragging, and asks for what comes after it. */
function setUp(): void {
  words = null;
  const passage = inItem("#passage");
  if (passage) words = new Words(passage, item()?.dataset["spans"] ?? "", showPending);
  const field = inItem(".words-field");
  // The words are set right in the text itself.
  if (field) field.hidden = true;
  for (const area of field?.querySelectorAll("textarea") ?? []) area.disabled = true;
  showKeys();
  const skip = inItem<HTMLAnchorElement>("[data-skip]");
  fetched = skip ? { address: skip.href, at: performance.now(), page: pageAt(skip.href) } : null;
}

async function pageAt(address: string): Promise<Document | null> {
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}

/** Puts what stands at an address before the reader. */
async function go(address: string, remember = true): Promise<void> {
  const here = fetched?.address === address && performance.now() - fetched.at < FRESH ? fetched : null;
  const found = (await here?.page) ?? (await pageAt(address));
  const next = found?.getElementById("item");
  if (!found || !next) {
    fault("The next one could not be fetched. Your decision is safe.", address, "Try again");
    return;
  }
  fault(null);
  item()?.replaceWith(document.adoptNode(next));
  replace(found, "readings");
  const mark = found.querySelector<HTMLMetaElement>('meta[name="csrf"]');
  if (mark) document.querySelector('meta[name="csrf"]')?.replaceWith(document.adoptNode(mark));
  if (remember) {
    history.pushState(null, "", address);
    steps++;
  }
  setUp();
  document.querySelector<HTMLElement>("#item h2")?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

function replace(found: Document, id: string): void {
  const other = found.getElementById(id);
  if (other) document.getElementById(id)?.replaceWith(document.adoptNode(other));
}

/** Sends a decision; what comes next is shown when the server has said that it is written. */
async function send(form: HTMLFormElement): Promise<void> {
  if (busy) return;
  busy = true;
  item()?.setAttribute("aria-busy", "true");
  try {
    const fields = new FormData(form);
    if (form.classList.contains("correct-form") && words?.isChanged) fields.set("spans", words.spans);
    const next = String(fields.get("next") ?? "");
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { accept: "application/json", "x-csrf": String(fields.get("csrf") ?? "") },
      body: new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, String(value)])),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) return await refused(answer);
    const done = (await answer.json()) as Done;
    fault(null);
    notice(done);
    await go(new URL(next, location.href).href);
  } catch {
    fault(
      "The server did not answer, so it is not sure that this was saved. Nothing you wrote is lost: send it again, it is kept once.",
    );
  } finally {
    busy = false;
    item()?.removeAttribute("aria-busy");
  }
}

async function refused(answer: Response): Promise<void> {
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
  const why = problem.detail ?? `The server failed (${answer.status}).`;
  if (answer.status === 409) fault(why, here(item()?.dataset["id"] ?? ""), "Look at it again");
  else fault(`Not saved. ${why} Nothing you wrote is lost.`);
}

/** The address at which an entry lies before the reader. */
function here(id: string): string {
  const second = new URLSearchParams(location.search).get("second") === "1";
  return new URL(`/review?${second ? "second=1&" : ""}at=${encodeURIComponent(id)}`, location.href).href;
}

function fault(why: string | null, address?: string, words?: string): void {
  const place = document.getElementById("fault");
  if (!place) return;
  place.replaceChildren();
  if (why === null) return;
  const told = element("p", why);
  if (address !== undefined && words !== undefined) {
    const link = element("a", words);
    link.setAttribute("href", address);
    told.append(" ", link);
  }
  place.append(told);
}

function notice({ id, entry, did, standing, words: said, agrees, others }: Done): void {
  const place = document.getElementById("notice");
  if (!place) return;
  const told = element("p", `You ${did === "undone" ? "took back a decision on" : did} `);
  told.append(
    element("q", said.length > 120 ? `${said.slice(0, 120)}…` : said),
    `: it is ${MARKS[standing] ?? ""} ${standing} now. `,
  );
  const link = element("a", `Entry ${entry}`);
  link.setAttribute("href", `/statements/${encodeURIComponent(id)}`);
  told.append(link);
  const box = element("div");
  box.className = "notice";
  box.append(told);
  if (did !== "undone") box.append(undoForm(id, entry));
  if (agrees !== null) box.append(comparison(agrees, others));
  place.replaceChildren(box);
  showKeys();
}

function undoForm(id: string, entry: number): HTMLFormElement {
  const form = document.createElement("form");
  form.className = "undo-form";
  form.method = "post";
  form.action = `/statements/${encodeURIComponent(id)}/decide`;
  const mark = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
  for (const [name, value] of [
    ["csrf", mark],
    ["act", "undo"],
    ["entry", String(entry)],
    ["next", here(id).slice(location.origin.length)],
  ] as const) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  const button = element("button", "Undo ");
  button.className = "quiet";
  button.append(element("kbd", "u"));
  form.append(button);
  return form;
}

function comparison(agrees: boolean, others: Done["others"]): HTMLElement {
  const box = element("div");
  box.className = `comparison ${agrees ? "agrees" : "differs"}`;
  box.append(
    element(
      "p",
      agrees
        ? "You agree with the first reader."
        : "You differ from the first reader. It is disputed until somebody settles it.",
    ),
  );
  for (const { name, did, reason, changes } of others) {
    const what = [`${name} ${did} it`, ...changes].join("; ");
    box.append(element("p", reason === null ? what : `${what}: “${reason}”`));
  }
  return box;
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Says which words are marked now, and how to keep or drop the change. */
function showPending(): void {
  const place = inItem("#pending");
  if (!place || !words) return;
  place.hidden = !words.isChanged;
  place.replaceChildren();
  if (!words.isChanged) return;
  const save = element("button", "Save the correction ");
  save.append(element("kbd", "Enter"));
  save.addEventListener("click", saveChanges);
  const back = element("button", "Put back ");
  back.className = "quiet";
  back.append(element("kbd", "Esc"));
  back.addEventListener("click", putBack);
  const said = element("p", "The words now: ");
  said.append(element("q", words.words));
  said.setAttribute("role", "status");
  const buttons = element("div");
  buttons.className = "buttons";
  buttons.append(save, back);
  place.append(said, buttons);
  showKeys();
}

function correctForm(): HTMLFormElement | null {
  return inItem<HTMLFormElement>(".correct-form");
}

function saveChanges(): void {
  correctForm()?.requestSubmit();
}

/** Whether the reader changed something that is not saved. */
function isChanged(): boolean {
  const fields = [...(correctForm()?.elements ?? [])];
  return (
    words?.isChanged === true ||
    fields.some((field) =>
      field instanceof HTMLSelectElement
        ? [...field.options].some((one) => one.selected !== one.defaultSelected)
        : (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
          field.value !== field.defaultValue,
    )
  );
}

function putBack(): void {
  words?.reset();
  correctForm()?.reset();
  fault(null);
}

function showKeys(): void {
  const on = localStorage.getItem(KEYS_OFF) === null;
  for (const one of document.querySelectorAll<HTMLElement>(".review kbd")) if (!one.closest("#keys")) one.hidden = !on;
}

/** Opens a part of what there is to decide with, and goes into one of its fields. */
function open(part: string, field: string): void {
  const details = inItem<HTMLDetailsElement>(`[data-opens="${part}"]`);
  if (!details) return;
  details.open = true;
  const found = details.querySelector<HTMLElement>(field);
  found?.focus();
  if (found instanceof HTMLInputElement) found.select();
}

const LETTERS: Readonly<Record<string, () => void>> = {
  c: () => inItem<HTMLFormElement>(".confirm-form")?.requestSubmit(),
  d: () => open("dispute", "#dispute-reason"),
  x: () => open("retract", "#retract-reason"),
  s: () => open("correct", "#speaker"),
  a: () => open("correct", "#corrected-act"),
  t: () => open("correct", "#said"),
  w: () => words?.takeSelection(),
  p: () => words?.nextPiece(),
  j: () => inItem<HTMLAnchorElement>("[data-skip]")?.click(),
  k: () => (steps > 0 ? history.back() : undefined),
  u: () => document.querySelector<HTMLFormElement>(".undo-form")?.requestSubmit(),
  "?": toggleKeys,
};

function toggleKeys(): void {
  const keys = document.querySelector<HTMLDialogElement>("#keys");
  if (keys?.open) keys.close();
  else keys?.showModal();
}

/** Arrow keys with Shift move the end of the words, with Alt the beginning. */
function moves(event: KeyboardEvent): boolean {
  const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
  if (direction === null || event.shiftKey === event.altKey || event.metaKey || !words) return false;
  words.move(event.shiftKey ? "to" : "from", direction, event.ctrlKey ? "letter" : "word");
  return true;
}

function pressed(event: KeyboardEvent): void {
  const { target, key } = event;
  const field = target instanceof HTMLElement ? target.closest<HTMLElement>("input, select, textarea") : null;
  if (event.defaultPrevented || event.isComposing) return;
  if (key === "Escape" && !document.querySelector("dialog[open]")) return leave(event, field);
  if (field) {
    // A list takes Enter for itself and sends nothing.
    if (key === "Enter" && field instanceof HTMLSelectElement) {
      event.preventDefault();
      field.form?.requestSubmit();
    }
    return;
  }
  if (moves(event)) return event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onButton = target instanceof Element && target.closest("button, a, summary") !== null;
  if (key === "Enter" && isChanged() && !onButton) {
    event.preventDefault();
    return saveChanges();
  }
  if (document.querySelector("dialog[open]") && key !== "?") return;
  const does = LETTERS[key];
  if (!does || localStorage.getItem(KEYS_OFF) !== null) return;
  event.preventDefault();
  does();
}

/** Out of a field first; then back to the words as they were. */
function leave(event: KeyboardEvent, field: HTMLElement | null): void {
  event.preventDefault();
  if (!field) return putBack();
  const details = field.closest("details");
  if (details) details.open = false;
  document.querySelector<HTMLElement>("#item h2")?.focus({ preventScroll: true });
}

document.addEventListener("keydown", pressed);
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.action.endsWith("/decide") || !form.closest(".review")) return;
  event.preventDefault();
  // Confirmed is what the reader sees, with what they changed.
  void send((form.classList.contains("confirm-form") && isChanged() && correctForm()) || form);
});
document.addEventListener("click", (event) => {
  const skip = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-skip]") : null;
  if (!skip || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (isChanged()) fault("You changed something here: Enter saves it, Esc puts it back.");
  else void go(skip.href);
});
addEventListener("popstate", () => {
  steps = Math.max(0, steps - 1);
  void go(location.href, false);
});

const opener = document.querySelector<HTMLButtonElement>("#open-keys");
if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", toggleKeys);
}
const switched = document.querySelector<HTMLInputElement>("#keys-on");
if (switched) {
  switched.checked = localStorage.getItem(KEYS_OFF) === null;
  switched.addEventListener("change", () => {
    if (switched.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
    showKeys();
  });
}
setUp();
