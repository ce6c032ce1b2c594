// What a press on the legend asks for: only this, or all again; or all but this. And what of the legend is on the map.

/** @import { Scene } from "./scene.js" */

/**
 * A group of entries: `all` their values, `usual` those that are shown before anything is pressed.
 * @typedef {{ all: string[], usual: string[] }} Entries
 */

/**
 * What is shown after a press: this alone, or the usual where it was alone already.
 * @param {Entries} entries @param {string[]} shown @param {string} value
 */
export const onlyThis = ({ usual }, shown, value) =>
  shown.length === 1 && shown[0] === value ? usual : [value];

/**
 * What is shown after one was left out, or brought back; the usual where nothing would be left.
 * @param {Entries} entries @param {string[]} shown @param {string} value
 */
export function leaveOut({ all, usual }, shown, value) {
  const left = shown.includes(value)
    ? shown.filter((other) => other !== value)
    : all.filter((other) => other === value || shown.includes(other));
  return left.length ? left : usual;
}

/**
 * The values of a filter that show these entries: none where all are shown. A narrower value that was chosen, such
 * as children of a form, stays chosen.
 * @param {Entries} entries @param {string[]} shown @param {string[]} chosen @param {(value: string) => string} entryOf
 */
export function chosenFor({ all }, shown, chosen, entryOf) {
  if (shown.length === all.length) return [];
  return shown.flatMap((entry) => {
    const own = chosen.filter((value) => entryOf(value) === entry);
    return own.length ? own : [entry];
  });
}

/**
 * The entries that a filter shows.
 * @param {Entries} entries @param {string[]} chosen @param {(value: string) => string} entryOf
 */
export function shownBy({ all }, chosen, entryOf) {
  const held = new Set(chosen.map(entryOf));
  return chosen.length ? all.filter((entry) => held.has(entry)) : all;
}

/** Width classes as the legend names them. */
const WIDTHS = ["one", "few", "many"];

/**
 * What of the legend is on the map, by the kind of entry.
 * @param {Scene} scene @param {string[]} forms slugs of the forms @param {(id: string) => boolean} isOut tells whether
 *   a country that documents name is not in the selection
 * @param {string[]} countries
 */
export function usedIn({ routes, hotspots, roles, fills }, forms, isOut, countries) {
  const stripes = routes.flatMap(({ style }) => style.stripes);
  const marks = [...routes, ...hotspots];
  return {
    types: new Set(stripes.map(({ form }) => forms[form])),
    hide: new Set([
      ...roles.map(({ mark }) => mark.role),
      ...(routes.length ? ["routes"] : []),
      ...(hotspots.length ? ["hotspots"] : []),
      ...(marks.some(({ style }) => style.unconfirmed) ? ["dots"] : []),
    ]),
    sectors: new Set(hotspots.flatMap(({ mark }) => mark.sectors)),
    line: new Set([
      ...routes.map(({ style }) => WIDTHS[style.width]),
      ...(routes.some(({ style }) => style.hedged && !style.unconfirmed) ? ["dashed"] : []),
      ...(routes.some(({ style }) => style.stripes.length > 1) ? ["side"] : []),
    ]),
    land: new Set([
      ...[...fills.values()].map(String),
      ...(countries.some(isOut) ? ["out"] : []),
      "unnamed", // of what documents name, a selection says nothing
    ]),
  };
}
