import type { SourceKind } from "../model/statement.ts";
import { mediumWithWhatItIs, namedBehindWhatHeIs, namesBehindWhatTheyAre, withoutWhatItIsOf } from "./apposed.ts";
import { companyIn } from "./companyWords.ts";
import { kindOfDescription } from "./descriptionKind.ts";
import { type Field, fieldOf } from "./field.ts";
import { fromOfficeOn, institutionIn } from "./institutions.ts";
import { NEWSPAPER, channelInside, filedAtHead, filedName, namedByNoun } from "./media.ts";
import { namedTogether } from "./namedTogether.ts";
import { nounPhrase } from "./nounPhrase.ts";
import { headNoun } from "./nouns.ts";
import { placeIn } from "./places.ts";
import {
  HONORIFIC,
  fromTitleOn,
  isBodyWithName,
  isDescription,
  isOrganisation,
  isWordOfTitle,
  properName,
  quarterBefore,
  withoutPost,
} from "./properName.ts";
import {
  ACRONYM,
  CAPITALISED,
  isBodyWithAnd,
  isManyOf,
  isPeriodical,
  isTwoKindsOfMany,
  relativeIn,
  shapeOf,
  withoutAdded,
} from "./shapes.ts";
import { isGivenName, kindsOf } from "./tables.ts";

/** What a source phrase names: the kind of source, and the name without titles and appositions. */
export interface NamedSource {
  readonly kind: SourceKind;
  readonly name: string;
}

/** Words with which a clause or a further description of the source begins; the name stands before them. */
const NAME_ENDS =
  /,|;|\(|\s[–—-]{1,2}\s|\s(?:who|which|whose|of|for|from|in|at|with|on|to|near|under|over|against|among|about|aged|told|released|published|conducted|posted|dated|based|and|that|\p{Ll}{3,}(?:ed|en) by)\s|(?<=\p{Ll}s)\s\p{Ll}{3,}ing\s(?=\p{Lu}|(?:to|the|an?|for|his|her|their|its|that)\s)/u;

/** "Secretary of State Adam Crewe": the field of an office before its holder's name. */
const FIELD =
  /(?<=\p{L}) (?:of|for) (?:[Ss]tate|Staff|Defen[cs]e|Finance|Health|Justice|Education|Energy|Interior|Labou?r|Agriculture|Commerce|Transport|Trade|Culture|Intelligence|Foreign Affairs)(?= \p{Lu})/u;

/** Two full names, the first with its place. */
const JOINED = /^(?:\p{Lu}\S+ ){1,3}\p{Lu}\S+ of \p{Lu}\S+(?: \p{Lu}\S+)? and \p{Lu}\S+ \p{Lu}/u;

/** An office with what it is of, and a name behind a comma; "North Marsh", "New Selwyn" and "St. Ann" are places. */
const OFFICE_THEN_NAME =
  /^\p{L}[^,]{3,160}, ((?!North|South|East|West|New|San|Santa|St\.|Los)\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){1,3})$/u;

/** "the state Division of Dikes": what a body's name does not begin with. */
const LEVEL = /^(?:state|federal|city|county|national|regional|local|provincial) (?=\p{Lu}\p{Ll}+ of \p{Lu})/u;

/** "Harbours for Ostrel": a body that is called by what it is for. */
const FOR =
  /^\p{Lu}\p{Ll}+(?<!ence|ance|ment|tion|sion|ness|port|ect|aise) for (?:the |an? )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,3}(?: and \p{Lu}[\p{L}-]+){0,2}(?: in \p{Lu}[\p{L}-]+){0,2}(?=$|,)/u;

/** "estimates by Norda Inc.": words for what somebody found out, and by whom. */
const FOUND_OUT =
  /^(?:[\p{Ll}-]+ ){0,3}(?:study|survey|poll|analysis|research|data|figures|estimates?|forecasts?|projections) (?:by|from|compiled by|conducted by) (?:the |an? )?\p{Lu}/u;

const QUOTED_BY = /(?<=\S),? (?:quoted|cited|interviewed) by .*$/su;

/** "Tide reports seen by the Star": words for papers, and who had a look at them. */
const SEEN_BY = /(?<=^\S.*) (?:seen|obtained|reviewed|viewed|examined) by /u;

