// Boxes in pixels: left, top, right, bottom.
/** @import { Box, Point, Window } from "./types.js" */

/** @param {Box} a @param {Box} b */
export const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/**
 * The box of a size about its middle.
 * @param {Point} middle @param {number} width @param {number} height @returns {Box}
 */
export const boxAround = ([x, y], width, height) => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
];

/**
 * Whether a point lies in the window, at least ``margin`` pixels from its edge.
 * @param {Window} window @param {Point} point
 */
export const inWindow = ({ left, top, right, bottom }, [x, y], margin = 0) =>
  x >= left + margin && x <= right - margin && y >= top + margin && y <= bottom - margin;

const CELL = 40; // pixels: about as high and wide as most boxes, so that each lies in few cells
const COLUMNS = 4096; // more than any canvas has cells in a row

/** Boxes that are kept by where they lie: what overlaps one is found without asking all of them. */
export class TakenBoxes {
  /** @param {Box[]} [boxes] */
  constructor(boxes = []) {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
    for (const box of boxes) this.add(box);
  }

  /** @param {Box} box */
  add(box) {
    for (const key of cellsOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** Whether any of them overlaps a box. @param {Box} box */
  meets(box) {
    for (const key of cellsOf(box)) {
      if (this.cells.get(key)?.some((other) => overlaps(other, box))) return true;
    }
    return false;
  }

  /** Whether a point lies in any of them, by more than some pixels from its edge. @param {Point} point @param {number} by */
  holds([x, y], by) {
    const cell = this.cells.get(keyOf(Math.floor(y / CELL), Math.floor(x / CELL)));
    return (
      cell?.some((box) => x > box[0] + by && x < box[2] - by && y > box[1] + by && y < box[3] - by) ?? false
    );
  }
}

/** @param {number} row @param {number} column */
const keyOf = (row, column) => row * COLUMNS + column;

/** The cells in which a box lies. @param {Box} box */
function cellsOf([left, top, right, bottom]) {
  const keys = [];
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
      keys.push(keyOf(row, column));
  }
  return keys;
}
