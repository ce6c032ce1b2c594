// Up and Down move through the values of a filter and the entries of a list, which stand one below another.
import { around } from "./dom.js";

const LISTS = ".stSidebar [role=toolbar], .stSidebar [role=radiogroup], .st-key-narrative :is(ul, ol)";

/** @param {KeyboardEvent} event */
export function onListKey(event) {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const button = around(event, "button");
  const list = button?.closest(LISTS);
  if (!button || !list) return;
  event.preventDefault();
  const boxes = [...list.querySelectorAll("button")].map((each) => ({
    each,
    box: each.getBoundingClientRect(),
  }));
  below(boxes, button.getBoundingClientRect(), event.key === "ArrowDown" ? 1 : -1)?.focus();
}

/**
 * The nearest button of the rows below (or, with -1, above), in the same column where there are several.
 * @param {{ each: HTMLElement, box: DOMRect }[]} boxes @param {DOMRect} here @param {1 | -1} down
 */
function below(boxes, here, down) {
  const far = (/** @type {DOMRect} */ box) =>
    Math.abs(box.left - here.left) / 1000 + Math.abs(box.top - here.top);
  return boxes
    .filter(({ box }) => (box.top - here.top) * down > 1 && box.height > 0)
    .sort((a, b) => far(a.box) - far(b.box))[0]?.each;
}
