// What a reader types to search in words. The twin of flows/query/word_search.py: both are held to
// tests/web/fixtures/word_searches.json.
import { fold } from "../search/name_fold.js";

/** Letters of a search, quotation marks and spaces among them: a long sentence. */
export const LONGEST = 200;
const READ = 5 * LONGEST;
const QUOTATION_MARKS = /["“”„‟«»]/;

/**
 * A word of a search, which its inflections answer too, or a phrase, to be found as it stands.
 * @typedef {{words: string[], exact: boolean}} Part
 */

/**
 * A search as links write it: folded words in their order, phrases in quotation marks. A phrase that nothing
 * closes goes on to the end. A text without a word, or with too many letters, gives "".
 * @param {string} text
 */
export function canonical(text) {
  if (lettersOf(text) > READ) return "";
  const pieces = text.split(QUOTATION_MARKS).map(fold);
  const found = pieces.map((piece, n) => (n % 2 && piece ? `"${piece}"` : piece)).filter(Boolean);
  const search = found.join(" ");
  return lettersOf(search) <= LONGEST ? search : "";
}

/** What a canonical search looks for: all of its parts have to be found. @param {string} search @returns {Part[]} */
export const partsOf = (search) =>
  search.split('"').flatMap((piece, n) => {
    const words = piece.split(" ").filter(Boolean);
    /** @type {Part[]} */
    const parts = n % 2 ? [{ words, exact: true }] : words.map((word) => ({ words: [word], exact: false }));
    return parts;
  });

/** Letters as Python counts them. @param {string} text */
const lettersOf = (text) => [...text].length;
