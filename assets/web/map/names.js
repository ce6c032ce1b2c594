// Names: labels on a canvas of their own. They are placed for the window, anew after each move; what they
// name is painted anew only when the map is zoomed or pulled beyond its canvas.
import { AtlasCanvas } from "./canvas.js";
import { LabelPainter, crossing } from "./labels.js";

export class AtlasNames extends AtlasCanvas {
  constructor(options) {
    super({ ...options, padding: 0 }); // no name stands outside the window
  }

  // layer: the layer that owns the marks and knows what covers the map
  setLayer(layer) {
    this.layer = layer;
  }

  getEvents() {
    return L.Renderer.prototype.getEvents.call(this);
  }

  paint() {
    this.clear();
    this.marks = this.layer.marks;
    if (!this.marks.symbols) return;
    const { x, y } = this.marks._bounds.min.subtract(this._bounds.min);
    this.ctx.translate(x, y); // from here on in pixels of the canvas of the marks
    this.refreshExits();
    this.paintNames(this.marks.scene);
  }

  // Where the routes leave the window: kept from paint to paint, found anew when either has changed.
  refreshExits() {
    const seen = JSON.stringify(this.marks.window());
    if (seen === this.seen && this.routePaths === this.marks.routePaths) return;
    Object.assign(this, { seen, routePaths: this.marks.routePaths, exits: new Map() });
  }

  paintNames(scene) {
    const { symbols, focusId } = this.marks;
    const ends = this.marks.endsInUse();
    const painter = new LabelPainter(this.ctx, this.marks.frame(), this.marks.window(), [
      ...symbols.boxes(),
      ...this.coveredBoxes(),
      ...[...ends.values()].map(({ at }) => symbols.pixel(at)).map(([x, y]) => [x - 5, y - 5, x + 5, y + 5]),
    ]);
    scene.roles.forEach(({ mark, style }) => this.marks.countEnd(ends, mark.place, style));
    // Hotspots are named when there are few, when the map is large, or when one is looked at.
    const named = symbols.hotspots.length <= 6 || symbols.badges;
    const zones = symbols.hotspots
      .filter(({ mark, style }) => named || (scene.hasFocus && style.highlighted) || focusId === mark.id)
      .map(({ mark, style }) => ({ text: mark.name, at: mark.at, marked: true, dim: !style.highlighted }));
    const wedges = scene.routes
      .filter(
        ({ mark, style }) =>
          mark.stub && mark.stub.label && (symbols.badges || (scene.hasFocus && style.highlighted)),
      )
      .map(({ mark, style }) => ({
        ...this.wedgeEnd(mark),
        text: mark.stub.label,
        marked: true,
        region: true,
        dim: !style.highlighted,
      }));
    painter.paint(this.strong(ends));
    painter.paint(zones);
    painter.paint(wedges);
    painter.paintEdges(this.edges(painter));
    painter.paint(this.quiet(ends));
  }

  // Places with a mark: the one in focus first, then those with most marks.
  strong(ends) {
    const { focusId } = this.marks;
    const labels = [...ends.values()]
      .sort((a, b) => b.highlighted - a.highlighted || b.weight - a.weight)
      .map(({ place, highlighted }) => ({
        text: place.name,
        at: place.at,
        marked: true,
        region: place.region,
        dim: !highlighted,
        focus: focusId === place.id,
      }));
    return labels.sort((a, b) => Boolean(b.focus) - Boolean(a.focus));
  }

  // The far end of a wedge, as a point of the plane, so that its label stands there.
  wedgeEnd(mark) {
    const drawn = this.routePaths.of(mark).segments[0];
    const far = mark.stub.out ? drawn[2] : drawn[0];
    const { scale, dx, dy } = this.marks.frame();
    return { at: [((far[0] - dx) / scale / 256) * 360 - 180, 180 - ((far[1] - dy) / scale / 256) * 360] };
  }

  coveredBoxes() {
    const { left, top } = this.marks.window();
    return this.layer.covered().map((box) => [box[0] + left, box[1] + top, box[2] + left, box[3] + top]);
  }

  // Countries without a mark: named when the label fits into their width.
  quiet(marked) {
    return this.marks.file.places
      .filter((place) => !marked.has(place.id))
      .map((place) => ({
        text: place.name,
        at: place.at,
        room: Math.max(place.extent, 0),
        rank: place.extent,
      }))
      .sort((a, b) => b.rank - a.rank);
  }

  // One label per place outside the window that a visible line comes from or goes to.
  edges(painter) {
    const found = new Map();
    this.marks.routes.drawn.forEach(({ mark, style, routePath }) => {
      for (const end of [0, 1]) {
        const place = this.marks.ends.get(mark.stops[end && mark.stops.length - 1]);
        const point = place && !found.has(place.id) && this.exit(routePath, end, painter);
        if (point)
          found.set(place.id, { text: place.name, point, region: place.region, dim: !style.highlighted });
      }
    });
    return [...found.values()];
  }

  // Where a route leaves the window towards its start (end 0) or its end (end 1); null where that lies inside.
  exit(routePath, end, painter) {
    if (!this.exits.has(routePath)) this.exits.set(routePath, []);
    const known = this.exits.get(routePath);
    if (known[end] === undefined) known[end] = crossing(routePath.segments, end === 0, painter.window);
    return known[end];
  }
}
