// The search box: a combobox over the index, fetched with this script when a reader first comes to it.
import { closest, find, fold, prepare } from "./name_matching.js";

const MOST_CLOSE = 3; // guesses: more would say that none is good

class SearchBox {
  constructor(box) {
    this.box = box;
    this.words = box.dataset;
    this.input = box.querySelector("input");
    this.list = box.querySelector("[role=listbox]");
    this.status = box.querySelector("[role=status]");
    this.found = this.words.found.split("|"); // what to say of one find, of two, … and so how many are shown
    this.shown = [];
    this.input.addEventListener("input", () => this.refresh());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
    this.list.addEventListener("click", (event) => this.onClick(event));
    box.addEventListener("focusin", () => this.input.value && this.refresh());
    box.addEventListener("focusout", (event) => box.contains(event.relatedTarget) || this.close());
  }

  async load() {
    try {
      const reply = await fetch(this.words.index);
      if (!reply.ok) throw new Error(reply.status);
      this.entries = prepare((await reply.json()).entries);
      this.refresh();
    } catch {
      this.say(this.words.failed);
      this.box.atlasAwake = false; // the next visit tries again
    }
  }

  refresh() {
    if (!this.entries) return;
    const text = this.input.value.trim();
    const found = find(this.entries, text, this.found.length);
    const near = found.length || !text ? [] : closest(this.entries, text, MOST_CLOSE);
    this.show([...found, ...near]);
    this.list.parentElement.classList.toggle("atlas-search-guess", near.length > 0);
    this.highlight(found.length ? 0 : -1); // a guess is taken only when the reader goes to it
    if (found.length) this.say(this.found[found.length - 1]);
    else this.say(text ? fill(near.length ? this.words.closest : this.words.none, { text }) : "");
  }

  show(shown) {
    this.shown = shown;
    this.list.replaceChildren(...shown.map((match, i) => this.option(match, i)));
    this.list.hidden = !shown.length;
    this.input.setAttribute("aria-expanded", String(shown.length > 0));
  }

  option({ entry, name }, i) {
    const option = element("li", "");
    option.id = `${this.list.id}-${i}`;
    option.setAttribute("role", "option");
    const title = element("b", entry.name);
    // Where another name answered, it is shown too: "Peru" for "Pérou".
    if (name && !fold(entry.name).includes(fold(name))) title.append(element("i", name));
    const said = entry.instead ? fill(this.words.instead, { country: entry.instead }) : entry.said;
    option.append(title, element("span", entry.kind), element("span", said));
    return option;
  }

  highlight(i) {
    this.highlighted = i;
    [...this.list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === i)));
    const option = this.list.children[i];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  onKey(event) {
    const last = this.shown.length - 1;
    const step = {
      ArrowDown: this.highlighted < last ? this.highlighted + 1 : 0,
      ArrowUp: this.highlighted > 0 ? this.highlighted - 1 : last,
    }[event.key];
    if (event.isComposing) return;
    if (event.key === "Escape") this.escape();
    else if (event.key === "Enter" && this.shown[this.highlighted])
      this.choose(this.shown[this.highlighted].entry);
    else if (step !== undefined && this.list.hidden) this.refresh();
    else if (step !== undefined && last >= 0) this.highlight(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  onClick(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.choose(this.shown[[...this.list.children].indexOf(option)].entry);
  }

  choose(entry) {
    const word = this.act(entry);
    this.input.value = "";
    this.show([]);
    this.highlight(-1);
    this.say(word);
    // On a phone the box and the keyboard make room for the map.
    if (!word && this.box.matches(".atlas-search-wide")) this.input.blur();
  }

  // Tell the page what was chosen; returns what the reader has to know about it.
  act(entry) {
    const { name, claims, focus, facet, value, instead } = entry;
    if (facet && !claims) return fill(this.words.unclaimed, { name });
    document.atlasTell(facet ? { act: "search", facet, value } : { act: "focus", focus, bring: true });
    return instead ? fill(this.words.opened, { name, country: instead }) : "";
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

  say(word) {
    this.status.textContent = word;
  }
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

export async function wake(box) {
  const search = box.atlasSearch || (box.atlasSearch = new SearchBox(box));
  if (!search.entries) await search.load();
}
