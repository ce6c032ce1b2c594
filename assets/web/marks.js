// All marks on one canvas: routes, zones, symbols and labels, painted from the state of the marks.
(function () {
  "use strict";
  const { RoutePainter, SymbolPainter, LabelPainter, crossing } = window.AtlasParts;
  const REACH = 8; // pixels within which a click takes a mark

  L.AtlasMarks = L.AtlasCanvas.extend({
    // layer: the layer that owns this canvas and knows what covers the map
    setFile(file, state, layer) {
      this.layer = layer;
      this.file = file;
      this.state = state;
      this.ends = new Map([...file.places, ...file.regions].map((place) => [place.id, place]));
    },

    paint() {
      this.clear();
      if (!this.state) return;
      const frame = this.frame();
      const ctx = this.ctx;
      this.routes = new RoutePainter(frame, this.state.routes);
      this.symbols = new SymbolPainter(frame, this.state);
      const ends = this.endsInUse();
      this.symbols.paintSoftEnds(ctx, ends.filter(({ place }) => place.region));
      this.symbols.paintZones(ctx);
      this.routes.paint(ctx);
      const withRoles = new Set(this.state.roles.map(({ mark }) => mark.place));
      this.symbols.paintDots(ctx, ends.filter(({ place }) => !withRoles.has(place.id)));
      this.symbols.paint(ctx);
      this.paintLabels(ctx, frame, ends);
    },

    // Places where a visible line begins, passes or ends, or that have a visible role.
    endsInUse() {
      const found = new Map();
      const add = (id, lit) => {
        const place = this.ends.get(id);
        if (!place) return;
        const known = found.get(id) || { place, at: place.at, lit: false, weight: 0 };
        found.set(id, { ...known, lit: known.lit || lit, weight: known.weight + 1 });
      };
      this.state.routes.forEach(({ mark, look }) => mark.stops.forEach((id) => id && add(id, look.lit)));
      return [...found.values()];
    },

    paintLabels(ctx, frame, ends) {
      const painter = new LabelPainter(ctx, frame, this.window(), [
        ...this.symbols.boxes(),
        ...this.coveredBoxes(),
        ...ends.map(({ at }) => this.symbols.pixel(at)).map(([x, y]) => [x - 5, y - 5, x + 5, y + 5]),
      ]);
      const marked = new Map(ends.map((end) => [end.place.id, end]));
      this.state.roles.forEach(({ mark, look }) => {
        const place = this.ends.get(mark.place);
        const known = marked.get(mark.place) || { place, at: place.at, lit: false, weight: 0 };
        marked.set(mark.place, { ...known, lit: known.lit || look.lit, weight: known.weight + 1 });
      });
      const zones = this.symbols.hotspots.map(({ mark, look }) => ({
        text: mark.name, at: mark.at, marked: true, dim: !look.lit,
      }));
      const strong = [...marked.values()]
        .sort((a, b) => b.lit - a.lit || b.weight - a.weight)
        .map(({ place, lit }) => ({
          text: place.name, at: place.at, marked: true, region: place.region, dim: !lit,
          focus: this.focusId === place.id,
        }));
      strong.sort((a, b) => Boolean(b.focus) - Boolean(a.focus));
      painter.paint(strong);
      painter.paint(zones);
      painter.paintEdges(this.edges(painter));
      painter.paint(this.quiet(marked));
    },

    coveredBoxes() {
      const { left, top } = this.window();
      return this.layer.covered().map((box) => [box[0] + left, box[1] + top, box[2] + left, box[3] + top]);
    },

    // Countries without a mark: named when the label fits into their width.
    quiet(marked) {
      return this.file.places
        .filter((place) => !marked.has(place.id))
        .map((place) => ({ text: place.name, at: place.at, room: Math.max(place.extent, 0), rank: place.extent }))
        .sort((a, b) => b.rank - a.rank);
    },

    // One label per place outside the window that a visible line comes from or goes to.
    edges(painter) {
      const found = new Map();
      this.routes.drawn.forEach((item) => {
        const stops = item.mark.stops;
        [[stops[0], true], [stops[stops.length - 1], false]].forEach(([id, atStart]) => {
          const place = this.ends.get(id);
          if (!place || found.has(id)) return;
          const point = crossing(item, atStart, painter);
          if (point) found.set(id, { text: place.name, point, region: place.region, dim: !item.look.lit });
        });
      });
      return [...found.values()];
    },

    // What lies at a point of the canvas: a symbol, then a route; null where there is neither.
    markAt(point, reach = REACH) {
      if (!this.symbols) return null;
      const symbol = this.symbols.at(point, reach);
      if (symbol) return symbol;
      const route = this.routes.at(point, reach);
      return route ? { kind: "route", id: route.id, name: route.name } : null;
    },
  });
})();
