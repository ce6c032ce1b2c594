// What the window shows: the first view, and how a mark is brought into it. Part of the layer.
(function () {
  "use strict";
  const { plane } = window.AtlasParts;
  const CARDS = 262; // pixels that the cards take on the left where the window is wide

  window.AtlasParts.viewing = {
    // The Americas beside the cards where there is room for both.
    firstView() {
      const map = this._map;
      const size = map.getSize();
      const home = L.latLngBounds(this.options.home);
      const cards = size.x > 560 ? CARDS : 8;
      const zoom = map.getBoundsZoom(home, false, L.point(cards + 8, 16));
      const [west, east] = [home.getNorthWest(), home.getSouthEast()].map((at) => map.project(at, zoom));
      const middle = west.add(east).divideBy(2);
      const spare = Math.max(cards, size.x - (east.x - west.x) - 8); // what is left over goes to the Pacific
      map.setView(map.unproject(middle.subtract([(spare - 8) / 2, 0]), zoom), zoom, { animate: false });
    },

    // Bring what is in focus into view without moving more than is needed.
    bring(focus) {
      const points = this.pointsOf(focus);
      if (!points.length) return;
      const bounds = L.latLngBounds(points.map(([x, y]) => plane.toLatLng(x, y)));
      if (this._map.getBounds().pad(-0.08).contains(bounds)) return;
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      this._map.fitBounds(bounds.pad(0.25), { maxZoom: Math.max(4, this._map.getZoom()), animate: !still });
    },

    pointsOf(focus) {
      const [kind, id] = (focus || "").split(":");
      if (kind === "route") {
        const mark = this.file.routes.find((route) => route.id === id);
        return mark ? mark.stops.filter(Boolean).map((stop) => this.marks.ends.get(stop).at) : [];
      }
      const all = { hotspot: this.file.hotspots, country: this.file.places, region: this.file.regions };
      const found = (all[kind] || []).find((item) => item.id === id);
      if (!found) return [];
      const half = Math.min(12, (found.extent || 0) / 2); // so much of a country as tells where it lies
      const members = (found.members || []).map((member) => this.marks.ends.get(member)).filter(Boolean);
      const [x, y] = found.at;
      return [[x - half, y - half], [x + half, y + half], ...members.map((place) => place.at)];
    },
  };
})();
