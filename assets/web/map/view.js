// What the window shows: the first view, and how a mark is brought into it.
import { toLatLng } from "./plane.js";
import { KINDS } from "./scene.js";

/** @import { MapFile, Place, Point } from "./types.js" */
/** @typedef {Pick<MapFile, "routes" | "hotspots" | "roles" | "places" | "regions" | "claims">} Marks */

const GLIDE = 0.5; // seconds
const CARDS = 262; // pixels that the cards take on the left where the window is wide
const WIDE = 560; // pixels: in narrower windows the cards are folded
const FURTHEST = 12; // degrees: so much of a country as tells where it lies

/**
 * The Americas beside the cards where there is room for both.
 * @param {L.Map} map @param {L.LatLngTuple[]} corners south-west and north-east
 * @param {number} [right] pixels that cards take on the right
 */
export function firstView(map, corners, right = 8) {
  const size = map.getSize();
  const home = L.latLngBounds(corners);
  const cards = cardsOn(map);
  const zoom = map.getBoundsZoom(home, false, L.point(cards + right, 16));
  const [west, east] = [home.getNorthWest(), home.getSouthEast()].map((at) => map.project(at, zoom));
  const middle = west.add(east).divideBy(2);
  const spare = Math.max(cards, size.x - (east.x - west.x) - right); // what is left over goes to the Pacific
  map.setView(map.unproject(middle.subtract([(spare - right) / 2, 0]), zoom), zoom, { animate: false });
}

/** Pixels that cards take on the left. @param {L.Map} map */
const cardsOn = (map) => (map.getSize().x > WIDE ? CARDS : 8);

/** @type {WeakSet<L.Map>} maps that glide */
const gliding = new WeakSet();

/**
 * Show these bounds whole, beside the cards where there is room for both. Whoever turns on while the map still
 * glides is there at once.
 * @param {L.Map} map @param {[number, number, number, number]} bounds west, south, east and north in degrees
 * @param {{ animate?: boolean }} [how]
 */
export function showBounds(map, bounds, { animate = moves() } = {}) {
  // Leaflet leaves out what is asked in the midst of a zoom of its own.
  if (map._animatingZoom) return void map.once("moveend", () => showBounds(map, bounds, { animate }));
  const [west, south, east, north] = bounds;
  const corners = L.latLngBounds([
    [south, west],
    [north, east],
  ]);
  /** @type {L.FitBoundsOptions} */
  const beside = { paddingTopLeft: [cardsOn(map), 8], paddingBottomRight: [8, 8] };
  if (!animate || gliding.has(map)) return void map.fitBounds(corners, { ...beside, animate: false });
  gliding.add(map);
  map.once("moveend", () => gliding.delete(map));
  map.flyToBounds(corners, { ...beside, duration: GLIDE });
}

/**
 * The sides of what the window shows beside its cards; shown again as bounds, they give the same view.
 * @param {L.Map} map @returns {[number, number, number, number]} west, south, east and north in degrees
 */
export function sidesShown(map) {
  const { x, y } = map.getSize();
  const [from, to] = [L.point(cardsOn(map), 8), L.point(x - 8, y - 8)];
  const [northWest, southEast] = [from, to].map((at) => map.containerPointToLatLng(at));
  return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
}

/**
 * Bring these points of the plane into view without moving more than is needed. `below` are pixels at the lower
 * end of the window that something lies over.
 * @param {L.Map} map @param {Point[]} points @param {{ animate?: boolean, below?: number }} [how]
 */
export function bringIntoView(map, points, { animate = moves(), below = 0 } = {}) {
  if (!points.length) return;
  const bounds = L.latLngBounds(points.map(toLatLng));
  if (inSight(map, below).pad(-0.08).contains(bounds)) return;
  const maxZoom = Math.max(4, map.getZoom());
  map.fitBounds(bounds.pad(0.25), {
    maxZoom,
    animate,
    paddingTopLeft: [cardsOn(map), 0],
    paddingBottomRight: [0, below],
  });
}

/** What can be seen of the map. @param {L.Map} map @param {number} below */
function inSight(map, below) {
  const { x, y } = map.getSize();
  const corners = [L.point(0, 0), L.point(x, y - below)];
  return L.latLngBounds(corners.map((corner) => map.containerPointToLatLng(corner)));
}

/** The mark that a claim is drawn as, as `kind:id`; "" where it is drawn as none. @param {Marks} file @param {string} id */
function markOf({ claims, routes, hotspots, roles }, id) {
  const claim = claims.id.indexOf(id);
  const number = claims.mark[claim];
  const kind = KINDS[claims.kind[claim]];
  if (kind === "routes") return `route:${routes[number].id}`;
  if (kind === "hotspots") return `hotspot:${hotspots[number].id}`;
  return kind === "roles" ? `${roles[number].focus}:${roles[number].place}` : "";
}

/** Whether the reader's system lets things move. */
const moves = () => !window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {L.Map} map @param {number[]} view longitude, latitude, zoom @param {{ animate?: boolean }} [how]
 */
export function standAt(map, [lng, lat, zoom], { animate = moves() } = {}) {
  map.setView([lat, lng], zoom, { animate });
}

/**
 * Points of the plane that tell where what is in focus lies.
 * @param {Marks} file @param {Map<string, Place>} ends @param {string} focus `kind:id` @returns {Point[]}
 */
export function pointsOf(file, ends, focus) {
  const [kind, id] = focus.split(":");
  if (kind === "claim") return pointsOf(file, ends, markOf(file, id));
  /** @type {(ids: string[]) => Point[]} */
  const at = (ids) => ids.map((end) => ends.get(end)).flatMap((place) => (place ? [place.at] : []));
  if (kind === "route") return at(file.routes.find((route) => route.id === id)?.stops ?? []);
  if (kind === "hotspot")
    return file.hotspots.filter((hotspot) => hotspot.id === id).map((hotspot) => hotspot.at);
  const places = kind === "country" ? file.places : kind === "region" ? file.regions : [];
  const found = places.find((place) => place.id === id);
  if (!found) return [];
  const half = Math.min(FURTHEST, (found.extent || 0) / 2);
  const [x, y] = found.at;
  return [[x - half, y - half], [x + half, y + half], ...at(found.members ?? [])];
}
