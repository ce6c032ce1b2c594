// Routes: bent lines with arrowheads, loops for internal trafficking, stubs where an end is not named.
import { colour } from "./colours.js";
import { paintDenseRoutes } from "./dense_routes.js";

/** @import { Ctx, Drawn, Point, RouteMark, Style } from "./types.js" */
/** @import { RoutePath, RoutePaths } from "./route_paths.js" */

const WIDTHS = [1.8, 3.2, 5, 1.4]; // pixels by width class; the last is for thin dots
const BROAD = WIDTHS.slice(1, 3);
const DOTS = 3;
export const DIM = 0.2; // LOOK: everything out of focus at a fifth
const MANY = 150; // from more lines than this on, a line of one document has no halo: it would cost as much again
export const DENSE = 400; // from more lines than this on, they are painted as dense routes
const EDGE = 12; // pixels: how far halo and arrowhead reach beyond a line

/** @param {Ctx} ctx @param {[control: Point, tip: Point]} end @param {number} width */
function arrowhead(ctx, [control, tip], width) {
  const size = 6.5 + width; // a floor, so that a thin line's direction can be read
  const angle = Math.atan2(tip[1] - control[1], tip[0] - control[0]);
  /** @type {(turn: number) => Point} */
  const wing = (turn) => [tip[0] - size * Math.cos(angle + turn), tip[1] - size * Math.sin(angle + turn)];
  ctx.beginPath();
  ctx.moveTo(...tip);
  ctx.lineTo(...wing(0.42));
  ctx.lineTo(...wing(-0.42));
  ctx.closePath();
  ctx.fill();
}

export class RoutePainter {
  /**
   * What is drawn of each visible route: its path is read by the hit test too.
   * @param {RoutePaths} routePaths @param {Drawn<RouteMark>[]} visible
   */
  constructor(routePaths, visible) {
    this.canvas = routePaths.canvas;
    this.drawn = visible.map(({ mark, style }) => {
      const routePath = routePaths.of(mark);
      return { mark, style, routePath, segments: routePath.segments, loop: routePath.loop };
    });
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
    const width = WIDTHS[style.width];
    ctx.lineCap = "round";
    if (haloed.includes(width)) {
      ctx.strokeStyle = colour("halo");
      ctx.lineWidth = width + 2.4;
      ctx.stroke(routePath.path);
    }
    ctx.setLineDash(style.width === DOTS ? [0.1, 5] : style.hedged ? [7, 5] : []);
    ctx.fillStyle = colour(`type-${style.family}`);
    ctx.strokeStyle = ctx.fillStyle;
    ctx.lineWidth = width;
    ctx.stroke(routePath.path);
    ctx.setLineDash([]);
    arrowhead(ctx, routePath.end, width);
    for (const stop of routePath.stops) {
      ctx.beginPath(); // a transit stop: a node that the line passes through
      ctx.arc(...stop, 2.6 + width / 2, 0, 2 * Math.PI);
      ctx.fill();
    }
  }

  /**
   * The nearest drawn route within ``reach`` pixels of a point; highlighted before dimmed ones.
   * @param {Point} point @param {number} reach
   */
  at(point, reach) {
    /** @type {RouteMark | null} */
    let best = null;
    let bestRank = Infinity;
    for (const { mark, style, routePath } of this.drawn) {
      if (!routePath.meets([...point, ...point], reach)) continue;
      const distance = routePath.distance(point);
      const rank = distance + (style.highlighted ? 0 : reach);
      if (distance <= reach && rank < bestRank) {
        best = mark;
        bestRank = rank;
      }
    }
    return best;
  }
}
