// All marks on one canvas: routes, zones and symbols, painted from what the scene shows.
import { AtlasCanvas, PADDING } from "./canvas.js";
import { paintFormStacks } from "./form_stacks.js";
import { RoutePaths } from "./route_paths.js";
import { DENSE, RoutePainter } from "./routes.js";
import { SymbolPainter } from "./symbols.js";
import { paintZones } from "./zones.js";

const REACH = 8; // pixels within which a click takes a mark
const PADDING_WHEN_DENSE = 0.1; // of the window on every side

export class AtlasMarks extends AtlasCanvas {
  // layer: the layer that owns this canvas and knows what covers the map
  setFile(file, layer) {
    this.layer = layer;
    this.file = file;
    this.scene = null; // set by the layer before each paint
    this.icons = new Map(Object.entries(file.icons).map(([name, path]) => [name, new Path2D(path)]));
    this.ends = new Map([...file.places, ...file.regions].map((place) => [place.id, place]));
  }

  paint() {
    if (this.resized()) return;
    this.clear();
    if (!this.scene) return;
    const frame = this.frame();
    const ctx = this.ctx;
    this.refreshPaths(frame);
    this.routes = new RoutePainter(this.routePaths, this.scene.routes);
    const small = (id) => {
      const place = this.ends.get(id);
      return Boolean(place && place.americas && this.layer.ground.isSmall(place, frame.scale));
    };
    this.symbols = new SymbolPainter(frame, this.scene, this._map.getZoom(), small);
    const ends = [...this.endsInUse().values()];
    this.symbols.paintSoftEnds(
      ctx,
      ends.filter(({ place }) => place.region),
    );
    const filled = !this.scene.tiers;
    paintZones(ctx, frame, this.scene.hotspots, { large: this.symbols.badges, filled });
    this.routes.paint(ctx, this.ratio);
    if (this.symbols.badges)
      paintFormStacks(
        ctx,
        this.routes.drawn,
        this.file.forms.map((form) => form.family),
      );
    const withRoles = new Set(this.symbols.groups.filter((group) => !group.moved).map(({ place }) => place));
    this.symbols.paintDots(
      ctx,
      ends.filter(({ place }) => !withRoles.has(place.id)),
    );
    this.symbols.paint(ctx, this.icons);
  }

  // Dense routes are painted less far beyond the window: their cost is the length of their lines. True if that painted it.
  resized() {
    const dense = this.scene && this.scene.routes.length > DENSE;
    const padding = dense ? PADDING_WHEN_DENSE : PADDING;
    if (padding === this.options.padding) return false;
    this.options.padding = padding;
    this._update();
    return true;
  }

  // The paths of the routes in this view: kept from paint to paint, made anew when the canvas has moved.
  refreshPaths(frame) {
    const seen = JSON.stringify(frame);
    if (seen === this.seen) return;
    this.seen = seen;
    this.routePaths = new RoutePaths(frame);
  }

  // Places where a visible line begins, passes or ends, by their id.
  endsInUse() {
    const found = new Map();
    this.scene.routes.forEach(({ mark, style }) => {
      mark.stops.forEach((id) => {
        if (this.ends.has(id) && !(mark.stub && mark.stub.region === id)) this.countEnd(found, id, style);
      });
    });
    return found;
  }

  // One more mark at a place, in a Map from the ids of places.
  countEnd(found, id, style) {
    const place = this.ends.get(id);
    if (!found.has(id)) found.set(id, { place, at: place.at, highlighted: false, weight: 0 });
    const end = found.get(id);
    end.highlighted = end.highlighted || style.highlighted;
    end.weight += 1;
  }

  // What lies at a point of the canvas: a symbol, then a route; null where there is neither.
  markAt(point, reach = REACH) {
    if (!this.symbols) return null;
    const symbol = this.symbols.at(point, reach);
    if (symbol) return symbol;
    const route = this.routes.at(point, reach);
    return route ? { kind: "route", id: route.id, name: route.name } : null;
  }
}
