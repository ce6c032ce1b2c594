// Find in a text without touching it: matches become ranges that the browser paints over the words.
import { scrollIntoView } from "./scroll_into_view.js";

const MOST_PAINTED = 2000; // a word that stands more often than this is counted, not painted everywhere

// Letters without their accents and capitals, one for one, so that places in both texts agree.
function plain(text) {
  return Array.from(text, (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === letter.length ? bare : letter;
  })
    .join("")
    .replace(/\s/g, " ");
}

export class Find {
  constructor(bar, words) {
    this.bar = bar;
    this.words = words;
    this.ranges = [];
    this.at = -1;
    bar.addEventListener("input", () => this.refresh());
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      if (button) this.step(Number(button.dataset.step));
    });
    bar.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.step(event.shiftKey ? -1 : 1);
      if (event.key === "Escape") {
        event.target.value = "";
        this.refresh();
      }
    });
  }

  read(article) {
    this.article = article;
    this.index = null;
    this.refresh();
  }

  // All words of the article, and where each of its pieces of text begins; editorial marks are left out.
  gather() {
    const walker = document.createTreeWalker(this.article, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("ins") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [],
      starts = [];
    let text = "",
      line = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node.parentElement.closest("p");
      if (line && own !== line) text += "\n";
      line = own;
      nodes.push(node);
      starts.push(text.length);
      text += plain(node.data);
    }
    this.index = { text, nodes, starts };
  }

  // The piece of text that holds a place, and how far in.
  spot(place, last) {
    const { nodes, starts } = this.index;
    let low = 0,
      high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] < place || (!last && starts[middle] === place)) low = middle;
      else high = middle - 1;
    }
    return [nodes[low], Math.min(place - starts[low], nodes[low].length)];
  }

  refresh() {
    const wanted = plain(this.bar.querySelector("input").value).trim();
    this.ranges = [];
    this.at = -1;
    if (this.article && wanted.length > 1) {
      if (!this.index) this.gather();
      // One space typed means as many as stand there.
      const words = wanted.split(/ +/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
      for (const { index, 0: found } of this.index.text.matchAll(new RegExp(words.join(" +"), "g"))) {
        const range = new Range();
        range.setStart(...this.spot(index, false));
        range.setEnd(...this.spot(index + found.length, true));
        this.ranges.push(range);
      }
    }
    if (this.ranges.length) this.step(1);
    else this.paint(wanted.length > 1 ? this.words.none : "");
  }

  step(by) {
    const count = this.ranges.length;
    if (!count) return;
    this.at = this.at < 0 ? this.first() : (this.at + by + count) % count;
    const range = this.ranges[this.at];
    scrollIntoView(range);
    this.paint(this.words.matches.replace("{at}", this.at + 1).replace("{all}", count.toLocaleString()));
  }

  // The first match that is not above what the reader sees.
  first() {
    const below = this.ranges.findIndex((range) => range.getBoundingClientRect().bottom > 96);
    return Math.max(below, 0);
  }

  paint(said) {
    const output = this.bar.querySelector("output");
    if (output.textContent !== said) output.textContent = said;
    this.bar.dataset.matches = this.ranges.length;
    if (!window.Highlight) return this.select();
    CSS.highlights.set("reader-find", new Highlight(...this.ranges.slice(0, MOST_PAINTED)));
    const now = new Highlight(...(this.at < 0 ? [] : [this.ranges[this.at]]));
    now.priority = 1;
    CSS.highlights.set("reader-find-now", now);
  }

  // Browsers that cannot paint ranges select the present match.
  select() {
    if (this.at < 0) return;
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(this.ranges[this.at]);
  }
}
