// What our canvases use of Leaflet 1.9 beyond its public face: how a renderer is made and updated.
import "leaflet";

declare module "leaflet" {
  interface Renderer {
    _container: HTMLCanvasElement;
    _bounds: Bounds & { min: Point };
    _zoom: number;
    _initContainer(): void;
    _destroyContainer(): void;
    _update(): void;
    getEvents(): Record<string, LeafletEventHandlerFn>;
  }
  interface Map {
    _animatingZoom?: boolean;
  }
}
