// Routes: bent lines with arrowheads, loops for internal trafficking, stubs where an end is not named.
(function () {
  "use strict";
  const { plane, style } = window.AtlasParts;
  const WIDTHS = [1.8, 3.2, 5, 1.4]; // pixels by width class; the last is for thin dots
  const DOTS = 3;
  const ROOM = 9; // pixels kept free around the symbol at an end
  const DIM = 0.2; // LOOK: everything out of focus at a fifth
  const LOOP = 10; // pixels: radius of the ring for internal trafficking
  const STUB = 40; // pixels: length of a line whose other end is not named

  const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

  // The part of a quadratic curve between two parameters, by de Casteljau.
  function part([a, b, c], from, to) {
    const point = (t) => mix(mix(a, b, t), mix(b, c, t), t);
    const control = mix(mix(a, b, from), mix(b, c, from), to);
    return [point(from), control, point(to)];
  }

  const lengthOf = ([a, b, c]) =>
    (Math.hypot(c[0] - a[0], c[1] - a[1]) +
      Math.hypot(b[0] - a[0], b[1] - a[1]) +
      Math.hypot(c[0] - b[0], c[1] - b[1])) / 2;

  // Segments of a mark in pixels, its two ends drawn back from the symbols there.
  function segmentsOf(mark, { scale, dx, dy }) {
    const pixel = (x, y) => {
      const [wx, wy] = plane.toWorld(x, y);
      return [wx * scale + dx, wy * scale + dy];
    };
    const found = mark.curve.map((s) => [pixel(s[0], s[1]), pixel(s[2], s[3]), pixel(s[4], s[5])]);
    if (!found.length) return found;
    const cut = (segment) => Math.min(0.35, ROOM / Math.max(1, lengthOf(segment)));
    found[0] = part(found[0], cut(found[0]), 1);
    const last = found.length - 1;
    found[last] = part(found[last], 0, 1 - cut(found[last]));
    return found;
  }

  function loopOf([x, y]) {
    return { x, y: y - ROOM - LOOP, from: 0.5 * Math.PI + 0.5, to: 2.5 * Math.PI - 0.5 };
  }

  // A line that leads out of a place or into it: towards a region, or to an end that is not named.
  function stubOf([x, y], { out, angle = -0.55 }) {
    const along = (r, turn) => [x + r * Math.cos(angle + turn), y + r * Math.sin(angle + turn)];
    const [near, bent, far] = [along(ROOM, 0), along(STUB * 0.65, 0.16), along(STUB, 0)];
    return out ? [near, bent, far] : [far, bent, near];
  }

  function arrowhead(ctx, [, control, tip], width) {
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

  function trace(ctx, segments) {
    ctx.beginPath();
    ctx.moveTo(...segments[0][0]);
    segments.forEach(([, control, end]) => ctx.quadraticCurveTo(...control, ...end));
  }

  class RoutePainter {
    // What is drawn of each visible route, in pixels: made once a paint, read by the hit test.
    constructor(frame, visible) {
      const pixel = (at) => {
        const [wx, wy] = plane.toWorld(...at);
        return [wx * frame.scale + frame.dx, wy * frame.scale + frame.dy];
      };
      this.drawn = visible.map(({ mark, look }) => {
        const segments = segmentsOf(mark, frame);
        if (mark.stub) segments.push(stubOf(pixel(mark.stub.at), mark.stub));
        return { mark, look, segments, loop: mark.loop ? loopOf(pixel(mark.loop)) : null };
      });
    }

    paint(ctx) {
      const halo = this.drawn.length <= 400;
      const colours = new Map();
      const colour = (family) => {
        if (!colours.has(family)) colours.set(family, style(`type-${family}`));
        return colours.get(family);
      };
      const back = this.drawn.filter((item) => !item.look.lit);
      const front = this.drawn.filter((item) => item.look.lit);
      [...back, ...front.reverse()].forEach((item) => {
        ctx.globalAlpha = item.look.lit ? 0.92 : DIM;
        this.paintOne(ctx, item, colour(item.look.family), halo && item.look.lit);
      });
      ctx.globalAlpha = 1;
      ctx.setLineDash([]);
    }

    paintOne(ctx, { mark, look, segments, loop }, colour, halo) {
      const width = WIDTHS[look.width];
      ctx.lineCap = "round";
      const draw = () => {
        if (loop) {
          ctx.beginPath();
          ctx.arc(loop.x, loop.y, LOOP, loop.from, loop.to);
        } else trace(ctx, segments);
        ctx.stroke();
      };
      if (halo) {
        ctx.setLineDash([]);
        ctx.strokeStyle = style("halo");
        ctx.lineWidth = width + 2.4;
        draw();
      }
      ctx.setLineDash(look.width === DOTS ? [0.1, 5] : look.hedged ? [7, 5] : []);
      ctx.strokeStyle = ctx.fillStyle = colour;
      ctx.lineWidth = width;
      if (segments.length || loop) draw();
      ctx.setLineDash([]);
      this.paintEnds(ctx, mark, segments, loop, width);
    }

    paintEnds(ctx, mark, segments, loop, width) {
      if (loop) {
        const tip = [loop.x + LOOP * Math.cos(loop.to), loop.y + LOOP * Math.sin(loop.to)];
        arrowhead(ctx, [null, [tip[0] + 4, tip[1] - 2.4], tip], width);
        return;
      }
      const last = segments[segments.length - 1];
      if (last) arrowhead(ctx, last, width);
      segments.slice(1).forEach(([start]) => {
        ctx.beginPath(); // a transit stop: a node that the line passes through
        ctx.arc(...start, 2.6 + width / 2, 0, 2 * Math.PI);
        ctx.fill();
      });
    }

    // The nearest drawn route within ``reach`` pixels of a point; lit ones before dimmed ones.
    at([px, py], reach) {
      let best = null;
      this.drawn.forEach(({ mark, look, segments, loop }) => {
        let distance = loop ? Math.abs(Math.hypot(px - loop.x, py - loop.y) - LOOP) : Infinity;
        segments.forEach((segment) => {
          if (near(segment, px, py, reach)) distance = Math.min(distance, alongChords(segment, px, py));
        });
        const rank = distance + (look.lit ? 0 : reach);
        if (distance <= reach && (!best || rank < best.rank)) best = { mark, rank };
      });
      return best && best.mark;
    }
  }

  function near(segment, px, py, reach) {
    const xs = segment.map((p) => p[0]);
    const ys = segment.map((p) => p[1]);
    return px >= Math.min(...xs) - reach && px <= Math.max(...xs) + reach &&
      py >= Math.min(...ys) - reach && py <= Math.max(...ys) + reach;
  }

  // Distance from a point to the curve, taken as 32 straight pieces.
  function alongChords(segment, px, py) {
    let best = Infinity;
    let a = segment[0];
    for (let i = 1; i <= 32; i += 1) {
      const b = part(segment, 0, i / 32)[2];
      const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
      const t = Math.max(0, Math.min(1, ((px - a[0]) * ux + (py - a[1]) * uy) / (ux * ux + uy * uy || 1)));
      best = Math.min(best, Math.hypot(px - a[0] - ux * t, py - a[1] - uy * t));
      a = b;
    }
    return best;
  }

  Object.assign(window.AtlasParts, { RoutePainter, DIM });
})();
