import { type Span, hull } from "../../model/span.ts";
import { tableRows } from "../../text/tables.ts";
import { lexicon } from "../fast/lexicon.ts";
import type { Context, Proposal, Refiner } from "../proposal.ts";

type Words = ReadonlySet<string>;

let loaded: { readonly classes: ReadonlyMap<string, Words>; readonly does: ReadonlyMap<string, Words> } | null = null;

/** The words of `data/en/deed-words.tsv`, read once: the classes by name, and by a verb's form the nouns with which it is a deed. */
function deedWords(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const classes = new Map<string, Words>();
  const does = new Map<string, Words>();
  for (const [name = "", list = ""] of tableRows("en/deed-words.tsv")) {
    const [forms = "", nouns = ""] = list.split(" = ");
    if (name === "does") for (const form of forms.split(" ")) does.set(form, new Set(nouns.split(" ")));
    else classes.set(name, new Set(list.split(" ")));
  }
  return (loaded = { classes, does });
}

/** What may stand beside the verb that tells what is done: helping words, adverbs, particles. */
const BESIDE =
  /^(?:has|have|had|having|is|are|was|were|be|been|being|do|does|did|not|\p{L}*n[’']t|[’'](?:re|s|ve|d|ll|m)|never|will|would|may|might|can|could|must|shall|should|to|also|again|now|still|even|first|once|twice|soon|later|already|just|of|at|into|about|in|for|on|detail|(?!rally$)\p{L}+ly)$/iu;
