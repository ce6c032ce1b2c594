// The legend: every entry says what a mark means, and is a switch.
import { card, make } from "./elements.js";
import { hiddenBy } from "./scene.js";
import { TierKey } from "./tiers.js";

export class Legend extends L.Control {
  constructor(layer) {
    super({ position: "bottomleft" });
    this.layer = layer;
  }

  onAdd() {
    const { words, legend } = this.layer.file;
    const node = card("legend", words.legend);
    this.switches = [];
    const group = (title, entries, kind) => {
      const list = make("div", "atlas-legend-group");
      list.setAttribute("role", "group");
      list.setAttribute("aria-label", title);
      list.append(make("span", "atlas-legend-title", title));
      entries.forEach((entry) => list.append(this.entry(entry, kind)));
      node.append(list);
    };
    this.tiers = new TierKey(legend.tiers, (focus) => this.layer.lookAt(focus));
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
  }

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
  }

  press(value, kind) {
    const chosen = new Set(this.layer.asked.fields[kind]);
    if (chosen.has(value)) chosen.delete(value);
    else chosen.add(value);
    this.layer.switch({ [kind]: [...chosen] });
  }

  show(scene, fields) {
    this.tiers.show(scene.tiers, fields.tiers);
    const [types, hidden] = [new Set(fields.types), new Set(hiddenBy(fields))];
    this.switches.forEach(({ button, entry, kind }) => {
      const on = kind === "types" ? !types.size || types.has(entry.value) : !hidden.has(entry.value);
      if (button.getAttribute("aria-pressed") !== String(on)) button.setAttribute("aria-pressed", String(on));
    });
  }
}
