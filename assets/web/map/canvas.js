// A canvas of the map.
/** @import { Ctx, Frame, Point, Window } from "./types.js" */
/** @typedef {{ layerPoint: L.Point }} Located what a mouse event of the map says of its place */

const PADDING = 0.25; // of the window on every side: so far it is pulled before it is painted anew
const REST_MS = 150; // after a press: by then what else it changes has come
const SHARPEST = 2; // pixels of the screen in one of the canvas: more would cost and not be seen

const sharpness = () => Math.min(SHARPEST, window.devicePixelRatio || 1);

/**
 * A canvas in a Leaflet pane, larger than the window: it is carried along while the map is pulled, and painted
 * anew when the map was zoomed or what is painted does not fill the window any more. What answers a press is painted
 * in the window alone: the rest follows a moment later, or when the map begins to move.
 */
export class AtlasCanvas extends L.Renderer {
  /** @param {L.RendererOptions} options */
  constructor(options) {
    super({ padding: PADDING, ...options });
    this.ratio = 1;
    this.held = false; // while the map is moved: Leaflet asks for the same up to three times
    this.waits = false; // whether it was asked for meanwhile
    /** @type {Window | null} the part of it that is painted, in its own pixels; null for all of it */
    this.part = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} until the rest is painted */
    this.later = undefined;
  }

  /** @override */
  _initContainer() {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this._container = canvas;
    /** @type {Ctx} */
    this.ctx = /** @type {Ctx} */ (canvas.getContext("2d"));
  }

  /** @override */
  _destroyContainer() {
    clearTimeout(this.later);
    L.DomUtil.remove(this._container);
    Reflect.deleteProperty(this, "_container"); // Leaflet makes a new one where there is none
  }

  /** @override @returns {Record<string, L.LeafletEventHandlerFn>} */
  getEvents() {
    return { ...super.getEvents(), move: this.keepUp, moveend: this.onRest, zoomstart: this.fill };
  }

  /** While the map is pulled, too: the window is filled before the map is let go. */
  keepUp() {
    if (this._bounds && !this.zoomed() && !this.fillsWindow()) this._update();
  }

  onRest() {
    if (this.zoomed() || !this.fillsWindow() || this.ratio !== sharpness()) this._update();
  }

  /** Paint no more until it is let go: then at most once. */
  hold() {
    this.held = true;
  }

  /** Returns whether it was painted. */
  letGo() {
    const { waits } = this;
    this.held = false;
    if (waits) this._update();
    return waits;
  }

  zoomed() {
    return this._map.getZoom() !== this._zoom;
  }

  fillsWindow() {
    const { x, y } = this._bounds.getSize();
    const painted = this.part ?? { left: 0, top: 0, right: x, bottom: y };
    const { left, top, right, bottom } = this.window();
    return left >= painted.left && top >= painted.top && right <= painted.right && bottom <= painted.bottom;
  }

  /** Paint what the window shows, in whole pixels. */
  paintSeen() {
    const { ctx, ratio } = this;
    const { left, top, right, bottom } = this.window();
    const part = {
      left: Math.floor(left),
      top: Math.floor(top),
      right: Math.ceil(right),
      bottom: Math.ceil(bottom),
    };
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.beginPath();
    ctx.rect(part.left, part.top, part.right - part.left, part.bottom - part.top);
    ctx.clip();
    this.paint();
    ctx.restore();
    this.part = part;
    clearTimeout(this.later);
    this.later = setTimeout(() => this.fill(), REST_MS);
  }

  /** Paint the rest too. */
  fill() {
    if (!this.part) return;
    this.paint();
    this.part = null;
  }

  /** @override */
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    this.waits = this.held;
    if (this.held) return;
    super._update();
    const size = this._bounds.getSize();
    const ratio = sharpness();
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    canvas.width = ratio * size.x;
    canvas.height = ratio * size.y;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this.ratio = ratio;
    this.paint();
    this.part = null;
  }

  /** Each kind of canvas paints what it holds. */
  paint() {}

  /**
   * Scale and offset that take world pixels (zoom 0) to pixels of this canvas, and its size.
   * @returns {Frame}
   */
  frame() {
    const zoom = this._map.getZoom();
    const origin = this._map.getPixelOrigin().add(this._bounds.min);
    const { x, y } = this._bounds.getSize();
    return { scale: 2 ** zoom, dx: -origin.x, dy: -origin.y, width: x, height: y };
  }

  /**
   * The part of the canvas that the reader sees, in pixels of the canvas.
   * @returns {Window}
   */
  window() {
    const corner = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
    const size = this._map.getSize();
    return { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
  }

  /** @param {Located} event @returns {Point} */
  fromEvent(event) {
    const point = event.layerPoint.subtract(this._bounds.min);
    return [point.x, point.y];
  }

  /**
   * Paint what it holds on another canvas, so many of whose pixels are one of its own.
   * @param {Ctx} ctx @param {number} ratio
   */
  paintOn(ctx, ratio) {
    const own = { ctx: this.ctx, ratio: this.ratio };
    Object.assign(this, { ctx, ratio });
    try {
      this.paint();
    } finally {
      Object.assign(this, own);
    }
  }

  clear() {
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.clearRect(0, 0, this._container.width, this._container.height);
    this.ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }
}
