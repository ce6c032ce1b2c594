// Labels: placed most important first, never over one another or over a symbol; fewer when zoomed out.
import { inWindow, TakenBoxes } from "./boxes.js";
import { colour } from "./colours.js";
import { pixelsOf, toPixel } from "./plane.js";
import { pointOn } from "./route_paths.js";

/** @import { Box, Ctx, Frame, Point, Segment, Window } from "./types.js" */

/**
 * What is written, and how. `room`: degrees of the plane that it has to fit into; `symbol`: the pixel of the symbol
 * beside which it stands, and half of its width; `begins`: the pixel, on its middle line, at which it begins whatever
 * is there, and `most` pixels that it may take.
 * @typedef {{ text: string, marked?: boolean, focus?: boolean, region?: boolean, dim?: boolean, room?: number,
 *   symbol?: { at: Point, half: number }, begins?: Point, most?: number }} Words
 * @typedef {Words & { at: Point }} Label a name at a point of the plane
 * @typedef {Words & { point: Point }} EdgeLabel the name of an end outside the window, at a pixel of its edge
 */

const HEIGHT = 14;
const PAD = 2;
const MARGIN = 2; // pixels between a label and the edge of the window
const EDGE = 8; // pixels between an edge label and the edge
const BEYOND = 1.15; // a name may be so much wider than its country
const NEAR = 9; // pixels between a point and its name
const FAR = [18, 30, 42, 56, 72, 88]; // pixels between a point and a name that a line leads to
const SHORTEST = 5; // letters that stay of a name without room
const FARTHEST = 14; // degrees of the plane: a name beyond would stand beside another country
const TURNS = [0, 180, 90, -90, -45, 45, -135, 135, 22, -22, 158, -158, 68, -68, 112, -112].map(
  (degrees) => (degrees * Math.PI) / 180,
);
const GRAZE = 3; // pixels by which a leading line may touch a box
const STRIDE = 3; // pixels between the points of a leading line that have to be free
const STEPS = 40; // points tried along a curve where it may leave the window

/**
 * Where a label of a width may stand about its point, best first: below, above, right, left, the corners.
 * @param {Point} point @param {number} w @param {number} half of the width of the symbol there @returns {Point[]}
 */
function candidates([x, y], w, half) {
  const gap = NEAR;
  const beside = Math.max(gap, half) + 2;
  return [
    [x - w / 2, y + gap],
    [x - w / 2, y - gap - HEIGHT],
    [x + beside, y - HEIGHT / 2],
    [x - beside - w, y - HEIGHT / 2],
    [x + gap - 2, y + gap - 3],
    [x - gap + 2 - w, y + gap - 3],
    [x + gap - 2, y - gap - HEIGHT + 3],
    [x - gap + 2 - w, y - gap - HEIGHT + 3],
    [x - w / 2, y + gap + HEIGHT],
    [x + gap + 14, y - HEIGHT / 2],
  ];
}

/**
 * Where a label may stand farther off, with a line that leads to it.
 * @param {Point} point @param {number} w @param {number} most pixels @returns {Point[]}
 */
function farther([x, y], w, most) {
  return FAR.filter((reach) => reach <= most).flatMap((reach) =>
    TURNS.map((turn) => {
      /** @type {Point} */
      const corner = [
        x + Math.cos(turn) * (reach + w / 2) - w / 2,
        y + Math.sin(turn) * (reach + HEIGHT / 2) - HEIGHT / 2,
      ];
      return corner;
    }),
  );
}

/**
 * The line from the edge of a symbol to the box of a name.
 * @param {Point} symbol @param {Box} box @returns {[from: Point, to: Point]}
 */
function leader([x, y], box) {
  const [toX, toY] = [between(x, box[0], box[2]), between(y, box[1], box[3])];
  const share = Math.min(1, NEAR / Math.hypot(toX - x, toY - y));
  return [
    [x + (toX - x) * share, y + (toY - y) * share],
    [toX, toY],
  ];
}

/** The number between two others that is nearest to a third. @param {number} n @param {number} least @param {number} most */
const between = (n, least, most) => Math.max(least, Math.min(most, n));

/** @param {Words} label */
function fontOf({ focus, marked, region, begins }) {
  const weight = focus ? 700 : marked ? 600 : 400;
  const large = (marked && !begins) || focus;
  return `${region ? "italic " : ""}${weight} ${large ? 12.5 : 11.5}px "Source Sans 3", sans-serif`;
}

/** @param {Point} corner @param {number} width @returns {Box} */
const boxOf = ([left, top], width) => [left - PAD, top, left + width + PAD, top + HEIGHT];

