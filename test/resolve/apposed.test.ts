import assert from "node:assert/strict";
import { test } from "node:test";
import { readSource } from "../../src/resolve/sources.ts";
import { TARVIA } from "./marked.ts";
import { fieldOf } from "../../src/resolve/field.ts";

const field = fieldOf([TARVIA]);

const CASES: Readonly<Record<string, readonly (readonly [words: string, kind: string, name: string])[]>> = {
  "a name behind what one person is": [
    ["One angler, Rep. Mara Quill of Ostrel", "person", "Mara Quill"],
    ["The bill's sponsor, Sen. Tom Birch (T-Li)", "person", "Tom Birch"],
    ["Birch's main rival, Gov. Mara Quill of Ostrel", "person", "Mara Quill"],
    ["One Democrat, Representative Mara D. Quill of Ostrel", "person", "Mara D. Quill"],
    ["One of them, Teresa Marsh of the Water Board", "person", "Teresa Marsh"],
    ["One of them, a diver who called himself Bo", "unnamed", "One of them, a diver who called himself Bo"],
    ["The board's divers, Harbour Trust", "unnamed", "The board's divers, Harbour Trust"],
  ],
  "a post in small letters with what it is of": [
    ["master of ceremonies Mats Holm, a diver from Ostrel", "person", "Mats Holm"],
    ["head of security Mats Holm", "person", "Mats Holm"],
    ["the head of the Dike Workers Union", "office", "the head of the Dike Workers Union"],
  ],
  "a medium with what it is": [
    ["The Lindholt Leader, Ostrel's largest newspaper", "channel", "Lindholt Leader"],
    ["The Lindholt Post, a harbour newspaper that is read abroad", "channel", "Lindholt Post"],
    ["a local newspaper, the Harbour Beacon", "channel", "Harbour Beacon"],
  ],
  "numbers, posts and peoples are no names": [
    ["Six in 10", "unnamed", "Six in 10"],
    ["Nine in 10 registered voters", "unnamed", "Nine in 10 registered voters"],
    ["Two of the loudest voices of the port", "unnamed", "Two of the loudest voices of the port"],
    ["Transport Minister", "office", "Transport Minister"],
    ["A Tarvian", "unnamed", "A Tarvian"],
    ["Dike unions backing Mara Quill for the post", "unnamed", "Dike unions backing Mara Quill for the post"],
  ],
  "bodies by what they are for or of": [
    ["Harbours for Ostrel", "organisation", "Harbours for Ostrel"],
    ["the state Division of Dike Works", "organisation", "Division of Dike Works"],
    ["Quill itself", "organisation", "Quill"],
  ],
  "titles of other lands": [
    ["Madam Ilse Brand", "person", "Ilse Brand"],
    ["Mdm Ilse Brand", "person", "Ilse Brand"],
    ["Baroness Brand", "person", "Brand"],
    ["Retiree Mats Holm, 71", "person", "Mats Holm"],
  ],
};

for (const [what, some] of Object.entries(CASES))
  test(what, async (t) => {
    for (const [words, kind, name] of some)
      await t.test(words, () => assert.deepEqual(readSource(words, field), { kind, name }));
  });
