// The notes: what is said of the whole region, and belongs to no place on the map.
import { card, make } from "./elements.js";

const SHOWN = 5; // themes that the card shows at first

export class Notes extends L.Control {
  constructor(layer) {
    super({ position: "topleft" });
    this.layer = layer;
  }

  onAdd() {
    this.node = card("notes", this.layer.file.words.notes);
    this.list = make("div", "atlas-notes-list");
    this.node.append(this.list);
    return this.node;
  }

  // Opens and closes the themes that the card does not show at first.
  fold(more) {
    const button = make("button", "atlas-note", this.all ? "–" : `+ ${more}`);
    button.type = "button";
    button.title = this.layer.file.words.more_notes;
    button.setAttribute("aria-expanded", String(Boolean(this.all)));
    button.addEventListener("click", () => {
      this.all = !this.all;
      this.layer.repaint();
    });
    return button;
  }

  show(scene, focus) {
    if (this.layer.file.notes.length === 0) this.node.hidden = true;
    const shown = JSON.stringify([scene.notes.map(({ mark }) => mark.id), focus, this.all]);
    if (shown === this.shown) return; // as on most presses: the list stays, and so does the reader's place in it
    this.shown = shown;
    const { words } = this.layer.file;
    const groups = new Map();
    scene.notes.forEach(({ mark }) => groups.set(mark.title, [...(groups.get(mark.title) || []), mark]));
    const count = scene.notes.length;
    this.node.querySelector("summary").textContent = `${words.notes} · ${count}`;
    this.list.replaceChildren();
    if (!count) this.list.append(make("p", "atlas-quiet", words.no_notes));
    const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
    sorted.slice(0, this.all ? sorted.length : SHOWN).forEach(([title, marks]) => {
      const button = make("button", "atlas-note");
      button.type = "button";
      button.append(make("b", "", title), make("span", "atlas-quiet", ` ${marks.length}`));
      const current = marks.find((mark) => `note:${mark.id}` === focus);
      button.setAttribute("aria-current", String(Boolean(current)));
      const next = marks[(marks.indexOf(current) + 1) % marks.length];
      button.addEventListener("click", (event) => {
        event.stopPropagation(); // the list is made anew at once, and the map would take the press for its own
        this.layer.lookAt(`note:${next.id}`);
      });
      this.list.append(button);
    });
    if (sorted.length > SHOWN) this.list.append(this.fold(sorted.length - SHOWN));
    const symbols = new Set(scene.notes.flatMap(({ mark }) => mark.symbols));
    const row = make("div", "atlas-note-symbols");
    symbols.forEach((symbol) => row.append(make("i", `atlas-icon atlas-icon-${symbol}`)));
    this.list.append(row);
  }
}
