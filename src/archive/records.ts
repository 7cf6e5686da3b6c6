import { UserError } from "../model/errors.ts";
import type { RecordRow, Store } from "../store/store.ts";

/** How many records an unclear id is said to stand for. */
const LISTED = 5;
const GLANCE = 60;

/** The full name of a record, `ARTICLE.ID`. */
export function fullId({ article, id }: Pick<RecordRow, "article" | "id">): string {
  return `${article}.${id}`;
}

/**
 * The record that an id names: `ARTICLE.ID`, either half shortened to a beginning that only one record has. Throws UserError
 * where there is none, or more than one.
 */
export async function recordOf(store: Store, typed: string): Promise<RecordRow> {
  const named = typed.trim().toLowerCase();
  const exact = await store.record(named);
  if (exact) return exact;
  const [article = "", ...rest] = named.split(".");
  const ids = named === "" ? [] : await store.idsBeginning(article, rest.join("."), LISTED + 1);
  const [only] = ids;
  if (only === undefined)
    throw new UserError(
      `there is no statement or silence ${typed} in ${store.name}; hearsay find prints the ids of what it finds`,
      2,
    );
  if (ids.length > 1) {
    const listed = await Promise.all(
      ids.slice(0, LISTED).map(async (id) => `${id} (${glance(await store.record(id))})`),
    );
    const more = ids.length > LISTED ? ", and more" : "";
    throw new UserError(`${typed} may be ${listed.join(", ")}${more}; write more of it`, 2);
  }
  return (await store.record(only)) as RecordRow;
}

function glance(row: RecordRow | null): string {
  const words = (row?.words ?? "").replace(/\s+/g, " ");
  return words.length > GLANCE ? `${words.slice(0, GLANCE)}…` : words;
}

/** The text of the edition a record was read in. Throws UserError where it is missing. */
export async function textOf(
  store: Store,
  { article, edition }: Pick<RecordRow, "article" | "edition">,
): Promise<string> {
  const row = (await store.editions(article)).find((one) => one.edition === edition);
  const bytes = row && (await store.blob("texts", article, row.text));
  if (!bytes) throw new UserError(`the text of ${article}, edition ${edition}, is not in the archive`);
  return Buffer.from(bytes).toString("utf8");
}
