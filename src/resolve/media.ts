import type { SourceKind } from "../model/statement.ts";
import type { Field, FiledName } from "./field.ts";
import { headNoun } from "./nouns.ts";
import { ALL_PAPERS } from "./paperWords.ts";
import { kindsOf } from "./tables.ts";

/** What a name of the packs is filed under; null where it is none, or might be several. Of states the last: a union's seat. */
export function filedName(words: string, field: Field): FiledName | null {
  const filed = field.named(words);
  return filed.length === 1 || filed.every(({ kind }) => kind === "state") ? (filed.at(-1) ?? null) : null;
}

/** "south Korean KBS", "the United Nations in New York": a filed name behind an adjective of a state, or before a small word. */
export function filedAtHead(bare: string, field: Field): FiledName | null {
  const words = bare.split(" ");
  // "TTA Commentary": what a channel calls its own words.
  const own = /^(?:commentary|editorial|report|analysis|bulletin)$/i.test(words.at(-1) as string);
  const carrier = own && words.length > 1 ? filedName(words.slice(0, -1).join(" "), field) : null;
  if (carrier?.kind === "channel") return carrier;
  const adjective = field.demonym(words[0] as string)
    ? 1
    : field.demonym(words.slice(0, 2).join(" ")) && words.length > 2
      ? 2
      : 0;
  if (adjective > 0) {
    const channel = filedName(words.slice(adjective).join(" "), field);
    return channel?.kind === "channel" ? channel : null;
  }
  for (let length = Math.min(6, words.length - 1); length > 1; length--)
    if (/^(?:of|in|for|on|at|this|last)$/.test(words[length] as string)) {
      const filed = filedName(words.slice(0, length).join(" "), field);
      // "the National Assembly of Ostrel" is not the one the packs know without its state.
      const another = filed?.kind === "organisation" && /^(?:of|for)$/.test(words[length] as string);
      if (filed && !another) return filed;
    }
  return null;
}

/** "the newspaper Zrcadlo", "the Czech daily Ostravský Kurýr", "the agency Nova Presa". */
const NAMED_CHANNEL =
  /^(?:[\p{L}’'-]+ ){0,4}?(?:newspaper|paper|daily|weekly|magazine|broadcaster|tabloid|(?:news |^)(?:agency|website|site)) (\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:of|the|\p{Lu}[\p{L}\p{M}.’'-]*))*)$/u;
