// The map's own page: the theme, the address for commands, and what tests and people can ask of it.
import { forgetColours } from "./colours.js";
import { evidenceOf } from "./evidence.js";
import { AtlasLayer } from "./layer.js";
import { pictureOf } from "./map_picture.js";
import { middleOf } from "./stops.js";

/** @import { Command, Point } from "./types.js" */
/** @import { PictureWords } from "./map_picture.js" */
/** @import { Scene } from "./scene.js" */
/** @import { AtlasFrame } from "../page/types.js" */

/** What holds the map: the frame of a page, or the page itself where that says so; null where neither does. */
const host = window.atlasHolder ?? /** @type {AtlasFrame | null} */ (window.frameElement);

/** @type {AtlasLayer | null} */
let layer = null;

/** @param {string} theme */
function setTheme(theme) {
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  forgetColours();
  if (layer?.scene) layer.repaint();
}

/** @param {Command} command */
function receive(command) {
  layer?.receive(command);
}

/** The ids of what is drawn of a kind. @param {"routes" | "hotspots" | "roles"} kind */
const drawn = (kind) => (layer?.scene?.[kind] ?? []).map(({ mark }) => /** @type {string} */ (mark.id));

/** A pixel of the window of a route that is drawn. @param {AtlasLayer} map @param {string} id @returns {Point | null} */
function pixelOfRoute({ marks }, id) {
  const item = marks.routes?.drawn.find(({ mark }) => mark.id === id);
  if (!item) return null;
  const { left, top } = marks.window();
  const [x, y] = middleOf(item.routePath);
  return [x - left, y - top];
}

/** A pixel of the window of another mark. @param {AtlasLayer} map @param {string} focus @returns {Point | null} */
function pixelOfPlace(map, focus) {
  const [kind, id] = focus.split(":");
  const symbol = map.marks.symbols?.hotspots.find(({ mark }) => kind === "hotspot" && mark.id === id);
  if (symbol) {
    const { left, top } = map.marks.window();
    return [symbol.at[0] - left, symbol.at[1] - top];
  }
  const point = map.marks.ends.get(id)?.at ?? map.pointsOf(focus)[0];
  return point ? map.pixelOf(point) : null;
}

