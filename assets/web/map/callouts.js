// Callouts: islands that lie too close together for a symbol on each. Their symbols stand in a column beside them,
// each with its name, in the order in which the islands lie: the lines that lead there do not cross.
import { boxAround, overlaps } from "./boxes.js";

/** @import { Box, Point } from "./types.js" */
/** @import { Group } from "./symbol_layout.js" */
/** Where the symbols of a group stand, where its name begins, and the box of both. @typedef {{ at: Point, name: Point, box: Box }} Callout */

const NEAR = 30; // pixels: islands no farther apart may belong together
const LEAST = 3; // so many make a column
const AWAY = 14; // pixels between the easternmost island and the column
const ROW = 16; // pixels from one line of the column to the next
const GAP = 4; // pixels between symbols and a name
const LETTER = 6.2; // pixels: the mean width of a letter of a name

/**
 * Groups of islands that lie near to one another, directly or through others.
 * @param {Group[]} groups @param {number} near pixels @returns {Group[][]}
 */
function clusters(groups, near) {
  /** @type {Group[][]} */
  let found = [];
  for (const group of groups) {
    const isNear = (/** @type {Group} */ other) =>
      Math.hypot(other.anchor[0] - group.anchor[0], other.anchor[1] - group.anchor[1]) <= near;
    const joined = found.filter((cluster) => cluster.some(isNear));
    found = [...found.filter((cluster) => !joined.includes(cluster)), [group, ...joined.flat()]];
  }
  return found;
}

/** @param {Group[]} cluster @returns {[Group, Callout][]} */
function column(cluster) {
  const sorted = [...cluster].sort((a, b) => a.anchor[1] - b.anchor[1] || a.anchor[0] - b.anchor[0]);
  const left = Math.max(...sorted.map(({ anchor }) => anchor[0])) + AWAY;
  const middle = sorted.reduce((sum, { anchor }) => sum + anchor[1], 0) / sorted.length;
  const top = middle - ((sorted.length - 1) * ROW) / 2;
  return sorted.map((group, n) => {
    const y = top + n * ROW;
    /** @type {Point} */
    const at = [left + group.width / 2, y];
    const begins = left + group.width + GAP;
    const [, above, , below] = boxAround(at, group.width, ROW);
    return [
      group,
      { at, name: [begins, y], box: [left, above, begins + group.title.length * LETTER, below] },
    ];
  });
}

/**
 * The callouts of the groups that need one: the largest column first, and none that would lie over another.
 * @param {Group[]} groups @param {number} [near] pixels: islands farther apart do not belong together
 * @returns {Map<Group, Callout>}
 */
export function callouts(groups, near = NEAR) {
  const islands = groups.filter(({ small }) => small);
  const crowded = clusters(islands, Math.min(near, NEAR)).filter(({ length }) => length >= LEAST);
  /** @type {Map<Group, Callout>} */
  const found = new Map();
  for (const cluster of crowded.sort((a, b) => b.length - a.length)) {
    const entries = column(cluster);
    const boxes = [...found.values()].map(({ box }) => box);
    if (entries.some(([, { box }]) => boxes.some((other) => overlaps(other, box)))) continue;
    for (const [group, callout] of entries) found.set(group, callout);
  }
  return found;
}
