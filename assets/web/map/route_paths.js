// Route paths: where each route runs, in pixels of the canvas. Made once a view and kept while the view stays.
import { plane } from "./plane.js";

const ROOM = 9; // pixels kept free around the symbol at an end
const LOOP = 10; // pixels: radius of the ring for internal trafficking
const STUB = 40; // pixels: length of a line whose other end is not named

const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

// The point of a quadratic curve at a parameter.
export function pointOn([a, b, c], t) {
  const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return [u * a[0] + v * b[0] + w * c[0], u * a[1] + v * b[1] + w * c[1]];
}

// The part of a quadratic curve between two parameters, by de Casteljau.
function part([a, b, c], from, to) {
  const point = (t) => mix(mix(a, b, t), mix(b, c, t), t);
  const control = mix(mix(a, b, from), mix(b, c, from), to);
  return [point(from), control, point(to)];
}

const lengthOf = ([a, b, c]) =>
  (Math.hypot(c[0] - a[0], c[1] - a[1]) +
    Math.hypot(b[0] - a[0], b[1] - a[1]) +
    Math.hypot(c[0] - b[0], c[1] - b[1])) /
  2;

// Segments of a mark in pixels, its two ends drawn back from the symbols there.
function segmentsOf(mark, pixel) {
  const found = mark.curve.map((s) => [pixel(s[0], s[1]), pixel(s[2], s[3]), pixel(s[4], s[5])]);
  if (!found.length) return found;
  const cut = (segment) => Math.min(0.35, ROOM / Math.max(1, lengthOf(segment)));
  found[0] = part(found[0], cut(found[0]), 1);
  const last = found.length - 1;
  found[last] = part(found[last], 0, 1 - cut(found[last]));
  return found;
}

function loopOf([x, y]) {
  return { x, y: y - ROOM - LOOP, from: 0.5 * Math.PI + 0.5, to: 2.5 * Math.PI - 0.5 };
}

// A line that leads out of a place or into it: towards a region, or to an end that is not named.
function stubOf([x, y], { out, angle = -0.55 }) {
  const along = (r, turn) => [x + r * Math.cos(angle + turn), y + r * Math.sin(angle + turn)];
  const [near, bent, far] = [along(ROOM, 0), along(STUB * 0.65, 0.16), along(STUB, 0)];
  return out ? [near, bent, far] : [far, bent, near];
}

// The smallest box that surely holds all of it: [left, top, right, bottom].
function boxOf(segments, loop) {
  const box = loop
    ? [loop.x - LOOP, loop.y - LOOP, loop.x + LOOP, loop.y + LOOP]
    : [Infinity, Infinity, -Infinity, -Infinity];
  for (const segment of segments) {
    for (const [x, y] of segment) {
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

class RoutePath {
  constructor(mark, pixel) {
    this.segments = segmentsOf(mark, pixel);
    if (mark.stub) this.segments.push(stubOf(pixel(...mark.stub.at), mark.stub));
    this.loop = mark.loop ? loopOf(pixel(...mark.loop)) : null;
    this.box = boxOf(this.segments, this.loop);
    this.kept = {};
  }

  // Whether any of it can lie in a box that is widened by some pixels.
  meets([left, top, right, bottom], reach) {
    const box = this.box;
    return (
      box[0] <= right + reach && box[2] >= left - reach && box[1] <= bottom + reach && box[3] >= top - reach
    );
  }

  // The last bit of the path, which tells its direction: [control, tip].
  get end() {
    if (!this.loop) return this.segments[this.segments.length - 1].slice(1);
    const { x, y, to } = this.loop;
    const tip = [x + LOOP * Math.cos(to), y + LOOP * Math.sin(to)];
    return [[tip[0] + 4, tip[1] - 2.4], tip];
  }

  // Where it passes through the places of transit.
  get stops() {
    return this.segments.slice(1).map(([start]) => start);
  }

  // What is made of it for this view, only once: a path, or where it leaves the window.
  once(name, make) {
    if (this.kept[name] === undefined) this.kept[name] = make();
    return this.kept[name];
  }

  get path() {
    return this.once("path", () => {
      const path = new Path2D();
      if (this.loop) path.arc(this.loop.x, this.loop.y, LOOP, this.loop.from, this.loop.to);
      else path.moveTo(...this.segments[0][0]);
      if (!this.loop) this.segments.forEach(([, control, tip]) => path.quadraticCurveTo(...control, ...tip));
      return path;
    });
  }

  distance([px, py]) {
    const chords = this.segments.map((segment) => alongChords(segment, px, py));
    const ring = this.loop ? Math.abs(Math.hypot(px - this.loop.x, py - this.loop.y) - LOOP) : Infinity;
    return Math.min(ring, ...chords);
  }
}

// Distance from a point to the curve, taken as 32 straight pieces.
function alongChords(segment, px, py) {
  let best = Infinity;
  let a = segment[0];
  for (let i = 1; i <= 32; i += 1) {
    const b = pointOn(segment, i / 32);
    const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((px - a[0]) * ux + (py - a[1]) * uy) / (ux * ux + uy * uy || 1)));
    best = Math.min(best, Math.hypot(px - a[0] - ux * t, py - a[1] - uy * t));
    a = b;
  }
  return best;
}

export class RoutePaths {
  // frame: scale, offset and size of the canvas
  constructor({ scale, dx, dy, width, height }) {
    this.canvas = [0, 0, width, height];
    this.known = new Map();
    this.pixel = (x, y) => {
      const [wx, wy] = plane.toWorld(x, y);
      return [wx * scale + dx, wy * scale + dy];
    };
  }

  of(mark) {
    if (!this.known.has(mark)) this.known.set(mark, new RoutePath(mark, this.pixel));
    return this.known.get(mark);
  }
}
