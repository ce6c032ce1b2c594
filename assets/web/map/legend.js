// The legend: every entry says what a mark means. Those of marks are switches: a press shows only this, a press
// again all; with Ctrl, or the second button of the mouse, or while "leave out" is on, it leaves this out.
import { card, make } from "./elements.js";
import { chosenFor, leaveOut, onlyThis, shownBy, usedIn } from "./legend_choices.js";
import { DENSE } from "./routes.js";
import { hiddenBy } from "./scene.js";
import { TierKey } from "./tiers.js";

/** @import { LegendEntry, MapFile } from "./types.js" */
/** @import { Entries } from "./legend_choices.js" */
/** @import { Fields } from "./pending.js" */
/** @import { Scene } from "./scene.js" */
/** What a switch changes: a filter, or the hidden layers. @typedef {"types" | "sectors" | "hide"} Kind */
/** @typedef {{ node: HTMLElement, value: string, kind: Kind | "line" | "land" }} Entry */

/** @param {unknown} values @returns {string[]} */
const listed = (values) => (Array.isArray(values) ? values : []);

export class Legend extends L.Control {
  /**
   * @param {MapFile} file
   * @param {{ change: (fields: Fields) => void, lookAt: (focus: string) => void }} acts
   */
  constructor(file, { change, lookAt }) {
    super({ position: "bottomleft" });
    const { words, legend } = file;
    this.file = file;
    this.change = change;
    /** @type {Fields} what is asked */
    this.fields = {};
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Record<Kind, Entries>} */
    this.groups = {
      types: entriesOf(legend.types),
      sectors: entriesOf(legend.sectors),
      hide: entriesOf(legend.layers),
    };
    this.groups.hide.usual = this.groups.hide.all.filter(
      (value) => !file.rules.hidden_at_first.includes(value),
    );
    this.tiers = new TierKey(legend.tiers, lookAt);
    this.leaving = this.leaveSwitch();
    this.crowd = make("p", "atlas-quiet", words.crowd.replace("{most}", String(DENSE)));
    this.node = card("legend", make("summary", "", words.legend));
    this.node.append(
      this.tiers.node,
      this.group(words.colour_means, legend.types, "types"),
      this.group(words.shape_means, legend.layers, "hide"),
      this.sectors(),
      this.keyOf(words.width_means, "line", legend.lines),
      this.keyOf(words.land_means, "land", legend.land),
      this.leaving,
    );
  }

  /** @override */
  onAdd() {
    return this.node;
  }

  /** A switch for readers without a second button: while it is on, a press leaves out. */
  leaveSwitch() {
    const { words } = this.file;
    const button = make("button", "atlas-switch atlas-leave", words.leave_out);
    button.type = "button";
    button.title = words.how_to_switch;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    });
    return button;
  }

  /** @param {string} title @param {LegendEntry[]} entries @param {Kind} kind */
  group(title, entries, kind) {
    const list = make("div", "atlas-legend-group");
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", title);
    list.append(
      make("span", "atlas-legend-title", title),
      ...entries.map((entry) => this.entry(entry, kind, sign(entry.css_class))),
    );
    return list;
  }

  /** The symbols of sectors, folded: they are many. */
  sectors() {
    const { words, legend, icons } = this.file;
    const node = make("details", "atlas-legend-sectors");
    const list = this.group(words.sectors_mean, [], "sectors");
    list.firstElementChild?.remove(); // the summary says it
    list.append(
      ...legend.sectors.map((entry) => this.entry(entry, "sectors", icon(icons[entry.symbol ?? ""]))),
    );
    node.append(make("summary", "", words.sectors_mean), list);
    return node;
  }

  /** @param {LegendEntry} entry @param {Kind} kind @param {Element} drawn */
  entry({ value, label, meaning }, kind, drawn) {
    const button = make("button", "atlas-switch");
    button.type = "button";
    button.title = `${meaning}\n${this.file.words.how_to_switch}`;
    drawn.setAttribute("aria-hidden", "true");
    button.append(drawn, make("span", "", label));
    const press = (/** @type {boolean} */ leaving) => this.press(value, kind, leaving);
    button.addEventListener("click", ({ ctrlKey, metaKey }) => {
      press(ctrlKey || metaKey || this.leaving.getAttribute("aria-pressed") === "true");
    });
    button.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      press(true);
    });
    this.entries.push({ node: button, value, kind });
    return button;
  }

  /** @param {string} value @param {Kind} kind @param {boolean} leaving */
  press(value, kind, leaving) {
    const group = this.groups[kind];
    const shown = this.shown(kind);
    const wanted = leaving ? leaveOut(group, shown, value) : onlyThis(group, shown, value);
    const before = listed(this.fields[kind]);
    this.change({
      [kind]:
        kind === "hide"
          ? [
              ...before.filter((layer) => !group.all.includes(layer)),
              ...group.all.filter((layer) => !wanted.includes(layer)),
            ]
          : chosenFor(group, wanted, before, this.entryOf(kind)),
    });
  }

  /** The values of the entries of a kind that are on. @param {Kind} kind */
  shown(kind) {
    const { fields } = this;
    if (kind !== "hide") return shownBy(this.groups[kind], listed(fields[kind]), this.entryOf(kind));
    const hidden = hiddenBy({ hide: listed(fields.hide), assertion: listed(fields.assertion) });
    return this.groups.hide.all.filter((value) => !hidden.includes(value));
  }

  /** The entry that stands for a value of a filter. @param {Kind} kind @returns {(value: string) => string} */
  entryOf(kind) {
    const { facets, forms, type_forms } = this.file;
    const types = facets.find(({ name }) => name === "types")?.values ?? [];
    return (value) => (kind === "types" ? (forms[type_forms[types.indexOf(value)]]?.slug ?? value) : value);
  }

  /** @param {Scene} scene @param {Fields} fields what is asked */
  show(scene, fields) {
    this.fields = fields;
    this.tiers.show(scene.tiers, fields.tiers);
    this.crowd.hidden = scene.routes.length <= DENSE;
    const { forms, places } = this.file;
    const named = new Set(places.filter(({ americas, named }) => americas && named).map(({ id }) => id));
    const isOut = (/** @type {string} */ id) => !scene.fills.has(id);
    const used = usedIn(
      scene,
      forms.map(({ slug }) => slug),
      isOut,
      [...named],
    );
    /** @type {Partial<Record<Entry["kind"], string[]>>} */
    const on = { types: this.shown("types"), sectors: this.shown("sectors"), hide: this.shown("hide") };
    for (const { node, value, kind } of this.entries) {
      const shown = on[kind]?.includes(value) ?? true;
      node.classList.toggle("atlas-unused", shown && !used[kind].has(value));
      if (on[kind] && node.getAttribute("aria-pressed") !== String(shown))
        node.setAttribute("aria-pressed", String(shown));
    }
  }

  /**
   * What lines, or land, look like and mean: entries that are no switches.
   * @param {string} title @param {"line" | "land"} kind @param {MapFile["legend"]["lines"]} entries
   */
  keyOf(title, kind, entries) {
    const key = make("div", `atlas-legend-group atlas-legend-key atlas-legend-${kind}`);
    key.append(make("span", "atlas-legend-title", title));
    for (const { css_class, label } of entries) {
      const node = make("span", "atlas-key");
      node.append(make("i", `atlas-${kind} atlas-${kind}-${css_class}`), make("span", "", label));
      this.entries.push({ node, value: css_class, kind });
      key.append(node);
    }
    if (kind === "line") key.append(this.crowd);
    return key;
  }
}

/** @param {LegendEntry[]} entries @returns {Entries} */
function entriesOf(entries) {
  const all = entries.map(({ value }) => value);
  return { all, usual: all };
}

/** @param {string} cssClass */
const sign = (cssClass) => make("i", `atlas-sign atlas-sign-${cssClass}`);

/** A symbol of a sector; an empty one for no sector. @param {string} [path] */
function icon(path = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  node.setAttribute("viewBox", "0 0 15 15");
  node.setAttribute("class", "atlas-sign-sector");
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawn.setAttribute("d", path);
  node.append(drawn);
  return node;
}
