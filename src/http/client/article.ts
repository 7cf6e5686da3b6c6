// What belongs together lights up together: an entry of the list, its marks in the text, its label.
const page = document.querySelector<HTMLElement>(".article-page");
const byLabel = new Map<string, HTMLElement[]>();
for (const element of document.querySelectorAll<HTMLElement>(".article-page [data-of]")) {
  const label = element.dataset["of"] ?? "";
  const all = byLabel.get(label);
  if (all) all.push(element);
  else byLabel.set(label, [element]);
}

let lit: string | null = null;

function light(label: string | null): void {
  if (label === lit) return;
  for (const element of byLabel.get(lit ?? "") ?? []) element.classList.remove("lit");
  for (const element of byLabel.get(label ?? "") ?? []) element.classList.add("lit");
  lit = label;
}

function labelAt(target: EventTarget | null): string | null {
  return (target instanceof Element ? target.closest<HTMLElement>("[data-of]") : null)?.dataset["of"] ?? null;
}

page?.addEventListener("pointerover", ({ target }) => light(labelAt(target)));
page?.addEventListener("pointerleave", () => light(null));
page?.addEventListener("focusin", ({ target }) => light(labelAt(target)));

// On a wide page the list scrolls by itself: an entry that is out of sight comes into it.
page?.querySelector(".article-text")?.addEventListener("click", ({ target }) => {
  const label = labelAt(target);
  if (label !== null && !(target instanceof Element && target.closest("a")))
    document.getElementById(`s${label}`)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
});

// The filters act at once; without a script the button does it.
const filters = document.querySelector<HTMLFormElement>(".side-filters");
for (const select of filters?.querySelectorAll("select") ?? [])
  select.addEventListener("change", () => {
    filters?.requestSubmit();
  });
filters?.querySelector("button")?.classList.add("unseen");
