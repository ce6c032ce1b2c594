// The button that shows the whole map again, above those for the zoom.
import { make } from "./elements.js";

export class WholeMap extends L.Control {
  /** @param {string} words @param {() => void} show */
  constructor(words, show) {
    super({ position: "bottomright" });
    this.node = make("div", "leaflet-bar");
    const button = make("button", "atlas-whole");
    button.type = "button";
    button.title = words;
    button.setAttribute("aria-label", words);
    button.addEventListener("click", show);
    this.node.append(button);
    L.DomEvent.disableClickPropagation(this.node);
  }

  /** @override */
  onAdd() {
    return this.node;
  }
}
