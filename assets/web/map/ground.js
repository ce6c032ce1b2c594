// Land, borders and the markers of territories too small to see: what everything else lies on.
import { AtlasCanvas } from "./canvas.js";
import { colour } from "./colours.js";
import { hatch, landFills } from "./fills.js";
import { plane } from "./plane.js";

const SMALLEST = 10; // pixels: below this a territory gets a marker of this size

function ringPath(path, ring, shift) {
  ring.forEach(([lon, lat], i) => {
    const [x, y] = plane.toWorld(...plane.fromLatLng(lon + shift, lat));
    if (i) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
  path.closePath();
}

function pathOf(geometry, shift) {
  const path = new Path2D();
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  polygons.forEach((polygon) => polygon.forEach((ring) => ringPath(path, ring, shift)));
  return path;
}

export class AtlasGround extends AtlasCanvas {
  // countries: GeoJSON features with an id; drawn twice, so that Asia lies west of America too.
  setCountries(features) {
    this.shapes = features.map((feature) => ({
      id: feature.properties.id,
      paths: [0, -360].map((shift) => pathOf(feature.geometry, shift)),
    }));
    if (this._map) this._update();
  }

  setPlaces(places) {
    this.places = new Map(places.map((place) => [place.id, place]));
    if (this._map) this._update();
  }

  // fills: a Map from place id to its step (1, 2 …); a place without one is not documented.
  setFills(fills) {
    this.fills = fills;
  }

  // tiers: the tier of each country that the chosen year places, by its id; nothing when the layer is off.
  setTiers(tiers) {
    this.tiers = tiers;
  }

  // Paint again if anything that the land shows has changed since it was painted.
  refresh() {
    if (this.signature() !== this.painted) this.paint();
  }

  signature() {
    const { theme } = document.documentElement.dataset;
    return JSON.stringify([theme, [...(this.fills || [])], this.tiers, [...(this.outline || [])]]);
  }

  paint() {
    this.painted = this.signature();
    this.clear();
    if (!this.shapes) return;
    const { scale, dx, dy } = this.frame();
    const ctx = this.ctx;
    const fill = landFills(this, scale, hatch(this, "no-claim", "no-claim-hatch", scale));
    ctx.save();
    ctx.translate(dx, dy);
    ctx.scale(scale, scale);
    ctx.lineWidth = 0.8 / scale;
    ctx.lineJoin = "round";
    ctx.strokeStyle = colour("border");
    this.shapes.forEach((shape) => {
      ctx.fillStyle = fill(shape.id);
      shape.paths.forEach((path) => {
        ctx.fill(path, "evenodd");
        ctx.stroke(path);
      });
    });
    ctx.restore();
    this.paintSmall(landFills(this, 1, colour("no-claim")));
    this.paintOutline();
  }

  step(id) {
    return (this.fills && this.fills.get(id)) || 0;
  }

  isSmall(place, scale) {
    return place.extent * ((256 / 360) * scale) < SMALLEST;
  }

  paintSmall(fill) {
    if (!this.places) return;
    const { scale, dx, dy } = this.frame();
    const ctx = this.ctx;
    ctx.strokeStyle = colour("border");
    ctx.lineWidth = 1.2;
    this.places.forEach((place) => {
      if (!place.americas || !this.isSmall(place, scale)) return;
      const [x, y] = plane.toWorld(...place.at);
      ctx.beginPath();
      ctx.arc(x * scale + dx, y * scale + dy, SMALLEST / 2, 0, 2 * Math.PI);
      ctx.fillStyle = fill(place.id);
      ctx.fill();
      ctx.stroke();
    });
  }

  // A quiet line around the places in focus: a country, or the members of a region.
  setOutline(ids) {
    this.outline = new Set(ids);
  }

  paintOutline() {
    if (!this.outline || !this.outline.size) return;
    const { scale, dx, dy } = this.frame();
    const ctx = this.ctx;
    ctx.save();
    ctx.translate(dx, dy);
    ctx.scale(scale, scale);
    const many = this.outline.size > 1; // the members of a region: softer than one country
    ctx.lineWidth = (many ? 1 : 1.8) / scale;
    ctx.globalAlpha = many ? 0.45 : 1;
    ctx.strokeStyle = colour("focus-ring");
    this.shapes
      .filter((shape) => this.outline.has(shape.id))
      .forEach((shape) => shape.paths.forEach((path) => ctx.stroke(path)));
    ctx.restore();
  }

  // The id of the country at a point of the canvas, or "" on water.
  countryAt([px, py]) {
    if (!this.shapes) return "";
    const { scale, dx, dy } = this.frame();
    const near = [...(this.places || new Map()).values()].find((place) => {
      if (!place.americas || !this.isSmall(place, scale)) return false;
      const [x, y] = plane.toWorld(...place.at);
      return Math.hypot(x * scale + dx - px, y * scale + dy - py) <= SMALLEST / 2 + 2;
    });
    if (near) return near.id;
    const [wx, wy] = [(px - dx) / scale, (py - dy) / scale];
    this.ctx.save();
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    const hit = this.shapes.find((shape) =>
      shape.paths.some((path) => this.ctx.isPointInPath(path, wx, wy, "evenodd")),
    );
    this.ctx.restore();
    return hit ? hit.id : "";
  }
}
