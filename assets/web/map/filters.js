// The filters of a map that stands alone: a card with each facet's values as buttons. In the atlas the page has them.
import { card, make } from "./elements.js";
import { canonical } from "./word_search.js";

/**
 * @typedef {{facet: string, title: string, values: {value: string, label: string}[]}} Filter
 * @typedef {{ask: (change: Record<string, unknown>) => void, asked: {fields: Record<string, any>}}} Layer
 */

const MARGIN = 8; // pixels
const ROOM = 1000; // pixels of a window that holds this card beside the others

export class Filters extends L.Control {
  /** @param {Layer} layer @param {{filters: Filter[], words: Record<string, string>}} options */
  constructor(layer, { filters, words }) {
    super({ position: "topright" });
    this.layer = layer;
    this.filters = filters;
    this.words = words;
    this.shown = make("p", "atlas-quiet");
    this.input = make("input", "");
    /** @type {{button: HTMLButtonElement, facet: string, value: string}[]} */
    this.buttons = [];
  }

  onAdd() {
    const node = card("filters", make("summary", "", this.words.filters));
    node.open &&= window.innerWidth > ROOM;
    this.shown.setAttribute("role", "status");
    const everything = make("button", "atlas-link", this.words.reset);
    everything.type = "button";
    everything.addEventListener("click", () =>
      this.layer.ask({ ...Object.fromEntries(this.filters.map(({ facet }) => [facet, []])), words: [] }),
    );
    node.append(this.shown, everything, this.search());
    for (const filter of this.filters) node.append(this.group(filter));
    return node;
  }

  /** Over the map, or in an element beside it. @param {L.Map} map @param {string} [beside] what selects the element */
  showIn(map, beside) {
    if (!beside) return this.addTo(map);
    document.querySelector(beside)?.append(this.onAdd());
    map.invalidateSize({ pan: false }); // they have taken of its room
    return this;
  }

  /** Pixels of the map that the card takes while it is open, else those of a margin. */
  get width() {
    const node = this.getContainer();
    return node instanceof HTMLDetailsElement && node.open ? node.offsetWidth + MARGIN : MARGIN;
  }

  /** @param {Filter} filter */
  group({ facet, title, values }) {
    const group = make("div", "atlas-filter");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", title);
    group.append(make("span", "atlas-legend-title", title));
    for (const { value, label } of values) {
      const button = make("button", "atlas-pill", label);
      button.type = "button";
      button.addEventListener("click", () => this.press(facet, value));
      this.buttons.push({ button, facet, value });
      group.append(button);
    }
    return group;
  }

  /** A field for words: what is written filters the map at once. */
  search() {
    const field = make("label", "atlas-filter");
    field.append(make("span", "atlas-legend-title", this.words.search));
    this.input.type = "search";
    this.input.addEventListener("input", () => {
      const search = canonical(this.input.value);
      this.layer.ask({ words: search ? [search] : [] });
      if (this.input.value.trim() && !search) this.shown.textContent = this.words.no_search;
    });
    field.append(this.input);
    return field;
  }

  /** @param {string} facet @param {string} value */
  press(facet, value) {
    const chosen = new Set(this.layer.asked.fields[facet]);
    if (!chosen.delete(value)) chosen.add(value);
    this.layer.ask({ [facet]: [...chosen] });
  }

  /** @param {import("./scene.js").Scene} scene @param {Record<string, any>} fields */
  show(scene, fields) {
    for (const { button, facet, value } of this.buttons)
      button.setAttribute("aria-pressed", String((fields[facet] || []).includes(value)));
    if (document.activeElement !== this.input) this.input.value = (fields.words || []).join(" | ");
    const { routes, hotspots, roles } = scene;
    this.shown.textContent = this.words.shown
      .replace("{routes}", String(routes.length))
      .replace("{hotspots}", String(hotspots.length))
      .replace("{roles}", String(roles.length));
  }
}
