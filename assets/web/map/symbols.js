// Symbols: roles as rings or shapes, hotspots, soft region ends and the dots where lines meet.
import { drawBadge } from "./badges.js";
import { colour } from "./colours.js";
import { boxOf, layoutHotspots } from "./hotspot_layout.js";
import { pixelsOf, toPixel } from "./plane.js";
import { paintRing, RING, roleTowards } from "./rings.js";
import { DIM } from "./routes.js";
import { layoutGroups } from "./symbol_layout.js";

/** @import { Box, Ctx, Drawn, End, Frame, HotspotMark, Point, RoleMark } from "./types.js" */
/** @import { PlacedHotspot } from "./hotspot_layout.js" */
/** @import { PlacedRole } from "./symbol_layout.js" */

const SIZE = 10; // pixels: side of a role symbol on a large map
const STEP = 13; // pixels between the symbols of one place
const OPEN = 4; // from this zoom a place shows a shape for each role; below it a ring
const BADGES = 3.9; // from this zoom a hotspot shows its sectors; below it does where they fit, or when one is asked for
const NEIGHBOURS = 4; // degrees of the plane between islands of one chain, such as the Lesser Antilles
const GLOW = 26; // pixels: radius of the soft end of a region
const EASY = 3; // pixels: a symbol is hit so much farther out than a line

/** @type {Record<RoleMark["role"], (s: number) => Point[]>} */
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

const DOTTED = [1.5, 2]; // pixels: the outline of a role that nobody says to be so, like the dots of a line

/**
 * @param {Ctx} ctx @param {Point} middle @param {Point[]} points @param {string} fill
 * @param {boolean} [dotted] draws an outline only
 */
