// The cards of claims: each stands in the page's template, and is shown when it is asked for.

const FIRST = 12; // cards at once; the rest on request

export class CardList {
  /** @param {HTMLElement} host @param {HTMLElement} more the button that shows more @param {Record<string, string>} words */
  constructor(host, more, words) {
    this.host = host;
    this.more = more;
    this.words = words;
    const store = /** @type {HTMLTemplateElement} */ (document.getElementById("atlas-cards"));
    /** @type {Map<string, HTMLElement>} */
    this.cards = new Map();
    for (const child of store.content.children) {
      const card = /** @type {HTMLElement} */ (child);
      this.cards.set(card.dataset.claim ?? "", card);
    }
    /** @type {string[]} */
    this.ids = [];
    this.shown = FIRST;
    more.addEventListener("click", () => this.showMore());
  }

  /** The claims of the pack itself, in the order of their numbers; others have none. */
  own() {
    return [...this.cards.keys()].filter((id) => this.cards.get(id)?.dataset.number);
  }

  /** The claims with these numbers. @param {string} numbers */
  numbered(numbers) {
    const wanted = new Set(numbers.split(" "));
    return this.own().filter((id) => wanted.has(this.cards.get(id)?.dataset.number ?? ""));
  }

  /** @param {string[]} ids */
  show(ids) {
    const wanted = new Set(ids);
    const sorted = [...this.cards.keys()].filter((id) => wanted.has(id));
    if (sorted.length === this.ids.length && sorted.every((id, place) => id === this.ids[place])) return;
    this.ids = sorted;
    this.shown = FIRST;
    this.host.replaceChildren();
    this.fill(0);
  }

  showMore() {
    const before = this.shown;
    this.shown += FIRST;
    this.fill(before);
    /** @type {HTMLElement | null} */
    const next = this.host.children[before]?.querySelector("button");
    next?.focus();
  }

  /** @param {number} from */
  fill(from) {
    for (const id of this.ids.slice(from, this.shown)) {
      const card = /** @type {HTMLElement} */ (this.cards.get(id)?.cloneNode(true));
      card.className = "atlas-claim";
      this.host.append(card);
    }
    const left = this.ids.length - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = this.words.more.replace("{n}", `${Math.min(FIRST, left)}`);
  }
}
