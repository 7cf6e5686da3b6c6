/** Where things stand in the room. Names and ids are encoded; none can lead out of it. */
export const articleAddress = (article: string): string => `/articles/${encodeURIComponent(article)}`;
export const statementAddress = (id: string): string => `/statements/${encodeURIComponent(id)}`;
export const personAddress = (name: string): string => named("people", name);
export const channelAddress = (name: string): string => named("channels", name);
export const outletAddress = (name: string): string => named("outlets", name);

/** A browser takes "." and ".." for steps, however they are encoded: those names are looked for instead. */
function named(place: "people" | "channels" | "outlets", name: string): string {
  const field = { people: "speaker", channels: "channel", outlets: "outlet" }[place];
  // Half of a character, which a report may hold, has no place in an address; the archive looks names up without it, too.
  return /^\.{0,2}$/.test(name)
    ? searchAddress({ [field]: name })
    : `/${place}/${encodeURIComponent(name.toWellFormed())}`;
}

/** A search with its filters as they stand in the address; empty ones are left out. */
export function searchAddress(asked: Readonly<Record<string, string | undefined>>, path = "/search"): string {
  const given = new URLSearchParams();
  for (const [field, value] of Object.entries(asked)) if (value) given.set(field, value);
  return given.size === 0 ? path : `${path}?${given.toString()}`;
}