function paintShape(ctx, [x, y], points, fill, dotted = false) {
  ctx.beginPath();
  for (const [px, py] of points) ctx.lineTo(x + px, y + py);
  ctx.closePath();
  ctx.lineJoin = "round";
  ctx.lineWidth = 2;
  ctx.strokeStyle = colour("halo");
  ctx.stroke();
  ctx.fillStyle = dotted ? colour("halo") : fill;
  ctx.fill();
  if (!dotted) return;
  ctx.lineWidth = 1.4;
  ctx.setLineDash(DOTTED);
  ctx.strokeStyle = fill;
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * The item nearest to a point, and how far it is; null where none is within reach.
 * @template {{ at: Point }} T
 * @param {T[]} items @param {Point} point @param {number} reach
 */
function nearest(items, [px, py], reach) {
  /** @type {{ item: T, distance: number } | null} */
  let best = null;
  for (const item of items) {
    const distance = Math.hypot(px - item.at[0], py - item.at[1]);
    if (distance <= reach && (!best || distance < best.distance)) best = { item, distance };
  }
  return best;
}

export class SymbolPainter {
  /**
   * @param {Frame} frame
   * @param {{ roles: Drawn<RoleMark>[], hotspots: Drawn<HotspotMark>[], shownRoles: RoleMark["role"][],
   *   sectors: string[], hasFocus: boolean }} scene
   * @param {number} zoom
   * @param {(place: string) => boolean} small tells whether a place is too small to be seen
   * @param {Box[]} [heads] boxes of arrowheads
   */
  constructor(frame, scene, zoom, small, heads) {
    this.frame = frame;
    this.scene = scene;
    this.badges = zoom >= BADGES;
    this.opened = zoom >= OPEN || scene.shownRoles.length === 1;
    const few = scene.roles.length <= 12; // a sparse map keeps its symbols large
    this.grow = zoom >= 4 || few ? 1 : zoom >= 3 ? 0.78 : 0.62;
    this.groups = layoutGroups(this.groupsOfRoles(small), [], { near: pixelsOf(frame, NEIGHBOURS), heads });
    this.hotspots = this.placeHotspots();
    this.roles = this.groups.flatMap((group) => group.items);
  }

  /** @param {Point} at */
  pixel(at) {
    return toPixel(this.frame, at);
  }

  /** @param {(place: string) => boolean} small */
  groupsOfRoles(small) {
    /** @type {Map<string, Drawn<RoleMark>[]>} */
    const byPlace = new Map();
    for (const item of this.scene.roles) {
      const items = byPlace.get(item.mark.place);
      if (items) items.push(item);
      else byPlace.set(item.mark.place, [item]);
    }
    return [...byPlace].map(([place, items]) => ({
      place,
      title: items[0].mark.title,
      items,
      anchor: this.pixel(items[0].mark.at),
      small: small(place),
      ...this.extentOf(items),
      highlighted: items.some(({ style }) => style.highlighted),
    }));
  }

  /** A place shows a ring, which opens to shapes when it is near or looked at. @param {Drawn<RoleMark>[]} items */
  extentOf(items) {
    const ring = !this.opened && !(this.scene.hasFocus && items.some(({ style }) => style.highlighted));
    if (ring) return { ring, step: 0, width: RING, height: RING };
    const step = STEP * this.grow;
    return { ring, step, width: items.length * step, height: SIZE * this.grow + 3 };
  }

  placeHotspots() {
    const { sectors, hotspots } = this.scene;
    return layoutHotspots(hotspots, {
      pixel: (at) => this.pixel(at),
      sectors,
      always: this.badges || sectors.length > 0,
      withRoles: new Set(this.groups.map(({ place }) => place)),
      taken: this.groups.map(({ box }) => box),
    });
  }

  /** @param {Ctx} ctx @param {End[]} ends */
  paintSoftEnds(ctx, ends) {
    for (const { at, highlighted } of ends) {
      const [x, y] = this.pixel(at);
      const glow = ctx.createRadialGradient(x, y, 2, x, y, GLOW);
      glow.addColorStop(0, colour("ink-muted"));
      glow.addColorStop(1, `${colour("ink-muted")}00`);
      ctx.globalAlpha = highlighted ? 0.4 : DIM / 2;
      ctx.fillStyle = glow;
      ctx.fillRect(x - GLOW, y - GLOW, 2 * GLOW, 2 * GLOW);
    }
    ctx.globalAlpha = 1;
  }

  /** @param {Ctx} ctx @param {End[]} ends */
  paintDots(ctx, ends) {
    for (const { at, highlighted } of ends) {
      ctx.globalAlpha = highlighted ? 1 : DIM;
      ctx.beginPath();
      ctx.arc(...this.pixel(at), 2.2 + this.grow, 0, 2 * Math.PI);
      ctx.fillStyle = colour("ink");
      ctx.fill();
      ctx.lineWidth = 1.2;
      ctx.strokeStyle = colour("halo");
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  /** @param {Ctx} ctx @param {Map<string, Path2D>} icons */
  paint(ctx, icons) {
    this.paintLeaders(ctx);
    for (const hotspot of this.hotspots) this.paintHotspot(ctx, hotspot, icons);
    for (const { ring, at, items, highlighted } of this.groups) {
      ctx.globalAlpha = highlighted ? 1 : DIM;
      if (ring) paintRing(ctx, at, items, this.scene.shownRoles);
      else for (const item of items) this.paintRole(ctx, item);
    }
    ctx.globalAlpha = 1;
  }

  /** @param {Ctx} ctx @param {PlacedRole} role */
  paintRole(ctx, { mark, style, at }) {
    ctx.globalAlpha = style.highlighted ? 1 : DIM;
    paintShape(ctx, at, SHAPES[mark.role](SIZE * this.grow), colour("role"), style.unconfirmed);
  }

  /** @param {Ctx} ctx @param {PlacedHotspot} hotspot @param {Map<string, Path2D>} icons */
  paintHotspot(ctx, { style, at, symbols }, icons) {
    ctx.globalAlpha = style.highlighted ? 1 : DIM;
    if (symbols.length) {
      drawBadge(ctx, at, symbols, icons, style.unconfirmed);
      return;
    }
    const size = this.grow < 1 && !this.badges ? 6 : 8.5;
    paintShape(ctx, at, SHAPES.transit(size), colour(style.unconfirmed ? "halo" : "hotspot"));
    ctx.fillStyle = colour(style.unconfirmed ? "hotspot" : "halo");
    ctx.fillRect(at[0] - 1.2, at[1] - 1.2, 2.4, 2.4); // a pierced diamond: not to be taken for transit
  }

  /** Lines that lead from symbols to the places beside which they stand. @param {Ctx} ctx */
  paintLeaders(ctx) {
    const hotspots = this.hotspots.map(({ anchor, at, moved, style: { highlighted } }) => ({
      ...{ anchor, at, moved, highlighted },
      key: "hotspot",
    }));
    const groups = this.groups.map((group) => ({ ...group, key: "ink-muted" }));
    for (const { anchor, at, moved, highlighted, key } of [...hotspots, ...groups]) {
      if (!moved) continue;
      ctx.globalAlpha = highlighted ? 0.8 : DIM;
      ctx.strokeStyle = colour(key);
      ctx.lineWidth = 0.8;
      ctx.beginPath();
      ctx.moveTo(...anchor);
      ctx.lineTo(...at);
      ctx.stroke();
    }
  }

  /** Boxes that labels keep clear of. @returns {Box[]} */
  boxes() {
    return [...this.groups.map((group) => group.box), ...this.hotspots.map(boxOf)];
  }

  /**
   * What is looked at with a press on a symbol within reach of a point; null where there is none.
   * @param {Point} point @param {number} reach
   */
  at(point, reach) {
    const role = nearest(this.roles, point, reach + EASY);
    const hotspot = nearest(this.hotspots, point, reach + EASY);
    if (hotspot && (!role || hotspot.distance <= role.distance)) {
      const { mark, style } = hotspot.item;
      return { kind: "hotspot", id: mark.id, name: mark.hover, stripes: style.stripes, style };
    }
    return role ? this.lookedAt(role.item, point) : null;
  }

  /** A role, or the ring that it is part of. @param {PlacedRole} role @param {Point} point */
  lookedAt({ mark, style, at }, point) {
    const { focus: kind, place: id } = mark;
    const group = this.groups.find((each) => each.place === id);
    if (!group?.ring) return { kind, id, name: mark.name, style };
    const towards = roleTowards(at, point);
    const roles = group.items;
    return {
      kind,
      id,
      name: mark.title,
      roles,
      role: roles.find((each) => each.mark.role === towards)?.mark,
    };
  }
}
