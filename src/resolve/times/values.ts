import { MONTHS, WEEKDAYS } from "../../text/calendarNames.ts";
import type { Clock } from "../../model/time.ts";
import { type Moment, civil, daysOf, widen } from "./moments.ts";

const SEASONS = ["SP", "SU", "FA", "WI"] as const;

function two(n: number): string {
  return String(n).padStart(2, "0");
}

function four(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
}

/** A moment as TIMEX3 has it: `2021-01-07`, `2021-W01`, `2021-W01-WE`, `2021-Q1`, `2021-SU`, `198`, `19`. */
export function timexOf(moment: Moment): string {
  const { grain, at } = moment;
  switch (grain) {
    case "day": {
      const { year, month, day } = civil(moment);
      return `${four(year)}-${two(month)}-${two(day)}`;
    }
    case "week":
    case "weekend": {
      const thursday = { grain: "day", at: at * 7 } as const;
      const { year } = civil(thursday);
      const first = widen({ grain: "day", at: daysOf({ grain: "year", at: year }).first + 3 }, "week") as Moment;
      return `${four(year)}-W${two(at - first.at + 1)}${grain === "weekend" ? "-WE" : ""}`;
    }
    case "month":
      return `${four(Math.floor(at / 12))}-${two((((at % 12) + 12) % 12) + 1)}`;
    case "season":
      return `${four(Math.floor(at / 4))}-${SEASONS[((at % 4) + 4) % 4]}`;
    case "quarter":
      return `${four(Math.floor(at / 4))}-Q${(((at % 4) + 4) % 4) + 1}`;
    case "half":
      return `${four(Math.floor(at / 2))}-H${(((at % 2) + 2) % 2) + 1}`;
    case "year":
      return four(at);
    case "decade":
      return String(at);
    case "century":
      return two(at);
  }
}

/** A moment as EDTF; weeks, quarters and halves as their first and last day or month. */
export function edtfOf(moment: Moment, approximate = false): string {
  const { grain, at } = moment;
  const mark = approximate ? "~" : "";
  switch (grain) {
    case "week":
    case "weekend": {
      const { first, last } = daysOf(moment);
      return `${timexOf({ grain: "day", at: first })}${mark}/${timexOf({ grain: "day", at: last })}${mark}`;
    }
    case "season":
      return `${four(Math.floor(at / 4))}-${21 + (((at % 4) + 4) % 4)}${mark}`;
    case "quarter":
    case "half": {
      const months = grain === "quarter" ? 3 : 6;
      const month = (n: number): string => timexOf({ grain: "month", at: n });
      return `${month(at * months)}${mark}/${month(at * months + months - 1)}${mark}`;
    }
    case "decade":
      return `${String(at).padStart(3, "0")}X${mark}`;
    case "century":
      return `${two(at)}XX${mark}`;
    default:
      return `${timexOf(moment)}${mark}`;
  }
}

/** The part of a TIMEX3 value behind the date: `T22:00`, `TEV`. */
export function timexClock({ hour, minute, part }: Clock): string {
  if (part !== null) return `T${part}`;
  return hour === null ? "" : `T${two(hour)}:${two(minute)}`;
}

/** A day with a time of the clock as EDTF: local time, `Z` where GMT or UTC stands beside it. Parts of the day leave the day. */
export function edtfClock(day: Moment, { hour, minute, zone }: Clock): string {
  if (hour === null) return edtfOf(day);
  const date = hour === 24 ? { grain: "day" as const, at: day.at + 1 } : day;
  return `${edtfOf(date)}T${two(hour % 24)}:${two(minute)}:00${zone === "GMT" || zone === "UTC" ? "Z" : ""}`;
}

const ORDINALS = ["first", "second", "third", "fourth"];

/** A moment in words: "Thursday 7 January 2021", "the week of Monday 4 January 2021", "the summer of 2019". */
export function inWords(moment: Moment): string {
  const { grain, at } = moment;
  switch (grain) {
    case "day": {
      const { year, month, day } = civil(moment);
      return `${WEEKDAYS[(((at + 3) % 7) + 7) % 7]} ${day} ${MONTHS[month - 1]} ${year}`;
    }
    case "week":
    case "weekend":
      return `the ${grain} of ${inWords({ grain: "day", at: daysOf(moment).first })}`;
    case "month":
      return `${MONTHS[((at % 12) + 12) % 12]} ${Math.floor(at / 12)}`;
    case "season":
      return `the ${["spring", "summer", "autumn", "winter"][((at % 4) + 4) % 4]} of ${Math.floor(at / 4)}`;
    case "quarter":
      return `the ${ORDINALS[((at % 4) + 4) % 4]} quarter of ${Math.floor(at / 4)}`;
    case "half":
      return `the ${ORDINALS[((at % 2) + 2) % 2]} half of ${Math.floor(at / 2)}`;
    case "year":
      return String(at);
    case "decade":
      return `the ${at}0s`;
    case "century":
      return `the years ${at}00 to ${at}99`;
  }
}

export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] as string;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] as string;
}

export function seasonName(season: number): string {
  return ["spring", "summer", "autumn", "winter"][season - 1] as string;
}
