// The one layer of the atlas: fetches land and marks once, then obeys small commands.
import { failure } from "./elements.js";
import { Filters } from "./filters.js";
import { AtlasGround } from "./ground.js";
import { Legend } from "./legend.js";
import { AtlasMarks } from "./marks.js";
import { AtlasNames } from "./names.js";
import { Notes } from "./notes.js";
import { PATIENCE, Pending } from "./pending.js";
import { SceneIndex } from "./scene.js";
import { bringIntoView, firstView, pointsOf } from "./view.js";

// The form of the data file that this script reads; flows/maps/marks.py writes the same number into it.
const VERSION = 2;

// Data as it is, or from its address.
async function read(source) {
  if (typeof source !== "string") return source;
  const reply = await fetch(source);
  if (!reply.ok) throw new Error(`${source}: ${reply.status}`);
  return reply.json();
}

export class AtlasLayer extends L.Layer {
  // options: ground, marks (addresses of the two files), word (fallback texts)
  constructor(options) {
    super();
    L.setOptions(this, options);
    this.asked = new Pending(); // what the map shows: values by facet, focus, hide, top and tiers
    this.heard = null; // the server's last command
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
    this.failure?.remove();
    delete this._map.getContainer().dataset.atlasFailed;
    try {
      const { ground, marks } = this.options;
      const [land, file] = await Promise.all([read(ground), read(marks)]);
      if (file.version !== VERSION) throw new Error(`a data file of version ${file.version}`);
      this.begin(land, file);
    } catch (error) {
      this._map.getContainer().dataset.atlasFailed = String(error);
      this.failure = failure(this.options.words, () => this.load()).addTo(this._map);
    }
  }

  begin(land, file) {
    this.file = file;
    this.scenes = new SceneIndex(file);
    this.marks.setFile(file, this);
    this.legend = new Legend(this).addTo(this._map);
    this.notes = new Notes(this).addTo(this._map);
    document.fonts.load('12px "Source Sans 3"').then(() => this.scene && this.repaint());
    this.ground.places = new Map(file.places.map((place) => [place.id, place]));
    if (this.options.filters) this.filters = new Filters(this, this.options).addTo(this._map);
    firstView(this._map, this.options.home, this.filters?.width);
    this.ground.setCountries(land ? land.features : []);
    if (this.options.asked) this.heard = this.options.asked; // a map of its own: nobody sends it commands
    if (this.heard) this.receive(this.heard);
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

  // A command from the page: {selection, focus, hide, top, tiers, view, bring}.
  receive(command) {
    this.heard = command;
    if (!this.scenes) return;
    if (command.view && !this.placed)
      this._map.setView([command.view[1], command.view[0]], command.view[2], { animate: false });
    this.placed = true;
    const { selection, focus, hide, top, tiers } = command;
    const changed = this.asked.hear({ ...selection, focus, hide, top, tiers }, Date.now());
    if (changed || !this.scene) this.repaint();
    if (command.bring && command.bring !== this.brought)
      bringIntoView(this._map, this.pointsOf(command.focus));
    this.brought = command.bring;
    this._map.getContainer().dataset.atlasReady = "true";
  }

  // New values of some fields, pressed here or on the page: shown at once, before the server has heard of them.
  ask(change) {
    if (!this.scenes || !this.asked.press(change, Date.now())) return;
    this.repaint();
    setTimeout(() => this.asked.review(Date.now()) && this.repaint(), PATIENCE);
  }

  // Look at `kind:id`; bring: move the map to it.
  lookAt(focus, { bring = false, told = false } = {}) {
    this.ask({ focus });
    if (bring && this.scenes) {
      bringIntoView(this._map, this.pointsOf(focus));
      this.brought = (this.brought || 0) + 1; // the server counts it too, and need not move the map again
    }
    if (!told) this.tell({ act: "focus", focus, bring });
  }

  get request() {
    const { focus = "", hide = [], top = null, tiers = null, ...selection } = this.asked.fields;
    return { selection, focus, hide, top, tiers };
  }

  repaint() {
    const { request } = this;
    const scene = this.scenes.compose(request);
    this.scene = this.marks.scene = scene;
    this.marks.focusId = request.focus.split(":")[1];
    this.ground.setFills(scene.fills);
    this.ground.setTiers(scene.tiers);
    this.ground.setOutline(this.outlined(request.focus));
    this.ground.refresh();
    this.marks.paint();
    this.names.paint();
    this.legend.show(scene, this.asked.fields);
    this.filters?.show(scene, this.asked.fields);
    this.notes.show(scene, request.focus);
    const data = this._map.getContainer().dataset;
    data.visibleRoutes = scene.routes.length;
    data.visibleHotspots = scene.hotspots.length;
    data.visibleRoles = scene.roles.length;
    data.focus = request.focus;
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
    this.ask(change);
    this.tell({ act: "switch", ...change });
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
    if (!this.scene) return;
    const found = this.hit(event);
    this.lookAt(found ? `${found.kind}:${found.id}` : "");
  }

  onHover(event) {
    if (!this.scene) return;
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
