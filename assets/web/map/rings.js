// Rings: the roles of a place as three arcs in one ink. Where an arc lies tells the role: source lower left,
// transit at the top, destination lower right; the arc of a role that is not named is a hairline.
import { colour } from "./colours.js";

/** @import { Ctx, Drawn, Point, RoleMark } from "./types.js" */
/** @typedef {RoleMark["role"]} Role */

/** Pixels that a ring takes, with its halo. */
export const RING = 13;
const RADIUS = 4.5; // pixels to the middle of an arc
const [NAMED, ABSENT] = [2.4, 0.7]; // pixels: how wide an arc is
const DOTS = [1.5, 1.5]; // pixels: of the arc of a role that rests on unconfirmed claims only
const THIRD = 120; // degrees
const GAP = 12; // degrees left out at either end of an arc

/** Degrees from east, clockwise, at which the third of each role begins. @type {Record<Role, number>} */
const BEGINS = { source: 90, transit: 210, destination: 330 };

const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;

/**
 * Paint the ring of one place.
 * @param {Ctx} ctx @param {Point} middle
 * @param {Drawn<RoleMark>[]} items the roles that it holds
 * @param {Role[]} shown the roles that are asked for: the others have no arc
 */
export function paintRing(ctx, middle, items, shown) {
  ctx.beginPath();
  ctx.arc(...middle, RING / 2, 0, 2 * Math.PI);
  ctx.fillStyle = colour("halo");
  ctx.fill();
  ctx.lineCap = "butt";
  ctx.strokeStyle = colour("role");
  for (const role of shown) {
    const held = items.find(({ mark }) => mark.role === role);
    const begins = BEGINS[role] + GAP;
    ctx.beginPath();
    ctx.arc(...middle, RADIUS, radians(begins), radians(begins + THIRD - 2 * GAP));
    ctx.lineWidth = held ? NAMED : ABSENT;
    ctx.setLineDash(held?.style.unconfirmed ? DOTS : []);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/**
 * The role in whose third of a ring a point lies.
 * @param {Point} middle @param {Point} point @returns {Role}
 */
export function roleTowards([x, y], [px, py]) {
  const degrees = ((Math.atan2(py - y, px - x) * 180) / Math.PI + 360) % 360;
  if (degrees >= BEGINS.source && degrees < BEGINS.transit) return "source";
  return degrees >= BEGINS.transit && degrees < BEGINS.destination ? "transit" : "destination";
}
