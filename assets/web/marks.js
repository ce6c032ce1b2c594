// All marks on one canvas: routes, zones, symbols and labels, painted from the state of the marks.
(function () {
  "use strict";
  const { Ways, RoutePainter, CROWD, SymbolPainter, LabelPainter, crossing, paintStacks, paintZones } =
    window.AtlasParts;
  const REACH = 8; // pixels within which a click takes a mark
  const BESIDE_CROWD = 0.1; // of the window on every side
  const EXITS = ["exit-at-start", "exit-at-end"]; // where a way leaves the window

  // One more mark at an end.
  function count(end, look) {
    end.lit = end.lit || look.lit;
    end.weight += 1;
  }

  L.AtlasMarks = L.AtlasCanvas.extend({
    // layer: the layer that owns this canvas and knows what covers the map
    setFile(file, state, layer) {
      this.layer = layer;
      this.file = file;
      this.state = state;
      this.icons = new Map(Object.entries(file.icons).map(([name, path]) => [name, new Path2D(path)]));
      this.ends = new Map([...file.places, ...file.regions].map((place) => [place.id, place]));
    },

    paint() {
      if (this.resized()) return;
      this.clear();
      if (!this.state) return;
      const frame = this.frame();
      const ctx = this.ctx;
      this.look(frame);
      this.routes = new RoutePainter(this.ways, this.state.routes);
      const small = (id) => {
        const place = this.ends.get(id);
        return Boolean(place && place.americas && this.layer.ground.isSmall(place, frame.scale));
      };
      this.symbols = new SymbolPainter(frame, this.state, this._map.getZoom(), small);
      const ends = this.endsInUse();
      this.symbols.paintSoftEnds(ctx, ends.filter(({ place }) => place.region));
      const filled = !(this.layer.command && this.layer.command.tiers);
      paintZones(ctx, frame, this.state.hotspots, { large: this.symbols.badges, filled });
      this.routes.paint(ctx, this.ratio);
      if (this.symbols.badges) paintStacks(ctx, this.routes.drawn, this.file.switches.map((entry) => entry.family));
      const withRoles = new Set(this.symbols.groups.filter((group) => !group.moved).map(({ place }) => place));
      this.symbols.paintDots(ctx, ends.filter(({ place }) => !withRoles.has(place.id)));
      this.symbols.paint(ctx, this.icons);
      this.paintLabels(ctx, frame, ends);
    },

    // A crowd is painted less far beyond the window: its cost is the length of its lines. True if that painted it.
    resized() {
      const crowded = this.state && this.state.routes.length > CROWD;
      const padding = crowded ? BESIDE_CROWD : L.AtlasCanvas.prototype.options.padding;
      if (padding === this.options.padding) return false;
      this.options.padding = padding;
      this._update();
      return true;
    },

    // The ways of this view: kept from paint to paint, made anew when the canvas or the window has moved.
    look(frame) {
      const seen = JSON.stringify([frame, this.window()]);
      if (seen === this.seen) return;
      this.seen = seen;
      this.ways = new Ways(frame);
    },

    // Places where a visible line begins, passes or ends, or that have a visible role.
    endsInUse() {
      const found = new Map();
      this.state.routes.forEach(({ mark, look }) => {
        mark.stops.forEach((id) => {
          if (!this.ends.has(id) || (mark.stub && mark.stub.region === id)) return;
          if (!found.has(id)) found.set(id, this.end(this.ends.get(id)));
          count(found.get(id), look);
        });
      });
      return [...found.values()];
    },

    end(place) {
      return { place, at: place.at, lit: false, weight: 0 };
    },

    paintLabels(ctx, frame, ends) {
      const painter = new LabelPainter(ctx, frame, this.window(), [
        ...this.symbols.boxes(),
        ...this.coveredBoxes(),
        ...ends.map(({ at }) => this.symbols.pixel(at)).map(([x, y]) => [x - 5, y - 5, x + 5, y + 5]),
      ]);
      const marked = new Map(ends.map((end) => [end.place.id, end]));
      this.state.roles.forEach(({ mark, look }) => {
        if (!marked.has(mark.place)) marked.set(mark.place, this.end(this.ends.get(mark.place)));
        count(marked.get(mark.place), look);
      });
      // Hotspots are named when there are few, when the map is large, or when one is looked at.
      const named = this.symbols.hotspots.length <= 6 || this.symbols.badges;
      const zones = this.symbols.hotspots
        .filter(({ mark, look }) => named || (this.state.hasFocus && look.lit) || this.focusId === mark.id)
        .map(({ mark, look }) => ({ text: mark.name, at: mark.at, marked: true, dim: !look.lit }));
      const wedges = this.state.routes
        .filter(({ mark, look }) => mark.stub && mark.stub.label && (this.symbols.badges || (this.state.hasFocus && look.lit)))
        .map(({ mark, look }) => ({ ...this.wedgeEnd(mark), text: mark.stub.label, marked: true, region: true, dim: !look.lit }));
      const strong = [...marked.values()]
        .sort((a, b) => b.lit - a.lit || b.weight - a.weight)
        .map(({ place, lit }) => ({
          text: place.name, at: place.at, marked: true, region: place.region, dim: !lit,
          focus: this.focusId === place.id,
        }));
      strong.sort((a, b) => Boolean(b.focus) - Boolean(a.focus));
      painter.paint(strong);
      painter.paint(zones);
      painter.paint(wedges);
      painter.paintEdges(this.edges(painter));
      painter.paint(this.quiet(marked));
    },

    // The far end of a wedge, as a point of the plane, so that its label stands there.
    wedgeEnd(mark) {
      const drawn = this.ways.of(mark).segments[0];
      const far = mark.stub.out ? drawn[2] : drawn[0];
      const { scale, dx, dy } = this.frame();
      return { at: [((far[0] - dx) / scale / 256) * 360 - 180, 180 - ((far[1] - dy) / scale / 256) * 360] };
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
      this.routes.drawn.forEach(({ mark, look, way }) => {
        for (const end of [0, 1]) {
          if (way.kept[EXITS[end]] === null) continue; // it ends in the window
          const place = this.ends.get(mark.stops[end && mark.stops.length - 1]);
          if (!place || found.has(place.id)) continue;
          const point = way.once(EXITS[end], () => crossing(way.segments, end === 0, painter));
          if (point) found.set(place.id, { text: place.name, point, region: place.region, dim: !look.lit });
        }
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
