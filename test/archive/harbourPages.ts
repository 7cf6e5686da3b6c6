export const ADDRESS = "https://gazette.example/harbour-tax";

export interface Page {
  readonly headline: string;
  readonly views: string;
  readonly clock: string;
  readonly share: string;
  readonly paragraphs: readonly string[];
}

export const TAX = "Mayor Dita Bronski said on Monday that the harbour tax would rise by a tenth from next spring.";
export const QUAY =
  "“Nobody likes it, but the quay needs repairs before the winter storms come,” Bronski told reporters.";
export const UNION = "The dockers’ union warned that its members would strike if the rise went ahead without talks.";
export const FERRY = "The ferry company said it would not raise its fares this year.";
export const HISTORY =
  "The quay was built in 1911. It was last repaired after the flood of 1953, which closed the port for a month.";

export const FIRST: Page = {
  headline: "Harbour tax to rise, mayor says",
  views: "1,204 views",
  clock: "10:15",
  share: "Share this article on Chirper",
  paragraphs: [TAX, QUAY, UNION, FERRY, HISTORY],
};

export function html({ headline, views, clock, share, paragraphs }: Page): string {
  return `<!doctype html><html lang="en"><head><title>${headline} | The Sallow Gazette</title></head><body>
<header><nav><a href="/">Home</a> <a href="/news">News</a></nav><span class="clock">${clock}</span></header>
<article><h1>${headline}</h1>
<p class="date">4 March 2024</p>
${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}
<p>${views}</p>
<div class="share">${share}</div>
</article>
<aside><h2>Most read</h2><ul><li><a href="/a">Gulls take over the market at ${clock}</a></li></ul></aside>
<footer>© The Sallow Gazette</footer></body></html>`;
}
