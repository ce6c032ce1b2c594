// The notes: what is said of the whole region, and belongs to no place on the map.
import { card, make } from "./elements.js";

/** @import { Drawn, MapFile, NoteMark } from "./types.js" */

const SHOWN = 5; // themes that the card shows at first

/** @param {NoteMark[]} notes @returns {[title: string, notes: NoteMark[]][]} the largest themes first */
function themesOf(notes) {
  /** @type {Map<string, NoteMark[]>} */
  const themes = new Map();
  for (const note of notes) themes.set(note.title, [...(themes.get(note.title) || []), note]);
  return [...themes].sort(([, a], [, b]) => b.length - a.length);
}

export class Notes extends L.Control {
  /**
   * @param {MapFile} file
   * @param {{ lookAt: (focus: string) => void, resized: () => void }} acts
   */
  constructor(file, { lookAt, resized }) {
    super({ position: "topleft" });
    this.words = file.words;
    this.lookAt = lookAt;
    this.resized = resized;
    this.title = make("summary", "", file.words.notes);
    this.node = card("notes", this.title);
    this.node.hidden = file.notes.length === 0;
    this.list = make("div", "atlas-notes-list");
    this.node.append(this.list);
    this.all = false; // whether all themes are open
    this.shown = "";
  }

  /** @override */
  onAdd() {
    return this.node;
  }

  /** @param {Drawn<NoteMark>[]} drawn @param {string} focus */
  show(drawn, focus) {
    const notes = drawn.map(({ mark }) => mark);
    const shown = JSON.stringify([notes.map(({ id }) => id), focus, this.all]);
    if (shown === this.shown) return; // as on most presses: the list stays, and so does the reader's place in it
    this.shown = shown;
    this.title.textContent = `${this.words.notes} · ${notes.length}`;
    const themes = themesOf(notes);
    const rows = themes.slice(0, this.all ? themes.length : SHOWN).map((theme) => this.theme(theme, focus));
    const none = notes.length ? [] : [make("p", "atlas-quiet", this.words.no_notes)];
    const rest = themes.length - SHOWN;
    const more = rest > 0 ? [this.more(rest)] : [];
    this.list.replaceChildren(...none, ...rows, ...more, symbolsOf(notes));
  }

  /** A theme: each press leads to the next of its notes. @param {[string, NoteMark[]]} theme @param {string} focus */
  theme([title, notes], focus) {
    const button = make("button", "atlas-note");
    button.type = "button";
    button.append(make("b", "", title), make("span", "atlas-quiet", ` ${notes.length}`));
    const current = notes.findIndex(({ id }) => `note:${id}` === focus);
    button.setAttribute("aria-current", String(current >= 0));
    const next = notes[(current + 1) % notes.length];
    button.addEventListener("click", (event) => {
      event.stopPropagation(); // the list is made anew at once, and the map would take the press for its own
      this.lookAt(`note:${next.id}`);
    });
    return button;
  }

  /** Opens and closes the themes that the card does not show at first. @param {number} rest */
  more(rest) {
    const button = make("button", "atlas-note", this.all ? "–" : `+ ${rest}`);
    button.type = "button";
    button.title = this.words.more_notes;
    button.setAttribute("aria-expanded", String(this.all));
    button.addEventListener("click", (event) => {
      event.stopPropagation(); // as above
      this.all = !this.all;
      this.resized();
    });
    return button;
  }
}

/** The symbols of all sectors that notes name. @param {NoteMark[]} notes */
function symbolsOf(notes) {
  const row = make("div", "atlas-note-symbols");
  for (const symbol of new Set(notes.flatMap(({ symbols }) => symbols))) {
    row.append(make("i", `atlas-icon atlas-icon-${symbol}`));
  }
  return row;
}
