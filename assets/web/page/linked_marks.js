// A mark of a small map under the pointer stands out in every map beside it.
import { around } from "./dom.js";

const MARK = "[data-atlas-mark]";

/** @param {PointerEvent} event */
export function linkMarks(event) {
  const maps = around(event, ".atlas-multiples");
  for (const linked of document.querySelectorAll(".atlas-multiples .atlas-linked"))
    linked.classList.remove("atlas-linked");
  const mark = maps && /** @type {Element} */ (event.target).closest(MARK);
  for (const group of document.querySelectorAll(".atlas-multiples"))
    group.classList.toggle("atlas-linking", Boolean(mark) && group === maps);
  if (!maps || !mark) return;
  const id = CSS.escape(mark.getAttribute("data-atlas-mark") ?? "");
  for (const same of maps.querySelectorAll(`[data-atlas-mark="${id}"]`)) same.classList.add("atlas-linked");
}
