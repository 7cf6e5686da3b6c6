import assert from "node:assert/strict";
import { test } from "node:test";
import { readSource } from "../../src/resolve/sources.ts";

/** What phrases of a shape of their own name: the phrase, then kind and name; and others that only look so. */
const CASES: Readonly<Record<string, readonly (readonly [phrase: string, named: string])[]>> = {
  polls: [
    [
      "an online University of Lindholt/Harbour Post poll out Thursday",
      "organisation online University of Lindholt/Harbour Post poll",
    ],
    ["A TTA News/Harbour Post poll last week", "organisation TTA News/Harbour Post poll"],
    ["a Harbour Post survey of anglers", "organisation Harbour Post survey of anglers"],
    ["the pollster Mara Quill", "person Mara Quill"],
  ],
  "what somebody has made": [
    ["the harbour secretary of state’s website", "organisation harbour secretary of state’s website"],
    ["Mara Quill’s new book", "organisation Mara Quill’s new book"],
    ["Quill’s book “The Art of the Dam”", "organisation Quill’s book “The Art of the Dam”"],
    ["Mayor Mara Quill’s budget blueprint", "organisation Mayor Mara Quill’s budget blueprint"],
    ["Mayor Mara Quill’s spokesman", "office Mayor Mara Quill’s spokesman"],
    ["his chief antagonists", "unnamed his chief antagonists"],
  ],
  "stray words": [
    ["Plus Quill", "person Quill"],
    ["Uh, Mara Quill", "person Mara Quill"],
    ["So even economists", "unnamed economists"],
    ["So Tong Su", "person So Tong Su"],
    ["Mara Quill herself", "person Mara Quill"],
    ["Prof. and Dr. Jo Tong Su, 59, director of the institute", "person Jo Tong Su"],
    ["Ostrel-born Mara Quill", "person Mara Quill"],
    ["Lindholt-based Quill", "person Quill"],
  ],
  "many, and one of many": [
    ["Both U.S. and British officials", "unnamed U.S. and British officials"],
    ["Red Cross and ambulance officials", "unnamed Red Cross and ambulance officials"],
    ["The states of Lower Ostrel and Dunmere", "state Lower Ostrel and Dunmere"],
    ["Executives for the pier, who came by boat last year", "unnamed Executives for the pier"],
    ["anglers who came by boat", "unnamed anglers who came by boat"],
    ["a senior Dike Union Committee member who fishes", "unnamed a senior Dike Union Committee member who fishes"],
    ["Any judge in this town", "unnamed Any judge in this town"],
  ],
  media: [
    ["tidewatch.com", "channel tidewatch.com"],
    ["KTID-TV", "channel KTID-TV"],
    ["the website tidewatch", "channel tidewatch"],
    ["Quill’s hometown Harbour Free Press", "channel Harbour Free Press"],
    ["the Daily Harbinger", "channel Daily Harbinger"],
    ["the Post", "channel Post"],
    ["the daily caller", "unnamed the daily caller"],
    ["a television commercial", "organisation a television commercial"],
  ],
  bodies: [
    ["The Dike and Harbour Alliance Against Floods", "organisation Dike and Harbour Alliance Against Floods"],
    ["the conservative super PAC Harbour First", "organisation Harbour First"],
    ["American Harbours, a super PAC aligned with Tom Birch", "organisation American Harbours"],
    ["Bellmouth County", "organisation Bellmouth County"],
    ["Mara County", "person Mara County"],
    [
      "the poll, which was run by the super PAC Harbour First",
      "organisation the poll, which was run by the super PAC Harbour First",
    ],
  ],
  many: [
    ["Both Tarvian-Ostrelians", "unnamed Both Tarvian-Ostrelians"],
    ["Tarvian House and Senate candidates", "unnamed Tarvian House and Senate candidates"],
    ["Many anglers, including two mayors", "unnamed Many anglers"],
    ["His critics in the port, many of them fishermen", "unnamed His critics in the port"],
    ["civil rights groups like the Harbour Union", "unnamed civil rights groups"],
    ["experts, however", "unnamed experts"],
    ["Hundreds of the party’s delegates", "unnamed Hundreds of the party’s delegates"],
    ["both surveys", "organisation both surveys"],
  ],
  names: [
    ["Speaker of the House Rep. Paul Reed (T-Li)", "person Paul Reed"],
    ["aides to Rep. Paul Reed", "unnamed aides to Rep. Paul Reed"],
    ["Filmmaker Paul Reed", "person Paul Reed"],
    ["Geologist Paul Reed", "person Paul Reed"],
    ["Rival Mara Quill", "person Mara Quill"],
    ["Dean Reed", "person Dean Reed"],
    ["A former Tarvian candidate -- Mara Quill, who lost the race", "person Mara Quill"],
    ["the dean", "office the dean"],
    ["Reed’s son, Paul", "person Paul"],
    ["Peter Reed, Quill’s Office of Tides director", "person Peter Reed"],
  ],
};

for (const [title, cases] of Object.entries(CASES))
  test(`the shape of a phrase: ${title}`, async (t) => {
    for (const [phrase, named] of cases)
      await t.test(phrase, () => {
        const { kind, name } = readSource(phrase);
        assert.equal(`${kind} ${name}`, named);
      });
  });
