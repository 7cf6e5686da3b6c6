import { mkdirSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Chance } from "./chance.ts";

const TOWNS = ["Sallow", "Mel", "Orrin", "Tarn Quay", "Vesper", "Hallin", "Brack", "Old Ferring"];
const PEOPLE = ["Ada Novak", "Teodor Brandsma", "Mira Sand", "Jon Alm", "Ilse Okoro", "Pavel Quist", "Ruth Amadi"];
const OFFICES = ["Transport Minister", "Harbour union leader", "Mayor", "Company spokesman", "Police chief"];
const THINGS = ["ferry", "quay", "bridge", "mill", "dam", "school", "lighthouse", "market hall", "tram", "reservoir"];
const DEEDS = [
  "run again",
  "be closed for good",
  "be sold",
  "be rebuilt in stone",
  "pay its debts",
  "open to visitors",
];
const TIMES = ["before Easter", "within a year", "after the vote", "if the rain held off", "in two weeks", "by autumn"];

/** Report number `n`, the same at each call; no two are alike, every tenth repeats the one before it word for word. */
export function invented(n: number): string {
  const chance = new Chance(n % 10 === 9 ? n - 1 : n);
  const number = n % 10 === 9 ? n - 1 : n;
  const [town, who, office, thing] = [
    chance.oneOf(TOWNS),
    chance.oneOf(PEOPLE),
    chance.oneOf(OFFICES),
    chance.oneOf(THINGS),
  ];
  const said = Array.from({ length: 2 + chance.below(4) }, () => {
    const [other, deed, time] = [chance.oneOf(THINGS), chance.oneOf(DEEDS), chance.oneOf(TIMES)];
    return chance.oneOf([
      `${who} said that the ${other} of lot ${number} would ${deed} ${time}.`,
      `“We will not let the ${other} ${deed} ${time},” ${who.split(" ")[1]} told reporters in ${chance.oneOf(TOWNS)}.`,
      `The council of ${chance.oneOf(TOWNS)} denied that the ${other} could ${deed} ${time}.`,
      `A letter seen by this agency warned that the ${other} might ${deed} ${time}.`,
    ]);
  });
  return [
    `The ${thing} of lot ${number}: ${office.toLowerCase()} speaks`,
    `${town.toUpperCase()}, March ${1 + chance.below(28)}, 2031 (Northwire) - ${office} ${who} spoke on Monday about lot ${number}.`,
    ...said,
    "",
  ].join("\n\n");
}

/** Writes reports number `from` up to, not including, `to` into a folder, one file each. */
export function writeReports(folder: string, from: number, to: number): void {
  mkdirSync(folder, { recursive: true });
  for (let n = from; n < to; n++) writeFileSync(join(folder, `${String(n).padStart(5, "0")}.txt`), invented(n));
}

/** A site of this machine: a feed that names reports, and one page whose text changes. */
export interface Site {
  readonly feed: string;
  readonly page: string;
  /** How many reports the feed names. */
  reports: number;
  /** Which edition of the page is served. */
  edition: number;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const html = (text: string): string => {
    const [title = "", ...rest] = text.trim().split("\n\n");
    return `<!doctype html><title>${title}</title><h1>${title}</h1>${rest.map((words) => `<p>${words}</p>`).join("")}`;
  };
  const server: Server = createServer(({ url = "" }, response) => {
    const send = (type: string, body: string): void => void response.setHeader("content-type", type).end(body);
    const [, number] = /^\/report\/(\d+)$/.exec(url) ?? [];
    if (url === "/feed") {
      const items = Array.from({ length: site.reports }, (_, n) => `<item><link>/report/${n}</link></item>`);
      send("application/rss+xml", `<rss version="2.0"><channel><title>Post</title>${items.join("")}</channel></rss>`);
    } else if (url === "/page") send("text/html", html(invented(100_001 + site.edition * 10)));
    else if (number !== undefined) send("text/html", html(invented(Number(number))));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: Site = {
    feed: `${origin}/feed`,
    page: `${origin}/page`,
    reports: 0,
    edition: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return site;
}
