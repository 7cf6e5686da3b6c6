/** Where the first element of a file must begin. */
const HEAD = 65_536;

/** The first element of a file, where it is one that feeds begin with, or "json"; null for what is no feed. */
export function rootOf(text: string): "rss" | "feed" | "rdf" | "channel" | "json" | null {
  const head = text.slice(0, HEAD);
  let at = 0;
  for (;;) {
    while (/[\s\ufeff]/.test(head[at] ?? "")) at++;
    if (head.startsWith("<?", at)) at = after(head, "?>", at);
    else if (head.startsWith("<!--", at)) at = after(head, "-->", at);
    else if (/^<!doctype/i.test(head.slice(at, at + 9))) at = afterDoctype(head, at);
    else break;
    if (at < 0) return null;
  }
  if (head[at] === "{") return "json";
  const [, name] = /^<(?:[\w-]{1,40}:)?(rss|feed|rdf|channel)(?=[\s/>])/i.exec(head.slice(at, at + 60)) ?? [];
  return (name?.toLowerCase() as "rss" | undefined) ?? null;
}

function after(head: string, end: string, from: number): number {
  const found = head.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
}

/** A document type may declare entities between brackets. */
function afterDoctype(head: string, from: number): number {
  const end = head.indexOf(">", from);
  const bracket = head.indexOf("[", from);
  if (bracket < 0 || end < bracket) return end < 0 ? -1 : end + 1;
  const closed = head.indexOf("]", bracket);
  return closed < 0 ? -1 : after(head, ">", closed);
}
