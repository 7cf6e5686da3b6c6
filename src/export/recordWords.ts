import type { Standing } from "../model/ledger.ts";
import type { When } from "../model/time.ts";
import { dateWords } from "./dateWords.ts";
import { SILENCE_WORDS } from "./pageEntries.ts";
import type { Style } from "./terminal.ts";

/** A mark and a word for each standing: neither alone can be mistaken for another. */
export const STANDING: Readonly<
  Record<Standing, { readonly mark: string; readonly means: string; readonly styles: readonly Style[] }>
> = {
  candidate: { mark: "○", means: "a machine’s reading that nobody has confirmed", styles: ["dim"] },
  confirmed: { mark: "●", means: "looked at and confirmed by a person", styles: ["bold", "content"] },
  disputed: { mark: "◐", means: "contested by a person", styles: ["bold", "warning"] },
  retracted: { mark: "⊘", means: "taken back by a person", styles: ["bold", "warning"] },
};

/** A statement's act, or what kind of silence. */
export function actWords(kind: string, act: string): string {
  return kind === "silence" ? ((SILENCE_WORDS as Readonly<Record<string, string>>)[act] ?? act) : act;
}

export function speakerWords(speaker: string, kind: string): string {
  return kind === "none" || speaker === "" ? "nobody named" : speaker;
}

/** How a day is known, as far as one line takes it: "Thursday 7 January 2021 (derived)". */
export function dayWords({ edtf, basis }: Pick<When, "edtf" | "basis">): string {
  return edtf === null ? "on a day not known" : `${dateWords(edtf)} (${basis})`;
}

/** The same where many stand below each other, and most reports tell no day: "said Thursday 7 January 2021 (derived)", "no day told". */
export function saidWords(uttered: Pick<When, "edtf" | "basis"> | null): string {
  return uttered === null || uttered.edtf === null ? "no day told" : `said ${dayWords(uttered)}`;
}

/** What a statement's words are: the speaker's, the report's, or partly either. The words are those of an entry as the contract has it. */
export function verbatimWords(entry: {
  readonly manner?: unknown;
  readonly voice?: unknown;
  readonly edits?: unknown;
  readonly frame?: unknown;
}): string {
  const voice = entry.voice as { readonly of: string; readonly why: string } | null | undefined;
  const whose = voice ? `${VOICES[voice.of] ?? voice.of} (${voice.why})` : VOICES["unknown"];
  const words =
    entry.manner === "indirect"
      ? "not verbatim: the report’s own wording"
      : entry.manner === "mixed"
        ? `partly verbatim, only where quotation marks stand; ${whose}`
        : entry.manner === "direct"
          ? `quoted; ${whose}`
          : "not verbatim: what the report says of a silence";
  const cuts = Array.isArray(entry.edits) ? entry.edits.length : 0;
  const frame = entry.frame as { readonly kind: string } | null | undefined;
  return [
    words,
    ...(cuts > 0 ? [`cut or altered by the outlet in ${cuts} ${cuts === 1 ? "place" : "places"}`] : []),
    ...(frame ? [`the words of a ${frame.kind.replace("-", " ")}`] : []),
  ].join("; ");
}

const VOICES: Readonly<Record<string, string>> = {
  speaker: "given as the speaker’s own wording",
  channel: "the wording is the channel’s, not the speaker’s",
  label: "the marks set off a label or a term",
  translation: "a translation",
  unknown: "whose wording it is, is not told",
};
