import { type Stretch, difference } from "../../export/difference.ts";
import type { History } from "../../model/history.ts";
import type { ArticleRow, EditionRow, Store } from "../../store/store.ts";
import { historyOf } from "../history.ts";
import { documentOf } from "./article.ts";

/** A passage of which two editions differ, or that only one of them has; word by word. */
export interface Changed {
  readonly words: readonly Stretch[];
}

export interface EditionsView {
  readonly article: ArticleRow;
  readonly history: History;
  /** By the number of the edition: what of its text differs from the one before. The first is not in it. */
  readonly differences: ReadonlyMap<number, readonly Changed[]>;
}

/** How an article changed: its editions, what became of every statement, and what differs in the text; null where there is none. */
export async function editionsView(store: Store, id: string): Promise<EditionsView | null> {
  const article = await store.article(id);
  if (!article) return null;
  const differences = new Map<number, readonly Changed[]>();
  let before: readonly string[] | null = null;
  for (const edition of await store.editions(id)) {
    const passages = await passagesOf(store, edition);
    if (before !== null) differences.set(edition.edition, changesIn(before, passages));
    before = passages;
  }
  return { article, history: await historyOf(store, article), differences };
}

/** The article's own blocks as words; what stands around it on the page is left out. */
async function passagesOf(store: Store, edition: EditionRow): Promise<string[]> {
  const bytes = await store.blob("texts", edition.article, edition.text);
  const text = bytes ? Buffer.from(bytes).toString("utf8") : "";
  return documentOf(edition)
    .blocks.filter(({ kind }) => kind !== "noise")
    .map(({ span }) => text.slice(...span).replace(/\s+/g, " "));
}

/** Passages are compared whole first, and those that differ word by word. */
export function changesIn(was: readonly string[], now: readonly string[]): Changed[] {
  const ids = new Map<string, string>();
  const id = (passage: string): string => {
    const known = ids.get(passage) ?? String(ids.size);
    ids.set(passage, known);
    return known;
  };
  const passages = (words: string): string =>
    words
      .split(" ")
      .map((one) => names[Number(one)] ?? "")
      .join(" ");
  const joined = [was.map(id).join(" "), now.map(id).join(" ")] as const;
  const names = [...ids.keys()];
  const changes: Changed[] = [];
  let gone: string | null = null;
  const end = (): void => {
    if (gone !== null) changes.push({ words: difference(gone, "") });
    gone = null;
  };
  for (const stretch of difference(...joined)) {
    if (stretch.in === "both") end();
    else if (stretch.in === "was") gone = passages(stretch.words);
    else {
      changes.push({ words: difference(gone ?? "", passages(stretch.words)) });
      gone = null;
    }
  }
  end();
  return changes;
}
