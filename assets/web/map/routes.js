// Routes: bent lines with arrowheads, loops for internal trafficking, stubs where an end is not named.
(function () {
  "use strict";
  const { style, paintCrowd } = window.AtlasParts;
  const WIDTHS = [1.8, 3.2, 5, 1.4]; // pixels by width class; the last is for thin dots
  const BROAD = WIDTHS.slice(1, 3);
  const DOTS = 3;
  const DIM = 0.2; // LOOK: everything out of focus at a fifth
  const MANY = 150; // from more lines than this on, a line of one document has no halo: it would cost as much again
  const CROWD = 400; // from more lines than this on, they are painted as a crowd
  const EDGE = 12; // pixels: how far halo and arrowhead reach beyond a line

  function arrowhead(ctx, [control, tip], width) {
    const size = 6.5 + width; // a floor, so that a thin line's direction can be read
    const angle = Math.atan2(tip[1] - control[1], tip[0] - control[0]);
    const wing = (turn) => [tip[0] - size * Math.cos(angle + turn), tip[1] - size * Math.sin(angle + turn)];
    ctx.beginPath();
    ctx.moveTo(...tip);
    ctx.lineTo(...wing(0.42));
    ctx.lineTo(...wing(-0.42));
    ctx.closePath();
    ctx.fill();
  }

  class RoutePainter {
    // What is drawn of each visible route: its way is read by the hit test too.
    constructor(ways, visible) {
      this.canvas = ways.canvas;
      this.drawn = visible.map(({ mark, look }) => {
        const way = ways.of(mark);
        return { mark, look, way, segments: way.segments, loop: way.loop };
      });
    }

    // ratio: pixels of the screen in one of the canvas
    paint(ctx, ratio) {
      const near = this.drawn.filter(({ way }) => way.meets(this.canvas, EDGE));
      const back = near.filter(({ look }) => !look.lit);
      const front = near.filter(({ look }) => look.lit).reverse(); // the best documented on top
      const thin = [1 / ratio, 2, 3.4, 1 / ratio];
      ctx.globalAlpha = DIM;
      if (near.length > CROWD) paintCrowd(ctx, back, this.canvas, thin);
      else back.forEach((item) => this.paintOne(ctx, item));
      ctx.globalAlpha = front.length > CROWD ? 1 : 0.92;
      if (front.length > CROWD) paintCrowd(ctx, front, this.canvas, thin);
      else front.forEach((item) => this.paintOne(ctx, item, front.length > MANY ? BROAD : WIDTHS));
      ctx.globalAlpha = 1;
    }

    // haloed: the widths that get a halo
    paintOne(ctx, { look, way }, haloed = []) {
      const width = WIDTHS[look.width];
      ctx.lineCap = "round";
      if (haloed.includes(width)) {
        ctx.strokeStyle = style("halo");
        ctx.lineWidth = width + 2.4;
        ctx.stroke(way.path);
      }
      ctx.setLineDash(look.width === DOTS ? [0.1, 5] : look.hedged ? [7, 5] : []);
      ctx.strokeStyle = ctx.fillStyle = style(`type-${look.family}`);
      ctx.lineWidth = width;
      ctx.stroke(way.path);
      ctx.setLineDash([]);
      arrowhead(ctx, way.end, width);
      way.stops.forEach((stop) => {
        ctx.beginPath(); // a transit stop: a node that the line passes through
        ctx.arc(...stop, 2.6 + width / 2, 0, 2 * Math.PI);
        ctx.fill();
      });
    }

    // The nearest drawn route within ``reach`` pixels of a point; lit ones before dimmed ones.
    at(point, reach) {
      let best = null;
      this.drawn.forEach(({ mark, look, way }) => {
        if (!way.meets([...point, ...point], reach)) return;
        const distance = way.distance(point);
        const rank = distance + (look.lit ? 0 : reach);
        if (distance <= reach && (!best || rank < best.rank)) best = { mark, rank };
      });
      return best && best.mark;
    }
  }

  Object.assign(window.AtlasParts, { RoutePainter, DIM, CROWD });
})();
