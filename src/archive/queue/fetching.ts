import type { Offer } from "../add.ts";
import { FetchError } from "../fetch/fetchError.ts";
import type { PoliteFetcher } from "../fetch/politeFetcher.ts";
import { offerFetched } from "../sources/fetched.ts";
import { Refusal } from "./work.ts";

/** Fetches for `work`: what may be had later is thrown as it came, what is not to be had as a refusal. */
export function fetching(fetcher: Pick<PoliteFetcher, "fetch">): (address: string) => Promise<Offer> {
  return async (address) => {
    try {
      return offerFetched(address, await fetcher.fetch(address), { options: {} });
    } catch (error) {
      if (error instanceof FetchError && !error.passing) throw new Refusal(error.message);
      throw error;
    }
  };
}
