/** Words as a line has room for them: their beginning, where they are longer. */
export function short(words: string, most = 160): string {
  return words.length > most ? `${words.slice(0, most)}…` : words;
}
