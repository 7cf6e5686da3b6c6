const dark = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/** The button that changes between light and dark; without a script there is none, and the system's setting counts. */
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-switch]")) {
  const isDark = (): boolean => (root.dataset["theme"] ?? (dark.matches ? "dark" : "light")) === "dark";
  const show = (): void => {
    button.textContent = isDark() ? "Light" : "Dark";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset["theme"] = theme;
    localStorage.setItem("theme", theme);
    show();
  });
  dark.addEventListener("change", show);
  show();
}

/** Where the places do not fit beside each other, the one that is open is in sight. */
const open = document.querySelector<HTMLElement>(".places [aria-current]");
const places = open?.closest<HTMLElement>(".places");
if (open && places) places.scrollLeft = open.offsetLeft - places.clientWidth / 2;

/** Dates with a time of day, in the reader's own zone beside the original, where that is another. */
for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-local]")) {
  const at = new Date(time.dateTime);
  if (Number.isNaN(at.getTime()) || at.getTimezoneOffset() === 0) continue;
  const here = `${at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })} where you are`;
  const local = document.createElement("span");
  local.className = "local-time";
  local.textContent = ` (${here})`;
  time.title = here;
  time.after(local);
}
