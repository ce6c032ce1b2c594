// Symbols: role shapes, hotspots, soft region ends and the dots where lines meet.
(function () {
  "use strict";
  const { plane, style, DIM } = window.AtlasParts;
  const SIZE = 10; // pixels: side of a role symbol
  const STEP = 13; // pixels between the symbols of one place
  const SHAPES = {
    source: (ctx, s) => [[0, -s * 0.6], [s * 0.62, s * 0.5], [-s * 0.62, s * 0.5]],
    transit: (ctx, s) => [[0, -s * 0.68], [s * 0.68, 0], [0, s * 0.68], [-s * 0.68, 0]],
    destination: (ctx, s) => [[-s * 0.5, -s * 0.5], [s * 0.5, -s * 0.5], [s * 0.5, s * 0.5], [-s * 0.5, s * 0.5]],
  };

  function shape(ctx, x, y, points, fill) {
    ctx.beginPath();
    points.forEach(([px, py], i) => (i ? ctx.lineTo(x + px, y + py) : ctx.moveTo(x + px, y + py)));
    ctx.closePath();
    ctx.lineJoin = "round";
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = style("halo");
    ctx.stroke();
    ctx.fillStyle = fill;
    ctx.fill();
  }

  class SymbolPainter {
    constructor(frame, state) {
      this.pixel = (at) => {
        const [wx, wy] = plane.toWorld(...at);
        return [wx * frame.scale + frame.dx, wy * frame.scale + frame.dy];
      };
      this.state = state;
      this.frame = frame;
      this.roles = this.placeRoles();
      this.hotspots = state.hotspots.map(({ mark, look }) => ({ mark, look, at: this.pixel(mark.at) }));
    }

    // The roles of one place stand side by side, centred on its point.
    placeRoles() {
      const byPlace = new Map();
      this.state.roles.forEach((item) => {
        byPlace.set(item.mark.place, [...(byPlace.get(item.mark.place) || []), item]);
      });
      return [...byPlace.values()].flatMap((items) =>
        items.map((item, i) => {
          const [x, y] = this.pixel(item.mark.at);
          return { ...item, at: [x + (i - (items.length - 1) / 2) * STEP, y] };
        }),
      );
    }

    paintSoftEnds(ctx, ends) {
      ends.forEach(({ at, lit }) => {
        const [x, y] = this.pixel(at);
        const glow = ctx.createRadialGradient(x, y, 2, x, y, 26);
        glow.addColorStop(0, style("ink-muted"));
        glow.addColorStop(1, `${style("ink-muted")}00`);
        ctx.globalAlpha = lit ? 0.4 : DIM / 2;
        ctx.fillStyle = glow;
        ctx.fillRect(x - 26, y - 26, 52, 52);
      });
      ctx.globalAlpha = 1;
    }

    paintZones(ctx) {
      const { scale, dx, dy } = this.frame;
      this.state.hotspots.forEach(({ mark, look }) => {
        if (!mark.shape) return;
        ctx.beginPath();
        mark.shape.forEach((ring) =>
          ring.forEach(([x, y], i) => {
            const [wx, wy] = plane.toWorld(x, y);
            if (i) ctx.lineTo(wx * scale + dx, wy * scale + dy);
            else ctx.moveTo(wx * scale + dx, wy * scale + dy);
          }),
        );
        ctx.globalAlpha = look.lit ? 0.28 : 0.28 * DIM * 2;
        ctx.fillStyle = style("hotspot");
        ctx.fill("evenodd");
      });
      ctx.globalAlpha = 1;
    }

    paintDots(ctx, dots) {
      dots.forEach(({ at, lit }) => {
        ctx.globalAlpha = lit ? 1 : DIM;
        ctx.beginPath();
        ctx.arc(...this.pixel(at), 3.2, 0, 2 * Math.PI);
        ctx.fillStyle = style("ink");
        ctx.fill();
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = style("halo");
        ctx.stroke();
      });
      ctx.globalAlpha = 1;
    }

    paint(ctx) {
      this.hotspots.forEach(({ look, at: [x, y] }) => {
        ctx.globalAlpha = look.lit ? 1 : DIM;
        const glow = ctx.createRadialGradient(x, y, 3, x, y, 15);
        glow.addColorStop(0, style("hotspot"));
        glow.addColorStop(1, `${style("hotspot")}00`);
        ctx.globalAlpha *= 0.45;
        ctx.fillStyle = glow;
        ctx.fillRect(x - 15, y - 15, 30, 30);
        ctx.globalAlpha = look.lit ? 1 : DIM;
        shape(ctx, x, y, SHAPES.transit(ctx, 8.5), style("hotspot"));
        ctx.fillStyle = style("halo");
        ctx.fillRect(x - 1.3, y - 1.3, 2.6, 2.6); // a pierced diamond: not to be taken for transit
      });
      this.roles.forEach(({ mark, look, at: [x, y] }) => {
        ctx.globalAlpha = look.lit ? 1 : DIM;
        shape(ctx, x, y, SHAPES[mark.role](ctx, SIZE), style(`role-${mark.role}`));
      });
      ctx.globalAlpha = 1;
    }

    // Boxes that labels keep clear of: [left, top, right, bottom].
    boxes() {
      return [...this.roles, ...this.hotspots].map(({ at: [x, y] }) => [x - 7, y - 7, x + 7, y + 7]);
    }

    at([px, py], reach) {
      const hit = (items) =>
        items
          .map((item) => ({ item, distance: Math.hypot(px - item.at[0], py - item.at[1]) }))
          .filter(({ distance }) => distance <= reach + 3)
          .sort((a, b) => a.distance - b.distance)[0];
      const role = hit(this.roles);
      const hotspot = hit(this.hotspots);
      if (!role && !hotspot) return null;
      if (hotspot && (!role || hotspot.distance <= role.distance)) {
        return { kind: "hotspot", id: hotspot.item.mark.id, name: hotspot.item.mark.name };
      }
      return { kind: role.item.mark.focus, id: role.item.mark.place, name: role.item.mark.name };
    }
  }

  window.AtlasParts.SymbolPainter = SymbolPainter;
})();
