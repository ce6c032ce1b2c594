// What the window shows: the first view, and how a mark is brought into it.
import { toLatLng } from "./plane.js";

/** @import { HotspotMark, Place, Point, RouteMark } from "./types.js" */
/** @typedef {{ routes: RouteMark[], hotspots: HotspotMark[], places: Place[], regions: Place[] }} Marks */

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
  const cards = size.x > WIDE ? CARDS : 8;
  const zoom = map.getBoundsZoom(home, false, L.point(cards + right, 16));
  const [west, east] = [home.getNorthWest(), home.getSouthEast()].map((at) => map.project(at, zoom));
  const middle = west.add(east).divideBy(2);
  const spare = Math.max(cards, size.x - (east.x - west.x) - right); // what is left over goes to the Pacific
  map.setView(map.unproject(middle.subtract([(spare - right) / 2, 0]), zoom), zoom, { animate: false });
}

/**
 * Show these bounds whole, beside the cards where there is room for both. At once: Leaflet leaves out whatever
 * is asked while it still glides to what was asked before.
 * @param {L.Map} map @param {[number, number, number, number]} bounds west, south, east and north in degrees
 */
export function showBounds(map, [west, south, east, north]) {
  const cards = map.getSize().x > WIDE ? CARDS : 8;
  const corners = L.latLngBounds([
    [south, west],
    [north, east],
  ]);
  map.fitBounds(corners, {
    paddingTopLeft: [cards, 8],
    paddingBottomRight: [8, 8],
    animate: false,
  });
}

/**
 * Bring these points of the plane into view without moving more than is needed.
 * @param {L.Map} map @param {Point[]} points
 */
export function bringIntoView(map, points) {
  if (!points.length) return;
  const bounds = L.latLngBounds(points.map(toLatLng));
  if (map.getBounds().pad(-0.08).contains(bounds)) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  map.fitBounds(bounds.pad(0.25), { maxZoom: Math.max(4, map.getZoom()), animate: !still });
}

/**
 * Points of the plane that tell where what is in focus lies.
 * @param {Marks} file @param {Map<string, Place>} ends @param {string} focus `kind:id` @returns {Point[]}
 */
export function pointsOf(file, ends, focus) {
  const [kind, id] = focus.split(":");
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
