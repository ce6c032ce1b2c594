// The search box: a combobox over the index, fetched with this script when a reader first comes to it.

import { WordIndex } from "../map/word_index.js";
import { canonical } from "../map/word_search.js";
import { around, element, part } from "../page/dom.js";
import { addValue } from "../page/filter_presses.js";
import { beginAt, followStory } from "../page/follow_story.js";
import { mapInside } from "../page/map_frame.js";
import { fold } from "./name_fold.js";
import { closest, find, prepare } from "./name_matching.js";
import { RoutePairs } from "./route_pairs.js";
import { markWords } from "./word_marking.js";

/** @import { Choice, DocumentEntry, Match, PreparedEntry } from "./types.js" */

const MOST_CLOSE = 3; // guesses: more would say that none is good
const MOST_ROUTES = 3;
const MOST_DOCUMENTS = 2;
const INSIDE = 2; // the rank from which on a text stands within a name, and does not begin it

class SearchBox {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    /** @type {HTMLInputElement} */
    this.input = part(box, "input");
    this.list = part(box, "[role=listbox]");
    this.status = part(box, "[role=status]");
    this.found = this.word("found").split("|"); // what to say of one find, of two, … and so how many are shown
    /** @type {PreparedEntry[] | null} */
    this.entries = null;
    /** @type {DocumentEntry[]} */
    this.documents = [];
    this.routes = new RoutePairs([], {});
    /** @type {WordIndex | null} */
    this.words = null;
    /** @type {Match[]} */
    this.shown = [];
    this.highlighted = -1;
    this.input.addEventListener("input", () => this.refresh());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
    this.list.addEventListener("click", (event) => this.onClick(event));
    box.addEventListener("focusin", () => this.input.value && this.refresh());
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (!box.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
  }

  /** A sentence or an address that the server gave with the box. @param {string} name */
  word(name) {
    return this.box.dataset[name] || "";
  }

  async load() {
    try {
      mapInside()?.readWords();
      const [index, words] = await Promise.all(["index", "words"].map((name) => read(this.word(name))));
      this.words = new WordIndex(words);
      this.routes = new RoutePairs(index.routes, index.stops);
      this.documents = index.documents;
      this.entries = prepare(index.entries);
      this.refresh();
    } catch {
      this.say(this.word("failed"));
    }
  }

  refresh() {
    if (!this.entries) return;
    const text = this.input.value.trim();
    if (text && !canonical(text)) return this.refuse();
    const found = this.answers(this.entries, text);
    const near = found.length || !text ? [] : closest(this.entries, text, MOST_CLOSE);
    this.show([...found, ...near]);
    this.list.parentElement?.classList.toggle("atlas-search-guess", near.length > 0);
    this.highlight(found.length ? 0 : -1); // a guess is taken only when the reader goes to it
    if (found.length) this.say(this.found[found.length - 1]);
    else this.say(text ? fill(this.word(near.length ? "closest" : "none"), { text }) : "");
  }

  /** A text without a word, or too long a one. */
  refuse() {
    this.show([]);
    this.highlight(-1);
    this.say(this.word("remedy"));
  }

  /**
   * What a text finds: names that it begins, routes between the two places that it names, names that hold it,
   * then the claims and documents that hold its words.
   * @param {PreparedEntry[]} entries @param {string} text @returns {Match[]}
   */
  answers(entries, text) {
    const [routes, held] = [this.routes.find(text, MOST_ROUTES), this.holding(canonical(text))];
    const room = this.found.length - held.length;
    const names = find(entries, text, Math.max(room - routes.length, 0));
    const begun = names.filter(({ rank }) => rank < INSIDE);
    return [...begun, ...routes, ...names.slice(begun.length), ...held].slice(0, this.found.length);
  }

  /** The claims that a search finds, as one entry, and the first documents. @param {string} search @returns {Match[]} */
  holding(search) {
    if (!this.words || !search) return [];
    const claims = this.words.claimsWith(search).length;
    const said = this.word(claims === 1 ? "claim" : "claims").replace("{n}", String(claims));
    const name = `“${search.replaceAll('"', "")}”`;
    const entry = { name, kind: this.word("holding"), said, claims, facet: "words", value: search };
    const marked = this.words.markedBy(search);
    const ids = new Set(this.words.documentsWith(search));
    const documents = this.documents.filter(({ document }) => ids.has(document)).slice(0, MOST_DOCUMENTS);
    return [
      ...(claims ? [{ entry, name: "", rank: 0 }] : []),
      ...documents.map((document) => ({ entry: document, name: "", rank: 0, marked })),
    ];
  }

