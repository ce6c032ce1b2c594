// How strongly a mark is told when it is named: its name, and the tag of what it rests on.

/** @import { Style } from "./types.js" */

/**
 * The name of a mark, with what it is said as where no source says that it happens, or with the hedge.
 * @param {string} name @param {Style} style @param {Record<string, string>} words those of the data file
 */
export function toldName(name, style, words) {
  const tag = style.told ? words[style.told] : style.hedged ? words.hedged : "";
  return tag ? `${name} · ${tag}` : name;
}
