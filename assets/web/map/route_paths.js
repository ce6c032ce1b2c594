// Route paths: where each route runs, in pixels of the canvas. Made once a view and kept while the view stays.
import { toPixel } from "./plane.js";
import { newPath } from "./traced_path.js";

/** @import { Box, Frame, Point, RouteMark, Segment, Stub } from "./types.js" */
/** @typedef {{ x: number, y: number, from: number, to: number }} Loop a ring, open between two angles */

const ROOM = 9; // pixels kept free around the symbol at an end
const LOOP = 10; // pixels: radius of the ring for internal trafficking
const STUB = 40; // pixels: length of a line whose other end is not named
const CHORDS = 32; // straight pieces of a curve for the hit test: off by less than a pixel

/** @param {Point} a @param {Point} b @param {number} t @returns {Point} */
const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/**
 * The point of a quadratic curve at a parameter.
 * @param {Segment} segment @param {number} t @returns {Point}
 */
export function pointOn([a, b, c], t) {
  const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return [u * a[0] + v * b[0] + w * c[0], u * a[1] + v * b[1] + w * c[1]];
}

/**
 * The part of a quadratic curve between two parameters, by de Casteljau.
 * @param {Segment} segment @param {number} from @param {number} to @returns {Segment}
 */
export function part([a, b, c], from, to) {
  const point = (/** @type {number} */ t) => mix(mix(a, b, t), mix(b, c, t), t);
  const control = mix(mix(a, b, from), mix(b, c, from), to);
  return [point(from), control, point(to)];
}

/**
 * A quadratic curve beside another, some pixels to the left of its direction. Both ends are exact; between them
 * the curve is off by far less than a stripe is wide.
 * @param {Segment} segment @param {number} left @returns {Segment}
 */
export function beside([a, b, c], left) {
  const [from, to] = [leftOf(a, b, c), leftOf(b, c, a)];
  const turn = 1 + from[0] * to[0] + from[1] * to[1]; // 0 where the curve turns back on itself
  const reach = left / Math.max(0.2, turn);
  return [
    [a[0] + from[0] * left, a[1] + from[1] * left],
    [b[0] + (from[0] + to[0]) * reach, b[1] + (from[1] + to[1]) * reach],
    [c[0] + to[0] * left, c[1] + to[1] * left],
  ];
}

/**
 * The direction to the left of the way from one point to another, of length 1; y grows downwards.
 * @param {Point} a @param {Point} b @param {Point} other where the way leads if the two are one @returns {Point}
 */
