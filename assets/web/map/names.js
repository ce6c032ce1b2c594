// Names: labels on a canvas of their own. They are placed for the window, anew after each move; what they
// name is painted anew only when the map is zoomed or pulled beyond its canvas.
import { boxAround } from "./boxes.js";
import { AtlasCanvas } from "./canvas.js";
import { crossing, LabelPainter } from "./labels.js";
import { fromPixel } from "./plane.js";

/** @import { Box, Country, Drawn, End, Found, Frame, HotspotMark, Point, RouteMark, Window } from "./types.js" */
/** @import { EdgeLabel, Label } from "./labels.js" */
/** @import { AtlasMarks } from "./marks.js" */
/** @import { RoutePath, RoutePaths } from "./route_paths.js" */
/** @import { RoutePainter } from "./routes.js" */
/** @import { SymbolPainter } from "./symbols.js" */
/** @import { Scene } from "./scene.js" */

const FEW = 6; // so many hotspots are named at any zoom
const LINE = 8; // pixels: half of the height of a name, with air
const DOT = 10; // pixels: side of the box that is kept free around the end of a line

/** Pixels to the right of a point, on its line, up to the first of some boxes. @param {Box[]} boxes @param {Point} point */
const roomBefore = (boxes, [x, y]) =>
  boxes
    .filter(([, top, right, bottom]) => right > x && top < y + LINE && bottom > y - LINE)
    .reduce((room, [left]) => Math.min(room, left - x - LINE / 2), Infinity);

/** @param {Label[]} labels */
const focusFirst = (labels) => labels.sort((a, b) => Number(b.focus) - Number(a.focus));

export class AtlasNames extends AtlasCanvas {
  /**
   * @param {L.RendererOptions} options
   * @param {AtlasMarks} marks what is named
   * @param {() => Box[]} covered boxes of the cards over the map, in pixels of the window
   */
  constructor(options, marks, covered) {
    super({ ...options, padding: 0 }); // no name stands outside the window
    this.marks = marks;
    this.covered = covered;
    /** @type {Country[]} */
    this.countries = [];
    this.seen = ""; // the window of the exits, and their paths
    /** @type {RoutePaths | null} */
    this.routePaths = null;
    /** @type {Map<RoutePath, (Point | null | undefined)[]>} where each route leaves the window, by its end */
    this.exits = new Map();
    /** @type {Found | null} the route under the pointer, and which of its stripes */
    this.pointed = null;
    /** @type {Map<string, Point>} how far from its point each name stands that a line leads to */
    this.kept = new Map();
    /** @type {Scene | null} what was shown then */
    this.keptScene = null;
    this.keptScale = 0;
    /** @type {{ text: string, box: Box }[]} the names that are written */
    this.written = [];
  }

  /** Named without a mark where there is room, the widest first. @param {Country[]} countries */
  setCountries(countries) {
    this.countries = [...countries].sort((a, b) => b.extent - a.extent);
  }

  /** @override */
  getEvents() {
    return L.Renderer.prototype.getEvents.call(this);
  }

  /** @override */
  paint() {
    this.clear();
    const { scene, symbols, routes, routePaths } = this.marks;
    if (!scene || !symbols || !routes || !routePaths) return;
    const { x, y } = this.marks._bounds.min.subtract(this._bounds.min);
    this.ctx.translate(x, y); // from here on in pixels of the canvas of the marks
    this.refreshExits(routePaths);
    if (this.pointed) routes.paintPointed(this.ctx, this.pointed.id, this.pointed.stripe ?? 0);
    this.paintNames(scene, symbols, routes);
  }

  /** Tell the stripe under the pointer apart, or none. @param {Found | null} found */
  point(found) {
    const pointed = found?.kind === "route" ? found : null;
    if (this.pointed?.id === pointed?.id && this.pointed?.stripe === pointed?.stripe) return;
    this.pointed = pointed;
    this.paint();
  }

  /**
   * Where the routes leave the window: kept from paint to paint, found anew when either has changed.
   * @param {RoutePaths} routePaths
   */
  refreshExits(routePaths) {
    const seen = JSON.stringify(this.marks.window());
    if (seen === this.seen && this.routePaths === routePaths) return;
    this.seen = seen;
    this.routePaths = routePaths;
    this.exits = new Map();
  }

  /** How far names stand from their points, while the map shows the same at the same zoom. @param {Scene} scene @param {Frame} frame */
  keptFor(scene, { scale }) {
    if (this.keptScene !== scene || this.keptScale !== scale) this.kept = new Map();
    this.keptScene = scene;
    this.keptScale = scale;
    return this.kept;
  }

