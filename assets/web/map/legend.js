// The legend: every entry says what a mark means, and is a switch.
(function () {
  "use strict";
  const { TierKey } = window.AtlasParts;
  const make = (tag, className, text) => {
    const node = L.DomUtil.create(tag, className);
    if (text) node.textContent = text; // never as HTML: the words may come from a file
    return node;
  };

  const card = (name, title, open) => {
    const node = make("details", `atlas-card atlas-${name}`);
    node.open = open;
    node.append(make("summary", "", title));
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  };
  const roomy = () => window.innerWidth > 560 && window.innerHeight > 430;

  const Legend = L.Control.extend({
    options: { position: "bottomleft" },

    initialize(layer) {
      this.layer = layer;
    },

    onAdd() {
      const { words, legend } = this.layer.file;
      const node = card("legend", words.legend, roomy());
      this.switches = [];
      const group = (title, entries, kind) => {
        const list = make("div", "atlas-legend-group");
        list.setAttribute("role", "group");
        list.setAttribute("aria-label", title);
        list.append(make("span", "atlas-legend-title", title));
        entries.forEach((entry) => list.append(this.entry(entry, kind)));
        node.append(list);
      };
      this.tiers = new TierKey(legend.tiers, (focus) => this.layer.tell({ act: "focus", focus }));
      node.append(this.tiers.node);
      group(words.colour_means, legend.types, "types");
      group(words.shape_means, legend.layers, "hide");
      const key = make("div", "atlas-legend-group atlas-legend-key");
      key.append(make("span", "atlas-legend-title", words.width_means));
      legend.lines.forEach((line) => {
        const row = make("span", "atlas-key");
        row.append(make("i", `atlas-line atlas-line-${line.look}`), make("span", "", line.label));
        key.append(row);
      });
      node.append(key);
      return node;
    },

    entry(entry, kind) {
      const button = make("button", "atlas-switch");
      button.type = "button";
      button.title = entry.meaning;
      const sign = make("i", `atlas-sign atlas-sign-${entry.look}`);
      sign.setAttribute("aria-hidden", "true");
      button.append(sign, make("span", "", entry.label));
      button.addEventListener("click", () => this.press(entry.value, kind));
      this.switches.push({ button, entry, kind });
      return button;
    },

    press(value, kind) {
      const { types, hide } = this.layer.state;
      const chosen = new Set(kind === "types" ? types : hide);
      if (chosen.has(value)) chosen.delete(value);
      else chosen.add(value);
      this.layer.switch({ [kind]: chosen });
    },

    show(state) {
      this.tiers.show(this.layer.command);
      this.switches.forEach(({ button, entry, kind }) => {
        const on = kind === "types" ? !state.types.size || state.types.has(entry.value) : !state.hide.has(entry.value);
        if (button.getAttribute("aria-pressed") !== String(on)) button.setAttribute("aria-pressed", String(on));
      });
    },
  });

  // What is said of the whole region, and belongs to no place on the map.
  const Notes = L.Control.extend({
    options: { position: "topleft" },
    SHOWN: 5,

    initialize(layer) {
      this.layer = layer;
    },

    onAdd() {
      this.node = card("notes", this.layer.file.words.notes, roomy());
      this.list = make("div", "atlas-notes-list");
      this.node.append(this.list);
      return this.node;
    },

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
    },

    show(state, focus) {
      if (this.layer.file.notes.length === 0) this.node.hidden = true;
      const shown = JSON.stringify([state.visible("notes"), focus, this.all]);
      if (shown === this.shown) return; // as on most presses: the list stays, and so does the reader's place in it
      this.shown = shown;
      const { words } = this.layer.file;
      const groups = new Map();
      state.notes.forEach(({ mark }) => groups.set(mark.title, [...(groups.get(mark.title) || []), mark]));
      const count = state.notes.length;
      this.node.querySelector("summary").textContent = `${words.notes} · ${count}`;
      this.list.replaceChildren();
      if (!count) this.list.append(make("p", "atlas-quiet", words.no_notes));
      const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
      sorted.slice(0, this.all ? sorted.length : this.SHOWN).forEach(([title, marks]) => {
        const button = make("button", "atlas-note");
        button.type = "button";
        button.append(make("b", "", title), make("span", "atlas-quiet", ` ${marks.length}`));
        const current = marks.find((mark) => `note:${mark.id}` === focus);
        button.setAttribute("aria-current", String(Boolean(current)));
        const next = marks[(marks.indexOf(current) + 1) % marks.length];
        button.addEventListener("click", () => this.layer.tell({ act: "focus", focus: `note:${next.id}` }));
        this.list.append(button);
      });
      if (sorted.length > this.SHOWN) this.list.append(this.fold(sorted.length - this.SHOWN));
      const symbols = new Set(state.notes.flatMap(({ mark }) => mark.symbols));
      const row = make("div", "atlas-note-symbols");
      symbols.forEach((symbol) => row.append(make("i", `atlas-icon atlas-icon-${symbol}`)));
      this.list.append(row);
    },
  });

  Object.assign(window.AtlasParts, { Legend, Notes });
})();
