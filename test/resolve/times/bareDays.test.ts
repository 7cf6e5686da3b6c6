import { check } from "./dated.ts";

// A Wednesday.
check("2024-03-06", {
  "next, the coming one, and the one a week behind it": [
    ["They meet next Monday.", "next Monday = 2024-03-11"],
    ["They meet next Wednesday.", "next Wednesday = 2024-03-13"],
    ["They meet next Thursday.", "next Thursday = 2024-03-14"],
    ["They meet next Friday.", "next Friday = ?"],
    ["They meet this coming Friday.", "this coming Friday = 2024-03-08"],
    ["They meet a week on Monday.", "a week on Monday = 2024-03-18"],
    ["They will be back on Friday week.", "Friday week = 2024-03-15"],
    ["They left the Monday after the vote.", "the Monday = ?"],
    ["It closed on Monday after the vote.", "Monday = 2024-03-04"],
  ],
  "a day of the month without its month": [
    [
      "It sank on 27 February. The last body was found on the 29th.",
      "27 February = 2024-02-27",
      "the 29th = 2024-02-29",
    ],
    ["It runs from 28 March to the 3rd.", "28 March = 2024-03-28", "the 3rd = 2024-04-03"],
    ["Applications are due by the 15th.", "the 15th = 2024-03-15"],
    ["It closed on the 1st, he said.", "the 1st = 2024-03-01"],
    ["In May he left and in June, on the 3rd, he came.", "May = 2023-05", "June = 2023-06", "the 3rd = ?"],
    ["They will meet in May. It may end by the 15th.", "May = 2024-05", "the 15th = ?"],
    ["He fell back on the 18th hole."],
  ],
  "a time of the clock belongs to a day told beside it": [
    ["They voted on Monday. Polls closed at 8 p.m.", "Monday = 2024-03-04", "8 p.m. = 2024-03-04T20:00:00"],
    ["They voted on Monday.\n\nPolls closed at 8 p.m.", "Monday = 2024-03-04", "8 p.m. = 2024-03-04T20:00:00"],
    ["They voted on Monday. At 1 a.m. it was over.", "Monday = 2024-03-04", "1 a.m. = ?"],
    ["The house sits on 18 April. He left at 8 p.m.", "18 April = 2024-04-18", "8 p.m. = ?"],
    [
      "They met on Monday, left on Tuesday.\n\nPolls closed at 8 p.m.",
      "Monday = 2024-03-04",
      "Tuesday = 2024-03-05",
      "8 p.m. = ?",
    ],
    [
      "It will end on 14 May.\n\n16:20 GMT\n\nA first plane left.",
      "14 May = 2024-05-14",
      "16:20 GMT = 2024-03-06T16:20:00Z",
    ],
    [
      "It sank at 10:35 a.m. (0735 GMT) Monday.",
      "10:35 a.m. = 2024-03-04T10:35:00",
      "0735 GMT = 2024-03-04T07:35:00Z",
      "Monday = 2024-03-04",
    ],
    ["It rose at 6:40 a.m. (2140 GMT Monday).", "6:40 a.m. = ?", "2140 GMT Monday = 2024-03-04T21:40:00Z"],
    ["It fell in the early hours of Tuesday.", "the early hours of Tuesday = 2024-03-05"],
  ],
  "“that” before a month may open a clause": [
    ["He told them that June would be too late.", "June = 2024-06"],
    ["They could meet as early as June.", "June = 2024-06"],
  ],
});
