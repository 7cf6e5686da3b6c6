import { headNoun } from "../nouns.ts";
import type { NamedSource } from "../sources.ts";
import { kindsOf } from "../tables.ts";
import { genderOfTitle } from "./names/titles.ts";
import type { Gender } from "./names/persons.ts";

/** A speaker who is no person by name. */
export interface Speaker {
  readonly at: number;
  readonly sentence: number;
  readonly source: NamedSource;
  readonly plural: boolean;
  /** Inside what somebody else says. */
  readonly nested: boolean;
  /** Inside the words of somebody who is no channel. */
  readonly handedOn: boolean;
  /** He asked: whoever is "he" behind it answers. */
  readonly asks: boolean;
  /** Named by what was issued: "the commentary" of a spokesman goes on as "it". */
  readonly document: boolean;
}

/** Single speakers without a name who are taken up by their noun. */
const ONE =
  /^(?:aide|official|source|staffer|adviser|advisor|spokesperson|diplomat|insider|strategist|analyst|lawyer|lawmaker|witness)$/;

/** How many sentences back one not by name may be taken up by what he is: "a trader … the trader". */
const INTRODUCED_REACH = 8;

/** How many of the last speakers are looked at. */
const MOST = 40;
/** How many sentences back somebody not by name may be taken up by his noun. */
const FULLER_REACH = 15;
/** How many sentences back the holder of an office may still be "he". */
const HOLDER_REACH = 3;

/** Speakers who are no persons by name, in the order they were read: what "they", "it" and "the spokesman" may mean. */
export class Others {
  readonly #all: Speaker[] = [];
  readonly #byName = new Map<string, NamedSource>();
  /** The first two channels by name. */
  readonly #channels = new Map<string, NamedSource>();

