/** A verb of acting as such, or with its "s": "accept", "accepts". */
export function isBare(word: string): boolean {
  return BARE.test(word) || BARE.test(word.replace(/s$/, "")) || BARE.test(word.replace(/es$/, ""));
}

const BARE =
  /^(?:agree|want|fail|continue|attack|refuse|accept|stop|leave|withdraw|return|keep|try|decide|drop|lift|ease|end|make|take|give|go|come|come|meet|pay|sign|vote|join|win|lose|cross|fire|launch|provide|reject|resume|invade|strike|act|pull|stay|choose|abandon|release|show|change|approve|persist|cease|halt|say|tell|talk|disarm|cooperate|comply|reach|get|see|think|believe|understand|do|cut|put|break|violate|respond|raise|intervene|offer|pass|fall|hand|publish|guarantee|freeze|allow|recogni[sz]e|lay|hold|grant|restore|wins|fails|refuses|agrees|leaves|dares|dare)$/;
