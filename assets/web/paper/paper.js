// The map on paper, drawn where there is no browser: `flows/packs/picture.py` runs this in an engine of its own.
import "./stand_ins.js"; // before the painters, whose canvases are made from Leaflet's
import { drawingOf } from "../map/map_picture.js";
import { stand } from "./stand_ins.js";
import { stillMap } from "./still_map.js";

/** @import { PictureWords, Size } from "../map/map_picture.js" */
/** @import { Widths } from "./stand_ins.js" */
/** @import { Still } from "./still_map.js" */

/** What all drawings of an atlas share. @typedef {Pick<Still, "land" | "file"> & { widths: Widths }} Shared */

/** @type {Shared | null} */
let shared = null;

/** Take what all drawings share. @param {Shared} files */
function furnish(files) {
  shared = files;
}

/**
 * Draw a map with its title, key and sources.
 * @param {Omit<Still, "land" | "file"> & { colours: Record<string, string>, told: PictureWords, sheet: Size }} asked
 */
function draw({ colours, told, sheet, ...asked }) {
  if (!shared) throw new Error("There is nothing to draw: furnish comes first.");
  const { widths, land, file } = shared;
  stand(colours, widths);
  const map = stillMap({ ...asked, land, file });
  const { routes, hotspots, roles } = map.scene;
  const drawn = { routes: routes.map(formsOf), hotspots: hotspots.map(idOf), roles: roles.map(idOf) };
  return { svg: drawingOf(map, told, sheet), drawn };
}

/** @param {{ mark: { id: string } }} drawn */
const idOf = ({ mark }) => mark.id;

/** @param {import("../map/scene.js").Drawn} drawn */
const formsOf = ({ mark, style }) => ({
  id: mark.id,
  width: style.width,
  forms: style.stripes.map(({ family }) => family),
});

Object.assign(globalThis, { furnish, draw });
