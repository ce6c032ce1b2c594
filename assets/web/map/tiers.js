// The key of the tier layer: there only while a year is chosen, and never without its caution.
import { make } from "./elements.js";

/** @import { TierEntry, TierWords } from "./types.js" */

export class TierKey {
  /** @param {TierWords} words @param {(focus: string) => void} lookAt opens what the caution rests on */
  constructor(words, lookAt) {
    this.words = words;
    this.lookAt = lookAt;
    this.labels = new Map(words.entries.map((entry) => [entry.value, entry.label]));
    this.node = make("section", "atlas-tiers");
    this.node.hidden = true;
    /** @type {Record<string, string> | null} the tier of each country in a year; null while the layer is off */
    this.tiers = null;
    this.year = "";
  }

  /** @param {Record<string, string> | null} tiers @param {unknown} year */
  show(tiers, year) {
    this.tiers = tiers;
    this.year = String(year);
    this.node.hidden = !tiers;
    if (!tiers) return;
    const placed = new Set(Object.values(tiers));
    const rows = this.words.entries.filter(({ value }) => placed.has(value)).map(row);
    if (placed.size) rows.push(row({ value: "none", label: "", short: this.words.none, meaning: "" }));
    this.node.replaceChildren(
      make("span", "atlas-legend-title", this.words.title.replace("{year}", this.year)),
      ...(placed.size ? [] : [make("p", "atlas-quiet", this.words.silent)]),
      ...rows,
      this.caution(),
    );
  }

  caution() {
    const { words, focus } = this.words.caution;
    const line = make("p", "atlas-quiet", `${this.words.judgement} `);
    if (!words) return line;
    const button = make("button", "atlas-link", words);
    button.type = "button";
    button.addEventListener("click", () => this.lookAt(focus));
    line.append(button);
    return line;
  }

  /**
   * What a country is called where the pointer is on it: with its tier while the layer is on.
   * @param {{ id: string, name: string }} place
   */
  named({ id, name }) {
    const tier = this.tiers?.[id];
    return tier ? `${name} · ${this.labels.get(tier)}, ${this.year}` : name;
  }
}

/** @param {TierEntry} entry */
function row({ value, label, short, meaning }) {
  const node = make("span", "atlas-key");
  if (label) node.title = `${label}. ${meaning}`;
  node.append(make("i", `atlas-tier atlas-tier-${value}`), make("span", "", short));
  return node;
}
