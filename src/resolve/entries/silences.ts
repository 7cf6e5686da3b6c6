import type { Silence } from "../../model/entries.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import type { Time } from "../../model/time.ts";
import type { People } from "../people/people.ts";
import { spokenName } from "../people/spokenNames.ts";

export interface SilenceContext {
  readonly people: People;
  readonly times: readonly Time[];
}

const REVIEW = /\b(?:review|comparison|analysis|tally|count|examination|check)\b/i;

/**
 * Gives silences their names, in the order of the text. Who noticed one is the outlet where the report names nobody else, and
 * unknown where the outlet is; what is missing on a channel's account was still noticed by somebody else.
 */
export function resolveSilences({ document, silences }: Found, { people }: SilenceContext): Silence[] {
  const words = (span: Span | null): string | null =>
    span && document.text.slice(span.from, span.to).replace(/\s+/g, " ");
  // A pronoun that nobody is known for names nobody.
  const name = (span: Span | null): string | null => {
    const source = people.named(span);
    const named = source && spokenName(source);
    return named && /^(?:he|she|it|they|this|that)$/i.test(named) ? null : named;
  };
  // "Neither the bank nor its lawyer": both, or nobody where one of them is not known.
  const whoIs = (span: Span | null): string | null => {
    const both = span && /^(neither\s+)(.+?)(\s+nor\s+).+$/is.exec(document.text.slice(span.from, span.to));
    if (!span || !both) return name(span);
    const [, neither = "", first = "", nor = ""] = both;
    const begin = span.from + neither.length;
    const pair = [
      name({ from: begin, to: begin + first.length }),
      name({ from: begin + first.length + nor.length, to: span.to }),
    ];
    // A capital at the head of the sentence makes "Neither" look like part of a name.
    const names = pair.map((one) => one?.replace(/^Neither /, "") ?? "they");
    return names.some((one) => /^(?:he|she|it|they)$/i.test(one)) ? null : names.join(" and ");
  };
  // "According to a Tide review of his speeches", in The Tide; a comparison that is nobody else's.
  const isOwnReview = (span: Span | null): boolean => {
    const said = span && document.text.slice(span.from, span.to);
    if (!said || !REVIEW.test(said)) return false;
    const outlet = (document.outlet?.name ?? "").replace(/^The /i, "");
    const owner = said.slice(0, said.search(REVIEW));
    return (outlet !== "" && owner.includes(outlet)) || !/\p{Lu}|['’]s\b|\bby\b/u.test(said);
  };
  // "The envoy said talks went on and declined to name a date": that he kept it back is told by the report, not by him.
  const noticer = (noticed: Span | null, silent: Span | null): string | null => {
    const named = isOwnReview(noticed) ? null : name(noticed);
    const pronoun = silent !== null && /^(?:he|she|it|they)$/i.test(document.text.slice(silent.from, silent.to));
    return named !== null && !pronoun && named === name(silent) ? null : named;
  };
  return silences.map(({ span, kind, who, noticedBy, accordingTo, about, scope, expectation, by }, i) => ({
    id: `q${i + 1}`,
    span,
    kind,
    who: whoIs(who),
    noticedBy: noticer(noticedBy, who) ?? document.outlet?.name ?? null,
    accordingTo: name(accordingTo),
    about: words(about),
    scope: words(scope),
    expectation: words(expectation),
    by,
  }));
}
