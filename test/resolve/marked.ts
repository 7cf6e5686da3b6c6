import type { Found } from "../../src/model/statement.ts";
import { read } from "../../src/read/read.ts";
import { parseCase } from "../extract/cases.ts";
import { foundOf, statementsOf } from "../extract/found.ts";
import { packOf } from "../packs/packOf.ts";
import { paragraphsOf } from "../read/documentOf.ts";

/** What was found in a text marked as in docs/marking.md, on an article of this date and outlet. */
export function foundIn(marked: string, { published = "2013-06-01", outlet = "" } = {}): Found {
  const { text, statements: marks } = parseCase([marked]);
  const document = {
    ...paragraphsOf(text),
    published: { edtf: published, basis: "given" as const, spans: [] },
    outlet: outlet === "" ? null : { name: outlet, basis: "given" as const, span: null },
  };
  const { reading } = read(document);
  return foundOf(reading, { statements: statementsOf(marks) });
}

/** The field of the cases: an invented state, its leaders, an agency and a kinswoman. */
export const TARVIA = packOf({
  people: [
    {
      name: "Oto Solvan",
      aliases: ["Otto Solwan"],
      gender: "m",
      offices: [{ title: "president", of: "Tarvia", from: "2010-01-01", to: null }],
      kin: [],
    },
    {
      name: "Ilka Solvan",
      aliases: [],
      gender: "f",
      offices: [{ title: "vice department director", of: "Tarvia", from: "2012", to: null }],
      kin: [{ relation: "sister", of: "Oto Solvan" }],
    },
    {
      name: "Bela Marn",
      aliases: [],
      gender: "m",
      offices: [{ title: "president", of: "Tarvia", from: "2002-01-01", to: "2009-12-31" }],
      kin: [],
    },
    {
      name: "Piet Holm",
      aliases: [],
      gender: "m",
      offices: [{ title: "president", of: "Ostrel", from: "2011-05-01", to: null }],
      kin: [],
    },
  ],
  organisations: [
    { name: "Water Board", aliases: ["WB"], of: "Tarvia" },
    { name: "Office of Bridges", aliases: ["OB"], of: "Tarvia" },
    { name: "Orphans' Bureau", aliases: ["OB"], of: "Ostrel" },
  ],
  channels: [{ name: "Tarvian Telegraph Agency", aliases: ["TTA"], controlledBy: "Tarvia" }],
  states: [
    { name: "Tarvia", aliases: ["the East"], capital: "Lindholt", seats: ["Amber Palace"], demonyms: ["Tarvian"] },
    { name: "Ostrel", aliases: [], capital: "Ostra", seats: [], demonyms: ["Ostrelian"] },
  ],
});
