// The one layer of the atlas: fetches land and marks once, then obeys small commands.
import { afterFrame } from "./after_frame.js";
import { MarkCursor } from "./cursor.js";
import { readSource } from "./data_source.js";
import { failure } from "./elements.js";
import { Filters } from "./filters.js";
import { AtlasGround } from "./ground.js";
import { Legend } from "./legend.js";
import { AtlasMarks } from "./marks.js";
import { AtlasNames } from "./names.js";
import { Notes } from "./notes.js";
import { showScene } from "./painters.js";
import { PATIENCE, Pending } from "./pending.js";
import { toLatLng } from "./plane.js";
import { SceneIndex } from "./scene.js";
import { stopsOf } from "./stops.js";
import { tipOf } from "./tip.js";
import { bringIntoView, firstView, pointsOf, showBounds, sidesShown, standAt } from "./view.js";
import { WholeMap } from "./whole_map.js";

/** @import { Box, Command, Drawn, Found, LandFeature, MapFile, Point, RoleMark } from "./types.js" */
/** @import { Located } from "./canvas.js" */
/** @import { Fields } from "./pending.js" */
/** @import { Asked, Scene } from "./scene.js" */
/** @import { Act } from "../page/types.js" */

/** @import { Filter } from "./filters.js" */

/**
 * `ground` and `marks` are the land and the data file, or their addresses; `home` the corners of the first view;
 * `words` what the map says before the data has come. A map that stands alone has `filters` of its own, over it or
 * in the element that `filters_in` selects; `asked` is what it shows at first, and `word_index` the address of the
 * index of words where the data file has another.
 * @typedef {{ features: LandFeature[] }} Land
 * @typedef {{ ground: string | Land | null, marks: string | MapFile, home: L.LatLngTuple[],
 *   words: Record<string, string>, filters?: Filter[], filters_in?: string, asked?: Command,
 *   word_index?: string }} Options
 */

const VERSION = 3; // of the data file that this script reads; flows/maps/marks.py writes the same number into it

const COVER = 4; // pixels between a label and a card over the map

export class AtlasLayer extends L.Layer {
  /** @param {Options} options */
  constructor(options) {
    super();
    this.settings = options;
    this.asked = new Pending(); // what the map shows: values by facet, focus, hide, top and tiers
    this.ground = new AtlasGround({ pane: "tilePane" });
    this.marks = new AtlasMarks({ pane: "overlayPane" }, this.ground);
    this.names = new AtlasNames({ pane: "overlayPane" }, this.marks, () => this.covered());
    this.tip = L.DomUtil.create("div", "atlas-tip");
    /** @type {(act: Act) => void} what is told of a reader's acts */
    this.tell = () => {};
    /** Pixels at the lower end of the window that what is opened lies over. */
    this.coveredBelow = () => 0;
    /** @type {Command | null} the server's last */
    this.heard = null;
    /** @type {MapFile | null} */
    this.file = null;
    /** @type {SceneIndex | null} */
    this.scenes = null;
    /** @type {Scene | null} what is shown */
    this.scene = null;
    /** @type {Legend | null} */
    this.legend = null;
    /** @type {Notes | null} */
    this.notes = null;
    /** @type {MarkCursor | null} */
    this.cursor = null;
    /** @type {Filters | null} of a map that stands alone */
    this.filters = null;
    /** @type {L.Control | null} what is shown where the data did not come */
    this.failure = null;
    /** @type {Promise<import("./word_index.js").WordTable> | null} the index of words, asked for once */
    this.wordTable = null;
    this.placed = false; // whether the map stands where the first command wanted it
    this.brought = 0; // how often it was moved to what is looked at
  }

  /** @override @param {L.Map} map */
  onAdd(map) {
    for (const canvas of [this.ground, this.marks, this.names]) canvas.addTo(map);
    L.control.zoom({ position: "bottomright" }).addTo(map);
    map.on("click", this.onClick, this);
    map.on("mousemove", this.onHover, this);
    map.on("movestart zoomstart mouseout", this.hideTip, this);
    map.on("moveend", this.onView, this);
    map.on("resize", this.onResize, this);
    map.getContainer().append(this.tip);
    this.load();
    return this;
  }

  async load() {
    const { ground, marks } = this.settings;
    delete this._map.getContainer().dataset.atlasFailed;
    try {
      const [land, file] = await Promise.all([readSource(ground), readSource(marks)]);
      if (file.version !== VERSION) throw new Error(`a data file of version ${file.version}`);
      this.begin(land, file);
    } catch (error) {
      this._map.getContainer().dataset.atlasFailed = String(error);
      this.fail(() => this.load());
    }
  }