  /** @param {Scene} scene @param {SymbolPainter} symbols @param {RoutePainter} routes */
  paintNames(scene, symbols, routes) {
    const frame = this.marks.frame();
    const window = this.marks.window();
    const ends = this.marks.endsInUse(scene);
    const dots = [...ends.values()].map(({ at }) => boxAround(symbols.pixel(at), DOT, DOT));
    const taken = [...symbols.boxes(), ...this.coveredBoxes(window), ...dots, ...routes.heads];
    const painter = new LabelPainter(this.ctx, frame, window, taken, this.keptFor(scene, frame));
    const marked = this.placesMarked(scene);
    painter.paint(this.strong(marked, symbols, routes.heads));
    painter.paint(this.zones(scene, symbols));
    painter.paint(this.wedges(scene, symbols, frame));
    painter.paintEdges(this.edges(routes, window));
    painter.paint(this.quiet(marked));
    this.written = painter.written;
  }

  /** Places where a line begins, passes or ends, and those that hold a role, by their id. @param {Scene} scene */
  placesMarked(scene) {
    const found = this.marks.endsInUse(scene);
    for (const { mark, style } of scene.roles) this.marks.countEnd(found, mark.place, style);
    return found;
  }

  /**
   * Places with a mark: the one in focus first, then those with most marks.
   * @param {Map<string, End>} ends @param {SymbolPainter} symbols @param {Box[]} heads of arrows
   */
  strong(ends, symbols, heads) {
    const byPlace = new Map(symbols.groups.map((group) => [group.place, group]));
    const { focusId } = this.marks;
    const sorted = [...ends.values()].sort(
      (a, b) => Number(b.highlighted) - Number(a.highlighted) || b.weight - a.weight,
    );
    return focusFirst(
      sorted.map(({ place, highlighted }) => {
        const group = byPlace.get(place.id);
        return {
          text: place.name,
          at: place.at,
          symbol: group
            ? { at: group.at, half: group.width / 2 }
            : { at: symbols.pixel(place.at), half: DOT / 2 },
          begins: group?.name,
          most: group?.name && roomBefore(heads, group.name),
          marked: true,
          region: place.region,
          dim: !highlighted,
          focus: focusId === place.id,
        };
      }),
    );
  }

  /**
   * Hotspots are named when there are few, when the map is large, or when one is looked at.
   * @param {Scene} scene @param {SymbolPainter} symbols @returns {Label[]}
   */
  zones(scene, { hotspots, badges }) {
    const all = hotspots.length <= FEW || badges;
    /** @param {Drawn<HotspotMark>} hotspot */
    const named = ({ mark, style }) =>
      all || (scene.hasFocus && style.highlighted) || this.marks.focusId === mark.id;
    return hotspots.filter(named).map(({ mark, style }) => ({
      text: mark.name,
      at: mark.at,
      marked: true,
      dim: !style.highlighted,
    }));
  }

  /**
   * Regions at the far ends of the wedges that lead there.
   * @param {Scene} scene @param {SymbolPainter} symbols @param {Frame} frame @returns {Label[]}
   */
  wedges(scene, { badges }, frame) {
    return scene.routes.flatMap(({ mark, style }) => {
      const named = badges || (scene.hasFocus && style.highlighted);
      const at = named ? this.wedgeEnd(mark, frame) : null;
      const text = mark.stub?.label;
      return at && text ? [{ at, text, marked: true, region: true, dim: !style.highlighted }] : [];
    });
  }

  /** The far end of a wedge, as a point of the plane. @param {RouteMark} mark @param {Frame} frame */
  wedgeEnd(mark, frame) {
    const drawn = this.routePaths?.of(mark).segments[0];
    if (!mark.stub || !drawn) return null;
    return fromPixel(frame, mark.stub.out ? drawn[2] : drawn[0]);
  }

  /** @param {Window} window @returns {Box[]} */
  coveredBoxes({ left, top }) {
    return this.covered().map((box) => [box[0] + left, box[1] + top, box[2] + left, box[3] + top]);
  }

  /** Countries without a mark: named when the label fits into their width. @param {Map<string, End>} marked */
  quiet(marked) {
    const bare = this.countries.filter((place) => !marked.has(place.id));
    return bare.map(({ name, at, extent }) => ({ text: name, at, room: Math.max(extent, 0) }));
  }

  /**
   * One label for each place outside the window that a visible line comes from or goes to.
   * @param {RoutePainter} routes @param {Window} window
   */
  edges(routes, window) {
    /** @type {Map<string, EdgeLabel>} */
    const found = new Map();
    for (const { mark, style, routePath } of routes.drawn) {
      for (const end of [0, 1]) {
        const place = this.marks.ends.get(mark.stops[end && mark.stops.length - 1]);
        if (!place || found.has(place.id)) continue;
        const point = this.exit(routePath, end, window);
        const { name: text, region } = place;
        if (point) found.set(place.id, { text, point, region, dim: !style.highlighted });
      }
    }
    return [...found.values()];
  }

  /**
   * Where a route leaves the window towards its start (end 0) or its end (end 1); null where that lies inside.
   * @param {RoutePath} routePath @param {number} end @param {Window} window
   */
  exit(routePath, end, window) {
    const known = this.exits.get(routePath) || [];
    let point = known[end];
    if (point === undefined) {
      point = crossing(routePath.segments, end === 0, window);
      known[end] = point;
      this.exits.set(routePath, known);
    }
    return point;
  }
}
