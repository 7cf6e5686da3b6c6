import { USUAL_DAYS, makeToken, stateOf } from "../../archive/accounts/tokens.ts";
import { userNamed } from "../../archive/accounts/users.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import type { Role } from "../../model/roles.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";

export interface AddTokenOptions extends ArchiveOptions {
  readonly for: string;
  readonly role: Role;
  readonly days?: number;
}

export interface ListTokensOptions extends ArchiveOptions {
  readonly json?: boolean;
}

/** Makes a token; it alone goes to standard output, so that it can be handed on. */
export async function add(user: string, options: AddTokenOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const wanted = { name: options.for, role: options.role, days: options.days ?? USUAL_DAYS };
    const { token, row } = await makeToken(store, await userNamed(store, user), wanted, new Date().toISOString());
    await console.stdout.write(`${token}\n`);
    await console.stderr.write(
      `hearsay: token ${row.id}, ${row.role}, until ${row.expires_at.slice(0, 10)}; it is shown this once and kept nowhere\n`,
    );
  });
}

export async function list(user: string | undefined, options: ListTokensOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const login = user === undefined ? null : (await userNamed(store, user)).login;
    const names = new Map((await store.accounts.users()).map((one) => [one.login, one.name]));
    const now = new Date().toISOString();
    const rows = (await store.accounts.tokens(login)).map((row) => ({
      id: row.id,
      user: names.get(row.login) ?? row.login,
      for: row.name,
      role: row.role,
      state: stateOf(row, now),
      until: row.expires_at,
      used: row.used_at,
    }));
    if (options.json) return console.stdout.write(`${JSON.stringify({ tokens: rows })}\n`);
    if (rows.length === 0) return console.stdout.write("no tokens\n");
    for (const { id, role, state, until, used, for: what, user: whose } of rows) {
      const last = used === null ? "never used" : `last used ${used.slice(0, 10)}`;
      const line = `${id}  ${role.padEnd(8)}  ${state.padEnd(7)}  until ${until.slice(0, 10)}  ${last.padEnd(20)}`;
      await console.stdout.write(`${line}  ${shownOnOneLine(`${whose}: ${what}`)}\n`);
    }
  });
}

export async function revoke(ids: readonly string[], options: ArchiveOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const now = new Date().toISOString();
    for (const id of ids) {
      if (!(await store.accounts.revokeToken(id, null, now)))
        throw new UserError(
          `${store.name}: there is no token ${id} that could be revoked; hearsay token list shows them`,
          2,
        );
      await console.stdout.write(`token ${id} is revoked\n`);
    }
  });
}
