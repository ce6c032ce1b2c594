// Routes: bent lines with arrowheads, loops for internal trafficking, stubs where an end is not named.
import { colour } from "./colours.js";
import { mostNamed, paintDenseRoutes } from "./dense_routes.js";

/** @import { Box, Ctx, Drawn, Point, RouteMark, Style } from "./types.js" */
/** @import { RoutePath, RoutePaths } from "./route_paths.js" */

const WIDTHS = [2.6, 4, 6, 1.4]; // pixels of the whole band by width class; the last is for thin dots
const THINNEST = 1.2; // pixels of a stripe: a band of many forms grows wider rather than fall below
const BROAD = WIDTHS.slice(1, 3);
export const DIM = 0.2; // LOOK: everything out of focus at a fifth
const MANY = 150; // from more lines than this on, a line of one document has no halo: it would cost as much again
export const DENSE = 400; // from more lines than this on, they are painted as dense routes
const EDGE = 12; // pixels: how far halo and arrowhead reach beyond a line
const WING = 0.42; // radians between the middle of an arrowhead and its side

/** The pixels of a route's band and of each of its stripes. @param {Style} style */
export function bandOf({ width, stripes }) {
  const each = Math.max(THINNEST, WIDTHS[width] / stripes.length);
  return { each, band: each * stripes.length };
}

/** How far the middle of a stripe lies to the left of the route's. @param {number} n @param {Style} style */
export function leftOfMiddle(n, style) {
  const { each, band } = bandOf(style);
  return (band - each) / 2 - n * each;
}

/** @param {number} band pixels */
const headLength = (band) => 6.5 + band; // a floor, so that a thin line's direction can be read

