// The links at the very top that lead past everything else, for the keyboard.
import { around } from "./dom.js";
import { mapInside } from "./map_frame.js";

/** Where each leads; on a page without such a part, to its heading. @type {Record<string, string>} */
const TARGETS = {
  filters: ".stSidebar .stButtonGroup button",
  evidence: ".st-key-narrative .atlas-card-title, .atlas-card-title",
};
const HEADING = ".stMain h2";

/** @param {MouseEvent} event */
export function onSkip(event) {
  const name = around(event, "[data-atlas-skip]")?.dataset.atlasSkip;
  if (name === undefined) return;
  const inside = name === "map" ? mapInside() : undefined;
  if (inside) return inside.enter();
  const target = document.querySelector(TARGETS[name] ?? HEADING) ?? document.querySelector(HEADING);
  if (!(target instanceof HTMLElement)) return;
  if (target.matches("h1, h2")) target.tabIndex = -1;
  target.focus();
}
