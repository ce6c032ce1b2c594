// Which names answer to what a reader types: accents, case and marks aside, in any of the four languages.
import { fold } from "./name_fold.js";

/** @import { Entry, Match, PreparedEntry } from "./types.js" */

const SMALL = new Set("a and d da das de del des do dos du e el et l la las le les los of the y".split(" "));
const CODE_LETTERS = 2; // shorter texts are the beginnings of words, not of codes
const MOST_SLIPS = 3;
const LETTERS_A_SLIP = 3; // a text may hold one slip for so many letters
const LONGEST = 99; // letters: longer names are not told apart by their length

/** @param {Entry[]} entries @returns {PreparedEntry[]} */
export function prepare(entries) {
  return entries.map((entry) => ({
    ...entry,
    folded: entry.names.map(fold),
    foldedCode: fold(entry.code || ""),
    whole: Boolean(entry.facet) || (!entry.instead && /^(country|region):/.test(entry.focus || "")),
  }));
}

/**
 * How well an entry answers; lower is better: the same name or code, the beginning of a name, of its words, of
 * its code. Of a country and a part of it that has its first name ("Trinidad"), the better documented comes
 * first.
 * @param {PreparedEntry} entry @param {string} sought @param {string[]} words @returns {Match}
 */
function fit(entry, sought, words) {
  const best = { entry, rank: Infinity, name: "" };
  const offer = (/** @type {number} */ rank, name = "") => {
    if (rank < best.rank) Object.assign(best, { rank, name });
  };
  if (entry.foldedCode === sought) offer(entry.claims ? 0 : 1);
  else if (sought.length > CODE_LETTERS && entry.foldedCode.startsWith(sought)) offer(3);
  entry.folded.forEach((name, i) => {
    if (name === sought) offer(entry.whole ? 0 : 1, entry.names[i]);
    else if (name.startsWith(sought)) offer(1, entry.names[i]);
    else if (words.length && words.every((word) => ` ${name}`.includes(` ${word}`))) offer(2, entry.names[i]);
  });
  return best;
}

/** @param {Match[]} matches @param {number} most */
const bestOf = (matches, most) => matches.sort((a, b) => a.rank - b.rank).slice(0, most);

/**
 * The best entries for a text, best first.
 * @param {PreparedEntry[]} entries @param {string} text @param {number} most
 */
export function find(entries, text, most) {
  const sought = fold(text);
  if (!sought) return [];
  const words = sought.split(" ").filter((word) => !SMALL.has(word));
  const fits = entries.map((entry) => fit(entry, sought, words));
  return bestOf(
    fits.filter(({ rank }) => rank < Infinity),
    most,
  );
}

/**
 * Slips of the pen between a text and the beginning of a name that comes closest to it: letters added, left
 * out, exchanged or swapped with their neighbour (optimal string alignment).
 * @param {string} text @param {string} name
 */
export function slips(text, name) {
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: name.length + 1 }, (_, j) => j);
  for (let i = 1; i <= text.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const same = text[i - 1] === name[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const swapped = i > 1 && j > 1 && text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(...last);
}

/**
 * How close a name comes to a text, from the beginning of any of its words. Of equal slips, the name that goes
 * on least beyond the text is closest.
 * @param {string} name @param {string} sought @param {number} bearable slips
 */
function distance(name, sought, bearable) {
  let best = Infinity;
  for (let at = 0; at >= 0; at = name.indexOf(" ", at + 1)) {
    const rest = name.slice(at).trim();
    const beginning = rest.slice(0, sought.length + bearable);
    best = Math.min(best, slips(sought, beginning) + Math.min(rest.length, LONGEST) / (LONGEST + 1));
  }
  return best;
}

/**
 * The entries whose names come closest to a text that none answers to; none when all are far away.
 * @param {PreparedEntry[]} entries @param {string} text @param {number} most
 */
export function closest(entries, text, most) {
  const sought = fold(text);
  const bearable = Math.min(MOST_SLIPS, Math.floor(sought.length / LETTERS_A_SLIP));
  if (!bearable) return [];
  const near = entries.map((entry) => {
    const best = { entry, rank: Infinity, name: "" };
    entry.folded.forEach((name, i) => {
      const rank = distance(name, sought, bearable);
      if (rank < best.rank) Object.assign(best, { rank, name: entry.names[i] });
    });
    return best;
  });
  return bestOf(
    near.filter(({ rank }) => Math.floor(rank) <= bearable),
    most,
  );
}
