import type { Element } from "./page.ts";

/** Elements whose text a reader never sees, or that are controls and not words. */
const UNREADABLE = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "textarea",
  "select",
  "button",
  "svg",
  "math",
  "iframe",
  "object",
  "head",
  "title",
  "audio",
  "video",
  "canvas",
  "map",
  "datalist",
  "nav",
]);

const PAGE_PARTS = new Set(["footer", "aside", "form", "dialog", "menu"]);
const FURNITURE_ROLES = new Set([
  "navigation",
  "banner",
  "contentinfo",
  "complementary",
  "search",
  "menu",
  "dialog",
  "alert",
]);
const FURNITURE_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|menu|footer|sidebar|share|sharing|social|comments?|disqus|related|recommended|promo|newsletter|subscribe|signup|cookies?|consent|breadcrumbs?|advert|advertisement|ads?|sponsor|popup|modal|toolbar|widget)(?:$|[\s_-])/i;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const NAME_UNITS = 300;

/** What is left out of the text whoever chose the body. */
export function isUnreadable({ name, attributes }: Element): boolean {
  return (
    UNREADABLE.has(name) ||
    attributes["hidden"] !== undefined ||
    HIDDEN_STYLE.test((attributes["style"] ?? "").slice(0, NAME_UNITS))
  );
}

/** What looks like a part of the page around the article, by its element, role or name. */
export function isFurniture(element: Element): boolean {
  const { name, attributes } = element;
  if (isUnreadable(element) || PAGE_PARTS.has(name) || FURNITURE_ROLES.has(attributes["role"] ?? "")) return true;
  if (name === "body" || name === "html" || name === "article" || name === "main") return false;
  return FURNITURE_NAMES.test(
    `${(attributes["class"] ?? "").slice(0, NAME_UNITS)} ${(attributes["id"] ?? "").slice(0, NAME_UNITS)}`,
  );
}
