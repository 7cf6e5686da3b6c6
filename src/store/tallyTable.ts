import { type Kysely, type RawBuilder, sql } from "kysely";

/** Makes the table of tallies, empty. */
export async function createTallies(
  { schema }: Pick<Kysely<unknown>, "schema">,
  {
    text,
    whole,
    name,
  }: { readonly text: RawBuilder<unknown>; readonly whole: RawBuilder<unknown>; readonly name: string },
): Promise<void> {
  await schema
    .createTable("tallies")
    .ifNotExists()
    .modifyEnd(name === "sqlite" ? sql`without rowid` : sql``)
    .addColumn("field", text, (c) => c.notNull())
    .addColumn("value", text, (c) => c.notNull())
    .addColumn("n", whole, (c) => c.notNull())
    .addPrimaryKeyConstraint("tallies_key", ["field", "value"])
    .execute();
}
