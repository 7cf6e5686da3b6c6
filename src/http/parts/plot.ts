import { html, raw } from "hono/html";
import { parseHTML } from "linkedom";
import { MONTHS } from "../../text/calendarNames.ts";
import { STANDINGS, type Standing } from "../../model/ledger.ts";
import { STANDING } from "../../export/recordWords.ts";
import type { Html } from "../pages/layout.ts";

export interface MonthCount {
  /** `2021-01`, or `2021` where no month is known. */
  readonly month: string;
  readonly standing: Standing;
  readonly n: number;
}

export interface MonthPlot {
  readonly title: string;
  readonly months: readonly MonthCount[];
  /** Those on no known day: said below, as they have no place in the plot. */
  readonly undated: number;
  /** Whether only the newest were counted. */
  readonly some: string | null;
  /** Where the statements of a month are listed. */
  readonly address: (month: string) => string;
}

const HEIGHT = 160;
/** Letters would shrink with the plot: it is drawn for wide pages and for narrow places, and one of them is shown. */
const WIDTHS = { wide: 760, narrow: 350 } as const;
/** From the ground up. */
const STACKED: readonly Standing[] = ["confirmed", "disputed", "candidate", "retracted"];

/**
 * Statements by the month in which they were said, by standing: a plot with the same numbers in a table. Nothing an article says
 * is in the plot: months and numbers alone.
 */
export async function monthPlot({ title, months, undated, some, address }: MonthPlot): Promise<Html> {
  const monthly = months.filter(({ month }) => MONTH.test(month));
  const isLong = monthsIn(monthly) > LONG;
  const dated = isLong ? byYear(monthly) : monthly;
  const yearly = months.filter(({ month }) => !MONTH.test(month));
  const notes = [
    ...(undated > 0 ? [`${undated.toLocaleString("en")} on days not known`] : []),
    ...(yearly.length > 0
      ? [`${yearly.reduce((all, { n }) => all + n, 0).toLocaleString("en")} of which only the year is known`]
      : []),
    ...(some === null ? [] : [some]),
  ];
  const note = notes.length === 0 ? "" : html`<p class="fact">${notes.join("; ")}.</p>`;
  if (dated.length === 0)
    return html`<figure class="plot">
      <figcaption>${title}</figcaption>
      ${note === "" ? html`<p class="fact">Of none of them the month is known.</p>` : note}
    </figure>`;
  const standings = STANDINGS.filter((standing) => dated.some((one) => one.standing === standing));
  return html`<figure class="plot">
    <figcaption>${title}
      <span class="plot-key">${standings.map((standing) => html`<span class="key key-${standing}">${STANDING[standing].mark} ${standing}</span> `)}</span>
    </figcaption>
    <div class="plot-drawn" role="img" aria-label="${title}: ${monthly.length === 1 ? "one month" : spanOf(monthly)}; the numbers stand in the table below">${raw(await drawn(dated, "wide"))}${raw(await drawn(dated, "narrow"))}</div>
    ${note}
    <details class="plot-table">
      <summary>The same as a table</summary>
      <table>
        <thead><tr><th scope="col">${isLong ? "Year" : "Month"}</th>${standings.map((standing) => html`<th scope="col">${standing}</th>`)}</tr></thead>
        <tbody>
          ${[...Map.groupBy(isLong ? byYear(months) : months, ({ month }) => month)].map(
            ([month, counts]) =>
              html`<tr><th scope="row"><a href="${address(month)}">${month}</a></th>${standings.map(
                (standing) => html`<td>${counts.find((one) => one.standing === standing)?.n ?? 0}</td>`,
              )}</tr>`,
          )}
        </tbody>
      </table>
    </details>
  </figure>`;
}

const MONTH = /^\d{4}-\d\d$/;
/** Months beyond which a bar would be thinner than a line: years are drawn instead. */
const LONG = 240;

function monthsIn(months: readonly MonthCount[]): number {
  const at = ({ month }: MonthCount): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? at(last) - at(first) : 0;
}

/** The same counts by year. */
function byYear(months: readonly MonthCount[]): MonthCount[] {
  const years = Map.groupBy(months, ({ month, standing }) => `${month.slice(0, 4)} ${standing}`);
  return Array.from(years.values(), (all) => ({
    month: (all[0] as MonthCount).month.slice(0, 4),
    standing: (all[0] as MonthCount).standing,
    n: all.reduce((sum, { n }) => sum + n, 0),
  }));
}

function spanOf(months: readonly MonthCount[]): string {
  const words = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
  return `from ${words((months[0] as MonthCount).month)} to ${words((months.at(-1) as MonthCount).month)}`;
}

/** The plots drawn last, for whoever turns the pages of one list. */
const lately = new Map<string, Promise<string>>();
const LATELY = 200;

function drawn(months: readonly MonthCount[], size: keyof typeof WIDTHS): Promise<string> {
  const key = JSON.stringify([size, months.map(({ month, standing, n }) => [month, standing, n])]);
  const known = lately.get(key);
  if (known) return known;
  const plot = draw(months, size);
  lately.set(key, plot);
  if (lately.size > LATELY) lately.delete(lately.keys().next().value as string);
  plot.catch(() => lately.delete(key));
  return plot;
}

/** The plot as SVG without styles of its own: the room's style sheet has them. */
async function draw(months: readonly MonthCount[], size: keyof typeof WIDTHS): Promise<string> {
  const Plot = await import("@observablehq/plot");
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const isYearly = !MONTH.test((months[0] as MonthCount).month);
  const rows = months.map(({ month, standing, n }) => ({
    at: new Date(`${isYearly ? `${month}-01` : month}-01T00:00:00Z`),
    standing,
    n,
  }));
  const first = (rows[0] as (typeof rows)[number]).at;
  const last = (rows.at(-1) as (typeof rows)[number]).at;
  const most = Math.max(
    ...[...Map.groupBy(rows, ({ at }) => at.getTime()).values()].map((all) => all.reduce((sum, { n }) => sum + n, 0)),
  );
  // A single month would fill the plot: some room stands on either side.
  const room = (at: Date, months: number): Date =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const few = (last.getTime() - first.getTime()) / (30 * 86_400_000) < 10;
  const svg = Plot.plot({
    document,
    width: WIDTHS[size],
    height: HEIGHT,
    marginLeft: 36,
    marginBottom: 36,
    marginTop: 12,
    marginRight: 8,
    x: { type: "utc", domain: [room(first, few ? -5 : -1), room(last, few ? 6 : 2)], label: null },
    y: { label: null, grid: true, ticks: Math.min(4, most), tickFormat: "d", nice: true },
    color: { type: "ordinal", domain: [...STANDINGS], range: STANDINGS.map((standing) => `var(--${standing})`) },
    marks: [
      Plot.rectY(rows, {
        x: "at",
        interval: isYearly ? "year" : "month",
        y: "n",
        fill: "standing",
        stroke: "standing",
        order: [...STACKED],
        z: "standing",
        insetLeft: 1,
        insetRight: 1,
      }),
      Plot.ruleY([0]),
    ],
  } as never) as unknown as ReturnType<typeof document.createElement>;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    element.removeAttribute("style");
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-description");
  }
  svg.setAttribute("class", `plot-svg plot-${size}`);
  svg.setAttribute("aria-hidden", "true");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  return svg.outerHTML;
}
