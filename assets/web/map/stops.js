// What the keyboard steps through: every mark that is drawn, with its place, its role or forms, and its documents.
import { pointOn } from "./route_paths.js";
import { toldName } from "./told.js";

/** @import { Stop } from "./cursor.js" */
/** @import { AtlasMarks } from "./marks.js" */
/** @import { Drawn } from "./scene.js" */
/** @import { MapFile, Point, Segment } from "./types.js" */

const ALONG = 0.6; // of its last piece: there a route lies clear of what stands at its ends
const LOOP = 10; // pixels: radius of a ring

/**
 * @param {Drawn} drawn a route @param {MapFile} file
 * @returns {string} "Mexico → United States: Forced labor, 3 documents; Sex trafficking, 2 documents. 4 documents"
 */
export const saidOfRoute = (drawn, file) => withForms(drawn.mark.name, drawn, file);

/** @param {string} name @param {Drawn} drawn @param {MapFile} file */
function withForms(name, { style, documents }, { forms, words }) {
  const told = style.stripes.map(
    (/** @type {{ form: number, documents: number }} */ stripe) =>
      `${forms[stripe.form].label}, ${counted(stripe.documents, words)}`,
  );
  const all = told.length > 1 ? `. ${counted(documents, words)}` : "";
  return `${toldName(name, style, words)}: ${told.join("; ")}${all}`;
}

/** @param {Drawn[]} roles of one place @param {MapFile["words"]} words */
export function saidOfPlace(roles, words) {
  const told = roles.map(
    ({ mark, style, documents }) => `${toldName(mark.label, style, words)}, ${counted(documents, words)}`,
  );
  return `${roles[0].mark.title}: ${told.join("; ")}`;
}

/** @param {Drawn} drawn a hotspot @param {MapFile} file */
export const saidOfHotspot = (drawn, file) => withForms(drawn.mark.hover, drawn, file);

/** @param {number} documents @param {MapFile["words"]} words */
const counted = (documents, words) =>
  (documents === 1 ? words.one_document : words.many_documents).replace("{n}", String(documents));

/**
 * The middle of a route's line; of a ring its top.
 * @param {{ segments: Segment[], loop?: { x: number, y: number } | null }} path @returns {Point}
 */
export const middleOf = ({ segments, loop }) =>
  loop ? [loop.x, loop.y - LOOP] : pointOn(segments[segments.length - 1], ALONG);

/**
 * Every mark that is drawn, and where it stands in the window.
 * @param {AtlasMarks} marks @param {MapFile} file @returns {Stop[]}
 */
export function stopsOf(marks, file) {
  const { scene, routes, symbols } = marks;
  if (!scene || !routes || !symbols) return [];
  const { left, top } = marks.window();
  const rolesOf = (/** @type {string} */ place) => scene.roles.filter(({ mark }) => mark.place === place);
  /** @type {Stop[]} */
  const stops = [
    ...routes.drawn.map((path, n) => ({
      focus: `route:${path.mark.id}`,
      at: middleOf(path),
      said: saidOfRoute(scene.routes[n], file),
    })),
    ...symbols.hotspots.map(({ mark, at }, n) => ({
      focus: `hotspot:${mark.id}`,
      at,
      said: saidOfHotspot(scene.hotspots[n], file),
    })),
    ...symbols.groups.map(({ place, items, at }) => ({
      focus: `${items[0].mark.focus}:${place}`,
      at,
      said: saidOfPlace(rolesOf(place), file.words),
    })),
  ];
  return stops.map(({ at: [x, y], ...stop }) => ({ ...stop, at: [x - left, y - top] }));
}
