// An outline map: land and borders without a mark, and places by their numbers, to write and draw on.
import { AtlasCanvas } from "../map/canvas.js";
import { colour } from "../map/colours.js";
import { toPixel } from "../map/plane.js";

/** @import { Point } from "../map/types.js" */
/** @typedef {{ text: string, at: Point }} Numbered a number, and the point of the plane that it stands for */

const RADIUS = 8; // pixels of the circle around a number
const APART = 2 * RADIUS + 3; // between the middles of two numbers
const ROUNDS = 300; // of pushing numbers apart: more than any story has needed
const MOVED = 4; // pixels from which on a line leads from a number to its place
const WHOLE = 2 * Math.PI;

/** Push points apart until no two stand too near, each as little as can be. @param {Point[]} points @returns {Point[]} */
export function spread(points) {
  const spots = points.map(([x, y], n) => /** @type {Point} */ ([x + n / 1000, y])); // no two at one point
  for (let round = 0; round < ROUNDS; round += 1) {
    let still = true;
    for (let n = 0; n < spots.length; n += 1)
      for (let m = 0; m < n; m += 1) if (push(spots[n], spots[m])) still = false;
    if (still) break;
  }
  return spots;
}

/** Push two points from each other where they are too near, and tell whether. @param {Point} one @param {Point} other */
function push(one, other) {
  const [dx, dy] = [one[0] - other[0], one[1] - other[1]];
  const distance = Math.hypot(dx, dy);
  if (distance >= APART) return false;
  const by = (APART - distance) / 2 / distance + 0.001;
  one[0] += dx * by;
  one[1] += dy * by;
  other[0] -= dx * by;
  other[1] -= dy * by;
  return true;
}

export class Numbers extends AtlasCanvas {
  /** @param {Numbered[]} numbered */
  constructor(numbered) {
    super({});
    this.numbered = numbered;
    this.covered = () => [];
  }

  /** @override */
  paint() {
    const ctx = this.ctx;
    this.clear();
    const places = this.numbered.map(({ at }) => toPixel(this.frame(), at));
    const spots = spread(places);
    ctx.strokeStyle = colour("ink");
    ctx.lineWidth = 0.8;
    spots.forEach((spot, n) => {
      if (Math.hypot(spot[0] - places[n][0], spot[1] - places[n][1]) > MOVED) this.lead(places[n], spot);
    });
    ctx.font = '600 10px "Source Sans 3", sans-serif';
    ctx.textBaseline = "middle";
    spots.forEach((spot, n) => {
      this.write(this.numbered[n].text, spot);
    });
  }

  /** @param {Point} place @param {Point} spot */
  lead(place, spot) {
    const ctx = this.ctx;
    ctx.beginPath();
    ctx.moveTo(...place);
    ctx.lineTo(...spot);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(...place, 1.6, 0, WHOLE);
    ctx.fillStyle = colour("ink");
    ctx.fill();
  }

  /** @param {string} text @param {Point} spot */
  write(text, [x, y]) {
    const ctx = this.ctx;
    ctx.beginPath();
    ctx.arc(x, y, RADIUS, 0, WHOLE);
    ctx.fillStyle = colour("halo");
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = colour("ink");
    ctx.fillText(text, x - ctx.measureText(text).width / 2, y + 0.5);
  }
}
