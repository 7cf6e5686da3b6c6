import { merge } from "../../src/archive/names.ts";
import { Keeper, type Sighting } from "../../src/archive/archive.ts";
import { confirm, dispute } from "../../src/archive/decide.ts";
import { prepare } from "../../src/archive/prepare.ts";
import { fullId } from "../../src/archive/records.ts";
import { capture } from "../../src/ingest/ingest.ts";
import type { Blob, Store, Unit } from "../../src/store/store.ts";
import type { ProposalRow } from "../../src/store/proposals.ts";
import { READ_BY } from "../archive/reports.ts";
import { butFor } from "./butFor.ts";

/** Where a payload goes in a report. */
const PLACES = ["title", "author", "speaker", "channel", "thing", "union", "caption"] as const;

/**
 * Keeps one report for each payload, read as any report is. In every place stands another payload, so that over all reports each
 * payload stood everywhere: headline, byline, names, words, outlet, address, file name, feed title. Then people decide about
 * statements and names, and others propose, for hostile reasons.
 */
export async function keepHostile(store: Store, payloads: readonly string[], now: () => string): Promise<void> {
  const at = (i: number): string => payloads[i % payloads.length] as string;
  for (const [i, payload] of payloads.entries()) {
    const said = new Map(PLACES.map((place, k) => [standIn(place, at(i + 31 * k)), at(i + 31 * k)]));
    const sighting = sightingOf(i, [...said.keys()], at(i + 7), at(i + 13));
    await new Keeper(replacing(store, said), now).keep([sighting]);
    const search = { id: `s${i}`, name: payload, owner: at(i + 5), query: `words=${payload}`, made_at: now() };
    await store.accounts.addSearch(search);
  }
  const { items } = await store.find({ limit: 200 });
  for (const [i, row] of items.entries()) {
    const decider = { name: at(i), reason: at(i + 3), now: now() };
    await (i % 2 === 0 ? confirm : dispute)(store, [fullId(row)], decider);
  }
  const names = await store.counts("speaker", {}, 60);
  for (let i = 0; i + 1 < Math.min(40, names.length); i += 2) {
    const [one, other] = [names[i]?.value as string, names[i + 1]?.value as string];
    await merge(store, [one], other, { name: at(i), reason: at(i + 9), now: now() });
  }
  for (const [i, payload] of payloads.entries()) {
    const row = items[i % items.length];
    // Past the checks of `propose`: what stands in the table may have come otherwise.
    if (row) await store.proposals.add(proposalRow(i, fullId(row), payload, at(i + 17)));
  }
  await store.keepWatched(payloads.slice(0, 60).map((payload, i) => watchedRow(`https://feeds.example/${i}`, payload)));
}

/** A word that is read as a name and is as long as what will stand in its place, so that all offsets are right. */
function standIn(place: string, payload: string): string {
  return `Q${place}${"z".repeat(1_000)}`.slice(0, Math.max(payload.length, place.length + 1));
}

function sightingOf(
  i: number,
  [title, author, speaker, channel, thing, union, caption]: string[],
  outlet: string,
  feed: string,
): Sighting {
  const text = `${title} ferry to run again, minister says

By ${author}

SALLOW, March 4, 2031 (Northwire) - Transport Minister ${speaker} said on Monday that the ferry to ${thing} would run again before Easter if ${union} agreed, ${channel} reported.

“We will not close ${thing} twice,” ${speaker} told reporters. ${speaker} did not say who would pay for ${thing}.

Union leader ${union} warned on Thursday that the quay number ${i} at ${thing} would be closed for good unless ${speaker} paid.

${caption} is seen at the quay.
`;
  const bytes = Buffer.from(text);
  const address = `https://news.example/${i}/${encodeURIComponent(outlet.replace(/\p{Surrogate}/gu, ""))}`;
  const given = { reader: "fast", outlet } as const;
  const prepared = prepare(capture(bytes, `${outlet}.txt`), given, READ_BY);
  const circumstances = {
    feed: { address: `https://feeds.example/${feed}`, title: feed },
    "content-type": feed,
    file: feed,
  };
  // Not every address came through our own fetcher: archives are imported, too.
  return {
    prepared,
    bytes,
    address: i % 3 === 0 ? outlet : address,
    given: { outlet },
    circumstances,
    by: "file",
  } as Sighting;
}

/** The archive, but for stand-ins that become payloads on their way into it. */
function replacing(store: Store, said: ReadonlyMap<string, string>): Store {
  const replaced = (text: string): string => {
    let result = text;
    for (const [standsIn, payload] of said)
      result = result.replaceAll(standsIn, payload.padEnd(standsIn.length)).replaceAll(standsIn.toLowerCase(), payload);
    return result;
  };
  const append: Store["append"] = (units, time) =>
    store.append(
      units.map((unit): Unit => ({
        drafts: unit.drafts.map((draft) => deeply(draft, replaced)),
        blobs: unit.blobs.map((blob): Blob => ({
          ...blob,
          bytes: Buffer.from(replaced(Buffer.from(blob.bytes).toString())),
        })),
      })),
      time,
    );
  return butFor(store, { append });
}

function deeply<T>(value: T, replaced: (text: string) => string): T {
  if (typeof value === "string") return replaced(value) as T;
  if (Array.isArray(value)) return value.map((one) => deeply(one as unknown, replaced)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deeply(one as unknown, replaced)])) as T;
}

function proposalRow(i: number, about: string, payload: string, by: string): ProposalRow {
  const settled = i % 3 === 0;
  return {
    id: `p${i}`,
    about,
    act: "correct",
    change: JSON.stringify({ speaker: payload, speakerKind: payload, act: payload, uttered: payload }),
    reason: payload,
    by,
    made_at: `2031-03-05T10:00:00.${String(i).padStart(3, "0")}Z`,
    outcome: settled ? "declined" : null,
    settled_by: settled ? payload : null,
    settled_at: settled ? "2031-03-05T11:00:00.000Z" : null,
    settled_why: settled ? payload : null,
    entry: null,
  };
}

function watchedRow(address: string, payload: string): Parameters<Store["keepWatched"]>[0][number] {
  return {
    address,
    host: "feeds.example",
    feed: null,
    kind: "feed",
    facts: { title: payload, site: payload, description: payload },
    etag: payload,
    last_modified: payload,
    looked_at: "2031-03-05T11:00:00.000Z",
    next_at: "2031-03-05T13:00:00.000Z",
    failures: 1,
    last_status: 500,
    last_error: payload,
  };
}