  /** @param {Land | null} land @param {MapFile} file */
  begin(land, file) {
    const { home, words, filters, filters_in: beside, asked } = this.settings;
    this.file = file;
    this.scenes = new SceneIndex(file);
    this.marks.setFile(file);
    this.names.setCountries(file.places);
    const lookAt = (/** @type {string} */ focus) => this.lookAt(focus);
    const change = (/** @type {Fields} */ fields) => this.press(fields);
    this.legend = new Legend(file, { change, lookAt }).addTo(this._map);
    this.notes = new Notes(file, { lookAt }).addTo(this._map);
    document.fonts.load('12px "Source Sans 3"').then(() => this.scene && this.repaint());
    this.ground.places = new Map(file.places.map((place) => [place.id, place]));
    if (filters) this.filters = new Filters(this, { filters, words }).showIn(this._map, beside);
    const showAll = () => firstView(this._map, home, this.filters?.width);
    this.cursor = new MarkCursor(this._map, file.words.map_label, {
      stops: () => stopsOf(this.marks, file),
      open: (focus) => this.lookAt(focus, { byKey: true }),
    });
    new WholeMap(file.words.whole_map, showAll).addTo(this._map);
    showAll();
    this.ground.setCountries(land ? land.features : []);
    if (asked) this.heard ??= asked; // a map of its own, which nobody has sent a command
    if (this.heard) this.receive(this.heard);
  }

  /** Boxes of the cards over the map, in pixels of the window: labels keep clear of them. @returns {Box[]} */
  covered() {
    const container = this._map.getContainer();
    const { left, top } = container.getBoundingClientRect();
    return [...container.querySelectorAll(".leaflet-control")].map((node) => {
      const box = node.getBoundingClientRect();
      return [
        box.left - left - COVER,
        box.top - top - COVER,
        box.right - left + COVER,
        box.bottom - top + COVER,
      ];
    });
  }

  /** @param {Command} command */
  receive(command) {
    this.heard = command;
    if (!this.scenes) return;
    const { selection, focus, hide, top, tiers, view, bounds, bring = 0 } = command;
    if (command.final) {
      this.asked.forget();
      this.brought = bring; // the map has moved when that was pressed
    }
    this.paintOnce(() => {
      if (bounds) showBounds(this._map, bounds, this.placed ? {} : { animate: false });
      else if (!this.placed) this.place(view, focus);
      this.placed = true;
      const changed = this.asked.hear({ ...selection, focus, hide, top, tiers }, Date.now());
      if (changed || !this.scene) this.repaint();
    });
    if (bring && bring !== this.brought) this.bring(focus);
    this.brought = bring;
  }

  /** Do what moves the map and shows something else, so that each canvas is painted once. @param {() => void} act */
  paintOnce(act) {
    const canvases = [this.ground, this.marks, this.names];
    for (const canvas of canvases) canvas.hold();
    try {
      act();
    } finally {
      for (const canvas of canvases) canvas.letGo();
    }
  }

  /**
   * Do something while each of some commands is shown; then show again what was, with all that a reader has pressed.
   * @param {Command[]} commands @param {() => void} act
   */
  showInTurn(commands, act) {
    const { heard, tell, asked, brought, _map: map } = this;
    if (!heard || !this.scenes) return;
    const [{ lng, lat }, zoom] = [map.getCenter(), map.getZoom()];
    this.tell = () => {};
    this.asked = new Pending(asked.fields);
    map.stop();
    for (const command of commands) {
      this.placed = false; // it does not glide there
      this.receive(command);
      act();
    }
    Object.assign(this, { heard, asked, brought });
    this.paintOnce(() => {
      this.standAt([lng, lat, zoom], { animate: false });
      this.repaint();
    });
    this.tell = tell;
  }

  /**
   * New values of some fields, pressed here or on the page: shown at once, before the server has heard of them.
   * @param {Fields} change
   */
  ask(change) {
    if (!this.scenes || !this.asked.press(change, Date.now())) return;
    this.repaint();
    setTimeout(() => this.asked.review(Date.now()) && this.repaint(), PATIENCE);
  }

  /**
   * Look at `kind:id`, which is told before it is painted, so that the server can begin. bring: move the map to
   * it; told: the server knows already; byKey: the keyboard goes on where that is told.
   * @param {string} focus @param {{ bring?: boolean, told?: boolean, byKey?: boolean }} [how]
   */
  lookAt(focus, { bring = false, told = false, byKey = false } = {}) {
    if (!told) this.tell({ act: "focus", focus, bring, ...(byKey && { byKey }) });
    this.ask({ focus });
    if (bring && this.scenes) {
      this.bring(focus);
      this.brought += 1; // the server counts it too, and need not move the map again
    } else if (this.coveredBelow()) this.bring(focus); // what is opened will lie over a part of the map
  }

  /** Move the map to what is looked at, unless that can be seen. @param {string} focus @param {{ animate?: boolean }} [how] */
  bring(focus, how) {
    if (!this.scenes) return;
    bringIntoView(this._map, this.pointsOf(focus), { ...how, below: this.coveredBelow() });
  }

  /** Stand where the first command wants it, or where what is looked at can be seen. @param {Command["view"]} view @param {string} focus */
  place(view, focus) {
    if (view) this.standAt(view, { animate: false });
    else this.bring(focus, { animate: false });
    this.placed = true;
  }

  /** @param {number[]} view longitude, latitude, zoom @param {{ animate?: boolean }} [how] */
  standAt(view, how) {
    standAt(this._map, view, how);
  }