const QUOTING = /^[^,]{2,60},? (?:quoting|citing) ([^,]{2,80})$/u;

/** "An Chol Ryong": before a consonant "An" is no article. */
const FAMILY_AN = /^An [BCDGJKPTWYZ]\p{Ll}+ \p{Lu}\p{Ll}+/u;

/** What an apposition calls a medium. */
const PRINTED =
  /^(?:an?|the|organ)?\b[^,]{0,60}?\b(?:organ|papers?|newspaper|magazine|weekly|daily|monthly|journal|bulletin|website|homepage|agency|radio|broadcaster)\b/u;

/** "Quill, pressed by an angler to release papers": what is done to somebody is not what he is. */
const BY_VERB = /^, \p{Ll}+(?:ed|en|ing) (?:by|for|to|on|about|at|in|with|over|from) /u;

/** "the chip giant Norda": what a company is, before its name of one word. */
const GIANT = /^the (?:[\p{Ll}-]+ ){0,3}?(\p{Ll}+) (\p{Lu}[\p{L}-]+)$/iu;

/** Nouns of companies by which nobody is called: a publisher or a developer may be somebody. */
const COMPANY_NOUN =
  /^(?:giant|retailer|carrier|airline|automaker|carmaker|chipmaker|drugmaker|steelmaker|planemaker|shipbuilder|homebuilder|insurer|lender|conglomerate|brokerage|refiner|thrift|chain)$/;

/** "a source within the Harbour Committee", "a producer for Dike Studios": up to the noun, and nobody's name behind a comma. */
const SOMEBODY_OF =
  /^(?:an?|one|another) (?:(?!of |for |by |with |in |from )[\p{L}-]+ ){0,3}?(\p{Ll}+) (?:within|inside|for|at|with) (?:the )?\p{Lu}[^,]*$/iu;

/** Whether words mean one who belongs to a body, not by name: he is not the body. */
function isSomebodyOf(phrase: string): boolean {
  const noun = SOMEBODY_OF.exec(phrase)?.[1] ?? "";
  return kindsOf(noun).has("description") && !kindsOf(noun).has("office");
}

/** "Asian and Latin American countries" */
const PLACES = /\s(?:countries|nations|states|cities|provinces|regions|peoples|governments|media|newspapers|papers)$/;

