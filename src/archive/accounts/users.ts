import { UserError } from "../../model/errors.ts";
import { ROLES, type Role } from "../../model/roles.ts";
import type { UserChange, UserRow } from "../../store/accounts.ts";
import type { Store } from "../../store/store.ts";
import { type Work, WORK, faultOfPassword, hashPassword, isDated, isPassword } from "./passwords.ts";

/** Somebody who may use the archive. */
export type User = UserRow;

export interface NewUser {
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  /** Takes back a user who was removed: the same person, as whoever calls knows. */
  readonly again?: boolean;
}

const LONGEST_NAME = 80;
/** What nobody sees, or what turns the direction of writing: two names that look alike would be two people. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

/** The spelling a name is looked up by: the same for any case and any way of typing its letters. */
export function loginOf(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** A name as it is kept, one space between words. Throws UserError where it can't be a user's. */
export function userName(given: string): string {
  const name = given.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(name)) throw new UserError("a user needs a name with at least one letter or digit", 2);
  if (name.length > LONGEST_NAME) throw new UserError(`a user's name may have at most ${LONGEST_NAME} characters`, 2);
  if (UNSEEN.test(name)) throw new UserError("a user's name can't hold characters that nobody sees", 2);
  return name;
}

/** Users who have not been removed, by login. */
export async function currentUsers({ accounts }: Store): Promise<readonly User[]> {
  return (await accounts.users()).filter(({ removed_at }) => removed_at === null);
}

/** The user of a name. Throws UserError, naming close ones, where there is none. */
export async function userNamed(store: Store, name: string): Promise<User> {
  const user = await store.accounts.user(loginOf(name));
  if (user && user.removed_at === null) return user;
  const others = (await currentUsers(store)).map((one) => one.name);
  const known = others.length === 0 ? "there are no users" : `users are ${others.slice(0, 20).join(", ")}`;
  throw new UserError(`${store.name}: there is no user “${name}”; ${known}`, 2);
}

/** Makes a user. Throws UserError where name, role or password will not do. `now` is ISO 8601 in UTC. */
export async function addUser(
  store: Store,
  { role, password, again = false, ...given }: NewUser,
  now: string,
): Promise<User> {
  const { accounts } = store;
  const name = userName(given.name);
  checkRole(role);
  checkPassword(password, name);
  if (role !== "admin" && !(await accounts.anyUser()))
    throw new UserError("the first user must be an admin, or nobody could make others: --role admin", 2);
  const login = loginOf(name);
  const before = await accounts.user(login);
  if (before?.removed_at === null) throw new UserError(`${store.name}: there is a user “${before.name}” already`, 2);
  if (before && !again)
    throw new UserError(
      `${store.name}: “${before.name}” was a user until ${before.removed_at?.slice(0, 10)}, and decisions may stand under ` +
        "that name: give somebody else another name, or say with --again that it is the same person",
      2,
    );
  const row = {
    login,
    name,
    role,
    password: await hashPassword(password),
    made_at: now,
    changed_at: now,
    removed_at: null,
  };
  if (before)
    await accounts.changeUser(login, { name, role, password: row.password, removed_at: null, changed_at: now });
  else if (!(await accounts.addUser(row))) throw new UserError(`${store.name}: there is a user “${name}” already`, 2);
  return row;
}

/** Gives a user another password and ends all their sessions but `kept` (its hash). Throws UserError where it will not do. */
export async function setPassword(
  store: Store,
  user: User,
  password: string,
  now: string,
  kept?: string,
): Promise<void> {
  checkPassword(password, user.name);
  await changed(store, user, { password: await hashPassword(password), changed_at: now }, kept);
}

/** Gives a user another role and ends their sessions. Throws UserError where that would leave no admin. */
export async function setRole(store: Store, user: User, role: Role, now: string): Promise<void> {
  checkRole(role);
  await changed(store, user, { role, changed_at: now });
}

/** Takes a user out, with sessions and tokens; the name stays taken. Throws UserError where that would leave users without an admin. */
export async function removeUser(store: Store, user: User, now: string): Promise<void> {
  await changed(store, user, { removed_at: now, changed_at: now, password: "" });
}

async function changed(store: Store, user: User, change: UserChange, kept?: string): Promise<void> {
  const done = await store.accounts.changeUser(user.login, change, kept);
  if (done === "unknown") throw new UserError(`${store.name}: there is no user “${user.name}” any more`, 2);
  if (done === "last admin")
    throw new UserError(`“${user.name}” is the only admin: make another one first, or nobody could make users`, 2);
}

/** The user with this name and password, or null; takes about as long for a name nobody has. */
export async function authenticated(
  { accounts }: Store,
  name: string,
  password: string,
  work: Work = WORK,
): Promise<User | null> {
  const login = loginOf(name.slice(0, 4 * LONGEST_NAME));
  const user = await accounts.user(login);
  const kept = user && user.removed_at === null ? user.password : null;
  if (!(await isPassword(password, kept, work)) || !user) return null;
  // The work asked for grows over the years; the password is at hand only now.
  if (isDated(user.password, work)) await accounts.rehash(login, user.password, await hashPassword(password, work));
  return user;
}

function checkRole(role: Role): void {
  if (!ROLES.includes(role)) throw new UserError(`“${role}” is no role; roles are ${ROLES.join(", ")}`, 2);
}

function checkPassword(password: string, name: string): void {
  const fault = faultOfPassword(password, name);
  if (fault !== null) throw new UserError(fault, 2);
}
