import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isByline,
  isCaption,
  isDateLine,
  isNoise,
  isSourceLine,
  outletOnDateLine,
} from "../../src/ingest/linePatterns.ts";

const PATTERNS = {
  byline: isByline,
  caption: isCaption,
  "date line": isDateLine,
  noise: isNoise,
  "source line": isSourceLine,
};

const CASES: Readonly<Record<keyof typeof PATTERNS, readonly string[]>> = {
  byline: [
    "By Ana Silva",
    "BY ANA SILVA",
    "By Ana Silva and Piet van Dam, Staff Writers",
    "By Ana Silva in Lima",
    "By Jo O’Neill | Nordwire",
    "(Reporting by Ana Silva in Lima; Editing by Piet Dam)",
    "Additional reporting by Ana Silva.",
    "Writing by Ana Silva",
    "Ana Silva contributed to this report.",
    "By Our Staff Reporter",
    "--additional reporting by Ana Silva.",
  ],
  caption: [
    "Ministers leave the hall after talks [File: Ana Silva/Nordwire Images]",
    "The bridge on Monday (Photo by Ana Silva/Getty Images)",
    "The bridge on Monday. REUTERS/Ana Silva",
    "Photo: Ana Silva",
    "Image: A view of the bridge",
    "The harbour at dawn. Credit: Ana Silva",
    "The harbour at dawn (AP Photo/Ana Silva)",
    "Ana Silva via Getty Images",
    "Ana Silva/AFP",
  ],
  "date line": [
    "Andes Press news agency and radio 07:45 GMT 09.02.2022",
    "Published: February 9, 2022",
    "Updated February 9, 2022 10:15 GMT",
    "9 February 2022",
    "Wed 9 Feb 2022 18:30 GMT",
    "Published 10:15 GMT, 9 February 2022",
    "Valley Times, 9 February 2022",
    "Last modified on Wed 9 Feb 2022",
  ],
  noise: [
    "Viewed : 311",
    "Views: 2,450",
    "1,204 views",
    "3.4K shares",
    "Share this article",
    "Share",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Read more: Talks go on",
    "Related: Talks go on",
    "ALSO READ: Talks go on",
    "READ MORE | Talks go on",
    "Click here to subscribe",
    "Sign up for our newsletter",
    "Subscribe to our channel on Telegram",
    "Follow us on Twitter",
    "Follow Ana Silva on Twitter @anasilva.",
    "We use cookies to improve our site.",
    "Read the rest here.",
    "Read the full story here",
    "Read more",
    "***",
    "---",
    "5 min read",
    "https://example.org/talks",
    "© 2022 Valley Times",
    "Sign up",
    "No comments",
    "All rights reserved.",
    "Recommended stories",
  ],
  "source line": [
    "Source: Valley Times",
    "SOURCE: VALLEY TIMES AND NEWS AGENCIES",
    "Source: agencies",
    "Sources: Valley Times, Nordwire",
    "(With inputs from agencies)",
    "Agencies",
    "(Reuters)",
    "-- AFP",
  ],
};
for (const [name, lines] of Object.entries(CASES))
  for (const line of lines) test(`${name}: ${line}`, () => assert.ok(PATTERNS[name as keyof typeof PATTERNS](line)));

const PROSE = [
  "By Friday, the talks had failed.",
  "By Ana Silva’s own account, the talks were a failure and she was the one who had ended them early that day.",
  "“Share this article with your friends,” she said.",
  "“Follow us on Twitter,” the ministry wrote.",
  "Sign up, he told them, or leave.",
  "“Click here,” it read.",
  "He declined to comment.",
  "The source: a senior official.",
  "More than 1,204 views were collected by the ministry.",
  "The talks went on.",
  "She said no.",
  "Read in full, the letter is a threat.",
  "The committee will share this report with the ministry on Monday.",
  "Follow the money, he said.",
  "According to a Reuters/Ipsos poll, the two candidates are level.",
  "The photo, by all accounts, was a fake.",
  "The video was released on 9 February 2022 by the ministry.",
  "On 9 February 2022 the talks ended.",
  "“It was a mistake,” the minister told AFP.",
  "The minister apologised, the Valley Times reported. [Reuters]",
  "Subscribers to the plan were told on Monday.",
  "Comments by the minister angered many.",
  "Advertisements for the plan were withdrawn.",
  "- Hillary Roe.",
  "Home prices fell.",
  "The president signed up for the plan on Monday.",
  "Watch dealers were arrested.",
  "Related charges were dropped.",
];
for (const line of PROSE)
  test(`prose: ${line}`, () => {
    for (const [name, is] of Object.entries(PATTERNS)) assert.ok(!is(line), `taken for a ${name}`);
  });

const OUTLETS: readonly [line: string, outlet: string | null][] = [
  ["Andes Press news agency and radio 07:45 GMT 09.02.2022", "Andes Press"],
  ["Nordwire news agency 09.02.2022", "Nordwire"],
  ["Valley News 9 February 2022", "Valley News"],
  ["Published: 9 February 2022", null],
  ["Lima, 9 February 2022", null],
];
for (const [line, outlet] of OUTLETS) test(`outlet on "${line}"`, () => assert.equal(outletOnDateLine(line), outlet));
