import { UserError } from "../../model/errors.ts";
import { type Role, isEnough, lesser } from "../../model/roles.ts";
import type { TokenRow } from "../../store/accounts.ts";
import type { Store } from "../../store/store.ts";
import { sha256Of } from "../../text/sha256.ts";
import { after, newId, newSecret } from "./secrets.ts";
import type { Holder } from "./sessions.ts";
import { type User, userName } from "./users.ts";

const DAY = 86_400_000;
/** How exactly it is kept when a token was last used. */
const USED_EVERY = DAY / 144;
/** So that a token in a file or a log is known for what it is. */
const BEGINNING = "hearsay_";

export const USUAL_DAYS = 90;
const MOST_DAYS = 366;

export interface NewToken {
  /** What it is for. */
  readonly name: string;
  /** At most the owner's. */
  readonly role: Role;
  /** How long it holds, 1 to 366. */
  readonly days?: number;
}

/** Makes a token of a user. The token itself is returned and kept nowhere. Throws UserError where it can't be made. */
export async function makeToken(
  { accounts }: Store,
  user: User,
  { role, days = USUAL_DAYS, ...given }: NewToken,
  now: string,
): Promise<{ readonly token: string; readonly row: TokenRow }> {
  if (!isEnough(user.role, role)) throw new UserError(`“${user.name}” is ${user.role}: a token can't be ${role}`, 2);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new UserError(`a token holds for 1 to ${MOST_DAYS} days`, 2);
  const name = tokenName(given.name);
  const token = BEGINNING + newSecret();
  const row: TokenRow = {
    id: newId(),
    hash: sha256Of(token),
    login: user.login,
    name,
    role,
    made_at: now,
    expires_at: after(now, days * DAY),
    used_at: null,
    revoked_at: null,
  };
  await accounts.addToken(row);
  return { token, row };
}

/** Whose token this is, with the role it gives now; null where it is none that holds. */
export async function tokenHolder({ accounts }: Store, token: string, now: string): Promise<Holder | null> {
  if (!token.startsWith(BEGINNING) || token.length > 100) return null;
  const row = await accounts.token(sha256Of(token));
  if (!row || stateOf(row, now) !== "holds") return null;
  const user = await accounts.user(row.login);
  if (!user || user.removed_at !== null) return null;
  if (row.used_at === null || row.used_at < after(now, -USED_EVERY)) await accounts.useToken(row.hash, now);
  return { login: user.login, name: user.name, role: lesser(user.role, row.role), hash: row.hash };
}

export function stateOf({ revoked_at, expires_at }: TokenRow, now: string): "holds" | "revoked" | "expired" {
  if (revoked_at !== null) return "revoked";
  return expires_at > now ? "holds" : "expired";
}

function tokenName(given: string): string {
  try {
    return userName(given);
  } catch {
    throw new UserError("a token needs a name of up to 80 characters that says what it is for", 2);
  }
}
