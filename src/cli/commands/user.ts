import {
  addUser,
  currentUsers,
  removeUser,
  setPassword,
  setRole,
  userName,
  userNamed,
} from "../../archive/accounts/users.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import type { Role } from "../../model/roles.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { newPassword } from "../password.ts";

export interface AddUserOptions extends ArchiveOptions {
  readonly role: Role;
  readonly again?: boolean;
}

export interface ListOptions extends ArchiveOptions {
  readonly json?: boolean;
}

export async function add(
  given: string,
  { role, again = false, ...options }: AddUserOptions,
  console: Console,
): Promise<void> {
  const name = userName(given);
  await withArchive(console, options, {}, async (store) => {
    const user = await addUser(store, { name, role, again, password: await newPassword(console, name) }, now());
    await console.stdout.write(`${shownOnOneLine(user.name)} is ${role} in ${store.name}\n`);
  });
}

export async function list(options: ListOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const users = await currentUsers(store);
    if (options.json) {
      const rows = users.map(({ name, role, made_at }) => ({ name, role, made: made_at }));
      return console.stdout.write(`${JSON.stringify({ users: rows })}\n`);
    }
    if (users.length === 0)
      return console.stdout.write(`${store.name}: no users; everybody at this machine may do everything\n`);
    for (const { name, role, made_at } of users)
      await console.stdout.write(`${role.padEnd(8)}  since ${made_at.slice(0, 10)}  ${shownOnOneLine(name)}\n`);
  });
}

export async function role(name: string, to: Role, options: ArchiveOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const user = await userNamed(store, name);
    await setRole(store, user, to, now());
    await console.stdout.write(`${shownOnOneLine(user.name)} is ${to} now, and has to log in again\n`);
  });
}

export async function password(name: string, options: ArchiveOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const user = await userNamed(store, name);
    await setPassword(store, user, await newPassword(console, user.name), now());
    await console.stdout.write(
      `${shownOnOneLine(user.name)} has a new password, and has to log in again; tokens still hold\n`,
    );
  });
}

export async function remove(name: string, options: ArchiveOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const user = await userNamed(store, name);
    await removeUser(store, user, now());
    const left = (await store.accounts.anyUser())
      ? ""
      : "; no users are left, so everybody at this machine may do everything";
    await console.stdout.write(
      `${shownOnOneLine(user.name)} is removed, with sessions and tokens; decisions under that name stay as they are${left}\n`,
    );
  });
}

function now(): string {
  return new Date().toISOString();
}
