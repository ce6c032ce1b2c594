// The map's own page: the theme, the address for commands, and what tests and people can ask of it.
import { forgetColours } from "./colours.js";
import { AtlasLayer } from "./layer.js";
import { toLatLng } from "./plane.js";

const host = window.frameElement; // the page that holds the frame, where there is one

function setTheme(theme) {
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  forgetColours();
  if (layer?.scene) layer.repaint();
}

let layer = null;
let obeyed = 0; // the number of the last command: each comes over the wire and with the page

function obey(command) {
  if (!layer || command.number <= obeyed) return;
  obeyed = command.number || obeyed;
  layer.receive(command);
}

// Keys of the page work in the frame too, from the moment that the map can be seen.
document.addEventListener("keydown", (event) => host && host.atlasKey && host.atlasKey(event));

L.AtlasLayer = AtlasLayer; // the map's own script makes one

window.atlas = {
  // Called by the map's own script once its layer stands.
  begin(atlasLayer) {
    layer = atlasLayer;
    layer.options.tell = (message) => host && host.atlasTell && host.atlasTell(message);
    if (host && host.atlasTheme) setTheme(host.atlasTheme);
    if (host && host.atlasCommand) obey(host.atlasCommand);
  },

  receive: obey,

  // New values of a filter that was pressed on the page, which tells the server itself.
  choose(facet, values) {
    layer?.ask({ [facet]: values });
  },

  lookAt(focus) {
    layer?.lookAt(focus, { bring: true, told: true });
  },

  // The values of each filter of pills, in the order of its buttons, by the filter's key.
  offered() {
    const facets = layer?.file?.facets || [];
    return Object.fromEntries(facets.flatMap(({ name, offered }) => (offered ? [[name, offered]] : [])));
  },

  // First and last year that any claim speaks of.
  years() {
    const { values } = layer.file.facets.find(({ name }) => name === "years");
    return [values[0], values[values.length - 1]];
  },

  setTheme,

  visible() {
    const ids = (kind) => layer.scene[kind].map(({ mark }) => mark.id);
    return { routes: ids("routes"), hotspots: ids("hotspots"), roles: ids("roles") };
  },

  // The forms of a route that is drawn, as slugs of trafficking types.
  forms(route) {
    const found = layer.scene.routes.find(({ mark }) => mark.id === route);
    return found ? found.style.forms.map((form) => layer.file.forms[form].slug) : [];
  },

  click(focus) {
    layer.lookAt(focus);
  },

  // Where a mark stands in the window, for tests that use the mouse: [x, y] in pixels.
  where(focus) {
    const [kind, id] = focus.split(":");
    const marks = layer.marks;
    const corner = marks.window();
    const inWindow = ([x, y]) => [x - corner.left, y - corner.top];
    if (kind === "route") {
      const item = marks.routes.drawn.find((drawn) => drawn.mark.id === id);
      if (item.loop) return inWindow([item.loop.x, item.loop.y - 10]);
      const [a, b, c] = item.segments[item.segments.length - 1];
      return inWindow([0, 1].map((i) => 0.16 * a[i] + 0.48 * b[i] + 0.36 * c[i]));
    }
    const symbol = marks.symbols.hotspots.find((item) => kind === "hotspot" && item.mark.id === id);
    if (symbol) return inWindow(symbol.at);
    const known = [...layer.file.places, ...layer.file.regions].find((place) => place.id === id);
    const point = known ? known.at : layer.pointsOf(focus)[0];
    const { x, y } = layer._map.latLngToContainerPoint(toLatLng(point));
    return [x, y];
  },
};
