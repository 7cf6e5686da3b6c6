import { DomUtils, parseDocument } from "htmlparser2";
import { parseHTML } from "linkedom";

const { getElementsByTagName, textContent } = DomUtils;

const ELEMENTS = new Set(
  (
    "html head meta title link script body a abbr article aside b bdi bdo blockquote br button caption cite code col colgroup data " +
    "datalist dd del details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input " +
    "ins kbd label legend li main mark menu meter nav ol optgroup option output p pre progress q ruby s samp search section select " +
    "small span strong sub summary sup table tbody td textarea tfoot th thead time tr u ul var wbr " +
    "svg g path line rect circle ellipse text tspan polyline polygon title desc defs clippath marker use"
  ).split(" "),
);

/** Attributes that could run, fetch or lead somewhere when their value is not ours. */
const LEADING = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "poster",
  "data",
  "ping",
  "srcset",
  "background",
  "cite",
]);
const NEVER = /^(?:on|style$|srcdoc$|http-equiv$|is$|nonce$|xmlns:|formaction$|ping$|background$)/;

/** What on a page could not have been written by us; `given` are addresses of other places that may be led to. */
export function pageFaults(page: string, given: (address: string) => boolean): string[] {
  const { document } = parseHTML(page);
  const faults: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.tagName.toLowerCase();
    const shown =
      `<${name}${Array.from(element.attributes, ({ name: one, value }) => ` ${one}="${value}"`).join("")}>`.slice(
        0,
        300,
      );
    if (!ELEMENTS.has(name)) faults.push(`an element of another: ${shown}`);
    if (name === "script" && (!isOwn(element.getAttribute("src")) || (element.textContent ?? "").trim() !== ""))
      faults.push(`a script that is not ours: ${shown}`);
    for (const { name: attribute, value } of element.attributes) {
      if (NEVER.test(attribute) || !/^[a-z][a-zA-Z0-9:-]*$/.test(attribute) || attribute.includes("hsy"))
        faults.push(`an attribute of another: ${shown}`);
      if (LEADING.has(attribute) && !isOwn(value) && !(attribute === "href" && name === "a" && given(value)))
        faults.push(`${attribute} leads elsewhere: ${shown}`);
    }
    for (const node of element.childNodes)
      if (node.nodeType === 8) faults.push(`a comment: ${String(node.textContent).slice(0, 80)}`);
  }
  return faults;
}

/** A place in this room. */
function isOwn(address: string | null): boolean {
  return address !== null && /^(?:[/?#](?![/\\])|$)/.test(address) && !/[\u0000-\u0020\\]/.test(address);
}

/** Where the links of a page lead in this room. */
export function linksOf(page: string): string[] {
  const { document } = parseHTML(page);
  return Array.from(document.querySelectorAll("a[href]"), (a: { getAttribute(name: string): string | null }) =>
    (a.getAttribute("href") as string).replace(/#.*$/s, ""),
  ).filter((href) => href !== "" && isOwn(href));
}

const ATOM = new Set(
  "feed title subtitle id link updated published author name uri email entry content summary category rights generator".split(
    " ",
  ),
);
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u;

/** What in a feed is no XML, or markup that came from what it tells. */
export function feedFaults(feed: string, given: (address: string) => boolean): string[] {
  const faults: string[] = [];
  const [bad] = NOT_XML.exec(feed) ?? [];
  if (bad !== undefined) faults.push(`the character U+${(bad.codePointAt(0) as number).toString(16)} is no XML`);
  const elements = getElementsByTagName("*", parseDocument(feed, { xmlMode: true }), true);
  for (const element of elements) {
    const { name, attribs } = element;
    if (!ATOM.has(name) || Object.keys(attribs).some((one) => /^on|hsy/.test(one)))
      faults.push(`an element of another: <${name}>`);
    if (/html/.test(attribs["type"] ?? "") && name !== "link") faults.push(...pageFaults(textContent(element), given));
    if (attribs["href"] !== undefined && !/^https?:\/\//.test(attribs["href"]))
      faults.push(`href leads elsewhere: ${attribs["href"]}`);
  }
  return faults;
}
