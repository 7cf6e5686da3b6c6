/** What a person may do in an archive that several share: look; decide; also say who else may. Each may what those before it may. */
export const ROLES = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role is enough where at least another is asked for. */
export function isEnough(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** The lesser of two roles. */
export function lesser(one: Role, other: Role): Role {
  return isEnough(one, other) ? other : one;
}
