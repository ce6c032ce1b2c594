// A name with the words that a search has found in it.
import { element } from "../page/dom.js";
import { fold } from "./name_fold.js";

const WRITTEN = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The text in pieces, the found ones as elements that mark them.
 * @param {string} text @param {Set<string>} found folded words
 */
export function markWords(text, found) {
  /** @type {(string | HTMLElement)[]} */
  const pieces = [];
  let at = 0;
  for (const match of text.matchAll(WRITTEN)) {
    if (!found.has(fold(match[0]))) continue;
    pieces.push(text.slice(at, match.index), element("mark", match[0]));
    at = match.index + match[0].length;
  }
  return [...pieces, text.slice(at)];
}
