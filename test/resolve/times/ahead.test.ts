import { check } from "./dated.ts";

// A Wednesday.
check("2024-03-06", {
  "the present of what begins, ends or moves looks ahead": [
    ["The envoy leaves on Tuesday.", "Tuesday = 2024-03-12"],
    ["The library, shut since a fire, reopens Saturday.", "Saturday = 2024-03-09"],
    ["He refused before a summit that opens on Friday in Havn.", "Friday = 2024-03-08"],
    ["The hearing takes place on Monday.", "Monday = 2024-03-11"],
    ["On Thursday the trial begins.", "Thursday = 2024-03-07"],
    ["Rain is forecast for Friday.", "Friday = 2024-03-08"],
  ],
  "nouns, infinitives and the past do not": [
    ["He filed the tax returns on Tuesday.", "Tuesday = 2024-03-05"],
    ["They did not meet on Tuesday.", "Tuesday = 2024-03-05"],
    ["The fight over the vote ends a truce, he said on Tuesday.", "Tuesday = 2024-03-05"],
    ["The envoy left on Tuesday.", "Tuesday = 2024-03-05"],
  ],
  "hopes and forecasts look ahead, a word with an article is a noun": [
    ["Economists said they still expected the first cut in August.", "August = 2024-08"],
    ["Traders took it as a signal for a cut in September.", "September = 2024-09"],
    ["Analysts see the first rate cut in June.", "June = 2024-06"],
    ["The next cut in June or July is our base case.", "June = 2024-06", "July = 2024-07"],
    ["Others look to April.", "April = 2024-04"],
    ["He had bet on a cut in January.", "January = 2024-01"],
    ["The bank cut rates in January.", "January = 2024-01"],
    ["Its record high was set in November.", "November = 2023-11"],
    ["Talks planned for December had slipped.", "December = 2023-12"],
    ["The party said Monday would see its first meeting.", "Monday = 2024-03-11"],
  ],
  "put off, named for a day, is on a day": [
    ["The trial was postponed on Tuesday.", "Tuesday = 2024-03-05"],
    ["The trial was postponed until Tuesday.", "Tuesday = 2024-03-12"],
    ["The repair has slipped to May.", "May = 2024-05"],
    ["They put the vote off to June.", "June = 2024-06"],
    ["He was invited again for September.", "September = 2024-09"],
    ["Nothing had been decided for April.", "April = 2024-04"],
    ["She called for a dam at a rally on Monday.", "Monday = 2024-03-04"],
    ["The last meeting is in December.", "December = 2024-12"],
    ["Schools are closed Thursday.", "Thursday = 2024-03-07"],
    ["He is accused of a raid on Tuesday.", "Tuesday = 2024-03-05"],
    ["Schools, shut since Monday, reopen on Friday.", "Monday = 2024-03-04", "Friday = 2024-03-08"],
    ["In the year since the war trade rose.", "the year = ?"],
  ],
  "a weekday to come is seen from the day of the saying": [
    ["“Winds will rise on Tuesday,” it said on Monday.", "Tuesday = 2024-03-05", "Monday = 2024-03-04"],
    ["The office said on Monday that winds would rise on Tuesday.", "Monday = 2024-03-04", "Tuesday = 2024-03-05"],
    ["“We will meet on Friday,” he said on Monday.", "Friday = 2024-03-08", "Monday = 2024-03-04"],
    ["The envoy, who arrived on Monday, will leave on Tuesday.", "Monday = 2024-03-04", "Tuesday = 2024-03-12"],
  ],
  "planned to, agreed to, and until as it opens": [
    ["The team planned to leave Havn on Thursday.", "Thursday = 2024-03-07"],
    ["They agreed to meet again on Monday.", "Monday = 2024-03-11"],
    ["They had planned to leave on Monday.", "Monday = 2024-03-04"],
    ["Until Tuesday, they had not named him.", "Tuesday = 2024-03-05"],
    ["By Monday morning, the old and by now familiar quarrel had begun.", "Monday morning = 2024-03-04", "now = ?"],
    ["Until Tuesday’s raid, the firm and its owner were unknown.", "Tuesday = 2024-03-05"],
    ["They will not name him until Tuesday.", "Tuesday = 2024-03-12"],
  ],
  "the same period of another year is that year unless a quarter is spoken of": [
    ["More than 90 have died, against 40 in the same period last year.", "the same period last year = 2023"],
    ["More than 90 have died, against 40 in the same period of 2019.", "the same period of 2019 = 2019"],
    [
      "In the fourth quarter it lost 3 million, against 2 million in the same period last year.",
      "the fourth quarter = 2023-10/2023-12",
      "the same period last year = 2022-10/2022-12",
    ],
  ],
  "told beside another date": [
    ["It was printed on February 2, Reiwa 3, in Havn.", "February 2, Reiwa 3 = 2021-02-02"],
    ["In November Reiwa 2 he came.", "November Reiwa 2 = 2020-11"],
    [
      "In 1990 he wrote the law under which we live, more than 200 years later.",
      "1990 = 1990",
      "more than 200 years later = ?",
    ],
    [
      "He was jailed in April 2018 and freed in November of the following year.",
      "April 2018 = 2018-04",
      "November of the following year = 2019-11",
    ],
    ["It has been shut since July 2022 after a flood that spring.", "July 2022 = 2022-07", "that spring = 2022-21"],
  ],
});
