import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "The army must leave", "stop the trains", "we call on both sides". */
export const demanding: ContentRule = {
  act: "demand",
  find(clause, spoken) {
    const { words, direct } = clause;
    const first = words[0] ?? "";
    if (
      direct &&
      (wordsOfClass("imperative").has(first) ||
        (/^(?:do|please)$/.test(first) &&
          /^(?:n't|not|\p{Ll}+)$/u.test(words[1] ?? "") &&
          (first === "please" || /^(?:n't|not)$/.test(words[1] ?? "")))) &&
      !/^(?:i|you|we|they|he|she|is|was|me)$/.test(words[1] ?? "") &&
      (first === "do" ||
        first === "please" ||
        BEHIND_IMPERATIVE.test(words[1] ?? "") ||
        (wordsOfClass("plain-imperative").has(first) && words.length < 5))
    )
      return `“${first}”`;
    if (
      direct &&
      /^(?:never|do n't|do not|always)\b/.test(words.slice(0, 2).join(" ")) &&
      /^(?:ever|underestimate|forget|trust|believe|give|let|say|tell|go|be|vote|blame|take|make|do|touch|stop|leave|buy|put|ask)$/.test(
        words[first === "do" ? 2 : 1] ?? "",
      )
    )
      return `“${first}”`;
    const duty =
      /\bit is (?:the|our|their|his|her|an?|your) (?:\p{L}+ )?(?:duty|task|obligation|responsibility|job) (?:of [\p{L} ]{2,40} )?to\b/u.exec(
        words.join(" "),
      );
    if (duty) return `“${duty[0]}”`;
    if (first === "let" && words[1] !== "down" && words[2] !== "say" && !/^(?:me|alone)$/.test(words[1] ?? ""))
      return "“let”";
    const calls = indexOfAny(words, /^(?:call|urge|demand|appeal|insist|request|beg|implore|ask|calls|urges|demands)$/);
    if (
      calls > 0 &&
      ((words[calls] !== "call" && words[calls] !== "calls") || /^(?:on|for|upon)$/.test(words[calls + 1] ?? "")) &&
      !isNegated(words, calls - 2, calls) &&
      doer(clause, calls, spoken) === "own"
    )
      return `own “${words[calls]}”`;
    const want = indexOfAny(words, /^(?:want|wants|wanted|need)$/);
    if (
      want > 0 &&
      doer(clause, want, spoken) === "own" &&
      words[want + 1] !== "to" &&
      words[want] !== "need" &&
      (words[want] === "want"
        ? /^(?:an?|the|them|him|her|you|more|these|those|all|our)$/.test(words[want + 1] ?? "")
        : /^(?:\p{Ll}+ ){1,4}to\b/u.test(words.slice(want + 1, want + 6).join(" "))) &&
      !isNegated(words, want - 2, want)
    )
      return `own “${words[want]}” from others`;
    for (let at = indexOfAny(words, OUGHT); at !== -1; at = indexOfAny(words, OUGHT, at + 1)) {
      const ought = words[at] as string;
      // "No need to", "the chance that she has to speak": nobody is called on.
      if (
        words[at - 1] === "no" ||
        // "Should they persist, …": a condition.
        (at === 0 && ought === "should" && !words.includes("?")) ||
        (ought === "needed" &&
          (direct ||
            indexOfAny(words, /^(?:is|are|was|were|'s|has|had)$/, 0, at) !== -1 ||
            /^(?:be|been|as)$/.test(words[at - 1] ?? ""))) ||
        (ought === "got" && !/^(?:'ve|'s|have|has)$/.test(words[at - 1] ?? "")) ||
        (indexOfAny(words, /^(?:who|what|which|how|whether|where|why)$/, at - 3, at) !== -1 &&
          !behindRelative(words, at)) ||
        (/^(?:has|have)$/.test(ought) && /^(?:that|which|who)$/.test(words[at - 1] ?? "")) ||
        (/^(?:has|have)$/.test(ought) &&
          words[at - 2] === "that" &&
          !/^(?:it|he|she|they|we)$/.test(words[at - 1] ?? ""))
      )
        continue;
      let verb = at + 1;
      if (/^(?:need|needs|needed|ought|have|has|got)$/.test(ought)) {
        if (words[verb] !== "to") continue;
        verb++;
      }
      if (
        /^(?:have|has)$/.test(ought) &&
        indexOfAny(words, /^(?:will|'ll|would|may|might|could|'d|to)$/, at - 3, at) !== -1
      )
        continue;
      while (/^(?:\p{Ll}+ly|not|n't|never|also|now|first|always|still|no|longer|both|all)$/u.test(words[verb] ?? ""))
        verb++;
      const meant = words[verb] ?? "";
      // "Voters should have a say"; "should have acted" blames.
      if (
        /^(?:must|should|ought)$/.test(ought) &&
        meant === "have" &&
        /^(?:an?|the|no|more|their|his|her|its|equal|access)$/.test(words[verb + 1] ?? "")
      )
        return `“${ought} have”`;
      if (meant === "be" && words[verb + 1] === "no") return `“${ought} be no”`;
      if (
        meant === "" ||
        wordsOfClass("no-action").has(meant) ||
        (/^(?:be)$/.test(meant) &&
          !/^(?:\p{Ll}+(?:ed|en)|made|done|held|put|paid|shut|cut|set|met|sent|brought|built|kept|sold|told|found|left)$/u.test(
            words[verb + 1] ?? "",
          ))
      )
        continue;
      if (/^(?:ashamed|concerned|worried|surprised|noted|remembered|embarrassed)$/.test(words[verb + 1] ?? ""))
        continue;
      if (words[at - 1] === "i" && direct) continue;
      return `“${ought} ${meant}”`;
    }
    const phrase = words.join(" ");
    const time = /\b(?:it is|it 's|it was|is high|now is the) time (?:to|for|that|we|they)\b/.exec(phrase);
    if (time) return "“time to”";
    if (/\bwould be (?:well advised|wise|better advised) to\b/.test(phrase)) return "“well advised to”";
    if (BETTER.test(phrase)) return "“had better”";
    return /^(?:the )?(?:need|necessity) (?:to|for|of)\b/.test(phrase) ? "“the need to”" : null;
  },
};

/** "Those who lose should concede": the clause of the relative is over. */
function behindRelative(words: readonly string[], at: number): boolean {
  return words[at - 2] === "who" && /^(?:those|people|anyone|everyone|voters|all|whoever)$/.test(words[at - 3] ?? "");
}

const BETTER =
  /\b(?:had|'d) better (?:not |also |immediately |at once |\p{Ll}+ly )?(?:face|make|stop|behave|mind|ponder|think|look|watch|listen|take|give|keep|get|be|leave|drop|care|heed|abandon|refrain|come|go|learn|remember|wake|act|settle|desist|begin|start|find|understand|know|bear|roll|put)\b/u;

const BEHIND_IMPERATIVE =
  /^(?:the|a|an|this|that|these|those|your|our|their|his|my|it|us|them|him|her|all|to|out|up|down|for|away|with|on|in|off|back|together|now|home|calm|quiet|safe|no|more|from|at|and|)$/;
const OUGHT = /^(?:must|should|ought|need|needs|needed|have|has|got)$/;
