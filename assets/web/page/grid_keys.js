// Arrow keys walk through the cells of a matrix, across those that hold nothing.
import { around } from "./dom.js";

/** @type {Record<string, [down: number, right: number] | undefined>} */
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** @param {KeyboardEvent} event */
export function onGridKey(event) {
  const step = STEPS[event.key];
  /** @type {HTMLTableCellElement | null} */
  const cell = step ? around(event, "[data-atlas-grid] td") : null;
  const rows = cell?.closest("table")?.rows;
  if (!step || !cell || !rows) return;
  event.preventDefault();
  nextButton(rows, cell, step)?.focus();
}

/**
 * The next button in a direction; null where there is none.
 * @param {HTMLCollectionOf<HTMLTableRowElement>} rows
 * @param {HTMLTableCellElement} cell
 * @param {[down: number, right: number]} step
 */
function nextButton(rows, cell, [down, right]) {
  let row = /** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex + down;
  let column = cell.cellIndex + right;
  while (rows[row]?.cells[column]) {
    const button = rows[row].cells[column].querySelector("button");
    if (button) return button;
    row += down;
    column += right;
  }
  return null;
}
