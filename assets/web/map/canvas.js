// A canvas of the map.
export const PADDING = 0.25; // of the window on every side: so far it is pulled before it is painted anew

// A canvas in a Leaflet pane, larger than the window: it is carried along while the map is pulled, and painted
// anew when the map was zoomed or the canvas does not fill the window any more.
export class AtlasCanvas extends L.Renderer {
  constructor(options) {
    super({ padding: PADDING, ...options });
  }

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this.ctx = this._container.getContext("2d");
  }

  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
    delete this.ctx;
  }

  getEvents() {
    return { ...super.getEvents(), move: this.keepUp, moveend: this.onRest };
  }

  // While the map is pulled, too: the window is filled before the map is let go.
  keepUp() {
    if (this._bounds && !this.zoomed() && !this.fillsWindow()) this._update();
  }

  onRest() {
    if (this.zoomed() || !this.fillsWindow()) this._update();
  }

  zoomed() {
    return this._map.getZoom() !== this._zoom;
  }

  fillsWindow() {
    const { left, top, right, bottom } = this.window();
    const { x, y } = this._bounds.getSize();
    return left >= 0 && top >= 0 && right <= x && bottom <= y;
  }

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    super._update();
    const size = this._bounds.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    canvas.width = ratio * size.x;
    canvas.height = ratio * size.y;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this.ratio = ratio;
    this.paint();
  }

  // Scale and offset that take world pixels (zoom 0) to pixels of this canvas, and its size.
  frame() {
    const zoom = this._map.getZoom();
    const origin = this._map.getPixelOrigin().add(this._bounds.min);
    const { x, y } = this._bounds.getSize();
    return { scale: Math.pow(2, zoom), dx: -origin.x, dy: -origin.y, width: x, height: y };
  }

  // The part of the canvas that the reader sees, in pixels of the canvas.
  window() {
    const corner = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
    const size = this._map.getSize();
    return { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
  }

  fromEvent(event) {
    const point = event.layerPoint.subtract(this._bounds.min);
    return [point.x, point.y];
  }

  clear() {
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.clearRect(0, 0, this._container.width, this._container.height);
    this.ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }
}
