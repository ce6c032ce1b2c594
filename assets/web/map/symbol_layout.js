// Where symbols stand: on their place where there is room, else beside it with a line that leads there.
import { boxAround, overlaps } from "./boxes.js";
import { callouts } from "./callouts.js";

/** @import { Box, Drawn, Point, RoleMark } from "./types.js" */

/**
 * The symbols of one place, `step` pixels apart: side by side, or one over another in a ring; `title` is its name.
 * Where a group stands in a column beside its island, its name begins at `name`.
 * @typedef {{ place: string, title: string, items: Drawn<RoleMark>[], anchor: Point, small: boolean, ring: boolean, step: number,
 *   width: number, height: number, highlighted: boolean }} Group
 * @typedef {Drawn<RoleMark> & { at: Point }} PlacedRole
 * @typedef {Omit<Group, "items"> & { items: PlacedRole[], at: Point, box: Box, moved: boolean,
 *   name?: Point }} PlacedGroup
 */

const RADII = [15, 24, 34, 46]; // pixels from the place, tried in turn
const ANGLES = [0, 180, -35, 35, 145, -145, 90, -90].map((degrees) => (degrees * Math.PI) / 180);
const ISLAND = 8; // pixels: side of the box that is kept free on a place too small to be seen

/**
 * Where a group may stand, best first.
 * @param {Group} group @returns {Point[]}
 */
function spotsOf({ anchor, items, step, small }) {
  const reach = ((items.length - 1) * step) / 2;
  const around = RADII.flatMap((radius) =>
    ANGLES.map((angle) => {
      /** @type {Point} */
      const spot = [
        anchor[0] + (radius + Math.abs(Math.cos(angle)) * reach) * Math.cos(angle),
        anchor[1] + radius * Math.sin(angle),
      ];
      return spot;
    }),
  );
  return small ? around : [anchor, ...around];
}

/** Highlighted first, then those that find room easily, then the widest. @param {Group} a @param {Group} b */
const byNeed = (a, b) =>
  Number(b.highlighted) - Number(a.highlighted) || Number(a.small) - Number(b.small) || b.width - a.width;

/** @param {Group} group @param {Point} at @param {Box} box @returns {PlacedGroup} */
function placed(group, at, box) {
  const middle = (group.items.length - 1) / 2;
  return {
    ...group,
    at,
    box,
    moved: at !== group.anchor,
    items: group.items.map((item, i) => ({ ...item, at: [at[0] + (i - middle) * group.step, at[1]] })),
  };
}

/**
 * Place groups of symbols, in the order in which they came.
 * @param {Group[]} groups @param {Box[]} taken boxes that are not free
 * @param {{ near?: number, heads?: Box[] }} [columns] pixels between islands whose symbols may stand in one column,
 *   and boxes of arrowheads, which its names do not cover
 */
export function layoutGroups(groups, taken, { near, heads } = {}) {
  const boxes = [...taken];
  const columns = callouts(groups, near, heads);
  for (const { box } of columns.values()) boxes.push(box);
  const islands = groups.filter(({ small }) => small).map(({ anchor }) => boxAround(anchor, ISLAND, ISLAND));
  /** @type {Map<Group, PlacedGroup>} */
  const found = new Map();
  for (const [group, { at, name, box }] of columns) found.set(group, { ...placed(group, at, box), name });
  for (const group of [...groups].sort(byNeed)) {
    if (columns.has(group)) continue;
    const spots = spotsOf(group);
    const blocked = group.small ? [...boxes, ...islands] : boxes;
    const isFree = (/** @type {Point} */ spot) => {
      const box = boxAround(spot, group.width, group.height);
      return !blocked.some((other) => overlaps(other, box));
    };
    const at = spots.find(isFree) || spots[0];
    const box = boxAround(at, group.width, group.height);
    boxes.push(box);
    found.set(group, placed(group, at, box));
  }
  return groups.map((group) => /** @type {PlacedGroup} */ (found.get(group)));
}
