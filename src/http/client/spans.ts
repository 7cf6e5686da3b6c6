/** Half-open, in UTF-16 units of the article's text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Edge = "from" | "to";

interface Mark extends Span {
  readonly name: string;
}

interface Paragraph extends Span {
  readonly element: HTMLElement;
  readonly text: string;
}

/** The words of a statement in their text, with an end on either side of each piece that can be moved. */
export class Words {
  readonly #passage: HTMLElement;
  readonly #paragraphs: readonly Paragraph[];
  readonly #marks: readonly Mark[];
  readonly #first: readonly Span[];
  readonly #changed: () => void;
  #content: readonly Span[];
  #piece = 0;
  #dragged: { readonly piece: number; readonly edge: Edge } | null = null;

  /** `spans` as "12-40,50-61"; `changed` is called when a piece is another than before. */
  constructor(passage: HTMLElement, spans: string, changed: () => void) {
    this.#passage = passage;
    this.#paragraphs = [...passage.querySelectorAll<HTMLElement>("p[data-from]")].map((element) => {
      const from = Number(element.dataset["from"]);
      const text = element.textContent ?? "";
      return { element, text, from, to: from + text.length };
    });
    this.#marks = this.#paragraphs.flatMap(marksIn);
    this.#content = this.#first = spans === "" ? [] : spans.split(",").map(spanOf);
    this.#changed = changed;
    passage.addEventListener("pointerdown", (event) => this.#grab(event));
    passage.addEventListener("pointermove", (event) => this.#drag(event));
    passage.addEventListener("pointerup", () => (this.#dragged = null));
    passage.addEventListener("pointercancel", () => (this.#dragged = null));
    passage.addEventListener("keydown", (event) => this.#key(event));
    this.#render();
  }

  get isChanged(): boolean {
    return this.spans !== asText(this.#first);
  }

  get spans(): string {
    return asText(this.#content);
  }

  /** The words as they stand now. */
  get words(): string {
    return this.#content.map((span) => this.#textOf(span)).join(" … ");
  }

  reset(): void {
    this.#set(this.#first);
  }

  nextPiece(): void {
    this.#piece = (this.#piece + 1) % Math.max(1, this.#content.length);
    this.#render();
  }

  /** Moves an end of the piece at hand. */
  move(edge: Edge, direction: 1 | -1, unit: "word" | "letter"): void {
    const span = this.#content[this.#piece];
    if (!span) return;
    const at =
      unit === "word" ? this.#wordEdge(edge, span[edge], direction) : this.#letter(edge, span[edge], direction);
    // Half a word is reached by letters.
    if (at !== null && (unit === "letter" || this.#kept(this.#piece, edge, at) === at))
      this.#put(this.#piece, edge, at);
  }

  /** Takes what is selected in the text for the words, where something is. */
  takeSelection(): void {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
    if (!range || range.collapsed || !this.#passage.contains(range.commonAncestorContainer)) return;
    const from = this.#offsetIn(range.startContainer, range.startOffset);
    const to = this.#offsetIn(range.endContainer, range.endOffset);
    if (from === null || to === null || from >= to) return;
    const words = this.#textOf({ from, to });
    const span = {
      from: from + words.length - words.trimStart().length,
      to: to - (words.length - words.trimEnd().length),
    };
    if (span.from >= span.to) return;
    getSelection()?.removeAllRanges();
    this.#piece = 0;
    this.#set([span]);
  }

  #set(content: readonly Span[]): void {
    this.#content = content;
    this.#render();
    this.#changed();
  }

  /** Where an end comes to stand: it never passes its other end or another piece. */
  #kept(piece: number, edge: Edge, at: number): number {
    const { from, to } = this.#content[piece] as Span;
    const least = edge === "from" ? (this.#content[piece - 1]?.to ?? 0) : from + 1;
    const most = edge === "from" ? to - 1 : (this.#content[piece + 1]?.from ?? Infinity);
    return Math.max(least, Math.min(most, at));
  }

  #put(piece: number, edge: Edge, at: number): void {
    const span = this.#content[piece];
    if (!span) return;
    const kept = this.#kept(piece, edge, at);
    if (kept === span[edge]) return;
    this.#piece = piece;
    this.#set(this.#content.map((one, i) => (i === piece ? { ...one, [edge]: kept } : one)));
  }

  #wordEdge(edge: Edge, at: number, direction: 1 | -1): number | null {
    const edges = this.#paragraphs.flatMap(({ from, text }) =>
      Array.from(text.matchAll(/\S+/g), (word) => from + word.index + (edge === "from" ? 0 : word[0].length)),
    );
    return (direction > 0 ? edges.find((one) => one > at) : edges.findLast((one) => one < at)) ?? null;
  }

  #letter(edge: Edge, at: number, direction: 1 | -1): number | null {
    const edges = this.#paragraphs.flatMap(({ from, text }) => {
      let end = from;
      const ends = Array.from(text, (letter) => (end += letter.length));
      return edge === "from" ? [from, ...ends.slice(0, -1)] : ends;
    });
    return (direction > 0 ? edges.find((one) => one > at) : edges.findLast((one) => one < at)) ?? null;
  }

  #textOf({ from, to }: Span): string {
    return this.#paragraphs
      .map((one) => one.text.slice(Math.max(0, from - one.from), Math.max(0, to - one.from)))
      .filter((text) => text !== "")
      .join("\n");
  }

  #grab(event: PointerEvent): void {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>(".handle") : null;
    if (!handle) return;
    event.preventDefault();
    this.#dragged = { piece: Number(handle.dataset["piece"]), edge: handle.dataset["edge"] as Edge };
    // The end itself is made anew while it moves; the passage stays.
    this.#passage.setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent): void {
    if (!this.#dragged) return;
    const at = this.#offsetAt(event.clientX, event.clientY);
    if (at !== null) this.#put(this.#dragged.piece, this.#dragged.edge, at);
  }

  #key(event: KeyboardEvent): void {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>(".handle") : null;
    const direction =
      event.key === "ArrowRight" || event.key === "ArrowUp"
        ? 1
        : event.key === "ArrowLeft" || event.key === "ArrowDown"
          ? -1
          : 0;
    if (!handle || direction === 0 || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#piece = Number(handle.dataset["piece"]);
    this.move(handle.dataset["edge"] as Edge, direction, event.ctrlKey ? "letter" : "word");
  }

  #offsetAt(x: number, y: number): number | null {
    const place = document.caretPositionFromPoint?.(x, y);
    if (place) return this.#offsetIn(place.offsetNode, place.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? this.#offsetIn(range.startContainer, range.startOffset) : null;
  }

  #offsetIn(node: Node, offset: number): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const paragraph = this.#paragraphs.find((one) => one.element.contains(element));
    if (!paragraph) return null;
    const range = document.createRange();
    range.setStart(paragraph.element, 0);
    range.setEnd(node, offset);
    return paragraph.from + range.toString().length;
  }

  #render(): void {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset["handle"] : undefined;
    for (const paragraph of this.#paragraphs) paragraph.element.replaceChildren(...this.#nodesOf(paragraph));
    if (focused !== undefined) this.#passage.querySelector<HTMLElement>(`[data-handle="${focused}"]`)?.focus();
  }

  #nodesOf({ from, to, text }: Paragraph): Node[] {
    const content = this.#content.map((span): Mark => ({ ...span, name: "mark-content" }));
    const marks = [...content, ...this.#marks];
    const edges = [...new Set([from, to, ...marks.flatMap((mark) => [mark.from, mark.to])])]
      .filter((edge) => edge >= from && edge <= to)
      .sort((a, b) => a - b);
    const nodes: Node[] = [];
    for (const [i, edge] of edges.entries()) {
      // An end stands at the inner side of where it is, so that an empty line holds none.
      for (const [piece, span] of this.#content.entries()) {
        if (span.to === edge && edge > from) nodes.push(this.#handle(piece, "to"));
        if (span.from === edge && edge < to) nodes.push(this.#handle(piece, "from"));
      }
      const end = edges[i + 1];
      if (end === undefined) break;
      const own = marks.filter((mark) => mark.from <= edge && mark.to >= end);
      const part = document.createTextNode(text.slice(edge - from, end - from));
      if (own.length === 0) nodes.push(part);
      else {
        const marked = document.createElement("span");
        marked.className = [...new Set(own.map(({ name }) => name))].join(" ");
        marked.append(part);
        nodes.push(marked);
      }
    }
    return nodes;
  }

  #handle(piece: number, edge: Edge): HTMLElement {
    const handle = document.createElement("span");
    const span = this.#content[piece] as Span;
    const which = this.#content.length > 1 ? ` of piece ${piece + 1}` : "";
    const text = this.#textOf(span);
    handle.className = `handle handle-${edge}${piece === this.#piece ? " at-hand" : ""}`;
    handle.tabIndex = 0;
    Object.assign(handle.dataset, { piece: String(piece), edge, handle: `${piece}-${edge}` });
    for (const [name, value] of [
      ["role", "slider"],
      ["aria-label", `${edge === "from" ? "Beginning" : "End"} of the words${which}`],
      ["aria-valuemin", String(this.#paragraphs[0]?.from ?? 0)],
      ["aria-valuemax", String(this.#paragraphs.at(-1)?.to ?? 0)],
      ["aria-valuenow", String(span[edge])],
      ["aria-valuetext", edge === "from" ? text.slice(0, 60) : text.slice(-60)],
    ] as const)
      handle.setAttribute(name, value);
    return handle;
  }
}

function marksIn({ element, from }: Paragraph): Mark[] {
  const marks: Mark[] = [];
  let at = from;
  for (const node of element.childNodes) {
    const length = node.textContent?.length ?? 0;
    if (node instanceof Element)
      for (const name of node.classList) if (name !== "mark-content") marks.push({ name, from: at, to: at + length });
    at += length;
  }
  return marks;
}

function spanOf(text: string): Span {
  const [from = 0, to = 0] = text.split("-").map(Number);
  return { from, to };
}

function asText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(",");
}
