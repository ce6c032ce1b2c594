// What the window shows: the first view, and how a mark is brought into it. Part of the layer.
import { plane } from "./plane.js";

const CARDS = 262; // pixels that the cards take on the left where the window is wide

// The Americas beside the cards where there is room for both.
export function firstView(map, corners) {
  const size = map.getSize();
  const home = L.latLngBounds(corners);
  const cards = size.x > 560 ? CARDS : 8;
  const zoom = map.getBoundsZoom(home, false, L.point(cards + 8, 16));
  const [west, east] = [home.getNorthWest(), home.getSouthEast()].map((at) => map.project(at, zoom));
  const middle = west.add(east).divideBy(2);
  const spare = Math.max(cards, size.x - (east.x - west.x) - 8); // what is left over goes to the Pacific
  map.setView(map.unproject(middle.subtract([(spare - 8) / 2, 0]), zoom), zoom, { animate: false });
}

// Bring these points of the plane into view without moving more than is needed.
export function bringIntoView(map, points) {
  if (!points.length) return;
  const bounds = L.latLngBounds(points.map(([x, y]) => plane.toLatLng(x, y)));
  if (map.getBounds().pad(-0.08).contains(bounds)) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  map.fitBounds(bounds.pad(0.25), { maxZoom: Math.max(4, map.getZoom()), animate: !still });
}

// Points of the plane that tell where what is in focus lies.
export function pointsOf(file, ends, focus) {
  const [kind, id] = (focus || "").split(":");
  if (kind === "route") {
    const mark = file.routes.find((route) => route.id === id);
    return mark ? mark.stops.filter(Boolean).map((stop) => ends.get(stop).at) : [];
  }
  const all = { hotspot: file.hotspots, country: file.places, region: file.regions };
  const found = (all[kind] || []).find((item) => item.id === id);
  if (!found) return [];
  const half = Math.min(12, (found.extent || 0) / 2); // so much of a country as tells where it lies
  const members = (found.members || []).map((member) => ends.get(member)).filter(Boolean);
  const [x, y] = found.at;
  return [[x - half, y - half], [x + half, y + half], ...members.map((place) => place.at)];
}
