// Where hotspots stand and what they show: the symbols of their sectors where these fit, else a small diamond.
import { badgeWidth } from "./badges.js";
import { boxAround, overlaps } from "./boxes.js";

/** @import { Box, Drawn, HotspotMark, Point } from "./types.js" */
/**
 * Without symbols it is a diamond; where it had to step aside a line leads to its `anchor`.
 * @typedef {Drawn<HotspotMark> & { at: Point, anchor: Point, moved: boolean, width: number, symbols: string[] }} PlacedHotspot
 */
/**
 * `pixel` takes a point of the plane to the canvas; `sectors` are those that are asked for; `always` shows symbols
 * whether they fit or not; places of `withRoles` have their own symbols, and `taken` are the boxes of all of these.
 * @typedef {{ pixel: (at: Point) => Point, sectors: string[], always: boolean, withRoles: Set<string>, taken: Box[] }} Around
 */

const DIAMOND = 11; // pixels: width of a hotspot without sectors
const HIGH = 16; // pixels: height of a hotspot, and how far below a country's roles it stands
const GAP = 2; // pixels between the hotspots of one point
const ROW = 7; // hotspots of one point that stand side by side; more stand below
/** Directions in which a hotspot steps aside, tried in turn. @type {Point[]} */
const STEPS = [
  [0, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
];
const BADGE = 20; // pixels: height of a badge with its edge

/** The symbols of the sectors asked for, else of all that are named. @param {HotspotMark} mark @param {string[]} asked */
function symbolsOf({ symbols, sectors }, asked) {
  const wanted = symbols.filter((_, n) => asked.includes(sectors[n]));
  return wanted.length ? wanted : symbols;
}

/** @param {PlacedHotspot} hotspot @returns {Box} */
export const boxOf = ({ at, width, symbols }) => boxAround(at, width, symbols.length ? BADGE : HIGH);

/** Where a hotspot may stand about its point, best first. @param {PlacedHotspot} hotspot @returns {Point[]} */
function spotsOf({ at: [x, y], width, symbols }) {
  const rings = symbols.length ? [1, 2] : [1]; // a diamond is small: it may rather lie over another mark
  const around = rings.flatMap((ring) => {
    const [right, down] = [ring * (width / 2 + 9), ring * (HIGH + 1)];
    return STEPS.map(([across, along]) => /** @type {Point} */ ([x + across * right, y + along * down]));
  });
  return [[x, y], ...around];
}

/**
 * The first places of all, before any gives way: side by side at one point, below the symbols of a country there.
 * @param {Drawn<HotspotMark>[]} hotspots @param {Around} around @returns {PlacedHotspot[]}
 */
function inRows(hotspots, { pixel, sectors, always, withRoles }) {
  /** @type {Map<string, { count: number, right: number }>} */
  const rows = new Map();
  return hotspots.map(({ mark, style }) => {
    const symbols = always ? symbolsOf(mark, sectors) : [];
    const width = symbols.length ? badgeWidth(symbols) : DIAMOND;
    const key = mark.at.join();
    const row = rows.get(key) ?? { count: 0, right: 0 };
    rows.set(key, row);
    if (row.count % ROW === 0) row.right = 0;
    const [x, y] = pixel(mark.at);
    const below = Math.floor(row.count / ROW) + (withRoles.has(mark.place) ? 1 : 0);
    /** @type {Point} */
    const at = [x + row.right, y + below * (symbols.length ? BADGE : HIGH)];
    row.count += 1;
    row.right += width + GAP;
    return { mark, style, symbols, width, at, anchor: at, moved: false };
  });
}

/**
 * Place hotspots, in the order in which they came, clear of what is taken where a step aside is enough.
 * @param {Drawn<HotspotMark>[]} hotspots @param {Around} around
 */
export function layoutHotspots(hotspots, around) {
  const boxes = [...around.taken];
  const isFree = (/** @type {Box} */ box) => !boxes.some((other) => overlaps(other, box));
  const placed = inRows(hotspots, around).map((hotspot) => {
    const at = spotsOf(hotspot).find((spot) => isFree(boxOf({ ...hotspot, at: spot }))) ?? hotspot.at;
    boxes.push(boxOf({ ...hotspot, at }));
    return { ...hotspot, at, moved: at.join() !== hotspot.anchor.join() };
  });
  if (around.always) return placed;
  return placed.map((hotspot, n) => {
    const symbols = symbolsOf(hotspot.mark, around.sectors);
    const badge = { ...hotspot, symbols, width: badgeWidth(symbols) };
    const own = around.taken.length + n;
    const fits = boxes.every((other, number) => number === own || !overlaps(other, boxOf(badge)));
    if (!symbols.length || !fits || hotspot.moved) return hotspot; // what is large stands where it is said
    boxes[own] = boxOf(badge);
    return badge;
  });
}
