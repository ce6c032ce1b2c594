// Find in a text without touching it: matches become ranges that the browser paints over the words.
import { around, part } from "../page/dom.js";
import { scrollIntoView } from "./scroll_into_view.js";
import { matches, pieceAt, plain } from "./text_search.js";

/** @import { ReaderWords } from "./types.js" */
/** @typedef {{ text: string, nodes: Text[], starts: number[] }} Pieces a text, and where each piece of it begins */

const MOST_PAINTED = 2000; // a word that stands more often than this is counted, not painted everywhere
const SHORTEST = 2; // letters: a single one stands everywhere
const HEAD = 96; // pixels at the top of the window that the page's own head covers

/**
 * All words of an article; editorial marks are left out.
 * @param {Element} article @returns {Pieces}
 */
function gather(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("ins") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Text[]} */
  const nodes = [];
  /** @type {number[]} */
  const starts = [];
  let text = "";
  let line = null;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const own = node.parentElement?.closest("p");
    if (line && own !== line) text += "\n";
    line = own;
    nodes.push(node);
    starts.push(text.length);
    text += plain(node.data);
  }
  return { text, nodes, starts };
}

export class Find {
  /** @param {HTMLElement} bar @param {ReaderWords} words */
  constructor(bar, words) {
    this.bar = bar;
    this.words = words;
    /** @type {HTMLInputElement} */
    this.input = part(bar, "input");
    this.output = part(bar, "output");
    /** @type {Element | null} */
    this.article = null;
    /** @type {Pieces | null} of the article, once it was searched */
    this.pieces = null;
    /** @type {Range[]} */
    this.ranges = [];
    this.at = -1;
    bar.addEventListener("input", () => this.refresh());
    bar.addEventListener("click", (event) => {
      const button = around(event, "[data-step]");
      if (button) this.step(Number(button.dataset.step));
    });
    bar.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.step(event.shiftKey ? -1 : 1);
      if (event.key === "Escape") {
        this.input.value = "";
        this.refresh();
      }
    });
  }

  /** @param {Element | null} article */
  read(article) {
    this.article = article;
    this.pieces = null;
    this.refresh();
  }

  /** @param {Pieces} pieces @param {[number, number]} match */
  rangeOf({ nodes, starts }, [start, end]) {
    const range = new Range();
    const [first, last] = [pieceAt(starts, start, false), pieceAt(starts, end, true)];
    range.setStart(nodes[first], Math.min(start - starts[first], nodes[first].length));
    range.setEnd(nodes[last], Math.min(end - starts[last], nodes[last].length));
    return range;
  }

  refresh() {
    const wanted = plain(this.input.value).trim();
    const sought = wanted.length >= SHORTEST;
    this.ranges = [];
    this.at = -1;
    if (this.article && sought) {
      this.pieces ??= gather(this.article);
      const { pieces } = this;
      this.ranges = matches(pieces.text, wanted).map((match) => this.rangeOf(pieces, match));
    }
    if (this.ranges.length) this.step(1);
    else this.paint(sought ? this.words.none : "");
  }

  /** @param {number} by */
  step(by) {
    const count = this.ranges.length;
    if (!count) return;
    this.at = this.at < 0 ? this.first() : (this.at + by + count) % count;
    scrollIntoView(this.ranges[this.at]);
    const said = this.words.matches.replace("{at}", String(this.at + 1));
    this.paint(said.replace("{all}", count.toLocaleString()));
  }

  /** The first match that is not above what the reader sees. */
  first() {
    const below = this.ranges.findIndex((range) => range.getBoundingClientRect().bottom > HEAD);
    return Math.max(below, 0);
  }

  /** @param {string} said */
  paint(said) {
    if (this.output.textContent !== said) this.output.textContent = said;
    this.bar.dataset.matches = String(this.ranges.length);
    if (!("Highlight" in window)) return this.select();
    CSS.highlights.set("reader-find", new Highlight(...this.ranges.slice(0, MOST_PAINTED)));
    const now = new Highlight(...(this.at < 0 ? [] : [this.ranges[this.at]]));
    now.priority = 1;
    CSS.highlights.set("reader-find-now", now);
  }

  /** Browsers that cannot paint ranges select the present match. */
  select() {
    if (this.at < 0) return;
    const chosen = getSelection();
    chosen?.removeAllRanges();
    chosen?.addRange(this.ranges[this.at]);
  }
}