export class LabelPainter {
  /**
   * @param {Ctx} ctx
   * @param {Frame} frame
   * @param {Window} window
   * @param {Box[]} taken boxes that labels keep clear of
   * @param {Map<string, Point>} [kept] how far from its point each name stands that a line leads to, from paint to
   *   paint: while the map is pulled names stay where they are, and are not looked for anew
   */
  constructor(ctx, frame, window, taken, kept = new Map()) {
    this.kept = kept;
    this.ctx = ctx;
    this.frame = frame;
    this.window = window;
    this.taken = new TakenBoxes(taken);
    /** @type {{ text: string, box: Box }[]} */
    this.written = [];
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
    return !this.taken.meets(box);
  }

  /**
   * Write what has room, the most important first; those that find none beside their symbols then farther off, of
   * them those first that have the least choice.
   * @param {Label[]} labels
   */
  paint(labels) {
    /** @type {{ label: Label, point: Point, width: number, choice: number }[]} */
    const left = [];
    for (const label of labels) {
      const point = label.symbol?.at ?? toPixel(this.frame, label.at);
      if (!inWindow(this.window, point)) continue;
      const width = this.widthOf(label);
      if (label.room !== undefined && width > pixelsOf(this.frame, label.room) * BEYOND) continue;
      if (this.placeAgain(label, point, width) || this.placeNear(label, point, width) || !label.symbol)
        continue;
      left.push({ label, point, width, choice: this.farSpots(point, width).length });
    }
    left.sort((a, b) => Number(b.label.focus ?? 0) - Number(a.label.focus ?? 0) || a.choice - b.choice);
    for (const { label, point, width } of left) this.placeFar(label, point, width);
  }

  /** Write a label as far from its point as before, and tell whether there is room. @param {Label} label @param {Point} point @param {number} width */
  placeAgain(label, [x, y], width) {
    const away = this.kept.get(label.text);
    if (!away) return false;
    /** @type {Point} */
    const corner = [x + away[0], y + away[1]];
    const box = boxOf(corner, width);
    const line = leader([x, y], box);
    if (!this.isFree(box) || !this.isClear(line)) return false;
    this.lead(line, label);
    this.write(label, corner, width);
    return true;
  }

  /** Write a label at its point, and tell whether there is room. @param {Label} label @param {Point} point @param {number} width */
  placeNear(label, [x, y], width) {
    if (label.begins) {
      const fitting = this.shortened(
        label,
        Math.min(label.most ?? Infinity, this.window.right - MARGIN - label.begins[0]),
      );
      this.write(fitting, [label.begins[0], label.begins[1] - HEIGHT / 2], this.widthOf(fitting));
      return true;
    }
    /** @type {Point[]} */
    const spots =
      label.marked || label.focus
        ? candidates([x, y], width, label.symbol?.half ?? 0)
        : [[x - width / 2, y - HEIGHT / 2]];
    const spot = spots.find((corner) => this.isFree(boxOf(corner, width)));
    if (spot) this.write(label, spot, width);
    return spot !== undefined;
  }

  /** A label that is no wider than so many pixels, as far as that can be. @param {Label} label @param {number} most */
  shortened(label, most) {
    let fitting = label;
    for (let end = label.text.length - 1; end > SHORTEST && this.widthOf(fitting) > most; end -= 1)
      fitting = { ...label, text: `${label.text.slice(0, end).trimEnd()}…` };
    return fitting;
  }

  /** Write a label where a line can lead to it. @param {Label} label @param {Point} point @param {number} width */
  placeFar(label, point, width) {
    const [spot] = this.farSpots(point, width);
    if (!spot) return;
    this.kept.set(label.text, [spot[0] - point[0], spot[1] - point[1]]);
    this.lead(leader(point, boxOf(spot, width)), label);
    this.write(label, spot, width);
  }

  /** Where a name may stand that a line leads to, best first. @param {Point} point @param {number} width */
  farSpots(point, width) {
    return farther(point, width, pixelsOf(this.frame, FARTHEST)).filter((corner) => {
      const box = boxOf(corner, width);
      return this.isFree(box) && this.isClear(leader(point, box));
    });
  }

  /** Whether a line crosses nothing that is taken. @param {[from: Point, to: Point]} line */
  isClear([[ax, ay], [bx, by]]) {
    const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / STRIDE);
    for (let i = 0; i <= steps; i += 1) {
      const [x, y] = [ax + ((bx - ax) * i) / (steps || 1), ay + ((by - ay) * i) / (steps || 1)];
      if (this.taken.holds([x, y], GRAZE)) return false;
    }
    return true;
  }

  /** A line that leads to a name. @param {[from: Point, to: Point]} line @param {Words} label */
  lead([from, to], { dim }) {
    const ctx = this.ctx;
    ctx.globalAlpha = dim ? 0.45 : 0.8;
    ctx.strokeStyle = colour("ink-muted");
    ctx.lineWidth = 0.8;
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.lineTo(...to);
    ctx.stroke();
    ctx.globalAlpha = 1;
  }

  /** @param {Words} label @param {Point} corner @param {number} width */
  write(label, [left, top], width) {
    const ctx = this.ctx;
    const box = boxOf([left, top], width);
    this.taken.add(box);
    this.written.push({ text: label.text, box });
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