  /** @param {Match[]} shown */
  show(shown) {
    this.shown = shown;
    this.list.replaceChildren(...shown.map((match, i) => this.option(match, i)));
    this.list.hidden = !shown.length;
    this.input.setAttribute("aria-expanded", String(shown.length > 0));
  }

  /** @param {Match} match @param {number} i */
  option({ entry, name, marked }, i) {
    const option = element("li", "");
    option.id = `${this.list.id}-${i}`;
    option.setAttribute("role", "option");
    const title = element("b", "");
    title.append(...(marked ? markWords(entry.name, marked) : [entry.name]));
    // Where another name answered, it is shown too: "Peru" for "Pérou".
    if (name && !fold(entry.name).includes(fold(name))) title.append(element("i", name));
    const said = entry.instead ? fill(this.word("instead"), { country: entry.instead }) : entry.said;
    option.append(title, element("span", entry.kind), element("span", said));
    return option;
  }

  /** @param {number} i */
  highlight(i) {
    this.highlighted = i;
    const options = [...this.list.children];
    for (const [n, option] of options.entries()) option.setAttribute("aria-selected", String(n === i));
    const option = options[i];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  /** The option that an arrow leads to; undefined for other keys. @param {string} key */
  stepOf(key) {
    const last = this.shown.length - 1;
    if (key === "ArrowDown") return this.highlighted < last ? this.highlighted + 1 : 0;
    if (key === "ArrowUp") return this.highlighted > 0 ? this.highlighted - 1 : last;
    return undefined;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing) return;
    const step = this.stepOf(event.key);
    const chosen = this.shown[this.highlighted];
    if (event.key === "Escape") this.escape();
    else if (event.key === "Enter" && chosen) this.choose(chosen.entry);
    else if (step !== undefined && this.list.hidden) this.refresh();
    else if (step !== undefined && this.shown.length) this.highlight(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const option = around(event, "[role=option]");
    if (option) this.choose(this.shown[[...this.list.children].indexOf(option)].entry);
  }

  /** @param {Choice} entry */
  choose(entry) {
    const word = this.act(entry);
    if (!word) followStory(beginAt); // the keyboard goes on where the answer is
    this.input.value = "";
    this.show([]);
    this.highlight(-1);
    this.say(word);
    // On a phone the box and the keyboard make room for the map.
    if (!word && this.box.matches(".atlas-search-wide")) this.input.blur();
  }

  /** Tell the page what was chosen; returns what the reader has to know about it. @param {Choice} entry */
  act({ name, claims, focus, facet, value, instead, document: title }) {
    if (title) {
      document.atlasTell?.({ act: "open", page: "sources", document: title });
      return "";
    }
    if (facet && !claims) return fill(this.word("unclaimed"), { name });
    if (facet && value) addValue(facet, value);
    if (focus) mapInside()?.lookAt(focus);
    document.atlasTell?.(facet ? { act: "search", facet, value } : { act: "focus", focus, bring: true });
    return instead ? fill(this.word("opened"), { name, country: instead }) : "";
  }

  escape() {
    if (this.list.hidden && !this.status.textContent) {
      this.input.value = "";
      this.input.blur();
    } else this.close();
  }

  close() {
    this.show([]);
    this.highlight(-1);
    this.say("");
  }

  /** @param {string} word */
  say(word) {
    this.status.textContent = word;
  }
}

/** @param {string} address */
async function read(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.json();
}

/**
 * Fill the gaps of a pattern, `{name}`; one without a value stays.
 * @param {string} pattern @param {Record<string, string>} values
 */
function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** @type {WeakMap<HTMLElement, SearchBox>} */
const boxes = new WeakMap();

/** Wake a search box; tells whether it has its index, or the next visit should try again. @param {HTMLElement} box */
export async function wake(box) {
  const search = boxes.get(box) || new SearchBox(box);
  boxes.set(box, search);
  if (!search.entries) await search.load();
  return search.entries !== null;
}