function leftOf(a, b, other) {
  let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  if (!dx && !dy) [dx, dy] = [other[0] - a[0], other[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [dy / length, -dx / length];
}

/** The mean of the chord and the polygon, which is near enough. @param {Segment} segment */
const lengthOf = ([a, b, c]) =>
  (Math.hypot(c[0] - a[0], c[1] - a[1]) +
    Math.hypot(b[0] - a[0], b[1] - a[1]) +
    Math.hypot(c[0] - b[0], c[1] - b[1])) /
  2;

/**
 * Segments of a mark in pixels, its two ends drawn back from the symbols there.
 * @param {RouteMark} mark @param {Frame} frame
 */
function segmentsOf(mark, frame) {
  const found = mark.curve.map((s) => {
    /** @type {Segment} */
    const segment = [
      toPixel(frame, [s[0], s[1]]),
      toPixel(frame, [s[2], s[3]]),
      toPixel(frame, [s[4], s[5]]),
    ];
    return segment;
  });
  if (!found.length) return found;
  const cut = (/** @type {Segment} */ segment) => Math.min(0.35, ROOM / Math.max(1, lengthOf(segment)));
  found[0] = part(found[0], cut(found[0]), 1);
  const last = found.length - 1;
  found[last] = part(found[last], 0, 1 - cut(found[last]));
  return found;
}

/** @param {Point} point @returns {Loop} */
function loopOf([x, y]) {
  return { x, y: y - ROOM - LOOP, from: 0.5 * Math.PI + 0.5, to: 2.5 * Math.PI - 0.5 };
}

/** @param {Point} point @param {Stub} stub @returns {Segment} */
function stubOf([x, y], { out, angle = -0.55 }) {
  /** @type {(radius: number, turn: number) => Point} */
  const along = (radius, turn) => [x + radius * Math.cos(angle + turn), y + radius * Math.sin(angle + turn)];
  const [near, bent, far] = [along(ROOM, 0), along(STUB * 0.65, 0.16), along(STUB, 0)];
  return out ? [near, bent, far] : [far, bent, near];
}

/**
 * The smallest box that surely holds all of it.
 * @param {Segment[]} segments @param {Loop | null} loop
 */
function boxOf(segments, loop) {
  /** @type {Box} */
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

export class RoutePath {
  /** @param {RouteMark} mark @param {Frame} frame */
  constructor(mark, frame) {
    this.segments = segmentsOf(mark, frame);
    if (mark.stub) this.segments.push(stubOf(toPixel(frame, mark.stub.at), mark.stub));
    this.loop = mark.loop ? loopOf(toPixel(frame, mark.loop)) : null;
    this.box = boxOf(this.segments, this.loop);
    /** @type {Map<string, Path2D>} */
    this.kept = new Map();
  }

  /**
   * Whether any of it can lie in a box that is widened by some pixels.
   * @param {Box} box @param {number} reach
   */
  meets([left, top, right, bottom], reach) {
    const box = this.box;
    return (
      box[0] <= right + reach && box[2] >= left - reach && box[1] <= bottom + reach && box[3] >= top - reach
    );
  }

  /**
   * The last bit of the path, which tells its direction.
   * @returns {[control: Point, tip: Point]}
   */
  get end() {
    if (!this.loop) {
      const [, control, tip] = this.segments[this.segments.length - 1];
      return [control, tip];
    }
    const { x, y, to } = this.loop;
    /** @type {Point} */
    const tip = [x + LOOP * Math.cos(to), y + LOOP * Math.sin(to)];
    return [[tip[0] + 4, tip[1] - 2.4], tip];
  }

  /** Where it passes through the places of transit. */
  get stops() {
    return this.segments.slice(1).map(([start]) => start);
  }

  /**
   * A path that is made of it for this view, only once.
   * @param {string} name @param {() => Path2D} make
   */
  once(name, make) {
    let path = this.kept.get(name);
    if (!path) {
      path = make();
      this.kept.set(name, path);
    }
    return path;
  }

  get path() {
    return this.stripe(0);
  }

  /**
   * The path of a stripe that lies some pixels to the left of the middle; of a loop, outside of it.
   * @param {number} left
   */
  stripe(left) {
    return this.once(`stripe ${left}`, () => {
      const path = newPath();
      if (this.loop) {
        path.arc(this.loop.x, this.loop.y, LOOP + left, this.loop.from, this.loop.to);
        return path;
      }
      this.segments.forEach((segment, n) => {
        const [start, control, tip] = left ? beside(segment, left) : segment;
        if (n === 0) path.moveTo(...start);
        else if (left) path.lineTo(...start); // where two segments meet at an angle
        path.quadraticCurveTo(...control, ...tip);
      });
      return path;
    });
  }

  /**
   * How far a point lies to the left of the middle, in pixels; below 0 to its right.
   * @param {Point} point
   */
  leftward([px, py]) {
    if (this.loop) return Math.hypot(px - this.loop.x, py - this.loop.y) - LOOP;
    let nearest = Infinity;
    let left = 0;
    for (const segment of this.segments) {
      for (let i = 0; i < CHORDS; i += 1) {
        const [a, b] = [pointOn(segment, i / CHORDS), pointOn(segment, (i + 1) / CHORDS)];
        const away = Math.hypot(px - (a[0] + b[0]) / 2, py - (a[1] + b[1]) / 2);
        if (away >= nearest) continue;
        nearest = away;
        const [nx, ny] = leftOf(a, b, b);
        left = (px - a[0]) * nx + (py - a[1]) * ny;
      }
    }
    return left;
  }

  /** @param {Point} point */
  distance([px, py]) {
    const chords = this.segments.map((segment) => alongChords(segment, px, py));
    const ring = this.loop ? Math.abs(Math.hypot(px - this.loop.x, py - this.loop.y) - LOOP) : Infinity;
    return Math.min(ring, ...chords);
  }
}

/**
 * Distance from a point to the curve, taken as straight pieces.
 * @param {Segment} segment @param {number} px @param {number} py
 */
function alongChords(segment, px, py) {
  let best = Infinity;
  let a = segment[0];
  for (let i = 1; i <= CHORDS; i += 1) {
    const b = pointOn(segment, i / CHORDS);
    const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((px - a[0]) * ux + (py - a[1]) * uy) / (ux * ux + uy * uy || 1)));
    best = Math.min(best, Math.hypot(px - a[0] - ux * t, py - a[1] - uy * t));
    a = b;
  }
  return best;
}

export class RoutePaths {
  /** @param {Frame} frame */
  constructor(frame) {
    this.frame = frame;
    /** @type {Box} */
    this.canvas = [0, 0, frame.width, frame.height];
    /** @type {Map<RouteMark, RoutePath>} */
    this.known = new Map();
  }

  /** @param {RouteMark} mark */
  of(mark) {
    let path = this.known.get(mark);
    if (!path) {
      path = new RoutePath(mark, this.frame);
      this.known.set(mark, path);
    }
    return path;
  }
}
