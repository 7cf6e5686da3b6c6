import { type StructuredTextItem, getDocumentProxy } from "unpdf";
import { UserError } from "../../model/errors.ts";
import { MAX_PDF_ITEMS, MAX_PDF_PAGES } from "../limits.ts";
import { type Line, type Run, linesOf } from "./lines.ts";
import { paragraphsOf } from "./paragraphs.ts";

/**
 * The text of a PDF: its paragraphs with a blank line between them, in the order in which the file draws them. Reading it runs code
 * over hostile input: give it a thread and a time limit of its own. Throws UserError.
 */
export async function pdfText(bytes: Uint8Array, from: string): Promise<string> {
  const lines = await linesIn(bytes, from).catch((error: unknown) => {
    throw error instanceof UserError ? error : new UserError(`${from} ${whatIsWrong(error)}`);
  });
  const text = paragraphsOf(lines).join("\n\n");
  if (text === "")
    throw new UserError(`${from} is a PDF without text, of pictures alone: it needs text recognition first`);
  return `${text}\n`;
}

async function linesIn(bytes: Uint8Array, from: string): Promise<Line[]> {
  // The library takes the bytes for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    if (pdf.numPages > MAX_PDF_PAGES)
      throw new UserError(`${from} has ${pdf.numPages} pages, more than the ${MAX_PDF_PAGES} that are read`);
    const lines: Line[] = [];
    let items = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      items += content.items.length;
      if (items > MAX_PDF_ITEMS) throw new UserError(`${from} has more text in it than any report`);
      const runs = (content.items as readonly object[]).filter(isText).map(placed);
      for (const line of linesOf(runs)) lines.push({ ...line, page: number });
      page.cleanup();
    }
    return lines;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** What the library calls an item of text; it has others that mark structure. */
type Item = Pick<StructuredTextItem, "str" | "width" | "hasEOL"> & { readonly transform: readonly number[] };

function isText(item: object): item is Item {
  return "str" in item && "transform" in item;
}

function placed({ str, width, hasEOL, transform }: Item): Run {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, width, size: Math.hypot(c, d), ends: hasEOL };
}

function whatIsWrong(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return "is a PDF behind a password: save it without one first";
  const message = error instanceof Error ? error.message : String(error);
  return `is a PDF that can't be read (${message})`;
}
