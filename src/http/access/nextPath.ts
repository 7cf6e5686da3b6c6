/** Where to go after a login: a place of this room, never of another. */
export function nextPath(given: unknown): string {
  if (typeof given !== "string" || given.length > 2_000 || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(given)) return "/";
  const here = "http://here.invalid";
  const url = URL.parse(given, here);
  if (url === null || url.origin !== here || /^\/(?:\/|log(?:in|out)\b)/.test(url.pathname)) return "/";
  return url.pathname + url.search;
}