/** Where a noun phrase ends. */
const PHRASE_END =
  /^(?:of|for|in|on|at|to|from|with|by|about|as|that|which|who|whom|whose|when|where|while|than|if|because|after|before|during|since|until|under|over|above|near|inside|outside|against|through|and|or|but|titled|entitled|called|named|[,;:.“”"()])$/i;
const WORD = /[\p{L}\p{N}’'-]+|[,;:.“”"()]/gu;
/** When it happened: "the slide last week". */
const WHEN = /\s(?:last|earlier|yesterday|today|(?:on )?\p{Lu}\p{Ll}+day)(?:\s.*)?$/su;
/** "asked not to be named": nothing is said of the matter. */
const UNNAMED = /^not (?:to )?be (?:named|identified|quoted)\b/i;
/** As far as a noun phrase is looked through for its head. */
const REACH = 200;

/** Drops what tells of a deed, of learning or of how things seem to the report: nobody hands over words, a view or a wish. */
export const dropDeeds: Refiner = {
  name: "drop-deeds",
  refine(proposal, context) {
    const why =
      proposal.cue && proposal.content[0] ? deedOf(proposal, proposal.cue, proposal.content[0], context) : null;
    return why === null ? proposal : { drop: why };
  },
};

/** Why it is no statement; null where nothing says so. */
function deedOf(proposal: Proposal, cue: Span, first: Span, context: Context): string | null {
  const { text } = context.reading.document;
  const { classes, does } = deedWords();
  const isOf = (name: string, word: string): boolean => classes.get(name)?.has(word) ?? false;
  const who = proposal.source ? text.slice(proposal.source.from, proposal.source.to) : "";
  const said = text.slice(first.from, (hull(proposal.content) as Span).to);
  const cueWords = text.slice(cue.from, cue.to).toLowerCase().match(WORD) ?? [];
  const main = cueWords.filter((word) => !BESIDE.test(word));
  const last = cueWords.at(-1) ?? "";
  if (
    last === "for" &&
    main[0] !== undefined &&
    main.every((w) => isOf("casts", w) || /^(?:their|his|her|a|ballots?)$/.test(w)) &&
    !cueWords.some((w) => /^(?:would|will|could|can)$/.test(w))
  )
    return "a vote that was cast";
  if (main.some((word) => isOf("focuses", word)) && (last === "on" || /^on\s/.test(said)))
    return "what somebody turns to";
  if (isOf("addresses", main.at(-1) ?? "") && cueWords.some((word) => word === "to" || word === "will"))
    return "what somebody turns to";
  // "trying to explain", "tried to convince": an attempt at saying is a statement.
  const tried = main[1] ?? /^to (\p{L}+)/u.exec(said)?.[1] ?? "";
  if (
    main.length < 3 &&
    isOf("tries", main[0] ?? "") &&
    tried !== "" &&
    !lexicon().verbs.has(tried) &&
    !isOf("sways", tried)
  )
    return "an attempt at a deed";
  if (main.some((word) => isOf("reluctant", word))) return "a state of mind before a deed";
  if (who === "" && /\bknown as$/.test(cueWords.join(" ")) && !cueWords.some((word) => word.endsWith("ly")))
    return "a name, not a judgement";
  if (main.some((word) => isOf("gathers", word)) && /^(?:support|backing)$/.test(main.at(-1) ?? ""))
    return "support that is gathered";
  const [verb = ""] = main;
  const subject = headOf(who.slice(0, REACH).replace(WHEN, ""));
  // "was meant to show"
  if (main.length > 0 && main.every((word) => isOf("shows", word)) && isOf("event", subject))
    return "what an event shows is the report’s conclusion";
  // "introduced a bill" to do something: the object stands in the cue.
  const inCue = main.at(-1) ?? "";
  if (main.length > 1)
    return does.get(verb)?.has(inCue) && !cueWords.some((word) => /^(?:in|as|by|with)$/.test(word))
      ? `“${verb} … ${inCue}” is a deed`
      : null;
  if (/^(?:ask|request)(?:s|ed|ing)?$/.test(verb) && UNNAMED.test(said)) return "how the source is described";
  if (verb === "wanted" && /^for\s/i.test(said)) return "whom the police look for";
  if (isOf("titles", verb)) return "the title of a work";
  if (who === "" && isOf("seems", verb)) return "the report’s own hedge";
  if (who === "" && isOf("knows", verb)) return "knowing, not saying";
  if (isOf("unaware", verb)) return "not knowing, not saying";
  // A medium that "has learned" something tells it.
  if (isOf("learns", verb) && !/^ha(?:s|ve)$/.test(cueWords[0] ?? "")) return "learning, not saying";
  if (
    isOf("looks", verb) &&
    /^(?:at|into|for)\s/i.test(`${last} ${said}`.replace(/^look\p{L}*\s/u, "")) &&
    !/\sas\s/.test(said)
  )
    return "looking, not saying";
  if (isOf("views", verb)) return viewOf(proposal, cue, first, context);
  const named = who === "" || (/(?:["”]|[’'`]{2})[.,]?$/.test(said) && !/^(?:him|her|it|them|me|us|you)\s/i.test(said));
  if (isOf("names", verb) && named && !/\sas\s/.test(said)) return "a name or a post is given";
  if (/^reports?$/.test(verb) && /^(?:on|from)\s/i.test(`${last} ${said}`.replace(/^reports?\s/, "")))
    return "a sign-off";
  if (namesWordsOnly(verb, last, said, isOf)) return "words that are only named, not handed over";
  if (isOf("binds", verb) && isOf("law", subject)) return "what a law demands, not what it says";
  if (isOf("reads", verb) && isOf("clock", subject)) return "what a clock shows";
  const object = headOf(said);
  return does.get(verb)?.has(object) ? `“${verb} … ${object}” is a deed` : null;
}

/** Behind these a topic is named: "his remarks on the dam". */
const ON = /^(?:on|about|of|to|towards?|regarding|concerning|during|at)$/;
/** What the words say stands behind: "his remark that", "comments urging", marks. */
const SAYS =
  /["“”‘]|''|``|\b(?:that|whether|as|calling|urging|saying|accusing|supporting|criti\p{L}+|condemn\p{L}+|prais\p{L}+)\b/u;

/** "Her first comments on the dam", "quoted his remarks during the visit": that somebody spoke, but nothing of what was said. */
function namesWordsOnly(
  verb: string,
  last: string,
  said: string,
  isOf: (name: string, word: string) => boolean,
): boolean {
  if (SAYS.test(said)) return false;
  if (isOf("bare", verb))
    return verb === last ? ON.test(/^\p{L}+/u.exec(said)?.[0] ?? "") : ON.test(last) && !/^to$/.test(last);
  return isOf("passes-on", verb) && isOf("bare", headOf(said));
}

/** Views that belong to the words around them: what the hearer is asked, what a speaker says of himself inside his own quotation. */
function viewOf({ source, inside }: Proposal, cue: Span, first: Span, { reading, quotations }: Context): string | null {
  const { text } = reading.document;
  const who = source ? text.slice(source.from, source.to) : "";
  if (/^you$/i.test(who)) {
    const end = /[.?!]/.exec(text.slice(first.from, first.from + 400));
    return end?.[0] === "?" ? "a question put to the hearer" : null;
  }
  return /^(?:I|we)$/i.test(who) && inside !== null && quotations.before(cue.from)
    ? "the speaker’s own view inside his quotation"
    : null;
}

/** The last word of the noun phrase a text begins with, in lower case. */
function headOf(phrase: string): string {
  const words = phrase.slice(0, REACH).toLowerCase().match(WORD) ?? [];
  const end = words.findIndex((word, i) => i > 0 && PHRASE_END.test(word));
  return (end < 0 ? words : words.slice(0, end)).at(-1) ?? "";
}
