// The key of the tier layer: there only while a year is chosen, and never without its caution.
import { make } from "./elements.js";

export class TierKey {
  // words: the entry `tiers` of the legend; open(focus): opens what the caution rests on
  constructor(words, open) {
    this.words = words;
    this.open = open;
    this.labels = new Map(words.entries.map((entry) => [entry.value, entry.label]));
    this.node = make("section", "atlas-tiers");
    this.node.hidden = true;
  }

  // tiers: the tier of each country in a year; null while the layer is off
  show(tiers, year) {
    Object.assign(this, { tiers, year });
    this.node.hidden = !tiers;
    if (!tiers) return;
    const held = new Set(Object.values(tiers));
    this.node.replaceChildren(make("span", "atlas-legend-title", this.words.title.replace("{year}", year)));
    if (!held.size) this.node.append(make("p", "atlas-quiet", this.words.silent));
    this.words.entries
      .filter(({ value }) => held.has(value))
      .forEach((entry) => this.node.append(this.row(entry)));
    if (held.size) this.node.append(this.row({ value: "none", short: this.words.none }));
    this.node.append(this.caution(this.words.caution));
  }

  row({ value, label, short, meaning }) {
    const row = make("span", "atlas-key");
    if (label) row.title = `${label}. ${meaning}`;
    row.append(make("i", `atlas-tier atlas-tier-${value}`), make("span", "", short));
    return row;
  }

  caution({ words, focus }) {
    const line = make("p", "atlas-quiet", `${this.words.judgement} `);
    if (!words) return line;
    const button = make("button", "atlas-link", words);
    button.type = "button";
    button.addEventListener("click", () => this.open(focus));
    line.append(button);
    return line;
  }

  // What a country is called where the pointer is on it: with its tier while the layer is on.
  named({ id, name }) {
    const tier = this.tiers?.[id];
    return tier ? `${name} · ${this.labels.get(tier)}, ${this.year}` : name;
  }
}