/** "Tarvia's TTA": a medium that is known, behind the state it is of. */
function ownedMedium(bare: string, field: Field): ReturnType<typeof filedName> {
  const owned = /^(\p{Lu}[\p{L} ]{1,30})['’]s? (\p{Lu}.*)$/u.exec(bare);
  if (!owned || filedName(owned[1] as string, field)?.kind !== "state") return null;
  const medium = filedName(owned[2] as string, field);
  return medium?.kind === "channel" ? medium : null;
}

/**
 * Reads a source phrase. `words` are the characters of the source as they stand in the text; the result's name is
 * the phrase itself where no proper name stands in it, and where two people speak as one.
 */
export function readSource(words: string, field: Field = fieldOf()): NamedSource {
  // Who is quoted by a medium is not the medium.
  const phrase = withoutAdded(nounPhrase(words)).replace(QUOTED_BY, "");
  const bare = phrase.replace(/['’]s?$/, "").replace(FAMILY_AN.test(phrase) ? /^$/ : /^(?:the|a|an)\s+/i, "");
  // "the TTA, quoting the Star": the words are the Star's.
  const other = QUOTING.exec(bare)?.[1];
  const quoted = other === undefined ? null : readSource(other, field);
  if (quoted?.kind === "channel") return quoted;
  // "Some 20 percent of people in a poll"
  if (
    /^(?:some |about |nearly |just |only |around |almost |roughly |over |more than |fewer than )*\d+(?:\.\d+)?(?: percent|%| per cent| in \d+) of \p{L}/iu.test(
      phrase,
    )
  )
    return { kind: "unnamed", name: phrase };
  const shaped = shapeOf(phrase, bare);
  if (shaped) return shaped;
  // "Quill itself said": no person.
  const itself = /^(.*\S) itself$/su.exec(words.trim())?.[1];
  if (itself) {
    const read = readSource(itself, field);
    return read.kind === "person" ? { kind: "organisation", name: read.name } : read;
  }
  // Whoever had a look at papers does not speak in them.
  const seen = SEEN_BY.exec(bare);
  const papers = seen ? headNoun(bare.slice(0, seen.index)) : "";
  if ([papers, papers.replace(/s$/, "")].some((noun) => kindsOf(noun).has("organisation")))
    return { kind: "organisation", name: bare };
  if (kindsOf(phrase).has("pronoun") && !ACRONYM.test(phrase)) return { kind: "person", name: phrase };
  // "the economist" in small letters is somebody, not the paper.
  const isSomebody =
    /^(?:the|an?) \p{Ll}[\p{L}-]*$/iu.test(phrase) && /^\p{Ll}/u.test(bare) && kindsOf(bare).has("description");
  const filed = isSomebody
    ? null
    : (filedName(phrase, field) ?? filedName(bare, field) ?? ownedMedium(bare, field) ?? filedAtHead(bare, field));
  const place = filed ? null : placeIn(bare, (name) => filedName(name, field)?.kind === "state");
  if (place) return place;
  const medium = filed ? null : mediumWithWhatItIs(bare);
  if (medium) return filedName(medium.name, field) ?? medium;
  const behindWhatHeIs = filed ? null : namedBehindWhatHeIs(bare);
  if (behindWhatHeIs) return { kind: "person", name: behindWhatHeIs };
  // The "Path of Tides", organ of the Union
  const titled =
    /^["“]([^"”]{3,60}?),?["”](?:,? (?=(?:an?|the|organ|paper|newspaper|magazine|weekly|daily)\s)(.*))?$/u.exec(bare);
  if (titled?.[1] && /^\p{Lu}/u.test(titled[1]))
    return { kind: PRINTED.test(titled[2] ?? "") ? "channel" : "organisation", name: titled[1] };
  // "Many Tarvians and foreigners": nobody by name.
  if (!filed && (isManyOf(phrase) || isManyOf(phrase.split(/ [–—-]{1,2} /)[0] as string)))
    return { kind: "unnamed", name: phrase };
  // "a group of investors led by Norda and its chairman, Tom Birch": he is one of them.
  if (/^(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:\p{Ll}+ )?group (?:of (?:\p{Ll}|\d)|led by |including )/u.test(phrase))
    return { kind: "unnamed", name: phrase };
  // "a study by the Tide Institute": what is found out stands for itself.
  if (FOUND_OUT.test(bare)) return { kind: "organisation", name: bare.replace(/, an? .*$/, "") };
  const together = namedTogether(phrase, bare, {
    field,
    filed: filed !== null,
    read: (part) => readSource(part, field),
  });
  if (together) return together;
  // "The Friday issue of Zrcadlo"
  const issue = / issue of (?:an? |the )?(?=\p{Lu})/u.exec(bare);
  if (issue && issue.index < 40) {
    const paper = readSource(bare.slice(issue.index + issue[0].length), field);
    return { kind: paper.kind === "person" ? "channel" : paper.kind, name: paper.name };
  }
  // Whoever has a title in small letters before his name is nobody's channel: "NBC News colleague Mats Holm".
  const short = withoutWhatItIsOf(bare.replace(FIELD, ""));
  const described = fromTitleOn(fromOfficeOn(withoutPost(short, field), field));
  const inside = filed || described !== bare.replace(FIELD, "") ? null : channelInside(bare, field);
  const agency = filed?.kind === "channel" ? filed.name : inside;
  // "Quill's hometown Harbour Free Press"
  const owned = agency ? /^\p{Lu}\S*['’]s? (?:\p{Ll}+ )+(?=\p{Lu})/u.exec(agency)?.[0] : undefined;
  if (agency && owned) return { kind: "channel", name: agency.slice(owned.length) };
  if (agency)
    return { kind: "channel", name: agency === bare && !/\p{Lu}/u.test(bare) ? phrase.replace(/['’]s?$/, "") : agency };
  if (filed) return { kind: filed.kind, name: filed.name };
  const giant = GIANT.exec(phrase);
  if (giant?.[1] && giant[2] && COMPANY_NOUN.test(giant[1]) && !isGivenName(giant[2]))
    return filedName(giant[2], field) ?? { kind: "organisation", name: giant[2] };
  if (isSomebodyOf(phrase)) return { kind: "unnamed", name: phrase };
  // "Harbour and Dike candidates", "Tarvian House and Senate aides": many.
  if (!filed && isTwoKindsOfMany(bare)) return { kind: "unnamed", name: phrase.replace(/^both /i, "") };
  const company = companyIn(bare);
  if (company) return { kind: "organisation", name: company };
  const institution = institutionIn(bare.replace(LEVEL, ""), field);
  if (institution) {
    const known = filedName(institution, field);
    if (known) return { kind: known.kind, name: known.name };
    return { kind: isMedium(institution, field) ? "channel" : "organisation", name: institution };
  }
  const byNoun = namedByNoun(bare);
  if (byNoun) return byNoun;
  // "The Dike and Harbour Union Against Floods": one body whose name has an "and".
  if (isBodyWithAnd(bare)) return { kind: "organisation", name: bare };
  if (/^\p{Lu}\p{L}+news$/u.test(bare)) return { kind: "channel", name: bare };
  if (NEWSPAPER.test(phrase)) return { kind: "channel", name: bare.replace(/ newspaper$/, "") };

  const end = NAME_ENDS.exec(`${described} `);
  const heads = (end && end.index > 0 ? described.slice(0, end.index) : described).split(" ").filter((w) => w !== "");
  const cut = end && end.index > 0 ? filedName(heads.join(" "), field) : null;
  if (cut) return { kind: cut.kind, name: cut.name };
  // "the Friendship Society Tarvia-Ostrel": nobody is called "the" and a body's name.
  if (/^the\s/i.test(phrase) && isBodyWithName(heads)) return { kind: "organisation", name: heads.join(" ") };
  // African-Americans, Hispanics and Asian Americans: many, called by what they are.
  const many = (end?.[0] === " and " ? described.split(" and ").slice(0, 2) : heads.length === 1 ? heads : []).map(
    (g) => g.split(/[ -]/).at(-1) ?? "",
  );
  if (many.length > 0 && many.every((g) => isGroup(g, field))) return { kind: "unnamed", name: phrase };
  // "Displayed in their halls were …": no name.
  const isVerb =
    heads.length === 1 &&
    /^\p{Lu}\p{Ll}{3,}ed$/u.test(heads[0] as string) &&
    / (?:in|by|with|at) /.test(end?.[0] ?? "");
  const name = isVerb ? null : properName(heads);
  const cause = FOR.exec(bare)?.[0];
  const first = heads[0] ?? "";
  if (cause && name?.length === 1 && heads.length === 1 && kindsOf(first).size === 0 && !isGivenName(first))
    return { kind: "organisation", name: cause };
  // "A Tarvian": one of them, and no name.
  if (name?.length === 1 && heads.length === 1 && /^an?\s/i.test(phrase) && field.demonym(name[0] as string))
    return { kind: "unnamed", name: phrase };
  if (name) {
    const last = heads[heads.length - 1] as string;
    if (/^the\s/i.test(phrase) && name.length > 1 && !end && isPeriodical(name[0] as string))
      return { kind: "channel", name: name.join(" ") };
    // Chinese Official, in a headline: a description with capitals.
    const titleOnly = name.slice(0, -1).every((w) => isWordOfTitle(w, field));
    if (name.length > 1 && titleOnly && isDescription(last))
      return { kind: kindOfDescription(phrase, heads), name: phrase };
    // "S. Korean Religionists", in a headline.
    const peoples = name.length > 1 && field.demonym(name.slice(0, -1).join(" ")) !== null;
    if (peoples && end?.[0] !== "," && /[^s]s$/.test(last) && kindsOf(last).size === 0)
      return { kind: "unnamed", name: phrase };
    // House Democrats, Asian Americans: many, called by a name.
    const many = /s$|^(?:people|men|women|youth)$/i.test(last);
    if (many && kindsOf(last).has("unnamed") && !/^the\s/i.test(phrase)) return { kind: "unnamed", name: phrase };
    // "MS. BRAND:", "SEN. ORDE": a name in capitals behind a title is no acronym.
    const before = heads[heads.length - 2] ?? "";
    const shouted =
      name.length === 1 && /^\p{Lu}{3,}$/u.test(last) && (HONORIFIC.test(before) || kindsOf(before).has("office"));
    if (isOrganisation(name, last) && !shouted)
      return {
        kind: kindsOf(last).has("channel") ? "channel" : "organisation",
        name: [...quarterBefore(heads, name), ...name].join(" "),
      };
    // "Nepali, Thai Figures", in a headline.
    if (
      name.length === 1 &&
      end?.[0] === "," &&
      field.demonym(name[0] as string) &&
      !/^\p{Lu}\p{L}+, who\s/u.test(bare)
    )
      return { kind: "unnamed", name: phrase };
    // Current and former officials are nobody by name; Mark Kirk of Illinois and Susan Collins speak as one.
    const joined = /\sand\s(\S)/.exec(described);
    if (end?.[0] === " and " && joined && !CAPITALISED.test(joined[1] as string) && name.length === 1)
      return {
        kind: kindOfDescription(phrase, described.split(/\s(?:who|of|from|at|in)\s/)[0]?.split(" ") ?? []),
        name: phrase,
      };
    const among = / and (others?(?: [\p{Ll}-]+){0,3})$/u.exec(described)?.[1];
    if (end?.[0] === " and " && among) return { kind: "person", name: `${name.join(" ")} and ${among}` };
    // "Asian and Latin American countries": many, called by two adjectives.
    if (end?.[0] === " and " && PLACES.test(described)) return { kind: "unnamed", name: phrase };
    if (end?.[0] === " and " || JOINED.test(described)) return { kind: "person", name: phrase };
    // "Mara Quill, head of the board, and other speakers": with the others they speak as one.
    const others = /,? and (others?(?: [\p{Ll}-]+){0,3})$/u.exec(described)?.[1];
    if (end?.[0] === "," && others && name.length > 1)
      return { kind: "person", name: `${name.join(" ")} and ${others}` };
    // "Zrcadlo, a newspaper published in Lindholt": what stands behind the name says that it is none of a person.
    const apposed =
      end?.[0] === "," && !BY_VERB.test(described.slice(end.index))
        ? /^,\s+(?:(?:an?|the|its|his|her)\s+|(?=\p{Ll}))([^,;(]{2,80})/iu.exec(described.slice(end.index))?.[1]
        : undefined;
    const noun = apposed
      ?.split(
        /\s(?:of|on|for|from|in|at|with|aligned|allied|affiliated|backed|funded|owned|linked|tied|published|run|based|founded|called|that|which|who|he|she|they|it)\s/,
      )[0]
      ?.split(" ")
      .at(-1);
    const titled = heads.length > name.length && HONORIFIC.test(heads[heads.length - name.length - 1] as string);
    if (
      !titled &&
      (noun === "organ" || !(name.length > 1 && isGivenName(name[0] as string))) &&
      noun !== undefined &&
      (kindsOf(noun).has("channel") || kindsOf(noun).has("organisation")) &&
      !kindsOf(noun).has("office")
    )
      return {
        kind: kindsOf(noun).has("channel") || noun === "paper" ? "channel" : "organisation",
        name: name.join(" "),
      };
    // "HARBOUR TIMES", as the label of the one who asks.
    if (name.length > 1 && /^[\p{Lu} ]+$/u.test(name.join(" ")) && NEWSPAPER.test(`The ${capitalised(name)}`))
      return { kind: "channel", name: name.join(" ") };
    // Nobody is called "the" and two names: the United Nations, the Red Cross.
    if (
      /^the\s/i.test(phrase) &&
      name.length === heads.length &&
      name.length > 1 &&
      !end &&
      !kindsOf(name.at(-1) as string).has("office") &&
      !kindsOf(name.at(-1) as string).has("description")
    )
      return { kind: "organisation", name: bare };
    // "the Aldermen" are a family or a team; "the Harbour" is no person.
    const alone = name[0] as string;
    if (
      /^the\s/i.test(phrase) &&
      heads.length === 1 &&
      !alone.endsWith("s") &&
      !end &&
      !kindsOf(alone).has("description") &&
      !kindsOf(alone).has("office")
    )
      return { kind: "organisation", name: alone };
    if (/^the\s/i.test(phrase) && kindsOf(name.at(-1) as string).has("description") && !end)
      return { kind: "unnamed", name: phrase };
    // "Dike County": nobody is called so, unless a given name stands before it.
    const place = /^(?:County|City|District|Parish|Township|Borough|Province|Atlas|Almanac|Index|Guide|Handbook)$/.test(
      alone === name.at(-1) ? "" : (name.at(-1) as string),
    );
    if (place && !isGivenName(alone)) return { kind: "organisation", name: name.join(" ") };
    if (name.length === 1 && isMany(alone, field)) return { kind: "unnamed", name: phrase };
    return { kind: "person", name: name.join(" ").replace(/['’]s$/, "") };
  }
  const behindBoth = namesBehindWhatTheyAre(bare);
  if (behindBoth) return { kind: "person", name: behindBoth };
  // "one group, Partnership for Growth": what stands before the name says what it is.
  const [, group, called] = /^([^,]{0,60}\p{Ll}+),\s+(\p{Lu}[^,]*)/u.exec(bare) ?? [];
  // "a note sent by the owner, Harbour Co.": the name is the owner's.
  const groups = kindsOf(headNoun(group?.replace(/^.* by /, "") ?? ""));
  if (called && groups.has("organisation") && !groups.has("office") && !groups.has("description"))
    return { kind: "organisation", name: called };
  // "The leader of the opposition, Mats Rønne": the name stands in the apposition.
  const afterComma =
    /^[^,]*\b(?:\p{Ll}+)\s*,\s*((?:[\p{Ll}-]+ ){0,3}\p{Lu}[^,]*)/u.exec(bare)?.[1] ??
    // "A former candidate -- Mara Quill, who lost": one, whose name stands behind a dash.
    /^[^,]*?\b\p{Ll}+[^s\P{L}] [–—-]{1,2} ((?:[\p{Ll}-]+ ){0,3}\p{Lu}[^,]*)/u.exec(bare)?.[1];
  const apposed = afterComma ? properName(afterComma.split(" ")) : null;
  if (apposed && apposed.length > 1 && !isOrganisation(apposed, apposed.at(-1) as string))
    return { kind: "person", name: apposed.join(" ") };
  // "Birch's son, Paul": a given name is enough behind a word for a relative.
  const relative = relativeIn(bare);
  if (relative) return { kind: "person", name: relative };
  // "A deputy head of the Union of Tides, Ilse Brand": the name ends the phrase.
  const behind = OFFICE_THEN_NAME.exec(bare)?.[1];
  if (behind && isDescription(heads.at(-1) ?? "") && !behind.split(" ").some((w) => kindsOf(w).size > 0))
    if (field.named(behind).length === 0 && field.demonym(behind) === null) return { kind: "person", name: behind };
  const kind = kindOfDescription(phrase, heads);
  // A name has no article; a description keeps the words of the text.
  const named = kind === "organisation" && CAPITALISED.test(heads[0] ?? "");
  return { kind, name: named ? bare : phrase.replace(/['’]s$|(?<=s)['’]$/, "") };
}

function capitalised(name: readonly string[]): string {
  return name.map((word) => `${word[0]}${word.slice(1).toLowerCase()}`).join(" ");
}

/** Whether a word is the plural of a state's or land's adjective, or of another word for a person: Hispanics, Koreans. */
function isGroup(word: string, field: Field): boolean {
  if (!word.endsWith("s")) return false;
  return kindsOf(word).has("unnamed") || field.demonym(word.slice(0, -1)) !== null;
}

/** "Norlanders", "Ostrelians", "Reports": a word for many that has a capital for its place or its people. */
function isMany(word: string, field: Field): boolean {
  if (/^\p{Lu}\p{Ll}{3,}(?:ians|eans)$/u.test(word) && !isGivenName(word)) return true;
  if (word.endsWith("ese")) return field.demonym(word) !== null;
  const one = kindsOf(word.replace(/s$/, "").toLowerCase());
  return /^\p{Lu}\p{Ll}{3,}s$/u.test(word) && one.has("organisation") && !isGivenName(word);
}

/** "Xinhua Website of China", "Harbour Radio of Ostrel": an institution that is a medium. */
function isMedium(institution: string, field: Field): boolean {
  const head = institution.split(/ (?:of|for|in|on|and) /)[0] as string;
  const first = filedName(head.split(" ")[0] as string, field) ?? filedName(head, field);
  return first?.kind === "channel" || kindsOf(head.split(" ").at(-1) as string).has("channel");
}
