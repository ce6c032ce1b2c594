// Paths for a canvas, and paths that can be written down: a canvas path tells nobody what it holds, which a
// drawing in SVG has to say.

const FINE = 1e4; // a path may be scaled up by 2^9: so many parts of a pixel of its own are kept

/** @param {number} n */
const written = (n) => Math.round(n * FINE) / FINE;

/** Takes the strokes of a path as a canvas path does, and keeps them as path data of SVG. */
export class TracedPath {
  /** @param {TracedPath | string} [from] a path to begin with, or its data */
  constructor(from = "") {
    /** @type {string} */
    this.data = String(from);
  }

  toString() {
    return this.data;
  }

  /** @param {string} letter @param {number[]} numbers */
  add(letter, ...numbers) {
    this.data += letter + numbers.map(written).join(" ");
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.add("M", x, y);
  }

  /** A line from where the path stands; the first point only begins it. @param {number} x @param {number} y */
  lineTo(x, y) {
    this.add(this.data ? "L" : "M", x, y);
  }

  /** @param {number} cx @param {number} cy @param {number} x @param {number} y */
  quadraticCurveTo(cx, cy, x, y) {
    this.add("Q", cx, cy, x, y);
  }

  /**
   * Clockwise on the screen, from one angle in radians to another.
   * @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to
   */
  arc(x, y, radius, from, to) {
    const whole = 2 * Math.PI;
    const turn = to - from >= whole ? whole : (((to - from) % whole) + whole) % whole;
    const at = (/** @type {number} */ angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    this.lineTo(.../** @type {[number, number]} */ (at(from)));
    // In halves: an arc of SVG cannot end where it begins.
    for (const angle of [from + turn / 2, from + turn]) this.add("A", radius, radius, 0, 0, 1, ...at(angle));
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} radius */
  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    this.moveTo(x + r, y);
    this.arc(x + width - r, y + r, r, -Math.PI / 2, 0);
    this.arc(x + width - r, y + height - r, r, 0, Math.PI / 2);
    this.arc(x + r, y + height - r, r, Math.PI / 2, Math.PI);
    this.arc(x + r, y + r, r, Math.PI, 1.5 * Math.PI);
    this.closePath();
  }

  closePath() {
    this.data += "Z";
  }
}

let tracing = false;

/** Let every path that is made while something is painted be one that can be written down. @param {() => void} paint */
export function traced(paint) {
  tracing = true;
  try {
    paint();
  } finally {
    tracing = false;
  }
}

/**
 * A path for what is painted on now.
 * @param {Path2D | string} [from] a path to begin with, or its data @returns {Path2D}
 */
export function newPath(from) {
  if (!tracing) return new Path2D(from);
  return /** @type {any} */ (new TracedPath(/** @type {any} */ (from)));
}

/**
 * A path that is kept under a key: made once for the canvas, and each time for a drawing.
 * @template K @param {Map<K, Path2D>} kept @param {K} key @param {() => Path2D} make
 */
export function keptPath(kept, key, make) {
  if (tracing) return make();
  let path = kept.get(key);
  if (!path) {
    path = make();
    kept.set(key, path);
  }
  return path;
}