  hear(speaker: Speaker): void {
    this.#all.push(speaker);
    const { source } = speaker;
    if (source.kind === "channel" || source.kind === "organisation") this.#byName.set(source.name, source);
    if (source.kind === "channel" && /^\p{Lu}/u.test(source.name) && this.#channels.size < 2)
      this.#channels.set(source.name, source);
  }

  /** The organisation or channel that has spoken under this name; null where none has. */
  named(name: string): NamedSource | null {
    return this.#byName.get(name) ?? null;
  }

  /** The channel by name that has spoken so far; null where none or several have. */
  onlyChannel(): NamedSource | null {
    return this.#channels.size === 1 ? ([...this.#channels.values()][0] ?? null) : null;
  }

  /** The last one before a place who fits and spoke within some sentences; null where none did. */
  last(at: number, sentence: number, fits: (speaker: Speaker) => boolean, sentences: number): Speaker | null {
    let best: Speaker | null = null;
    for (let i = this.#all.length - 1; i >= 0 && i > this.#all.length - MOST; i--) {
      const other = this.#all[i];
      if (!other || other.at >= at || sentence - other.sentence > sentences || !fits(other)) continue;
      if (!best || other.at > best.at) best = other;
    }
    return best;
  }

  /** The organisations that spoke in words of their own before a place, within some sentences, each where it did so last. */
  bodies(at: number, sentence: number, sentences: number): Speaker[] {
    const last = new Map<string, Speaker>();
    for (let i = this.#all.length - 1; i >= 0 && i > this.#all.length - MOST; i--) {
      const other = this.#all[i];
      if (!other || other.at >= at || sentence - other.sentence > sentences) continue;
      if (other.nested || other.plural || other.source.kind !== "organisation" || !/^\p{Lu}/u.test(other.source.name))
        continue;
      if (!last.has(other.source.name)) last.set(other.source.name, other);
    }
    return [...last.values()];
  }

  /** "the secretary": the holder of an office, not by name, who spoke last under that noun within a few sentences; null where none did. */
  called(words: string, at: number, sentence: number): NamedSource | null {
    const noun = /^the (\p{Ll}+)$/iu.exec(words)?.[1]?.toLowerCase();
    if (noun === undefined) return null;
    // "a harbour official said … the official added", "a spokesperson … the aide said"
    if (ONE.test(noun)) {
      const one = (o: Speaker): boolean =>
        !o.nested &&
        (o.source.kind === "office" || o.source.kind === "unnamed") &&
        /^(?:an?|one|another) /i.test(o.source.kind === "office" ? "a " : o.source.name) &&
        (headNoun(o.source.name).toLowerCase() === noun ||
          (noun === "aide" && headNoun(o.source.name).toLowerCase().startsWith("spokes")));
      const last = this.last(at, sentence, one, HOLDER_REACH);
      if (last) return last.source;
    }
    if (!kindsOf(noun).has("office")) return null;
    const named = (o: Speaker): boolean =>
      o.source.kind === "office" && !o.nested && headNoun(o.source.name).toLowerCase() === noun;
    return this.last(at, sentence, named, HOLDER_REACH)?.source ?? null;
  }

  /** "A harbour trader said …. The trader added": the single person not by name who spoke last under this noun; null where none did. */
  introduced(words: string, at: number, sentence: number): Speaker | null {
    const noun = /^the ([\p{Ll}-]+)$/iu.exec(words)?.[1]?.toLowerCase();
    if (noun === undefined || !isPersonNoun(noun)) return null;
    const one = (o: Speaker): boolean =>
      !o.nested &&
      o.source.kind === "unnamed" &&
      /^(?:an?|one|another) /i.test(o.source.name) &&
      headNoun(o.source.name).toLowerCase() === noun;
    return this.last(at, sentence, one, INTRODUCED_REACH);
  }

  /**
   * "the aides", "the Lindholt staffer": the only one not by name, or group, who spoke before under that noun and was told
   * more of: "aides with knowledge of the plan"; null where none did, or several.
   */
  fuller(words: string, at: number, sentence: number): NamedSource | null {
    const [, beside = "", noun] = /^the ((?:[\p{L}-]+ ){0,3})([\p{Ll}-]+)$/iu.exec(words) ?? [];
    if (noun === undefined) return null;
    const of = beside
      .toLowerCase()
      .split(" ")
      .filter((word) => word !== "");
    let one: NamedSource | null = null;
    for (const o of this.#all) {
      if (o.at >= at || o.nested || o.source.kind !== "unnamed" || sentence - o.sentence > FULLER_REACH) continue;
      const { name } = o.source;
      if (
        /^(?:the|this|these|that|those|his|her|their|its)\s/i.test(name) ||
        headNoun(name).toLowerCase() !== noun.toLowerCase()
      )
        continue;
      const told = name.toLowerCase().split(" ");
      if (told.length <= of.length + 1 || !of.every((word) => told.includes(word) || isShortFor(word, name))) continue;
      if (one && !one.name.startsWith(name) && !name.startsWith(one.name)) return null;
      if (!one || one.name.length < name.length) one = o.source;
    }
    return one;
  }

  /** The last single holder of an office, or single person without a name, whom "he" or "she" may mean; whose words are only handed on where `nested`. */
  holder(at: number, sentence: number, gender: Gender, nested: boolean): Speaker | null {
    return this.last(
      at,
      sentence,
      (o) => !o.asks && (nested || !o.handedOn) && isOneMan(o.source, gender),
      HOLDER_REACH,
    );
  }
}

/** "the chairman of the board", "an aide", "a woman": one person, not by name, of this gender as far as the words tell. */
export function isOneMan({ kind, name }: NamedSource, gender: Gender): boolean {
  if (kind !== "office" && kind !== "unnamed") return false;
  const noun = headNoun(name).toLowerCase();
  const own = genderOfTitle(noun);
  if (own !== null && own !== gender) return false;
  // "the chairman of the board and the secretary" are two.
  if (kind === "office") return !noun.endsWith("s") && !/\sand (?:the|its|their|his|her|an?)\s/.test(name);
  if (/^(?:one|another) of (?:the|them|his|her|its|their|those)\b/iu.test(name)) return true;
  if (!/^(?:an?|one|the|another|this|his|her|its|their)\s/i.test(name)) return false;
  const kinds = kindsOf(noun);
  return (
    !noun.endsWith("s") &&
    (kinds.has("office") || kinds.has("description") || /(?:man|woman)$|^(?:person|member|representative)$/.test(noun))
  );
}

/** Whether a noun is for one man or woman: "trader", "legislator", "mother". */
function isPersonNoun(noun: string): boolean {
  const kinds = kindsOf(noun);
  const somebody = kinds.has("office") || kinds.has("description") || /(?:man|woman|person)$/.test(noun);
  return somebody && !kinds.has("organisation") && !kinds.has("channel") && !noun.endsWith("s");
}

/** "dwc" for "a senior Dike Workers Committee member". */
function isShortFor(word: string, name: string): boolean {
  const initials = [...name.matchAll(/\p{Lu}(?=\p{Ll})/gu)].join("").toLowerCase();
  return word.length > 2 && initials.includes(word);
}

/** Whether a source, by the words for it and its kind, goes on as "they". */
export function isPlural(words: string, { kind }: NamedSource): boolean {
  if (/\sand (?:other|others|many)\b/.test(words)) return true;
  if (/\sand\s/.test(words) && kind !== "organisation" && kind !== "office") return true;
  // "the harbour authorities", "government forces"
  if (kind === "organisation" && /^\p{Ll}+s$/u.test(headNoun(words))) return true;
  if (kind !== "unnamed") return false;
  if (
    /^(?:only |just |about |more than |a bit more than |some )*(?:\d+ ?%|\d+ percent|half|a third|a majority)\b/i.test(
      words,
    )
  )
    return true;
  return /s$|(?:men|women)$|^(?:people|children|police|others|some|many|most|few)$/i.test(headNoun(words));
}
