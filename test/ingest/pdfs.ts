/** A line of a page: its words, and where they stand in points from the lower left corner. */
export interface PrintedLine {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF with these lines on its pages, in Helvetica. Words are of ASCII. */
export function pdfOf(...pages: readonly (readonly PrintedLine[])[]): Buffer {
  const objects: string[] = ["<< /Type /Catalog /Pages 2 0 R >>"];
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(" ");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const [i, lines] of pages.entries()) {
    const drawn = lines
      .map(({ words, x, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[\\()]/g, "\\$&")}) Tj ET`)
      .join("\n");
    const resources = "<< /Font << /F1 3 0 R >> >>";
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${5 + i * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  }
  let written = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = written.length;
    written += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = written.length;
  written += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  written += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(written, "latin1");
}

/** Lines below each other, from a place on, with the usual step. */
export function column(words: readonly string[], { x = 72, y = 760, step = 14, size = 11 } = {}): PrintedLine[] {
  return words.map((line, i) => ({ words: line, x, y: y - i * step, size }));
}
