import type { Context } from "hono";
import { html } from "hono/html";
import { FEWEST_CHARACTERS } from "../../archive/accounts/passwords.ts";
import {
  type User,
  addUser,
  currentUsers,
  removeUser,
  setPassword,
  setRole,
  userNamed,
} from "../../archive/accounts/users.ts";
import { UserError } from "../../model/errors.ts";
import { ROLES, type Role } from "../../model/roles.ts";
import { told } from "../parts/fault.ts";
import { fieldsOf } from "../parts/fields.ts";
import { form } from "../parts/form.ts";
import type { Env, Room } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

type Field = (name: string) => string;

/** Who may use the archive: for admins. The user meant stands in the field `user`. */
export const userPages: Pages = (app, room) => {
  const { store, now } = room;
  app.get("/users", (c) => usersPage(c, room));
  app.post("/users", (c) =>
    attempted(c, room, async (field) => {
      const given = { name: field("name"), role: field("role") as Role, password: field("password") };
      const user = await addUser(store, { ...given, again: field("again") === "yes" }, now());
      return `${user.name} is ${user.role} now.`;
    }),
  );
  app.post("/users/role", (c) =>
    attempted(c, room, async (field) => {
      const user = await userNamed(store, field("user"));
      await setRole(store, user, field("role") as Role, now());
      return `${user.name} is ${field("role")} now, and has to log in again.`;
    }),
  );
  app.post("/users/password", (c) =>
    attempted(c, room, async (field) => {
      const user = await userNamed(store, field("user"));
      await setPassword(store, user, field("password"), now());
      return `${user.name} has a new password, and has to log in again.`;
    }),
  );
  app.post("/users/remove", (c) =>
    attempted(c, room, async (field) => {
      const user = await userNamed(store, field("user"));
      await removeUser(store, user, now());
      return `${user.name} is removed. Decisions under that name stay as they are.`;
    }),
  );
};

async function attempted(c: Context<Env>, room: Room, attempt: (field: Field) => Promise<string>): Promise<Response> {
  try {
    const done = await attempt(await fieldsOf(c));
    // What was just changed may have ended the session of who changed it, or begun the time in which people log in.
    return await usersPage(c, room, null, done);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return usersPage(c, room, error.message);
  }
}

async function usersPage(
  c: Context<Env>,
  room: Room,
  fault: string | null = null,
  done: string | null = null,
): Promise<Response> {
  const users = await currentUsers(room.store);
  const main = html`<h1>Users</h1>
    ${told(fault, done)} ${users.length === 0 ? html`<p>${NONE}</p>` : users.map((user) => userSection(c, user))}
    <section aria-labelledby="new-user">
      <h2 id="new-user">Another user</h2>
      ${form(
        c,
        "/users",
        html`<p><label for="new-name">Name, as decisions will be signed</label><input id="new-name" name="name" required maxlength="80" autocomplete="off" /></p>
          <p>
            <label for="new-role">Role</label>${roles("new-role", users.length === 0 ? "admin" : "reader")}
          </p>
          <p>
            <label for="new-password">First password, at least ${FEWEST_CHARACTERS} characters</label>
            <input id="new-password" name="password" type="password" required autocomplete="new-password" />
          </p>
          <p>
            <label><input type="checkbox" name="again" value="yes" /> the same person as a user of that name who was removed</label>
          </p>
          <p><button>Add</button></p>`,
      )}
    </section>`;
  return page(c, { title: "Users", at: "/users", main, styles: ["access.css"], status: fault === null ? 200 : 422 });
}

const NONE = "None yet: everybody at this machine may do everything. From the first user on, everybody has to log in.";

function userSection(c: Context<Env>, { login, name, role, made_at }: User): Html {
  const meant = html`<input type="hidden" name="user" value="${login}" />`;
  const id = `u-${Buffer.from(login).toString("hex")}`;
  return html`<section class="user" aria-labelledby="${id}">
    <h2 id="${id}"><bdi>${name}</bdi></h2>
    <p>${role}, since ${made_at.slice(0, 10)}</p>
    <details>
      <summary>Change<span class="unseen"> ${name}</span></summary>
      ${form(
        c,
        "/users/role",
        html`${meant}
          <p><label for="${id}-role">Role</label>${roles(`${id}-role`, role)} <button>Change the role</button></p>`,
      )}
      ${form(
        c,
        "/users/password",
        html`${meant}
          <p>
            <label for="${id}-password">New password</label>
            <input id="${id}-password" name="password" type="password" required autocomplete="new-password" />
            <button>Set the password</button>
          </p>`,
      )}
      ${form(c, "/users/remove", html`${meant}<p><button>Remove ${name}</button></p>`)}
    </details>
  </section>`;
}

function roles(id: string, chosen: Role): Html {
  return html`<select id="${id}" name="role">
    ${ROLES.map((role) => html`<option ${role === chosen ? "selected" : ""}>${role}</option>`)}
  </select>`;
}
