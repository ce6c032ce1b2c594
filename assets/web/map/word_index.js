// Which claims and documents hold the words of a search: the twin of flows/query/word_index.py, held to it by a
// shared test. A word that no text has answers as the words that it begins or whose stem it is, else as a stem
// with a short ending.
import { partsOf } from "./word_search.js";

/** @import { Part } from "./word_search.js" */

/**
 * Words and stems are texts, the words the most frequent first; `stems_of` has the stems of each word by number,
 * `claims` and `documents` (by id) the words of each by number, -1 between two texts.
 * @typedef {{words: string[], stems: string[], stems_of: (number | number[])[], claims: number[][],
 *   documents: Record<string, number[]>}} WordTable
 */

const BEGINNING = 3; // letters from which on a word answers as a beginning
const STEM = 4; // letters of a stem …
const ENDING = 3; // … and of an ending that is taken off

export class WordIndex {
  /** @param {WordTable} table */
  constructor({ words, stems, stems_of: stemsOf, claims, documents }) {
    this.words = words;
    this.claims = claims;
    this.documents = documents;
    this.numbers = new Map(words.map((word, number) => [word, number]));
    this.stems = stemsOf.map((found) => (typeof found === "number" ? [found] : found));
    /** @type {Map<string, number[]>} the words of each stem */
    this.families = new Map(stems.map((stem) => [stem, []]));
    this.stems.forEach((found, word) => {
      for (const stem of found) this.families.get(stems[stem])?.push(word);
    });
    this.stemTexts = stems;
  }

  /** The claims that a search finds, by number. @param {string} search */
  claimsWith(search) {
    const holds = this.looksFor(search);
    return this.claims.flatMap((text, claim) => (holds(text) ? [claim] : []));
  }

  /** The documents whose title, author or publisher a search finds, by id. @param {string} search */
  documentsWith(search) {
    const holds = this.looksFor(search);
    return Object.keys(this.documents).filter((id) => holds(this.documents[id]));
  }

  /** The known words that a search marks in a text. @param {string} search @returns {Set<string>} */
  markedBy(search) {
    const parts = partsOf(search);
    return new Set(
      parts.flatMap(({ words, exact }) =>
        exact ? words : [...this.answering(words[0])].map((number) => this.words[number]),
      ),
    );
  }

  /** Tells of a text whether it holds all that a search looks for. @param {string} search @returns {(text: number[]) => boolean} */
  looksFor(search) {
    const tests = partsOf(search).map((part) => this.testOf(part));
    return (text) => tests.length > 0 && tests.every((test) => test(text));
  }

  /** @param {Part} part @returns {(text: number[]) => boolean} */
  testOf({ words, exact }) {
    if (!exact) {
      const found = this.answering(words[0]);
      return (text) => text.some((word) => found.has(word));
    }
    const phrase = words.map((word) => this.numbers.get(word) ?? Number.NaN);
    return (text) => text.some((_, at) => phrase.every((word, n) => text[at + n] === word));
  }

  /** The known words that a word of a search finds, by number. @param {string} word @returns {Set<number>} */
  answering(word) {
    const known = this.numbers.get(word);
    if (known !== undefined)
      return new Set(this.stems[known].flatMap((stem) => this.families.get(this.stemTexts[stem]) ?? []));
    const letters = [...word];
    const found = new Set(this.families.get(word));
    if (letters.length >= BEGINNING)
      for (const [number, each] of this.words.entries()) if (each.startsWith(word)) found.add(number);
    if (found.size) return found;
    for (let ending = 1; ending <= ENDING && letters.length - ending >= STEM; ending += 1) {
      const family = this.families.get(letters.slice(0, -ending).join(""));
      if (family) return new Set(family);
    }
    return new Set();
  }
}
