import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import { type Span, slice } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { firstFrom } from "./besideCue.ts";
import { heldOn } from "./held.ts";
import type { Told } from "./oneTale.ts";
import { whenOf } from "./placed.ts";
import {
  type DatedText,
  besideContent,
  isDay,
  isElsewhen,
  mayGoOn,
  nounsOf,
  quoted,
  surnameOf,
  tellsOtherTime,
} from "./sameSpeaker.ts";

/** Those who met, or sat together, on a day that the report tells: what they say there is of that day until it leaves. */
interface Scene {
  /** What a reader knows it by: "talks", "meeting", "court". */
  readonly noun: string;
  readonly isTalks: boolean;
  readonly when: When;
  /** Where the day stands. */
  readonly at: number;
  readonly sentence: number;
  /** The first sentence that tells of another time or place. */
  readonly left: number;
  readonly words: string;
}

/** "Met with", "held talks with": two or more, of whom each may speak next. */
const TALKS =
  /\b(?:met(?: with| here with)?(?= (?:(?:his|her|its|the|visiting|a) )?(?:[\p{L}.’'-]+ ){0,6}\p{Lu})|held (?:(?:a|an|two|his|her|their|\p{Ll}+) ){0,3}(?:talks|meetings?|consultations|conversations?)(?= with\b| here\b| in\b| on\b))/u;
/** Rooms in which several speak by turns, with those who sit there. */
const SITTING =
  /\b(?:told|addressed|addressing|at|in|during|before|packed|crowded into|attended|opened|questioned by)\s+(?:(?:[\p{L}’'-]+|\d+)\s+){0,6}?(?<noun>court|committee|board|council|hearing|trial|inquest|inquiry|tribunal|jury|jurors|judges?|panel|meeting|session|commission|parliament|lawmakers|legislators|MPs|senators|deputies|council+ors)\b(?!['’]s?\b| (?:room|house|documents?|papers?|filings?|records?|orders?|members?|chair\p{L}*|president|official|spokes\p{L}+)\b)/u;
/** A clause of its own stands between. */
const APART =
  /\b(?:who|which|that|whose|when|where|before|since|until|ahead|if|because|while|said|will|would)\b|[;:]/iu;
/** So much stands between what was held and its day. */
const BESIDE = 110;
/** So far a scene reaches, if nothing ends it before. */
const LONGEST = 24;
/** The news of a report is told in so many sentences. */
const OPENING = 2;

/** What leads out of a scene: another place, another medium, another hour. */
const LEAVES =
  /\b(?:outside|separately|meanwhile|elsewhere|afterwards?|earlier|later|previously|reporters|journalists|interview(?:ed)?|phone|telephone|e-?mail(?:ed)?|tweet(?:ed)?|twitter|facebook|instagram|on X|social media|press|statement|written|letter|memo|op-ed|blog|editorial|reacting|in response to|responding to|following the|after the)\b/iu;
/** What is told of a day or a visit beside the scene's own. */
const NEW_SCENE =
  /\b(?:on the same day|the same day|also met|also held|(?:his|her|their) (?:visit|trip|stay|tour))\b/iu;

const SCENES = new WeakMap<Found, readonly Scene[]>();

function scenesOf(context: DatedText): readonly Scene[] {
  let scenes = SCENES.get(context.found);
  if (!scenes) SCENES.set(context.found, (scenes = findScenes(context)));
  return scenes;
}

/** The last scene whose day stands ahead of a place. */
function lastAhead(scenes: readonly Scene[], place: number): Scene | undefined {
  return scenes[firstReached(scenes, ({ at }) => at >= place) - 1];
}

function findScenes(context: DatedText): Scene[] {
  const { found } = context;
  const first = found.sentences.findIndex(({ block }) => found.document.blocks[block]?.kind === "paragraph");
  const scenes: Scene[] = [];
  for (let at = Math.max(0, first); at < found.sentences.length; at++) {
    const scene = sceneIn(context, at, at < first + OPENING);
    if (scene) scenes.push(scene);
  }
  return scenes;
}

function sceneIn(context: DatedText, sentence: number, opens: boolean): Scene | null {
  const { found, placed, spans } = context;
  const { from, to } = found.sentences[sentence] as Span;
  const { text } = found.document;
  let day: { readonly at: Span; readonly when: When } | null = null;
  for (let i = firstFrom(spans, from); i < placed.length; i++) {
    const p = placed[i] as (typeof placed)[number];
    const { span, preposition, tense } = p.found;
    if (span.from >= to) break;
    if (!isDay(p) || quoted(found, span)) continue;
    const when = whenOf(p.time);
    if (day && day.when.edtf !== when.edtf) return null;
    if (!["", "on"].includes(preposition) || tense === "future") return null;
    day ??= { at: span, when };
  }
  if (!day) return null;
  const words = slice(text, { from, to });
  for (const [pattern, isTalks] of [
    [TALKS, true],
    [SITTING, false],
  ] as const) {
    const match = pattern.exec(words);
    if (!match || (isTalks && !opens)) continue;
    const span = { from: from + match.index, to: from + match.index + match[0].length };
    if (quoted(found, span)) continue;
    const gap = day.at.from >= span.to ? text.slice(span.to, day.at.from) : text.slice(day.at.to, span.from);
    if (gap.length > BESIDE || APART.test(gap)) continue;
    // "Who met the envoy on Monday": told of one of them, in passing.
    if (isTalks && /\b(?:who|which|that|after|since|when|before)\b[^,]*$/iu.test(words.slice(0, match.index))) continue;
    const noun = isTalks ? "talks" : (match.groups?.["noun"] ?? "").toLowerCase();
    const left = leftAt(context, sentence, day.when);
    return { noun, isTalks, when: day.when, at: day.at.to, sentence, left, words };
  }
  return null;
}

/** The first sentence behind a scene that tells, in nobody's words, of another time or another scene. */
function leftAt(context: DatedText, sentence: number, when: When): number {
  const { sentences } = context.found;
  let at = sentence + 1;
  const end = Math.min(sentences.length, sentence + LONGEST);
  while (at < end && !tellsOtherTime(at, when, context)) at++;
  return at;
}

/** "Told the court", "at the meeting", "during the talks": the words name the scene again. */
const THERE =
  /\b(?:told|at|in|during|before|opening|closing|addressing|addressed|asked)\s+(?:the|his|her|their|this)\s+(?:(?:same|full|two|three|five|public|[\p{Ll}-]+)\s+){0,2}(?:court|case|committee|board|council|hearing|trial|inquest|inquiry|tribunal|jury|jurors|judges?|panel|meeting|session|commission|talks|MPs|members|lawmakers)\b(?!\s+(?:on|of|in|last|next)\b)/iu;
/** Who speaks by his part in a court. */
const IN_COURT = /\b(?:for the (?:prosecution|defen[cs]e|crown)|prosecuting|defending|cross-examin\p{Ll}+)\b/iu;
const COURT = /^(?:court|trial|hearing|tribunal|jury|jurors|judges?|inquest)$/iu;
/** Turns of one exchange. */
const TURNS =
  /^(?:asked|questioned|pressed|challenged|replied|answered|responded|retorted|countered|shot back|interjected)$/iu;
const TO_PRESS = /\b(?:asked|pressed|questioned|request)\s+(?:for|about|by|if)\b/iu;
const TO_NAME = /\b(?:told|asked|pressed|questioned)\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?(\p{Lu}[\p{L}’'-]+)/u;
/** So many of what was told before are asked. */
const MOST_TOLD = 24;
/** So many sentences lie between question and answer. */
const TURN = 3;
/** Both who met: "the two sides". */
const TOGETHER =
  /^(?:both|the two|the)\s+(?:sides|leaders|ministers|men|women|presidents|parties|officials|delegations)$/iu;
/** Of one who is only spoken about in a court, nothing was said there. */
const ON_TRIAL = /\b(?:charged|accused|convicted|sentenced|indicted|appeared|case against|trial of)\b/iu;
const JOINT = /\bjoint (?:press|news) conference\b/iu;

/**
 * The day of the meeting, the talks or the sitting in which a statement was made, the report not having left it; null where
 * nothing ties the statement to one.
 */
export function dayOfScene(
  statement: FoundStatement,
  speaker: string,
  through: string,
  told: readonly Told[],
  context: DatedText,
): When | null {
  const { found } = context;
  const { text } = found.document;
  const { cue, source } = statement;
  if (!cue || statement.inside || statement.frame || through !== "" || !mayGoOn(statement, found)) return null;
  const { rest, sentence } = besideContent(statement, found);
  const scene = lastAhead(scenesOf(context), cue.from);
  if (!scene || sentence >= scene.left || isElsewhen(rest)) return null;
  if (!(scene.isTalks && JOINT.test(rest)) && !staysThere(rest, scene)) return null;
  const heard = told.slice(-MOST_TOLD).filter((t) => t.when.edtf === scene.when.edtf && t.sentence >= scene.sentence);
  const said = { speaker, words: source ? slice(text, source) : "", rest, sentence, cue: slice(text, cue) };
  if (!isThere(scene, said, heard, context) && !goesOnThere(statement, scene, heard, context)) return null;
  return heldOn(
    scene.when,
    `said ${BODY.test(scene.noun) ? "before" : "at"} the ${scene.noun} of that day, which the report has not left`,
  );
}

/** Those who listen, not what they attend. */
const BODY = /^(?!meeting|session|hearing|trial|inquest|inquiry|talks)/u;

function staysThere(rest: string, { noun }: Scene): boolean {
  return !LEAVES.test(rest) && [...nounsOf(rest)].every((n) => ROOM.test(n) || n === noun);
}

const ROOM = /^(?:meeting|session|talk|hearing|conference|remarks?)$/iu;

interface Said {
  readonly speaker: string;
  readonly words: string;
  readonly rest: string;
  readonly sentence: number;
  readonly cue: string;
}

function isThere(
  scene: Scene,
  { speaker, words, rest, sentence, cue }: Said,
  heard: readonly Told[],
  context: DatedText,
): boolean {
  if (scene.isTalks)
    return TOGETHER.test(words) || (holdsName(scene.words, speaker) && !hasLeft(scene, sentence, context));
  if (isToldThere(scene, rest, heard) || (COURT.test(scene.noun) && IN_COURT.test(rest))) return true;
  if (sentence > scene.sentence && holdsName(scene.words, speaker) && !ON_TRIAL.test(scene.words)) return true;
  const last = heard.at(-1)?.sentence ?? scene.sentence;
  return sentence - last <= TURN && TURNS.test(cue) && !TO_PRESS.test(rest);
}

/** "She told the meeting", "she told Quill": to those who sit there, or to one who was heard there. */
function isToldThere(scene: Scene, rest: string, heard: readonly Told[]): boolean {
  if (THERE.test(rest)) return true;
  const to = TO_NAME.exec(rest)?.[1];
  return to !== undefined && [scene.words, ...heard.map((t) => t.speaker)].some((names) => holdsName(names, to));
}

/** "A farmer said he had lost a field. “It is the third,” she told the meeting": the words right behind are still hers. */
function goesOnThere({ cue }: FoundStatement, scene: Scene, heard: readonly Told[], { found }: DatedText): boolean {
  if (scene.isTalks || !cue) return false;
  const cued = cuedIn(found);
  const next = cued[firstReached(cued, (s) => (s.cue as Span).from > cue.from)];
  if (!next?.source || !/^(?:he|she|they)$/iu.test(slice(found.document.text, next.source))) return false;
  const beside = besideContent(next, found);
  return (
    beside.sentence - indexBehind(found.sentences, cue.from) <= 1 &&
    isToldThere(scene, beside.rest, heard) &&
    staysThere(beside.rest, scene)
  );
}

const CUED = new WeakMap<Found, readonly FoundStatement[]>();

/** The report's own statements with a cue, by its place. */
function cuedIn(found: Found): readonly FoundStatement[] {
  let cued = CUED.get(found);
  if (!cued) {
    cued = found.statements
      .filter((s) => s.cue && !s.inside && !s.frame)
      .toSorted((a, b) => (a.cue as Span).from - (b.cue as Span).from);
    CUED.set(found, cued);
  }
  return cued;
}

/** Whether the report has told since of another meeting. */
function hasLeft(scene: Scene, sentence: number, { found }: DatedText): boolean {
  for (let at = scene.sentence + 1; at <= sentence; at++)
    if (NEW_SCENE.test(slice(found.document.text, found.sentences[at] as Span))) return true;
  return false;
}

/** Whether words name somebody himself, not only what is his. */
function holdsName(words: string, name: string): boolean {
  const known = surnameOf(name) ?? (/\p{Lu}/u.test(name) && name.length > 3 ? name : null);
  if (known === null) return false;
  for (let at = words.indexOf(known); at >= 0; at = words.indexOf(known, at + 1))
    if (!/[\p{L}’'-]$/u.test(words.slice(0, at)) && !/^(?:\p{L}|['’]s\b)/u.test(words.slice(at + known.length)))
      return true;
  return false;
}
