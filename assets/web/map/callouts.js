// Callouts: islands that lie too close together for a symbol on each. Their symbols stand in a column beside them,
// each with its name, in the order in which the islands lie: the lines that lead there do not cross.
import { boxAround, overlaps } from "./boxes.js";

/** @import { Box, Point } from "./types.js" */
/** @import { Group } from "./symbol_layout.js" */
/** Where the symbols of a group stand, where its name begins, and the box of both. @typedef {{ at: Point, name: Point, box: Box }} Callout */

const NEAR = 30; // pixels: islands no farther apart may belong together
const LEAST = 3; // so many make a column
const AWAY = [14, 26, 38, 50]; // pixels between the easternmost island and the column, tried in turn
const ROW = 16; // pixels from one line of the column to the next
const GAP = 4; // pixels between symbols and a name
const LETTER = 5.6; // pixels: the mean width of a letter of a name

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

/** @param {Group[]} cluster @param {number} away pixels @returns {[Group, Callout][]} */
function column(cluster, away) {
  const sorted = [...cluster].sort((a, b) => a.anchor[1] - b.anchor[1] || a.anchor[0] - b.anchor[0]);
  const left = Math.max(...sorted.map(({ anchor }) => anchor[0])) + away;
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

/** How many of these boxes a column lies over. @param {[Group, Callout][]} entries @param {Box[]} boxes */
const covered = (entries, boxes) =>
  boxes.filter((other) => entries.some(([, { box }]) => overlaps(other, box))).length;

/**
 * The callouts of the groups that need one: the largest column first, and none that would lie over another.
 * @param {Group[]} groups @param {number} [near] pixels: islands farther apart do not belong together
 * @param {Box[]} [avoided] what a column keeps clear of where it can: arrowheads
 * @returns {Map<Group, Callout>}
 */
export function callouts(groups, near = NEAR, avoided = []) {
  const islands = groups.filter(({ small }) => small);
  const crowded = clusters(islands, Math.min(near, NEAR)).filter(({ length }) => length >= LEAST);
  /** @type {Map<Group, Callout>} */
  const found = new Map();
  for (const cluster of crowded.sort((a, b) => b.length - a.length)) {
    const boxes = [...found.values()].map(({ box }) => box);
    const [best] = AWAY.map((away) => column(cluster, away))
      .filter((entries) => !covered(entries, boxes))
      .map((entries) => ({ entries, cost: covered(entries, avoided) }))
      .sort((a, b) => a.cost - b.cost);
    for (const [group, callout] of best?.entries ?? []) found.set(group, callout);
  }
  return found;
}
