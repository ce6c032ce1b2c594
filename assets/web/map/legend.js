// The legend: every entry says what a mark means, and is a switch.
import { card, make } from "./elements.js";
import { hiddenBy } from "./scene.js";
import { TierKey } from "./tiers.js";

/** @import { LegendEntry, MapFile } from "./types.js" */
/** @import { Fields } from "./pending.js" */
/** @typedef {"types" | "hide"} Kind what a switch changes: the forms that are asked for, or the hidden layers */

/** @param {unknown} values @returns {string[]} */
const listed = (values) => (Array.isArray(values) ? values : []);

export class Legend extends L.Control {
  /**
   * @param {MapFile} file
   * @param {{ press: (value: string, kind: Kind) => void, lookAt: (focus: string) => void }} acts
   */
  constructor({ words, legend }, { press, lookAt }) {
    super({ position: "bottomleft" });
    this.press = press;
    /** @type {{ button: HTMLElement, value: string, kind: Kind }[]} */
    this.switches = [];
    this.tiers = new TierKey(legend.tiers, lookAt);
    this.node = card("legend", make("summary", "", words.legend));
    this.node.append(
      this.tiers.node,
      this.group(words.colour_means, legend.types, "types"),
      this.group(words.shape_means, legend.layers, "hide"),
      keyOf(words.width_means, "line", legend.lines),
      keyOf(words.land_means, "land", legend.land),
    );
  }

  /** @override */
  onAdd() {
    return this.node;
  }

  /** @param {string} title @param {LegendEntry[]} entries @param {Kind} kind */
  group(title, entries, kind) {
    const list = make("div", "atlas-legend-group");
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", title);
    list.append(
      make("span", "atlas-legend-title", title),
      ...entries.map((entry) => this.entry(entry, kind)),
    );
    return list;
  }

  /** @param {LegendEntry} entry @param {Kind} kind */
  entry({ value, label, css_class, meaning }, kind) {
    const button = make("button", "atlas-switch");
    button.type = "button";
    button.title = meaning;
    const sign = make("i", `atlas-sign atlas-sign-${css_class}`);
    sign.setAttribute("aria-hidden", "true");
    button.append(sign, make("span", "", label));
    button.addEventListener("click", () => this.press(value, kind));
    this.switches.push({ button, value, kind });
    return button;
  }

  /** @param {Record<string, string> | null} tiers @param {Fields} fields what is asked */
  show(tiers, fields) {
    this.tiers.show(tiers, fields.tiers);
    const types = new Set(listed(fields.types));
    const hidden = new Set(hiddenBy({ hide: listed(fields.hide), assertion: listed(fields.assertion) }));
    for (const { button, value, kind } of this.switches) {
      const on = kind === "types" ? !types.size || types.has(value) : !hidden.has(value);
      if (button.getAttribute("aria-pressed") !== String(on)) button.setAttribute("aria-pressed", String(on));
    }
  }
}

/**
 * What lines, or land, look like and mean: entries that are no switches.
 * @param {string} title @param {"line" | "land"} kind @param {MapFile["legend"]["lines"]} entries
 */
function keyOf(title, kind, entries) {
  const key = make("div", `atlas-legend-group atlas-legend-key atlas-legend-${kind}`);
  key.append(make("span", "atlas-legend-title", title));
  for (const { css_class, label } of entries) {
    const row = make("span", "atlas-key");
    row.append(make("i", `atlas-${kind} atlas-${kind}-${css_class}`), make("span", "", label));
    key.append(row);
  }
  return key;
}
