// Maps side by side: a mark that is pointed at, or has the keyboard, stands out in each of them, and is named.
import { nextStop } from "../map/cursor.js";
import { around } from "./dom.js";

/** @import { Point } from "../map/types.js" */
/** @typedef {HTMLElement | SVGElement} Mark */

const MAPS = "[data-atlas-linked]";
const MARK = "[data-atlas-mark]";
/** @type {Record<string, Point | undefined>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** What is pointed at goes before what has the keyboard. @param {Event} event */
export function linkMarks(event) {
  const linking = document.querySelectorAll(MAPS);
  if (!linking.length) return;
  const { activeElement } = document;
  const pointed = around(event, `${MAPS} ${MARK}`) ?? activeElement?.closest(`${MAPS} ${MARK}`);
  for (const maps of linking) link(maps, maps.contains(pointed ?? null) ? pointed : null);
}

/** @param {Element} maps @param {Element | null | undefined} mark */
function link(maps, mark) {
  const id = mark?.getAttribute("data-atlas-mark");
  maps.classList.toggle("atlas-linking", Boolean(mark));
  for (const each of maps.querySelectorAll(MARK))
    each.classList.toggle("atlas-linked", each.getAttribute("data-atlas-mark") === id);
  const name = maps.querySelector(".atlas-linked-name");
  if (name)
    name.textContent = mark?.getAttribute("data-atlas-name") ?? mark?.getAttribute("aria-label") ?? "";
}

/** Arrow keys lead to the nearest mark of a map, Enter and Space press it as a click does. @param {KeyboardEvent} event */
export function onMarkKey(event) {
  const mark = /** @type {Mark | null} */ (around(event, `${MAPS} svg ${MARK}[tabindex]`));
  if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = DIRECTIONS[event.key];
  if (direction) stepFrom(mark, direction);
  else if (event.key === "Enter" || event.key === " ")
    mark.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  else return;
  event.preventDefault();
}

/** @param {Mark} mark @param {Point} direction */
function stepFrom(mark, direction) {
  /** @type {NodeListOf<Mark>} */
  const marks = /** @type {SVGElement} */ (mark.closest("svg")).querySelectorAll(MARK);
  const stops = [...marks].map((each) => ({ focus: "", said: "", at: middleOf(each), each }));
  const others = stops.filter(({ each }) => each !== mark);
  const next = /** @type {typeof stops[number] | undefined} */ (nextStop(others, middleOf(mark), direction));
  if (!next) return;
  mark.tabIndex = -1;
  next.each.tabIndex = 0;
  next.each.focus();
}

/** @param {Element} mark @returns {Point} */
function middleOf(mark) {
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2];
}
