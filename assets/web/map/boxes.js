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
