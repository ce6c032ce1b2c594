// Land, borders and the markers of territories too small to see: what everything else lies on.
import { AtlasCanvas } from "./canvas.js";
import { colour } from "./colours.js";
import { landFills } from "./fills.js";
import { fromLatLng, pixelsOf, toPixel, toWorld } from "./plane.js";
import { newPath } from "./traced_path.js";

/** @import { Box, Country, Ctx, Frame, LandFeature, Place, Point } from "./types.js" */
/** @import { Fill } from "./fills.js" */
/** A country's land as it lies in one of the worlds, in pixels at zoom 0. @typedef {{ path: Path2D, box: Box }} Outlined */

const SMALLEST = 10; // pixels: below this a territory gets a marker of this size
const WORLDS = [0, -360]; // degrees: land is drawn twice, so that Asia lies west of America too

/** @param {Path2D} path @param {Point[]} ring in pixels of the world */
function addRing(path, ring) {
  ring.forEach(([x, y], i) => {
    if (i) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
  path.closePath();
}

/** The box around points. @param {Point[]} points @returns {Box} */
function boxOf(points) {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

/** Whether two boxes have a part in common. @param {Box} one @param {Box} other */
const meet = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

/**
 * The rings of a country as one path, and the box around them; those outside a box, where one is given, are left out.
 * @param {LandFeature["geometry"]} geometry @param {number} shift @param {Box | null} within @returns {Outlined}
 */
function pathOf(geometry, shift, within) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons
    .flat()
    .map((points) => points.map(([lon, lat]) => toWorld(fromLatLng(lon + shift, lat))))
    .map((ring) => ({ ring, box: boxOf(ring) }))
    .filter(({ box }) => !within || meet(box, within));
  const path = newPath();
  for (const { ring } of rings) addRing(path, ring);
  return {
    path,
    box: boxOf(
      rings.flatMap(({ box: [left, top, right, bottom] }) => [
        [left, top],
        [right, bottom],
      ]),
    ),
  };
}

/** Paint in pixels of the world at zoom 0. @param {Ctx} ctx @param {Frame} frame @param {() => void} paint */
function inWorld(ctx, { scale, dx, dy }, paint) {
  ctx.save();
  ctx.translate(dx, dy);
  ctx.scale(scale, scale);
  paint();
  ctx.restore();
}

/**
 * Whether a place is too small to be seen.
 * @param {Place} place @param {Pick<Frame, "scale">} frame @returns {boolean}
 */
export const isSmall = (place, frame) => place.americas === true && pixelsOf(frame, place.extent) < SMALLEST;

export class AtlasGround extends AtlasCanvas {
  /** @param {L.RendererOptions} options */
  constructor(options) {
    super(options);
    /** @type {LandFeature[]} */
    this.features = [];
    /** @type {{ id: string, worlds: Outlined[] }[]} */
    this.shapes = [];
    /** @type {Map<string, Country>} */
    this.places = new Map();
    /** @type {Map<string, number>} the step of each place (1, 2 …); one without a step is not in the selection */
    this.fills = new Map();
    /** @type {Record<string, string> | null} the tier of each country that the chosen year places */
    this.tiers = null;
    /** @type {Set<string>} the places in focus: a country, or the members of a region */
    this.outline = new Set();
    this.painted = "";
  }

  /** @param {LandFeature[]} features countries, as GeoJSON */
  setCountries(features) {
    this.features = features;
    this.renew();
    if (this._map) this._update();
  }

  /**
   * Make all paths anew, for what is painted on from now on.
   * @param {Box | null} [box] pixels of the world (zoom 0) that are painted; everything where none is given
   */
  renew(box = null) {
    this.shapes = this.features.map(({ properties, geometry }) => ({
      id: properties.id,
      worlds: WORLDS.map((shift) => pathOf(geometry, shift, box)),
    }));
  }

  /** The land that may lie on a canvas, with the id of its country. @param {Frame} frame */
  landOn({ scale, dx, dy, width, height }) {
    /** @type {Box} */
    const canvas = [-dx / scale, -dy / scale, (width - dx) / scale, (height - dy) / scale];
    return this.shapes.flatMap(({ id, worlds }) =>
      worlds.filter(({ box }) => meet(box, canvas)).map(({ path }) => ({ id, path })),
    );
  }

  /** @param {Map<string, number>} fills */
  setFills(fills) {
    this.fills = fills;
  }

  /** @param {Record<string, string> | null} [tiers] nothing when the layer is off */
  setTiers(tiers) {
    this.tiers = tiers || null;
  }

  /** @param {Iterable<string>} ids */
  setOutline(ids) {
    this.outline = new Set(ids);
  }

  /** Paint again if anything that the land shows has changed since it was painted. */
  refresh() {
    if (this.signature() !== this.painted) this.paintSeen();
  }

  signature() {
    const { theme } = document.documentElement.dataset;
    return JSON.stringify([theme, [...this.fills], this.tiers]);
  }

  /** @override */
  paint() {
    this.painted = this.signature();
    this.clear();
    if (!this.shapes.length) return;
    const { ctx } = this;
    const frame = this.frame();
    const fill = landFills(this, frame.scale);
    inWorld(ctx, frame, () => {
      ctx.lineWidth = 0.8 / frame.scale;
      ctx.lineJoin = "round";
      ctx.strokeStyle = colour("border");
      for (const { id, path } of this.landOn(frame)) {
        ctx.fillStyle = fill(id);
        ctx.fill(path, "evenodd");
        ctx.stroke(path);
      }
    });
    this.paintSmall(landFills(this, 1));
  }

  /** @param {string} id */
  step(id) {
    return this.fills.get(id) || 0;
  }

  /** Whether any document names a country, in this selection or not. @param {string} id */
  isNamed(id) {
    return this.places.get(id)?.named ?? false;
  }

  /** @param {(id: string) => Fill} fill */
  paintSmall(fill) {
    const frame = this.frame();
    const ctx = this.ctx;
    ctx.strokeStyle = colour("border");
    ctx.lineWidth = 1.2;
    for (const place of this.places.values()) {
      if (!isSmall(place, frame)) continue;
      ctx.beginPath();
      ctx.arc(...toPixel(frame, place.at), SMALLEST / 2, 0, 2 * Math.PI);
      ctx.fillStyle = fill(place.id);
      ctx.fill();
      ctx.stroke();
    }
  }

  /**
   * A quiet line around the places in focus, on the canvas of the marks: all land would have to be painted for it.
   * @param {Ctx} ctx @param {Frame} frame
   */
  paintOutline(ctx, frame) {
    if (!this.outline.size) return;
    const many = this.outline.size > 1; // the members of a region: softer than one country
    inWorld(ctx, frame, () => {
      ctx.lineWidth = (many ? 1 : 1.8) / frame.scale;
      ctx.lineJoin = "round";
      ctx.globalAlpha = many ? 0.45 : 1;
      ctx.strokeStyle = colour("focus-ring");
      for (const { id, path } of this.landOn(frame)) if (this.outline.has(id)) ctx.stroke(path);
    });
  }

  /** The id of the country at a point of the canvas, or "" on water. @param {Point} point */
  countryAt([px, py]) {
    const frame = this.frame();
    for (const place of this.places.values()) {
      if (!isSmall(place, frame)) continue;
      const [x, y] = toPixel(frame, place.at);
      if (Math.hypot(x - px, y - py) <= SMALLEST / 2 + 2) return place.id;
    }
    const [wx, wy] = [(px - frame.dx) / frame.scale, (py - frame.dy) / frame.scale];
    this.ctx.save();
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    const hit = this.shapes.find(({ worlds }) =>
      worlds.some(({ path }) => this.ctx.isPointInPath(path, wx, wy, "evenodd")),
    );
    this.ctx.restore();
    return hit ? hit.id : "";
  }
}
