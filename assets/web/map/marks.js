// All marks on one canvas: routes, zones and symbols, painted from what the scene shows.
import { AtlasCanvas } from "./canvas.js";
import { isSmall } from "./ground.js";
import { RoutePaths } from "./route_paths.js";
import { RoutePainter } from "./routes.js";
import { SymbolPainter } from "./symbols.js";
import { toldName } from "./told.js";
import { newPath } from "./traced_path.js";
import { paintZones } from "./zones.js";

/** @import { End, Found, Frame, MapFile, Place, Point, Style } from "./types.js" */
/** @import { AtlasGround } from "./ground.js" */
/** @import { Scene } from "./scene.js" */

const REACH = 8; // pixels within which a click takes a mark

export class AtlasMarks extends AtlasCanvas {
  /** @param {L.RendererOptions} options @param {AtlasGround} ground the land below */
  constructor(options, ground) {
    super(options);
    this.ground = ground;
    /** @type {Scene | null} what is painted: set by the layer before each paint */
    this.scene = null;
    this.focusId = ""; // of the mark that is looked at
    /** @type {MapFile["icons"]} */
    this.drawings = {};
    /** @type {Map<string, Path2D>} */
    this.icons = new Map();
    /** @type {Map<string, Place>} where lines can begin, pass or end */
    this.ends = new Map();
    /** @type {MapFile["words"]} the words of the data file */
    this.words = {};
    this.seen = ""; // the view of the paths
    /** @type {RoutePaths | null} the paths of the routes in this view */
    this.routePaths = null;
    /** @type {RoutePainter | null} */
    this.routes = null;
    /** @type {SymbolPainter | null} */
    this.symbols = null;
  }

  /** @param {MapFile} file */
  setFile(file) {
    this.words = file.words;
    this.drawings = file.icons;
    this.renew();
    /** @type {Place[]} */
    const places = [...file.places, ...file.regions];
    this.ends = new Map(places.map((place) => [place.id, place]));
  }

  /** Make all paths anew, for what is painted on from now on. */
  renew() {
    this.icons = new Map(Object.entries(this.drawings).map(([name, path]) => [name, newPath(path)]));
    this.routePaths = null;
  }

  /** @override */
  paint() {
    this.clear();
    const frame = this.frame();
    this.ground.paintOutline(this.ctx, frame);
    if (!this.scene) return;
    this.routes = new RoutePainter(this.pathsIn(frame), this.scene.routes);
    const small = (/** @type {string} */ id) => {
      const place = this.ends.get(id);
      return place !== undefined && isSmall(place, frame);
    };
    this.symbols = new SymbolPainter(frame, this.scene, this._map.getZoom(), small, this.routes.heads);
    this.paintAll(this.scene, frame, this.routes, this.symbols);
  }

  /** @param {Scene} scene @param {Frame} frame @param {RoutePainter} routes @param {SymbolPainter} symbols */
  paintAll(scene, frame, routes, symbols) {
    const ctx = this.ctx;
    const ends = [...this.endsInUse(scene).values()];
    const regions = ends.filter(({ place }) => place.region);
    symbols.paintSoftEnds(ctx, regions);
    paintZones(ctx, frame, scene.hotspots, { large: symbols.badges, filled: !scene.tiers });
    routes.paint(ctx, this.ratio);
    const withRoles = new Set(symbols.groups.filter(({ moved }) => !moved).map(({ place }) => place));
    const bare = ends.filter(({ place }) => !withRoles.has(place.id));
    symbols.paintDots(ctx, bare);
    symbols.paint(ctx, this.icons);
  }

  /** The paths of the routes: kept from paint to paint, made anew when the canvas has moved. @param {Frame} frame */
  pathsIn(frame) {
    const seen = JSON.stringify(frame);
    if (!this.routePaths || seen !== this.seen) this.routePaths = new RoutePaths(frame);
    this.seen = seen;
    return this.routePaths;
  }

  /** Places where a visible line begins, passes or ends, by their id. @param {Scene} scene */
  endsInUse(scene) {
    /** @type {Map<string, End>} */
    const found = new Map();
    for (const { mark, style } of scene.routes) {
      for (const id of mark.stops) if (mark.stub?.region !== id) this.countEnd(found, id, style);
    }
    return found;
  }

  /**
   * One more mark at a place, where the place is known.
   * @param {Map<string, End>} found by the ids of places @param {string} id @param {Style} style
   */
  countEnd(found, id, style) {
    const place = this.ends.get(id);
    if (!place) return;
    const end = found.get(id) || { place, at: place.at, highlighted: false, weight: 0 };
    end.highlighted ||= style.highlighted;
    end.weight += 1;
    found.set(id, end);
  }

  /** What lies at a point of the canvas: a symbol, then a route; null where there is neither. @param {Point} point */
  markAt(point, reach = REACH) {
    const symbol = this.symbols?.at(point, reach);
    const route = symbol ? null : this.routes?.at(point, reach);
    // Of a ring each role is told by itself.
    if (!route) return symbol?.style ? this.named(symbol, symbol.style) : (symbol ?? null);
    const { mark, style, stripe } = route;
    return this.named({ kind: "route", id: mark.id, name: mark.name, stripes: style.stripes, stripe }, style);
  }

  /** What was found, named as strongly as it is said. @param {Found} found @param {Style} style @returns {Found} */
  named(found, style) {
    return { ...found, name: toldName(found.name, style, this.words) };
  }
}