/** The box of a route's arrowhead. @param {{ style: Style, routePath: RoutePath }} item @returns {Box} */
function headBox({ style, routePath }) {
  const [[fromX, fromY], [x, y]] = routePath.end;
  const size = headLength(bandOf(style).band);
  const angle = Math.atan2(y - fromY, x - fromX);
  const corners = [-WING, WING].map((turn) => [
    x - size * Math.cos(angle + turn),
    y - size * Math.sin(angle + turn),
  ]);
  const [xs, ys] = [0, 1].map((n) => [n ? y : x, ...corners.map((corner) => corner[n])]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * An arrowhead, split from tip to base among the stripes.
 * @param {Ctx} ctx @param {[control: Point, tip: Point]} end @param {number} width @param {string[]} colours
 */
function arrowhead(ctx, [control, tip], width, colours) {
  const size = headLength(width);
  const angle = Math.atan2(tip[1] - control[1], tip[0] - control[0]);
  /** @type {(turn: number) => Point} */
  const wing = (turn) => [tip[0] - size * Math.cos(angle + turn), tip[1] - size * Math.sin(angle + turn)];
  const [left, right] = [wing(WING), wing(-WING)];
  /** @type {(share: number) => Point} */
  const base = (share) => [left[0] + (right[0] - left[0]) * share, left[1] + (right[1] - left[1]) * share];
  colours.forEach((each, n) => {
    ctx.fillStyle = each;
    ctx.beginPath();
    ctx.moveTo(...tip);
    ctx.lineTo(...base(n / colours.length));
    ctx.lineTo(...base((n + 1) / colours.length));
    ctx.closePath();
    ctx.fill();
  });
}

export class RoutePainter {
  /**
   * What is drawn of each visible route: its path is read by the hit test too.
   * @param {RoutePaths} routePaths @param {Drawn<RouteMark>[]} visible
   */
  constructor(routePaths, visible) {
    this.canvas = routePaths.canvas;
    this.dense = visible.length > DENSE;
    /** @type {Box[] | undefined} */
    this.knownHeads = undefined;
    this.drawn = visible.map(({ mark, style }) => {
      const routePath = routePaths.of(mark);
      return { mark, style, routePath, segments: routePath.segments, loop: routePath.loop };
    });
  }

  /** The boxes of the arrowheads; none in a crowd, where they are strokes. @returns {Box[]} */
  get heads() {
    this.knownHeads ??= this.dense ? [] : this.drawn.map(headBox);
    return this.knownHeads;
  }

  /** @param {Ctx} ctx @param {number} ratio pixels of the screen in one of the canvas */
  paint(ctx, ratio) {
    const near = this.drawn.filter(({ routePath }) => routePath.meets(this.canvas, EDGE));
    const back = near.filter(({ style }) => !style.highlighted);
    const front = near.filter(({ style }) => style.highlighted).reverse(); // the best documented on top
    const thin = [1 / ratio, 2, 3.4, 1 / ratio];
    ctx.globalAlpha = DIM;
    if (near.length > DENSE) paintDenseRoutes(ctx, back, this.canvas, thin);
    else for (const item of back) this.paintOne(ctx, item, []);
    ctx.globalAlpha = front.length > DENSE ? 1 : 0.92;
    if (front.length > DENSE) paintDenseRoutes(ctx, front, this.canvas, thin);
    else for (const item of front) this.paintOne(ctx, item, front.length > MANY ? BROAD : WIDTHS);
    ctx.globalAlpha = 1;
  }

  /**
   * @param {Ctx} ctx
   * @param {{ style: Style, routePath: RoutePath }} item
   * @param {number[]} haloed the widths that get a halo
   */
  paintOne(ctx, { style, routePath }, haloed) {
    const { each, band } = bandOf(style);
    ctx.lineCap = "round";
    if (haloed.includes(WIDTHS[style.width])) {
      ctx.strokeStyle = colour("halo");
      ctx.lineWidth = band + 2.4;
      ctx.stroke(routePath.path);
    }
    // Round ends of neighbours would lie over each other; a dot is nothing but its ends.
    if (style.stripes.length > 1 && !style.unconfirmed) ctx.lineCap = "butt";
    ctx.lineWidth = each;
    const colours = style.stripes.map(({ family }) => colour(`type-${family}`));
    style.stripes.forEach(({ hedged }, n) => {
      ctx.setLineDash(style.unconfirmed ? [0.1, 5] : hedged ? [7, 5] : []);
      ctx.strokeStyle = colours[n];
      ctx.stroke(routePath.stripe(leftOfMiddle(n, style)));
    });
    ctx.setLineDash([]);
    arrowhead(ctx, routePath.end, band, colours);
    for (const stop of routePath.stops) this.paintStop(ctx, stop, band);
  }

  /**
   * The stripe under the pointer, with an edge in ink.
   * @param {Ctx} ctx @param {string} id of its route @param {number} stripe
   */
  paintPointed(ctx, id, stripe) {
    const item = this.drawn.find(({ mark }) => mark.id === id);
    const pointed = item?.style.stripes[stripe];
    if (!item || !pointed) return;
    const { each } = bandOf(item.style);
    const path = item.routePath.stripe(this.dense ? 0 : leftOfMiddle(stripe, item.style));
    ctx.lineCap = "butt";
    for (const [key, width] of /** @type {[string, number][]} */ ([
      ["ink", each + 2.4],
      [`type-${pointed.family}`, each + 0.6],
    ])) {
      ctx.strokeStyle = colour(key);
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
  }

  /**
   * A transit stop: a node that the line passes through.
   * @param {Ctx} ctx @param {Point} stop @param {number} band
   */
  paintStop(ctx, stop, band) {
    ctx.beginPath();
    ctx.arc(...stop, 2.2 + band / 2, 0, 2 * Math.PI);
    ctx.fillStyle = colour("halo");
    ctx.fill();
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = colour("ink");
    ctx.stroke();
  }

  /**
   * The nearest drawn route within ``reach`` pixels of a point, and which of its stripes; highlighted before
   * dimmed ones.
   * @param {Point} point @param {number} reach
   */
  at(point, reach) {
    /** @type {{ mark: RouteMark, style: Style, routePath: RoutePath } | null} */
    let best = null;
    let bestRank = Infinity;
    for (const item of this.drawn) {
      const { style, routePath } = item;
      if (!routePath.meets([...point, ...point], reach)) continue;
      const distance = Math.max(0, routePath.distance(point) - bandOf(style).band / 2);
      const rank = distance + (style.highlighted ? 0 : reach);
      if (distance <= reach && rank < bestRank) {
        best = item;
        bestRank = rank;
      }
    }
    if (!best) return null;
    const { mark, style } = best;
    const stripe = this.dense ? style.stripes.indexOf(mostNamed(style.stripes)) : stripeAt(best, point);
    return { mark, style, stripe };
  }
}

/**
 * The stripe of a route that is nearest to a point.
 * @param {{ style: Style, routePath: RoutePath }} item @param {Point} point
 */
function stripeAt({ style, routePath }, point) {
  const { each, band } = bandOf(style);
  const n = Math.floor((band / 2 - routePath.leftward(point)) / each);
  return Math.max(0, Math.min(style.stripes.length - 1, n));
}
