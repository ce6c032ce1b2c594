// Stacks: small squares on a route whose claims name several forms, one in the colour of each.
import { colour } from "./colours.js";
import { pointOn } from "./route_paths.js";
import { DIM } from "./routes.js";

/** @import { Ctx, Point, Style } from "./types.js" */
/** @import { RoutePath } from "./route_paths.js" */

const SIDE = 5; // pixels
const ALONG = 0.58; // share of the route, past the middle where lines cross most

/** @param {RoutePath} routePath @returns {Point | null} */
function pointOf({ segments, loop }) {
  if (loop) return [loop.x, loop.y - 10];
  const segment = segments[Math.floor(segments.length / 2)];
  return segment ? pointOn(segment, ALONG) : null;
}

/**
 * @param {Ctx} ctx
 * @param {{ style: Style, routePath: RoutePath }[]} drawn the routes as painted
 * @param {string[]} families the colour family of each form
 */
export function paintFormStacks(ctx, drawn, families) {
  for (const { style, routePath } of drawn) {
    const point = style.family === "several" ? pointOf(routePath) : null;
    if (!point) continue;
    const kinds = [...new Set(style.forms.map((form) => families[form]))];
    const left = point[0] - (kinds.length * SIDE) / 2;
    ctx.globalAlpha = style.highlighted ? 1 : DIM;
    ctx.fillStyle = colour("halo");
    ctx.fillRect(left - 1, point[1] - SIDE / 2 - 1, kinds.length * SIDE + 2, SIDE + 2);
    for (const [i, family] of kinds.entries()) {
      ctx.fillStyle = colour(`type-${family}`);
      ctx.fillRect(left + i * SIDE, point[1] - SIDE / 2, SIDE, SIDE);
    }
  }
  ctx.globalAlpha = 1;
}
