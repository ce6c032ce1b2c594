// Symbols: role shapes, hotspots, soft region ends and the dots where lines meet.
import { badgeWidth, drawBadge } from "./badges.js";
import { colour } from "./colours.js";
import { toPixel } from "./plane.js";
import { DIM } from "./routes.js";
import { layoutGroups } from "./symbol_layout.js";

const SIZE = 10; // pixels: side of a role symbol on a large map
const STEP = 13; // pixels between the symbols of one place
const BADGES = 3.9; // from this zoom a hotspot shows its sectors; below it is a small diamond
const SHAPES = {
  source: (s) => [
    [0, -s * 0.6],
    [s * 0.62, s * 0.5],
    [-s * 0.62, s * 0.5],
  ],
  transit: (s) => [
    [0, -s * 0.68],
    [s * 0.68, 0],
    [0, s * 0.68],
    [-s * 0.68, 0],
  ],
  destination: (s) => [
    [-s * 0.5, -s * 0.5],
    [s * 0.5, -s * 0.5],
    [s * 0.5, s * 0.5],
    [-s * 0.5, s * 0.5],
  ],
};

function shape(ctx, x, y, points, fill) {
  ctx.beginPath();
  points.forEach(([px, py], i) => (i ? ctx.lineTo(x + px, y + py) : ctx.moveTo(x + px, y + py)));
  ctx.closePath();
  ctx.lineJoin = "round";
  ctx.lineWidth = 2;
  ctx.strokeStyle = colour("halo");
  ctx.stroke();
  ctx.fillStyle = fill;
  ctx.fill();
}

export class SymbolPainter {
  // frame: scale and offset of the canvas; small: tells whether a place is too small to be seen
  constructor(frame, scene, zoom, small) {
    this.pixel = (at) => toPixel(frame, at);
    this.scene = scene;
    this.badges = zoom >= BADGES;
    const few = scene.roles.length <= 12; // a sparse map keeps its symbols large
    this.grow = zoom >= 4 || few ? 1 : zoom >= 3 ? 0.78 : 0.62;
    this.hotspots = this.placeHotspots();
    this.groups = layoutGroups(this.groupsOfRoles(small), this.hotspotBoxes());
    this.roles = this.groups.flatMap((group) => group.items);
  }

  groupsOfRoles(small) {
    const byPlace = new Map();
    this.scene.roles.forEach((item) => {
      byPlace.set(item.mark.place, [...(byPlace.get(item.mark.place) || []), item]);
    });
    return [...byPlace].map(([place, items]) => ({
      place,
      items,
      anchor: this.pixel(items[0].mark.at),
      small: small(place),
      step: STEP * this.grow,
      height: SIZE * this.grow + 3,
      highlighted: items.some((item) => item.style.highlighted),
    }));
  }

  // Hotspots of one point stand side by side; on a country's own point, below its roles.
  placeHotspots() {
    const places = new Set(this.scene.roles.map(({ mark }) => mark.place));
    const at = new Map();
    return this.scene.hotspots.map(({ mark, style }) => {
      const [x, y] = this.pixel(mark.at);
      const key = mark.at.join();
      const width = this.badges ? badgeWidth(mark.symbols) : 11;
      const used = at.get(key) || 0;
      at.set(key, used + width + 2);
      return { mark, style, width, at: [x + used, y + (places.has(mark.place) ? 16 : 0)] };
    });
  }

  hotspotBoxes() {
    return this.hotspots.map(({ at: [x, y], width }) => [x - width / 2, y - 8, x + width / 2, y + 8]);
  }

  paintSoftEnds(ctx, ends) {
    ends.forEach(({ at, highlighted }) => {
      const [x, y] = this.pixel(at);
      const glow = ctx.createRadialGradient(x, y, 2, x, y, 26);
      glow.addColorStop(0, colour("ink-muted"));
      glow.addColorStop(1, `${colour("ink-muted")}00`);
      ctx.globalAlpha = highlighted ? 0.4 : DIM / 2;
      ctx.fillStyle = glow;
      ctx.fillRect(x - 26, y - 26, 52, 52);
    });
    ctx.globalAlpha = 1;
  }

  paintDots(ctx, dots) {
    dots.forEach(({ at, highlighted }) => {
      ctx.globalAlpha = highlighted ? 1 : DIM;
      ctx.beginPath();
      ctx.arc(...this.pixel(at), 2.2 + this.grow, 0, 2 * Math.PI);
      ctx.fillStyle = colour("ink");
      ctx.fill();
      ctx.lineWidth = 1.2;
      ctx.strokeStyle = colour("halo");
      ctx.stroke();
    });
    ctx.globalAlpha = 1;
  }

  paint(ctx, icons) {
    this.hotspots.forEach(({ mark, style, at: [x, y] }) => {
      ctx.globalAlpha = style.highlighted ? 1 : DIM;
      if (this.badges && mark.symbols.length) drawBadge(ctx, [x, y], mark.symbols, icons, style.unconfirmed);
      else {
        const size = this.grow < 1 && !this.badges ? 6 : 8.5;
        shape(ctx, x, y, SHAPES.transit(size), style.unconfirmed ? colour("halo") : colour("hotspot"));
        ctx.fillStyle = style.unconfirmed ? colour("hotspot") : colour("halo");
        ctx.fillRect(x - 1.2, y - 1.2, 2.4, 2.4); // a pierced diamond: not to be taken for transit
      }
    });
    this.groups
      .filter((group) => group.moved)
      .forEach((group) => {
        ctx.globalAlpha = group.highlighted ? 0.8 : DIM;
        ctx.strokeStyle = colour("ink-muted");
        ctx.lineWidth = 0.8;
        ctx.beginPath();
        ctx.moveTo(...group.anchor);
        ctx.lineTo(...group.at);
        ctx.stroke();
      });
    this.roles.forEach(({ mark, style, at: [x, y] }) => {
      ctx.globalAlpha = style.highlighted ? 1 : DIM;
      shape(ctx, x, y, SHAPES[mark.role](SIZE * this.grow), colour(`role-${mark.role}`));
    });
    ctx.globalAlpha = 1;
  }

  // Boxes that labels keep clear of: [left, top, right, bottom].
  boxes() {
    return [...this.groups.map((group) => group.box), ...this.hotspotBoxes()];
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
      return { kind: "hotspot", id: hotspot.item.mark.id, name: hotspot.item.mark.hover };
    }
    return { kind: role.item.mark.focus, id: role.item.mark.place, name: role.item.mark.name };
  }
}
