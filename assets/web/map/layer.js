// The one layer of the atlas: fetches land and marks once, then obeys small commands.
import { AtlasGround } from "./ground.js";
import { Legend } from "./legend.js";
import { AtlasMarks } from "./marks.js";
import { AtlasNames } from "./names.js";
import { Notes } from "./notes.js";
import { MarkState } from "./state.js";
import { bringIntoView, firstView, pointsOf } from "./view.js";

export class AtlasLayer extends L.Layer {
  // options: ground, marks (addresses of the two files), word (fallback texts)
  constructor(options) {
    super();
    L.setOptions(this, options);
    this.pending = null;
  }

  onAdd(map) {
    this.ground = new AtlasGround({ pane: "tilePane" }).addTo(map);
    this.marks = new AtlasMarks({ pane: "overlayPane" }).addTo(map);
    this.names = new AtlasNames({ pane: "overlayPane" });
    this.names.setLayer(this);
    this.names.addTo(map);
    L.control.zoom({ position: "bottomright" }).addTo(map);
    map.on("click", this.onClick, this);
    map.on("mousemove", this.onHover, this);
    map.on("moveend", this.onView, this);
    this.tip = L.DomUtil.create("div", "atlas-tip", map.getContainer());
    this.load();
  }

  async load() {
    const read = (address) =>
      fetch(address).then((reply) => {
        if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
        return reply.json();
      });
    try {
      const [land, file] = await Promise.all([read(this.options.ground), read(this.options.marks)]);
      this.begin(land, file);
    } catch (error) {
      this._map.getContainer().dataset.atlasFailed = String(error);
    }
  }

  begin(land, file) {
    this.file = file;
    this.state = new MarkState(file);
    this.marks.setFile(file, this.state, this);
    this.legend = new Legend(this).addTo(this._map);
    this.notes = new Notes(this).addTo(this._map);
    firstView(this._map, this.options.home);
    document.fonts.load('12px "Source Sans 3"').then(() => this.repaint());
    this.ground.places = new Map(file.places.map((place) => [place.id, place]));
    this.ground.setCountries(land.features);
    if (this.pending) this.receive(this.pending);
  }

  // Boxes of the cards over the map, in pixels of the window: labels keep clear of them.
  covered() {
    const corner = this._map.getContainer().getBoundingClientRect();
    return [...this._map.getContainer().querySelectorAll(".leaflet-control")].map((node) => {
      const box = node.getBoundingClientRect();
      return [
        box.left - corner.left - 4,
        box.top - corner.top - 4,
        box.right - corner.left + 4,
        box.bottom - corner.top + 4,
      ];
    });
  }

  // A command from the page: {state, base, lit, focus, types, hide, view, bring}.
  receive(command) {
    this.pending = command;
    if (!this.state) return;
    this.command = command;
    if (command.view && !this.placed)
      this._map.setView([command.view[1], command.view[0]], command.view[2], { animate: false });
    this.placed = true;
    this.state.apply(command);
    this.repaint();
    if (command.bring && command.bring !== this.brought)
      bringIntoView(this._map, this.pointsOf(command.focus));
    this.brought = command.bring;
    this._map.getContainer().dataset.atlasReady = "true";
  }

  repaint() {
    const focus = (this.command && this.command.focus) || "";
    this.marks.focusId = focus.split(":")[1];
    this.ground.setFills(this.state.fills());
    this.ground.setTiers(this.command && this.command.tiers);
    this.ground.setOutline(this.outlined(focus));
    this.ground.refresh();
    this.marks.paint();
    this.names.paint();
    this.legend.show(this.state);
    this.notes.show(this.state, focus);
    const data = this._map.getContainer().dataset;
    data.visibleRoutes = this.state.routes.length;
    data.visibleHotspots = this.state.hotspots.length;
    data.visibleRoles = this.state.roles.length;
    data.focus = focus;
  }

  pointsOf(focus) {
    return pointsOf(this.file, this.marks.ends, focus);
  }

  outlined(focus) {
    const [kind, id] = focus.split(":");
    if (kind === "country") return [id];
    const region = kind === "region" && this.file.regions.find((place) => place.id === id);
    return region ? region.members : [];
  }

  // A switch of the legend, {types} or {hide}: at once here, then told to the page. Only what was switched
  // is told, or a filter that was pressed a moment before would be undone.
  switch(change) {
    const { types, hide } = { ...this.state, ...change };
    this.state.switchTo(types, hide);
    this.repaint();
    const [[name, values]] = Object.entries(change);
    this.tell({ act: "switch", [name]: [...values] });
  }

  // Values that were pressed on the page: shown at once, where every mark that answers to them is known here.
  preview(facet, values) {
    if (!this.command || !this.command.whole) return;
    if (facet === "types") this.state.switchTo(new Set(values), this.state.hide);
    else this.state.previewOf(facet, values);
    this.repaint();
  }

  tell(message) {
    if (this.options.tell) this.options.tell(message);
  }

  hit(event) {
    const found = this.marks.markAt(this.marks.fromEvent(event));
    if (found) return found;
    const id = this.ground.countryAt(this.ground.fromEvent(event));
    const place = id && this.file.places.find((known) => known.id === id);
    return place ? { kind: "country", id, name: this.legend.tiers.named(place) } : null;
  }

  onClick(event) {
    if (!this.state) return;
    const found = this.hit(event);
    this.tell({ act: "focus", focus: found ? `${found.kind}:${found.id}` : "" });
  }

  onHover(event) {
    if (!this.state) return;
    const found = this.hit(event);
    this._map.getContainer().style.cursor = found ? "pointer" : "";
    this.tip.hidden = !found;
    if (!found) return;
    this.tip.textContent = found.name;
    const { x, y } = event.containerPoint;
    const left = Math.min(x + 14, this._map.getSize().x - this.tip.offsetWidth - 6);
    this.tip.style.transform = `translate(${left}px, ${y + 14}px)`;
  }

  onView() {
    const { lng, lat } = this._map.getCenter();
    this.tell({ act: "view", view: [lng, lat, this._map.getZoom()].map((n) => Math.round(n * 100) / 100) });
  }
}