/** "Ostrel's state news agency, ONA", "a Tarvian newspaper, Le Pilote" */
const NAME_APPOSED =
  /^(?:[\p{L}’'-]+ ){0,5}(?:agency|newspaper|daily|weekly|broadcaster|magazine|tabloid), ((?!(?:The|An?) \p{Ll})\p{Lu}[\p{L}\p{M}&’'-]*(?: (?:of|the|de|la|\p{Lu}[\p{L}\p{M}&’'-]*)){0,4})$/u;
/** "a readout carried by …" */
const CARRIED_BY =
  /^(?:an? |the )?(?:[\p{L}-]+ ){0,3}?(?:readout|statement|report|transcript|text|remarks|comments|dispatch) (?:carried|published|distributed|broadcast|relayed|released) by ((?:the )?[\p{L}\p{M}’' ,.-]{3,80})$/u;
/** 'the Tarvian newspaper "Zrcadlo"', 'the weekly “Tide and Harbour”' */
const NAMED_IN_MARKS =
  /^(?:[\p{L}-]+ ){0,4}?(?:newspaper|paper|daily|weekly|magazine|journal|bulletin|broadcaster|homepage|website|radio|agency) ["“‘]([^"”’]{2,60})["”’]$/u;
/** "the paper Tide and Harbour": one medium whose name has an "and"; where a second names itself a medium they are two. */
const NAMED_AND =
  /^(?:[\p{L}-]+ ){0,4}?(?:newspaper|paper|weekly|magazine|journal) (\p{Lu}[\p{L}\p{M}.’'-]* and \p{Lu}[\p{L}\p{M}.’'-]*)$/u;

/** Newspapers are called so under many names: The Harbour Star, the Lindholt Examiner. */
export const NEWSPAPER = new RegExp(
  `^(?:[Tt]he )(?:\\p{Lu}[\\p{L}\\p{M}.’'-]* ){1,4}(?:${ALL_PAPERS}|Bulletin|Advertiser|Free Press|Plain Dealer|\\p{Lu}\\p{Ll}+-(?:Gazette|Dispatch|Journal|Tribune|Herald|Times|Star|News|Review|Union|Sentinel|Register|Telegram|Picayune|Intelligencer))(?: newspaper)?$`,
  "u",
);

/** An agency or outlet the phrase ends or begins with: "the state-run Xinhua news agency". */
export function channelInside(whole: string, field: Field): string | null {
  // "Its news agency, TTA": the name between commas is the channel's.
  const apposed = NAME_APPOSED.exec(whole)?.[1];
  if (apposed) {
    const filed = filedName(apposed, field);
    return filed?.kind === "channel" ? filed.name : apposed;
  }
  // "A readout carried by the state news agency": the channel, not what it carries.
  const carrier = CARRIED_BY.exec(whole)?.[1];
  if (carrier) return channelInside(carrier, field);
  // "Drafts obtained by the Harbour Weekly" are not the weekly's.
  const bare = whole.split(/[,;]| (?:obtained|seen|reviewed|cited|quoted|commissioned) by /)[0] as string;
  const marked = NAMED_IN_MARKS.exec(bare)?.[1];
  if (marked) return marked;
  const words = bare.split(" ");
  // "a former state media aide" is somebody.
  const head = kindsOf(headNoun(bare));
  if (head.has("office") || head.has("description")) return null;
  if (
    !/\b(?:agency|news|newspaper|daily|weekly|media|press|television|tv|radio|broadcaster|magazine|tabloid|wire)\b/i.test(
      bare,
    )
  )
    return null;
  if (
    /\b(?:spokes\w+|secretary|editor|reporter|correspondent|conference|release|officer|minister|office|briefing|director|ministry|host|hosts|anchor|reporters|journalists?|correspondents|editors|outlets|personality|stars?|show|commercials?|advertisements?|ads?|spot|presenter|executive|chief|columnist|commentator)\b/i.test(
      bare,
    )
  )
    return null;
  for (let length = Math.min(5, words.length); length > 0; length--)
    for (let i = 0; i + length <= words.length; i++) {
      const known = filedName(words.slice(i, i + length).join(" "), field);
      if (known?.kind === "channel") return known.name;
    }
  const named = NAMED_CHANNEL.exec(bare)?.[1];
  if (named) return named;
  const both = NAMED_AND.exec(bare)?.[1];
  if (both) return both;
  return /\b(?:agency|agencies|newspapers?|daily|weekly|media|press|television|tv|radio|broadcasters?|magazine|wire)\b/i.test(
    bare,
  ) &&
    /\b(?:news|telegraph|state|official|local|press|radio|television|tv|newspapers?|broadcasters?|magazine|daily|weekly|media)\b/i.test(
      bare,
    ) &&
    words.length <= 8
    ? bare
    : null;
}

/** A noun in small letters and behind it, to the end of the phrase, a name: "the Ostrelian paper Novi List", "rights group Dawn". */
const NOUN_AND_NAME =
  /^(?:(?:\p{Lu}[\p{L}\p{M}.’'-]* |\p{Ll}[\p{L}-]* ){0,5})(\p{Ll}{3,}) (\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:of|the|\p{Lu}[\p{L}\p{M}.’'-]*)){0,5})$/u;

/** What a noun in small letters right before a name says it is: a medium or another organisation; null for a person. */
export function namedByNoun(bare: string): { readonly kind: SourceKind; readonly name: string } | null {
  const both = NAMED_AND.exec(bare)?.[1];
  if (both) return { kind: "channel", name: both };
  const [, noun = "", name = ""] = NOUN_AND_NAME.exec(bare) ?? [];
  const kinds = kindsOf(noun);
  const person = kinds.has("office") || kinds.has("description") || kinds.has("unnamed");
  const first = name.split(" ")[0] ?? "";
  if (name === "" || person || first.endsWith(".")) return null;
  const title = kindsOf(first);
  const isMedium = kinds.has("channel") || MEDIA.test(noun);
  const group = title.has("unnamed") && !(isMedium && name.includes(" "));
  // "the paper Veteran", but "the paper Editor Mara Quill"
  const somebody = (title.has("office") || title.has("description")) && !(isMedium && !name.includes(" "));
  if (somebody || group) return null;
  if (isMedium) return { kind: "channel", name };
  return kinds.has("organisation") && GROUPS.test(noun) ? { kind: "organisation", name } : null;
}

/** Nouns that name a medium only before its name. */
const MEDIA = /^(?:paper|newspaper|internet|station|affiliate|network|agency|blog)$/;
/** Nouns that a name of an organisation may follow; behind others ("campaign", "police") a person may. */
const GROUPS =
  /^(?:group|party|company|firm|union|association|organi[sz]ation|bank|airline|committee|charity|league|club|institute|university|federation|movement|council|foundation|society)$/;
