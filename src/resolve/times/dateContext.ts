import { type CalendarGrain, type Moment, isAsFine } from "./moments.ts";
import { inWords } from "./values.ts";

/** A date mentioned before, as later words may hang on it. */
export interface Mention {
  readonly moment: Moment;
  /** Its year stands in the words. */
  readonly stated: boolean;
  readonly block: number;
  readonly sentence: number;
}

export interface DateContext {
  /** Day, month or year of publication; null where it is not known. */
  readonly published: Moment | null;
  /** The day of the last change, where it was changed after the day of publication. */
  readonly updated: Moment | null;
  /** Earlier mentions, the last one at the end. */
  readonly mentions: readonly Mention[];
  readonly block: number;
  readonly sentence: number;
  /** The report is a tale of other years: what is bare goes on from the date before it. */
  readonly isHistory: boolean;
  /** The words are all their paragraph has. */
  readonly isAlone: boolean;
}

export interface Dated {
  readonly moment: Moment;
  readonly steps: readonly string[];
  /** Every part stands in the words. */
  readonly stated: boolean;
}

/** How far back words may look for the date they hang on. */
export const MENTIONS_BACK = 8;

/** The last mention that is at least as fine as asked, or null. */
export function mentioned(context: DateContext, grain: CalendarGrain): Mention | null {
  const { mentions } = context;
  for (let i = mentions.length - 1; i >= 0 && i >= mentions.length - MENTIONS_BACK; i--) {
    const mention = mentions[i] as Mention;
    if (isAsFine(mention.moment.grain, grain)) return mention;
  }
  return null;
}

/** How far back a quarter or a weekday is looked for: an earnings report has many dates between. */
const FAR = 40;

export function lately({ mentions }: DateContext): readonly Mention[] {
  return mentions.slice(-FAR);
}

export function publishedSteps(published: Moment): string[] {
  return [`published ${published.grain === "day" ? "on" : "in"} ${inWords(published)}`];
}

/** The last mention of all, or null. */
export function anyMention({ mentions }: DateContext): Mention | null {
  return mentions.at(-1) ?? null;
}
