import type { Store } from "../store/store.ts";

/** The articles of an archive, the newest changes first. */
export async function* allArticles(store: Store): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store["articles"]>> = await store.articles({
      limit: 500,
      ...(cursor !== null && { cursor }),
    });
    for (const { article } of page.items) yield article;
    ({ cursor } = page);
  } while (cursor !== null);
}
