// Labels: placed most important first, never over one another or over a symbol; fewer when zoomed out.
import { inWindow, overlaps } from "./boxes.js";
import { colour } from "./colours.js";
import { pixelsOf, toPixel } from "./plane.js";
import { pointOn } from "./route_paths.js";

/** @import { Box, Ctx, Frame, Point, Segment, Window } from "./types.js" */

/**
 * What is written, and how. `room`: degrees of the plane that it has to fit into.
 * @typedef {{ text: string, marked?: boolean, focus?: boolean, region?: boolean, dim?: boolean, room?: number }} Words
 * @typedef {Words & { at: Point }} Label a name at a point of the plane
 * @typedef {Words & { point: Point }} EdgeLabel the name of an end outside the window, at a pixel of its edge
 */

const HEIGHT = 14;
const PAD = 2;
const MARGIN = 2; // pixels between a label and the edge of the window
const EDGE = 8; // pixels between an edge label and the edge
const BEYOND = 1.15; // a name may be so much wider than its country
const STEPS = 40; // points tried along a curve where it may leave the window

/**
 * Where a label of a width may stand about its point, best first: below, above, right, left, the corners.
 * @param {number} x @param {number} y @param {number} w @returns {Point[]}
 */
function candidates(x, y, w) {
  const gap = 9;
  return [
    [x - w / 2, y + gap],
    [x - w / 2, y - gap - HEIGHT],
    [x + gap + 2, y - HEIGHT / 2],
    [x - gap - 2 - w, y - HEIGHT / 2],
    [x + gap - 2, y + gap - 3],
    [x - gap + 2 - w, y + gap - 3],
    [x + gap - 2, y - gap - HEIGHT + 3],
    [x - gap + 2 - w, y - gap - HEIGHT + 3],
    [x - w / 2, y + gap + HEIGHT],
    [x + gap + 14, y - HEIGHT / 2],
  ];
}

/** @param {Words} label */
function fontOf({ focus, marked, region }) {
  const weight = focus ? 700 : marked ? 600 : 400;
  return `${region ? "italic " : ""}${weight} ${marked || focus ? 12.5 : 11.5}px "Source Sans 3", sans-serif`;
}

/** @param {Point} corner @param {number} width @returns {Box} */
const boxOf = ([left, top], width) => [left - PAD, top, left + width + PAD, top + HEIGHT];

export class LabelPainter {
  /**
   * @param {Pick<Ctx, "measureText" | "strokeText" | "fillText"> & Partial<Ctx>} ctx
   * @param {Frame} frame
   * @param {Window} window
   * @param {Box[]} taken boxes that labels keep clear of
   */
  constructor(ctx, frame, window, taken) {
    this.ctx = ctx;
    this.frame = frame;
    this.window = window;
    this.taken = taken;
  }

  /** @param {Words} label */
  widthOf(label) {
    this.ctx.font = fontOf(label);
    return this.ctx.measureText(label.text).width;
  }

  /** @param {Box} box */
  isFree(box) {
    const { left, top, right, bottom } = this.window;
    if (box[0] < left + MARGIN || box[2] > right - MARGIN) return false;
    if (box[1] < top + MARGIN || box[3] > bottom - MARGIN) return false;
    return !this.taken.some((other) => overlaps(box, other));
  }

  /** Write what has room, the most important first. @param {Label[]} labels */
  paint(labels) {
    for (const label of labels) {
      const [x, y] = toPixel(this.frame, label.at);
      if (!inWindow(this.window, [x, y])) continue;
      const width = this.widthOf(label);
      if (label.room !== undefined && width > pixelsOf(this.frame, label.room) * BEYOND) continue;
      /** @type {Point[]} */
      const spots = label.marked || label.focus ? candidates(x, y, width) : [[x - width / 2, y - HEIGHT / 2]];
      const spot = spots.find((corner) => this.isFree(boxOf(corner, width)));
      if (spot) this.write(label, spot, width);
    }
  }

  /** @param {Words} label @param {Point} corner @param {number} width */
  write(label, [left, top], width) {
    const ctx = this.ctx;
    this.taken.push(boxOf([left, top], width));
    ctx.font = fontOf(label);
    ctx.globalAlpha = label.dim ? 0.45 : 1;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = colour("halo");
    ctx.strokeText(label.text, left, top + HEIGHT / 2 + 1);
    ctx.fillStyle = colour(label.marked || label.focus ? "ink" : "ink-muted");
    ctx.fillText(label.text, left, top + HEIGHT / 2 + 1);
    ctx.globalAlpha = 1;
  }

  /** Write names at the edge for ends of lines that lie outside the window. @param {EdgeLabel[]} edges */
  paintEdges(edges) {
    for (const edge of edges) {
      const w = this.window;
      const [x, y] = edge.point;
      const text = x < (w.left + w.right) / 2 ? `‹ ${edge.text}` : `${edge.text} ›`;
      const label = { ...edge, text, marked: true };
      const width = this.widthOf(label);
      const left = Math.max(w.left + EDGE, Math.min(w.right - EDGE - width, x - width / 2));
      const base = Math.max(w.top + EDGE, Math.min(w.bottom - EDGE - HEIGHT, y - HEIGHT - 4));
      const tops = [0, 1, -1, 2, -2, 3, -3, 4].map((n) => base + n * (HEIGHT + 1));
      const top = tops.find((each) => this.isFree(boxOf([left, each], width)));
      if (top !== undefined) this.write(label, [left, top], width);
    }
  }
}

/**
 * The point where a route leaves the window on its way to an end outside it; null where that end lies inside.
 * @param {Segment[]} segments @param {boolean} atStart the end is its start @param {Window} window
 */
export function crossing(segments, atStart, window) {
  if (!segments.length) return null;
  /** @type {(segment: Segment) => Segment} */
  const turned = ([a, b, c]) => [c, b, a];
  const towards = atStart ? segments : segments.map(turned).reverse();
  if (inWindow(window, towards[0][0])) return null;
  for (const segment of towards) {
    for (let i = 0; i <= STEPS; i += 1) {
      const point = pointOn(segment, i / STEPS);
      if (inWindow(window, point, MARGIN)) return point;
    }
  }
  return null;
}
