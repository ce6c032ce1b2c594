// The plane of the map: x is the longitude at which a place is drawn, y the Mercator latitude in degrees.
/** @import { Frame, Point } from "./types.js" */

const WORLD = 256; // Leaflet's width of the world at zoom 0, in pixels
const FURTHEST = 85; // degrees: nearer to the poles Mercator's projection leaves the map

/**
 * The point of the plane at a longitude and latitude.
 * @param {number} lon @param {number} lat @returns {Point}
 */
export function fromLatLng(lon, lat) {
  const bounded = Math.max(-FURTHEST, Math.min(FURTHEST, lat));
  const y = Math.asinh(Math.tan((bounded * Math.PI) / 180));
  return [lon, (y * 180) / Math.PI];
}

/**
 * Latitude and longitude of a point of the plane, in Leaflet's order.
 * @param {Point} point @returns {[lat: number, lng: number]}
 */
export function toLatLng([x, y]) {
  return [(Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI, x];
}

/**
 * Pixels of the world at zoom 0.
 * @param {Point} point @returns {Point}
 */
export function toWorld([x, y]) {
  return [((x + 180) / 360) * WORLD, ((180 - y) / 360) * WORLD];
}

/**
 * Pixels of a canvas.
 * @param {Pick<Frame, "scale" | "dx" | "dy">} frame @param {Point} point @returns {Point}
 */
export function toPixel({ scale, dx, dy }, point) {
  const [wx, wy] = toWorld(point);
  return [wx * scale + dx, wy * scale + dy];
}

/**
 * The point of the plane at a pixel of a canvas.
 * @param {Pick<Frame, "scale" | "dx" | "dy">} frame @param {Point} pixel @returns {Point}
 */
export function fromPixel({ scale, dx, dy }, [px, py]) {
  return [((px - dx) / scale / WORLD) * 360 - 180, 180 - ((py - dy) / scale / WORLD) * 360];
}

/**
 * How many pixels of a canvas so many degrees of the plane take.
 * @param {Pick<Frame, "scale">} frame @param {number} degrees
 */
export function pixelsOf({ scale }, degrees) {
  return degrees * (WORLD / 360) * scale;
}
