/** Rows in one insert: SQLite takes 32,766 parameters. */
const ROWS_AT_ONCE = 400;

export function* chunks<T>(rows: readonly T[], most = ROWS_AT_ONCE): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += most) yield rows.slice(i, i + most);
}
