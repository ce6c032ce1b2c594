// Zones: the soft areas of hotspots that are wider than a point, along a border or around a city.
import { colour } from "./colours.js";
import { toWorld } from "./plane.js";
import { DIM } from "./routes.js";
import { keptPath, newPath } from "./traced_path.js";

/** @import { Ctx, Drawn, Frame, HotspotMark, Point } from "./types.js" */

/** @type {Map<HotspotMark, Path2D>} of each mark, in pixels of the world (zoom 0) */
const outlines = new Map();

/** @param {HotspotMark} mark @param {Point[][]} rings */
function outlineOf(mark, rings) {
  return keptPath(outlines, mark, () => {
    const path = newPath();
    for (const [start, ...others] of rings) {
      path.moveTo(...toWorld(start));
      for (const point of others) path.lineTo(...toWorld(point));
    }
    return path;
  });
}

/**
 * @param {Ctx} ctx
 * @param {Frame} frame
 * @param {Drawn<HotspotMark>[]} hotspots
 * @param {{ large: boolean, filled: boolean }} how large: on a large map; filled: false where the fill of land
 *   says something else
 */
export function paintZones(ctx, { scale, dx, dy }, hotspots, { large, filled }) {
  ctx.save();
  ctx.translate(dx, dy);
  ctx.scale(scale, scale);
  ctx.lineWidth = 0.8 / scale;
  ctx.fillStyle = colour("hotspot");
  ctx.strokeStyle = ctx.fillStyle;
  for (const { mark, style } of hotspots) {
    if (!mark.shape) continue;
    const outline = outlineOf(mark, mark.shape);
    ctx.globalAlpha = (style.highlighted ? 1 : DIM) * (large ? 0.2 : 0.11);
    if (filled) ctx.fill(outline, "evenodd");
    ctx.globalAlpha = (style.highlighted ? 1 : DIM) * (large ? 0.5 : 0.22);
    ctx.setLineDash(style.unconfirmed ? [2 / scale, 3 / scale] : []);
    ctx.stroke(outline);
  }
  ctx.restore();
}
