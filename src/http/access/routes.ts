import type { Role } from "../../model/roles.ts";

/** The least that somebody must be: "anyone" need not even be logged in. */
export type Least = "anyone" | Role;

export interface Rule {
  readonly least: Least;
  /** The most bytes a body may have. */
  readonly body: number;
  /** Whether a person must ask: a token that leaked must not make others. */
  readonly person: boolean;
}

const MB = 1024 * 1024;
const SMALL = MB;
const REPORT = { body: 8 * MB };
const PERSON = { person: true };

/**
 * Who may do what: the one place that says it, for pages, forms and API alike. The first line that fits counts; what no line fits
 * is refused to everybody. `*` is one part of a path, `**` any number of them, none included.
 */
const TABLE: readonly (readonly [methods: string, path: string, least: Least, more?: Partial<Rule>])[] = [
  ["GET", "/assets/**", "anyone"],
  ["GET", "/health/**", "anyone"],
  ["GET POST", "/login", "anyone"],
  ["GET POST", "/logout", "reader"],
  ["GET", "/metrics", "admin"],

  ["GET POST", "/users/**", "admin", PERSON],
  ["GET POST", "/account/**", "reader", PERSON],
  ["GET POST", "/saved/**", "reader"],

  ["GET", "/", "reader"],
  ["GET", "/articles/**", "reader"],
  ["GET", "/statements/**", "reader"],
  ["GET", "/people/**", "reader"],
  ["GET", "/channels/**", "reader"],
  ["GET", "/outlets/**", "reader"],
  ["GET", "/silences/**", "reader"],
  ["GET", "/conditions/**", "reader"],
  ["GET", "/search/**", "reader"],
  ["GET", "/captures/**", "reader"],
  ["GET", "/feeds/**", "reader"],
  ["GET", "/packs/**", "reader"],
  ["GET", "/proof", "reader"],
  ["GET", "/names/**", "reader"],

  ["GET POST", "/review/**", "reviewer"],
  ["POST", "/names/**", "reviewer"],
  ["POST", "/statements/*/decide", "reviewer"],

  ["GET", "/api/v1/queue", "reviewer"],
  ["GET", "/api/v1/disagreements", "reviewer"],
  ["GET", "/api/v1/**", "reader"],
  ["POST", "/api/v1/receipts/check", "reader"],
  ["POST DELETE", "/api/v1/searches/**", "reader"],
  ["POST", "/api/v1/statements/*/proposals", "reader"],
  ["POST", "/api/v1/read", "reader", REPORT],
  ["POST", "/api/v1/reports", "reviewer", REPORT],
  ["POST", "/api/v1/statements/*/decisions", "reviewer"],
  ["POST", "/api/v1/names/decisions", "reviewer"],
  ["POST", "/api/v1/proposals/*/settle", "reviewer"],
];

interface Line extends Rule {
  readonly methods: readonly string[];
  readonly path: RegExp;
}

const LINES: readonly Line[] = TABLE.map(([methods, path, least, { body = SMALL, person = false } = {}]) => ({
  methods: methods.split(" "),
  path: patternOf(path),
  least,
  body,
  person,
}));

/** The rule for a request, its path as the router sees it; null where there is none, which means no. */
export function ruleFor(method: string, path: string): Rule | null {
  const asked = method === "HEAD" ? "GET" : method;
  return LINES.find((line) => line.methods.includes(asked) && line.path.test(path)) ?? null;
}

function patternOf(path: string): RegExp {
  const parts = path.split("/").slice(1);
  const inner = parts.map((part) =>
    part === "**" ? "(?:/.*)?" : part === "*" ? "/[^/]+" : `/${part.replaceAll(".", "\\.")}`,
  );
  return new RegExp(`^${inner.join("")}$`, "su");
}
