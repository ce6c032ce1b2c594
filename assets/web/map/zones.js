// Zones: the soft areas of hotspots that are wider than a point, along a border or around a city.
(function () {
  "use strict";
  const { plane, style, DIM } = window.AtlasParts;
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
  function paintZones(ctx, { scale, dx, dy }, hotspots, { large, filled }) {
    ctx.save();
    ctx.translate(dx, dy);
    ctx.scale(scale, scale);
    ctx.lineWidth = 0.8 / scale;
    ctx.fillStyle = ctx.strokeStyle = style("hotspot");
    hotspots.filter(({ mark }) => mark.shape).forEach(({ mark, look }) => {
      const outline = outlineOf(mark);
      ctx.globalAlpha = (look.lit ? 1 : DIM) * (large ? 0.2 : 0.11);
      if (filled) ctx.fill(outline, "evenodd");
      ctx.globalAlpha = (look.lit ? 1 : DIM) * (large ? 0.5 : 0.22);
      ctx.setLineDash(look.faint ? [2 / scale, 3 / scale] : []);
      ctx.stroke(outline);
    });
    ctx.restore();
  }

  window.AtlasParts.paintZones = paintZones;
})();
