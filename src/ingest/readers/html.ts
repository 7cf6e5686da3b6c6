import type { Remark } from "../../model/document.ts";
import { chooseBody } from "../html/body.ts";
import { headlineElement } from "../html/headline.ts";
import { factsOf } from "../html/metadata.ts";
import { parsePage } from "../html/page.ts";
import { render } from "../html/render.ts";
import { SNIFF_BYTES } from "../limits.ts";
import type { Reader } from "../reader.ts";

const OPENING =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b/i;
const INNER_TAG = /<(?:html|body|head|article|p|div|h1)[\s>]/i;
const FILE_NAME = /\.x?html?$/i;

/** A web page: its headline and the body of its article, in page order, without the furniture around them. */
export const html: Reader = {
  mediaType: "text/html",
  alsoCalled: ["application/xhtml+xml"],
  accepts(decoded, from) {
    const head = decoded.text.slice(0, SNIFF_BYTES);
    return OPENING.test(head) || (FILE_NAME.test(from) && INNER_TAG.test(head));
  },
  read({ text: source }) {
    const remarks: Remark[] = [];
    const page = parsePage(source);
    if (page.flattened)
      remarks.push({
        span: null,
        level: "note",
        reason: "the page nests its elements too deeply: the deepest were taken as siblings",
      });
    const facts = factsOf(page, source);
    const headline = headlineElement(page, facts.title);
    const body = chooseBody(page, source);
    if (body.remark) remarks.push(body.remark);
    const rendered = render(page, body.kept, headline);
    if (rendered.text.length === 0)
      remarks.push({ span: null, level: "warning", reason: "no article text was found on the page" });
    const { title, outlet, published, updated } = facts;
    return { ...rendered, facts: { title, outlet, published, updated }, remarks };
  },
};
