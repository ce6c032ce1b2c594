// Zones: the soft areas of hotspots that are wider than a point, along a border or around a city.
import { colour } from "./colours.js";
import { plane } from "./plane.js";
import { DIM } from "./routes.js";

const outlines = new Map(); // of each mark, in pixels of the world (zoom 0)

function outlineOf(mark) {
  if (!outlines.has(mark)) {
    const path = new Path2D();
    mark.shape.forEach((ring) =>
      ring.forEach(([x, y], i) => {
        if (i) path.lineTo(...plane.toWorld(x, y));
        else path.moveTo(...plane.toWorld(x, y));
      }),
    );
    outlines.set(mark, path);
  }
  return outlines.get(mark);
}

// large: on a large map; filled: false where the fill of land says something else
export function paintZones(ctx, { scale, dx, dy }, hotspots, { large, filled }) {
  ctx.save();
  ctx.translate(dx, dy);
  ctx.scale(scale, scale);
  ctx.lineWidth = 0.8 / scale;
  ctx.fillStyle = ctx.strokeStyle = colour("hotspot");
  hotspots
    .filter(({ mark }) => mark.shape)
    .forEach(({ mark, style }) => {
      const outline = outlineOf(mark);
      ctx.globalAlpha = (style.highlighted ? 1 : DIM) * (large ? 0.2 : 0.11);
      if (filled) ctx.fill(outline, "evenodd");
      ctx.globalAlpha = (style.highlighted ? 1 : DIM) * (large ? 0.5 : 0.22);
      ctx.setLineDash(style.unconfirmed ? [2 / scale, 3 / scale] : []);
      ctx.stroke(outline);
    });
  ctx.restore();
}