/** What stands in `window.atlas`. */
const hooks = {
  /** Called by the map's own script once its layer stands. @param {AtlasLayer} atlasLayer */
  begin(atlasLayer) {
    layer = atlasLayer;
    layer.tell = (act) => host?.atlasTell?.(act);
    layer.coveredBelow = () => host?.atlasCovered?.() ?? 0;
    if (host?.atlasTheme) setTheme(host.atlasTheme);
    if (host?.atlasCommand) receive(host.atlasCommand);
  },

  receive,

  setTheme,

  /** New values of a filter that was pressed on the page, which tells the server itself. @param {string} facet @param {unknown} values */
  choose(facet, values) {
    layer?.ask({ [facet]: values });
  },

  /** Fetch the index of words, before a search asks for it. */
  readWords() {
    return layer?.readWords();
  },

  /** Look at `kind:id`, which the page has told the server. @param {string} focus */
  lookAt(focus) {
    layer?.lookAt(focus, { bring: true, told: true });
  },

  /**
   * Show what an entry of the browser's history asks, where the map stood then.
   * @param {Record<string, unknown>} fields @param {number[]} [view]
   */
  returnTo(fields, view) {
    layer?.ask(fields);
    if (view) layer?.standAt(view);
  },

  /** The sides of what the window shows beside its cards: west, south, east and north in degrees. */
  sides() {
    return layer?.sides() ?? null;
  },

  /** Show these sides whole. @param {[number, number, number, number]} sides */
  showSides(sides) {
    layer?.showSides(sides);
  },

  /**
   * The values of each filter of pills, in the order of its buttons, by the filter's key.
   * @returns {Record<string, string[]>}
   */
  offered() {
    const facets = layer?.file?.facets ?? [];
    return Object.fromEntries(facets.flatMap(({ name, offered }) => (offered ? [[name, offered]] : [])));
  },

  /** The value of a filter that is picked from a list, by the words of its entry. @param {string} facet @param {string} words */
  named(facet, words) {
    return layer?.file?.facets.find(({ name }) => name === facet)?.named?.[words];
  },

  /** First and last year that any claim speaks of. */
  years() {
    const values = layer?.file?.facets.find(({ name }) => name === "years")?.values ?? [];
    return [values[0], values[values.length - 1]];
  },

  visible: () => ({ routes: drawn("routes"), hotspots: drawn("hotspots"), roles: drawn("roles") }),

  /** The names that are written and the boxes of arrowheads, in pixels of the canvas; the places that hold a mark. */
  names: () => ({
    written: layer?.names.written ?? [],
    heads: layer?.marks.routes?.heads ?? [],
    places: layer?.scene ? [...layer.names.placesMarked(layer.scene).values()].map(({ place }) => place) : [],
  }),

  /** The forms of a route that is drawn, as slugs of trafficking types. @param {string} route */
  forms(route) {
    const found = layer?.scene?.routes.find(({ mark }) => mark.id === route);
    return (found?.style.stripes ?? []).map(({ form }) => layer?.file?.forms[form].slug);
  },

  /** Act as a reader's click on `kind:id`. @param {string} focus */
  click(focus) {
    layer?.lookAt(focus);
  },

  /** The present map as a picture for paper, in the light theme; null before it is drawn. @param {PictureWords} words */
  picture(words) {
    if (!layer?.scene || !layer.isSeen()) return null;
    const own = document.documentElement.dataset.theme ?? "light";
    setTheme("light");
    const picture = pictureOf(layer, words);
    setTheme(own);
    return picture;
  },

  /**
   * A picture on paper of what each of some commands shows; the map shows again what it did.
   * @param {Command[]} commands @param {PictureWords} words
   */
  pictures(commands, words) {
    /** @type {(HTMLCanvasElement | null)[]} */
    const pictures = [];
    layer?.showInTurn(commands, () => pictures.push(hooks.picture(words)));
    return pictures;
  },

  /** What is asked: the filters, and what is looked at. */
  asked() {
    const { selection = {}, focus = "" } = layer?.request ?? {};
    return { selection, focus };
  },

  /** The ids of the claims behind what is looked at that the filters admit, or of all that they admit. @param {string} [focus] */
  evidence(focus = "") {
    return layer?.scenes ? evidenceOf(layer.scenes, layer.request.selection, focus) : [];
  },

  /** The name of `kind:id`; "" where the map has none. @param {string} focus */
  nameOf(focus) {
    const [kind, id] = focus.split(/:(.*)/s);
    const file = layer?.file;
    /** @type {Record<string, { id: string, name: string, title?: string }[] | undefined>} */
    const named = {
      country: file?.places,
      region: file?.regions,
      route: file?.routes,
      hotspot: file?.hotspots,
    };
    if (kind === "note") return file?.notes.find((note) => note.id === id)?.title ?? "";
    if (kind === "theme") return file?.notes.find((note) => note.theme === id)?.title ?? "";
    return named[kind]?.find((mark) => mark.id === id)?.name ?? "";
  },

  /** The window of the map has another size now. */
  resized() {
    layer?.resized();
  },

  /** Call this after each time that the map was painted. @param {() => void} listener */
  onShown(listener) {
    layer?.on("shown", listener);
    if (layer?.scene) listener();
  },

  /** Put the keyboard where its arrow keys step through the marks. */
  enter() {
    layer?.cursor?.node.focus();
  },

  /** Where a mark stands in the window, in pixels, for tests that use the mouse. @param {string} focus */
  where(focus) {
    if (!layer) return null;
    const [kind, id] = focus.split(":");
    return kind === "route" ? pixelOfRoute(layer, id) : pixelOfPlace(layer, focus);
  },
};

/** @typedef {typeof hooks} Hooks */

// Keys of the page work in the frame too, from the moment that the map can be seen.
document.addEventListener("keydown", (event) => host?.atlasKey?.(event));

Object.assign(L, { AtlasLayer }); // the map's own script makes one
window.atlas = hooks;
