// The notes: what is said of whole regions, and belongs to no place on the map; a list by theme.
import { card, make } from "./elements.js";
import { themesOf } from "./themes.js";

/** @import { Drawn, MapFile, NoteMark } from "./types.js" */
/** @import { Theme } from "./themes.js" */

export class Notes extends L.Control {
  /**
   * @param {MapFile} file
   * @param {{ lookAt: (focus: string) => void }} acts
   */
  constructor(file, { lookAt }) {
    super({ position: "topleft" });
    this.words = file.words;
    this.names = file.sector_names;
    this.lookAt = lookAt;
    this.title = make("summary", "", file.words.notes);
    this.node = card("notes", this.title);
    this.node.hidden = file.notes.length === 0;
    this.list = make("ul", "atlas-notes-list");
    // The same element through all changes: a theme stays under the pointer that pressed it.
    this.list.addEventListener("click", (event) => this.onPress(event));
    this.node.append(this.list);
    this.shown = "";
  }

  /** @override */
  onAdd() {
    return this.node;
  }

  /** @param {MouseEvent} event */
  onPress(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (button) this.lookAt(`theme:${button.value}`);
  }

  /** @param {Drawn<NoteMark>[]} drawn @param {string} focus */
  show(drawn, focus) {
    const notes = drawn.map(({ mark }) => mark);
    const shown = notes.map(({ id }) => id).join(" ");
    if (shown !== this.shown) this.list.replaceChildren(...this.rows(notes));
    this.shown = shown;
    this.title.textContent = `${this.words.notes} · ${notes.length}`;
    const looked = notes.find(({ id }) => focus === `note:${id}`)?.theme ?? focus.split("theme:")[1];
    for (const button of this.list.querySelectorAll("button")) {
      button.setAttribute("aria-current", String(button.value === looked));
    }
  }

  /** @param {NoteMark[]} notes */
  rows(notes) {
    if (!notes.length) return [make("li", "atlas-quiet", this.words.no_notes)];
    return [...themesOf(notes).map((theme) => row(theme)), ...this.sectors(notes)];
  }

  /** The sectors that notes name, each symbol with its name. @param {NoteMark[]} notes */
  sectors(notes) {
    const symbols = new Set(notes.flatMap(({ symbols }) => symbols));
    if (!symbols.size) return [];
    const line = make("li", "atlas-note-sectors");
    line.append(make("span", "atlas-legend-title", this.words.note_sectors));
    for (const symbol of symbols) {
      const named = make("span", "atlas-note-sector");
      named.append(make("i", `atlas-icon atlas-icon-${symbol}`), this.names[symbol] ?? "");
      line.append(named);
    }
    return [line];
  }
}

/** @param {Theme} theme */
function row({ slug, title, notes }) {
  const button = make("button", "atlas-note");
  button.type = "button";
  button.value = slug;
  button.append(make("b", "", title), make("span", "atlas-quiet", String(notes)));
  const line = make("li", "");
  line.append(button);
  return line;
}
