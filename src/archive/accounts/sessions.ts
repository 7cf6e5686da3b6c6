import type { Role } from "../../model/roles.ts";
import type { SessionRow } from "../../store/accounts.ts";
import type { Store } from "../../store/store.ts";
import { sha256Of } from "../../text/sha256.ts";
import { after, newSecret } from "./secrets.ts";
import type { User } from "./users.ts";

const HOUR = 3_600_000;
/** A session ends when nobody used it for this long, and in any case after `LONGEST`. */
export const IDLE = 12 * HOUR;
export const LONGEST = 7 * 24 * HOUR;
/** How exactly it is kept when a session or a token was last used. */
const SEEN_EVERY = HOUR / 6;

/** Whose session or token it is. */
export interface Holder {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** The hash of the session or token. */
  readonly hash: string;
}

/** Begins a session with a new id and returns the id, which is kept nowhere. `agent` is what the browser says it is. */
export async function beginSession({ accounts }: Store, user: User, now: string, agent: string): Promise<string> {
  const id = newSecret();
  await accounts.dropSessions({ made: after(now, -LONGEST), seen: after(now, -IDLE) });
  await accounts.addSession({
    hash: sha256Of(id),
    login: user.login,
    stamp: user.changed_at,
    made_at: now,
    seen_at: now,
    agent: agent.slice(0, 200),
  });
  return id;
}

/** Whose session has this id; null where there is none that still holds. */
export async function sessionHolder({ accounts }: Store, id: string, now: string): Promise<Holder | null> {
  const session = await accounts.session(sha256Of(id));
  if (!session || !holds(session, now)) return null;
  const user = await accounts.user(session.login);
  if (!user || user.removed_at !== null || user.changed_at !== session.stamp) return null;
  if (session.seen_at < after(now, -SEEN_EVERY)) await accounts.seeSession(session.hash, now);
  return { login: user.login, name: user.name, role: user.role, hash: session.hash };
}

/** Whether a session has not run out. */
export function holds({ made_at, seen_at }: Pick<SessionRow, "made_at" | "seen_at">, now: string): boolean {
  return made_at > after(now, -LONGEST) && seen_at > after(now, -IDLE);
}
