// Dense routes: more than a browser without a graphics card can paint at once as ribbons with halos.
// Lines of one document are then as thin as the screen allows, which is drawn many times faster.
import { colour } from "./colours.js";
import { pointOn } from "./route_paths.js";
import { newPath } from "./traced_path.js";

/** @import { Box, Ctx, Point, Segment, Stripe, Style } from "./types.js" */
/** @import { RoutePath } from "./route_paths.js" */

/** @type {Record<string, [on: number, off: number] | undefined>} */
const DASHES = { hedged: [10, 6], dots: [1.5, 5] }; // pixels drawn and left out; fewer dashes are faster
const BEND = 0.3; // pixels: how far a dashed curve, made of straight pieces, may be off
const HEAD = 8; // pixels: length of an arrowhead's two strokes
const NODE = 2.6; // pixels: radius of the ring at a place of transit

/** Makes dashes part of the path: the browser would measure every curve anew at each paint. */
export class Dasher {
  /**
   * @param {Pick<Path2D, "moveTo" | "lineTo">} path
   * @param {[on: number, off: number]} dash pixels drawn and left out
   * @param {Box} canvas
   */
  constructor(path, [on, off], canvas) {
    this.path = path;
    this.on = on;
    this.off = off;
    this.canvas = canvas;
    this.drawn = true;
    this.left = on; // pixels until the next change
  }

  /**
   * One straight piece; what lies outside the canvas only moves the dashes on.
   * @param {Point} from @param {Point} to
   */
  piece([ax, ay], [bx, by]) {
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [right, along] = [(bx - ax) / length, (by - ay) / length];
    let done = this.misses(ax, ay, bx, by) ? length - (length % (this.on + this.off)) : 0;
    if (this.drawn && done) this.path.moveTo(ax + right * done, ay + along * done);
    while (length - done > this.left) {
      done += this.left;
      if (this.drawn) this.path.lineTo(ax + right * done, ay + along * done);
      else this.path.moveTo(ax + right * done, ay + along * done);
      this.drawn = !this.drawn;
      this.left = this.drawn ? this.on : this.off;
    }
    this.left -= length - done;
    if (this.drawn) this.path.lineTo(bx, by);
  }

  /** @param {number} ax @param {number} ay @param {number} bx @param {number} by */
  misses(ax, ay, bx, by) {
    const [left, top, right, bottom] = this.canvas;
    return (
      Math.max(ax, bx) < left ||
      Math.min(ax, bx) > right ||
      Math.max(ay, by) < top ||
      Math.min(ay, by) > bottom
    );
  }

  /** @param {Segment} segment */
  curve(segment) {
    const [a, b, c] = segment;
    const bent = Math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]);
    const pieces = Math.ceil(Math.sqrt(bent / (4 * BEND))) + 1;
    if (this.drawn) this.path.moveTo(...a);
    let from = a;
    for (let i = 1; i <= pieces; i += 1) {
      const to = pointOn(segment, i / pieces);
      this.piece(from, to);
      from = to;
    }
  }
}

/**
 * The whole of a route in one path: the line, the two strokes of its arrowhead, rings at the stops.
 * @param {RoutePath} routePath @param {string} kind @param {Box} canvas
 */
function thinPath(routePath, kind, canvas) {
  const dashes = routePath.loop ? undefined : DASHES[kind];
  const path = newPath(dashes ? undefined : routePath.path);
  if (dashes) {
    const dasher = new Dasher(path, dashes, canvas);
    for (const segment of routePath.segments) dasher.curve(segment);
  }
  const [control, tip] = routePath.end;
  const angle = Math.atan2(tip[1] - control[1], tip[0] - control[0]);
  /** @type {(turn: number) => Point} */
  const wing = (turn) => [tip[0] - HEAD * Math.cos(angle + turn), tip[1] - HEAD * Math.sin(angle + turn)];
  path.moveTo(...wing(0.42));
  path.lineTo(...tip);
  path.lineTo(...wing(-0.42));
  for (const [x, y] of routePath.stops) {
    path.moveTo(x + NODE, y);
    path.arc(x, y, NODE, 0, 2 * Math.PI);
  }
  return path;
}

/**
 * The form that stands for a route where each has one line: the one that most documents name.
 * @param {Stripe[]} stripes
 */
export const mostNamed = (stripes) =>
  stripes.reduce((most, stripe) => (stripe.documents > most.documents ? stripe : most));

/**
 * @param {Ctx} ctx
 * @param {{ style: Style, routePath: RoutePath }[]} items
 * @param {Box} canvas
 * @param {number[]} widths pixels by width class
 */
export function paintDenseRoutes(ctx, items, canvas, widths) {
  ctx.lineCap = "butt";
  for (const { style, routePath } of items) {
    const kind = style.unconfirmed ? "dots" : style.hedged ? "hedged" : "sure";
    ctx.strokeStyle = colour(`type-${mostNamed(style.stripes).family}`);
    ctx.lineWidth = widths[style.width];
    ctx.stroke(routePath.once(kind, () => thinPath(routePath, kind, canvas)));
  }
}
