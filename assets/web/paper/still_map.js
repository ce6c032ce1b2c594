// A map that stands still: the painters of the map on the screen, and where each of them stands.
import { AtlasGround } from "../map/ground.js";
import { AtlasMarks } from "../map/marks.js";
import { AtlasNames } from "../map/names.js";
import { showScene } from "../map/painters.js";
import { fromLatLng, toWorld } from "../map/plane.js";
import { SceneIndex } from "../map/scene.js";
import { pointsOf } from "../map/view.js";
import { Numbers } from "./outline.js";

/** @import { ClaimIndex } from "../map/claim_index.js" */
/** @import { Box, Command, LandFeature, MapFile, Place, Point } from "../map/types.js" */
/** @import { WordTable } from "../map/word_index.js" */

/**
 * What is drawn: `land` and `file` are those of the screen, `asked` the command, `words` the index of words where
 * some are asked for; `only` are the ids of the claims that are drawn, where those are not all of the selection;
 * `numbers` are ids of places in the order of their numbers, where the map is an outline with these alone;
 * `size` is the window in pixels; `home` west, south, east and north of what it shows, in degrees, where the command
 * has neither a view nor bounds.
 * @typedef {{ land: { features: LandFeature[] }, file: MapFile, asked: Command, words: WordTable | null,
 *   only: string[] | null, numbers: string[] | null,
 *   size: { width: number, height: number }, home: Corners }} Still
 * @typedef {[west: number, south: number, east: number, north: number]} Corners
 */

const AROUND = 0.25; // of what is looked at: so much more is shown on every side of it
const NEAREST = 4; // zoom: nearer than that nothing is looked at

class Spot {
  /** @param {number} x @param {number} y */
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }

  /** @param {Spot} other */
  add({ x, y }) {
    return new Spot(this.x + x, this.y + y);
  }

  /** @param {Spot} other */
  subtract({ x, y }) {
    return new Spot(this.x - x, this.y - y);
  }
}

/**
 * The zoom of a window and the pixel of the world at its upper left: as a command places the map on the screen.
 * @param {Still} still @param {Map<string, Place>} places
 */
function standing({ asked, file, home, size }, places) {
  const whole = boxOf(asked.bounds ?? home);
  const looked = asked.bounds ? [] : pointsOf(file, places, asked.focus).map(toWorld);
  const near = looked.length ? around(looked) : whole;
  const box = within(near, whole) ? whole : near;
  const fitting = Math.log2(Math.min(size.width / (box[2] - box[0]), size.height / (box[3] - box[1])));
  const [lon, lat, seen] = asked.view ?? [0, 0, box === whole ? fitting : Math.min(NEAREST, fitting)];
  const middle = asked.view ? toWorld(fromLatLng(lon, lat)) : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const [left, top] = [middle[0] * 2 ** seen - size.width / 2, middle[1] * 2 ** seen - size.height / 2];
  return { zoom: seen, origin: new Spot(left, top) };
}

/** Pixels of the world between corners. @param {Corners} corners @returns {Box} */
function boxOf([west, south, east, north]) {
  const [[left, top], [right, bottom]] = [toWorld(fromLatLng(west, north)), toWorld(fromLatLng(east, south))];
  return [left, top, right, bottom];
}

/** @param {Point[]} points @returns {Box} */
function around(points) {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [...ends(across), ...ends(down)];
  const [wide, high] = [AROUND * (right - left) + 1, AROUND * (bottom - top) + 1];
  return [left - wide, top - high, right + wide, bottom + high];
}

/** @param {number[]} numbers */
const ends = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** @param {Box} inner @param {Box} outer */
const within = (inner, outer) =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** Let an index admit some claims only. @param {ClaimIndex} index @param {string[]} claims @param {string[]} only */
function narrow(index, claims, only) {
  const kept = new Set(only);
  const bits = new Uint32Array(Math.ceil(claims.length / 32));
  claims.forEach((id, n) => {
    if (kept.has(id)) bits[n >>> 5] |= 1 << (n & 31);
  });
  const every = index.admitted.bind(index);
  index.admitted = (selection) => every(selection).map((word, n) => word & bits[n]);
}

/** @param {string[]} ids @param {Map<string, Place>} places */
const numbersOf = (ids, places) =>
  new Numbers(
    ids.flatMap((id, n) => {
      const place = places.get(id);
      return place ? [{ text: String(n + 1), at: place.at }] : [];
    }),
  );

/** The painters of a map, with what they show. @param {Still} still */
export function stillMap(still) {
  const { land, file, asked, words, only, numbers, size } = still;
  const scenes = new SceneIndex(file);
  if (words) scenes.takeWords(words);
  if (only) narrow(scenes.index, file.claims.id, only);
  const { selection, focus, hide, top, tiers } = asked;
  const scene = scenes.compose({ selection, focus, hide, top, tiers });
  const ground = new AtlasGround({});
  const marks = new AtlasMarks({}, ground);
  marks.setFile(file);
  /** @type {AtlasNames | Numbers} */
  const names = numbers ? numbersOf(numbers, marks.ends) : new AtlasNames({}, marks, () => []);
  const { zoom, origin } = standing(still, marks.ends);
  const map = {
    getZoom: () => zoom,
    getPixelOrigin: () => origin,
    containerPointToLayerPoint: () => new Spot(0, 0),
    getSize: () => new Spot(size.width, size.height),
  };
  const bounds = { min: new Spot(0, 0), getSize: map.getSize };
  for (const painter of [ground, marks, names])
    Object.assign(painter, { _map: map, _bounds: bounds, _container: size });
  if (names instanceof AtlasNames) names.setCountries(file.places);
  ground.places = new Map(file.places.map((place) => [place.id, place]));
  ground.features = land.features;
  const painters = { file, scene, ground, marks, names };
  showScene(painters, scene, focus);
  if (numbers) marks.scene = null;
  return { ...painters, repaint() {} };
}