  /** The sides of what the window shows beside its cards. */
  sides() {
    return sidesShown(this._map);
  }

  /** Show these sides whole. @param {[number, number, number, number]} sides */
  showSides(sides) {
    showBounds(this._map, sides);
  }

  /** @returns {Asked} */
  get request() {
    const { focus, hide, top, tiers, ...selection } = /** @type {any} */ (this.asked.fields);
    return { selection, focus: focus ?? "", hide: hide ?? [], top: top ?? null, tiers: tiers ?? null };
  }

  repaint() {
    if (!this.scenes) return;
    const { request } = this;
    if (this.scenes.lacksWords(request.selection)) return void this.readWords();
    const scene = this.scenes.compose(request);
    this.scene = scene;
    showScene(this, scene, request.focus);
    this.ground.letGo();
    this.ground.refresh();
    if (!this.marks.letGo()) this.marks.paintSeen();
    if (!this.names.letGo()) this.names.paint();
    this.legend?.show(scene, this.asked.fields);
    this.filters?.show(scene, this.asked.fields);
    this.notes?.show(scene.notes, request.focus);
    const data = this._map.getContainer().dataset;
    data.visibleRoutes = String(scene.routes.length);
    data.visibleHotspots = String(scene.hotspots.length);
    data.visibleRoles = String(scene.roles.length);
    data.focus = request.focus;
    data.atlasReady = "true";
    this.fire("shown");
  }

  /** Fetch the index of words. What waits for it is painted then; until then the map stays as it was. */
  async readWords() {
    if (!this.file || !this.scenes || this.scenes.index.words) return;
    const waits = () => Boolean(this.scenes?.lacksWords(this.request.selection));
    try {
      this.wordTable ??= readSource(this.settings.word_index ?? this.file.word_index);
      const table = await this.wordTable;
      const waited = waits();
      this.scenes.takeWords(table);
      if (waited) this.repaint();
    } catch {
      this.wordTable = null;
      if (waits()) this.fail(() => this.readWords());
    }
  }

  /** Say that data did not come, with a button to try again. @param {() => void} again */
  fail(again) {
    const { failed, again: label } = this.settings.words;
    this.failure?.remove();
    const retry = () => {
      this.failure?.remove();
      again();
    };
    this.failure = failure({ failed, again: label }, retry).addTo(this._map);
  }

  /** The pixel of the window at which a point of the plane stands. @param {Point} point @returns {Point} */
  pixelOf(point) {
    const { x, y } = this._map.latLngToContainerPoint(toLatLng(point));
    return [x, y];
  }

  /** Whether the map has any size: a hidden frame has none. */
  isSeen() {
    const { x, y } = this._map.getSize();
    return x > 0 && y > 0;
  }

  /** @param {string} focus */
  pointsOf(focus) {
    return this.file ? pointsOf(this.file, this.marks.ends, focus) : [];
  }

  /**
   * A switch of the legend: painted here, then told to the page, whose own work would hold the frame up. Only
   * what was switched is told, or a filter that was pressed a moment before would be undone.
   * @param {Fields} change
   */
  press(change) {
    this.ask(change);
    afterFrame(() => this.tell({ act: "switch", ...change }));
  }

  /** What lies where the pointer is; null on water. @param {Located} event */
  hit(event) {
    const found = this.marks.markAt(this.marks.fromEvent(event));
    if (found) return found;
    const id = this.ground.countryAt(this.ground.fromEvent(event));
    const place = this.ground.places.get(id);
    return place ? { kind: "country", id, name: this.legend?.tiers.named(place) ?? place.name } : null;
  }

  /** @param {Located} event */
  onClick(event) {
    if (!this.scene) return;
    const found = this.hit(event);
    this.lookAt(found ? `${found.kind}:${found.id}` : "");
  }

  /** @param {Located & { containerPoint: L.Point }} event */
  onHover(event) {
    if (!this.scene || !this.file) return;
    const found = this.hit(event);
    this._map.getContainer().style.cursor = found ? "pointer" : "";
    this.tip.hidden = !found;
    this.names.point(found);
    if (!found) return;
    const { selection } = this.request;
    const others = found.kind === "route" ? (this.scenes?.otherForms(found.id, selection) ?? []) : [];
    this.tip.replaceChildren(...tipOf(found, this.file, others));
    const { x, y } = event.containerPoint;
    const left = Math.min(x + 14, this._map.getSize().x - this.tip.offsetWidth - 6);
    this.tip.style.transform = `translate(${left}px, ${y + 14}px)`;
  }

  /** What lay under the pointer does not any more. */
  hideTip() {
    this.tip.hidden = true;
  }

  /** Fill a window that has changed for another reason than the browser's. */
  resized() {
    this._map?.invalidateSize({ pan: false });
  }

  /** A chapter of a story has its bounds in a window of any size. */
  onResize() {
    const bounds = this.heard?.bounds;
    if (bounds) showBounds(this._map, bounds, { animate: false });
  }

  onView() {
    const { lng, lat } = this._map.getCenter();
    this.tell({ act: "view", view: [lng, lat, this._map.getZoom()].map((n) => Math.round(n * 100) / 100) });
  }
}
