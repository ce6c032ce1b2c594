// Which claims a selection admits: the twin of flows/query/claim_index.py, held to it by a shared test.
// A set of claims is a Uint32Array, claim i in bit i % 32 of word i / 32.

/** @import { WordIndex } from "./word_index.js" */

/**
 * A facet as the data file declares it. `match` is "any" (a claim is admitted where it has any of the chosen
 * values) or "range" (where its one number lies between two, both included). `above` lists, by value, the
 * values that it counts as too, such as a type's parents.
 * @typedef {{name: string, match: "any" | "range", values: (string | number)[], above?: number[][],
 *   offered?: string[], named?: Record<string, string>}} Facet
 *
 * The claims behind the marks, a column a field; in facets the numbers of values (one, or a list of them).
 * @typedef {{id: string[], kind: number[], mark: number[], tier: Record<string, string>,
 *   facets: Record<string, (number | number[])[]>}} ClaimTable
 *
 * Values chosen, by facet; a facet that is missing or empty restricts nothing. Years are first and last, words
 * are searches.
 * @typedef {Record<string, (string | number)[]>} Selection
 */

export class ClaimIndex {
  /** @param {Facet[]} facets @param {ClaimTable} claims */
  constructor(facets, claims) {
    this.count = claims.id.length;
    this.facets = facets;
    /** @type {Map<string, number[][]>} what each claim answers to, by facet: numbers of values */
    this.held = new Map(facets.map((facet) => [facet.name, expanded(facet, claims.facets[facet.name])]));
    /** @type {Map<string, Map<string | number, Uint32Array>>} */
    this.bits = new Map(facets.map((facet) => [facet.name, this.bitsOf(facet)]));
    /** @type {WordIndex | null} what searches are looked up in, once it has come */
    this.words = null;
  }

  /** The claims that a selection admits. @param {Selection} selection */
  admitted(selection) {
    const found = this.empty().fill(0xffffffff);
    for (const facet of this.facets) {
      const chosen = selection[facet.name];
      if (chosen?.length) keepAll(found, this.allowed(facet, chosen));
    }
    const searches = /** @type {string[]} */ (selection.words ?? []);
    if (searches.length) keepAll(found, this.found(searches));
    return found;
  }

  /** The claims that any of these searches finds. @param {string[]} searches */
  found(searches) {
    if (!this.words) throw new Error("words are asked for, and their index has not come");
    const found = this.empty();
    for (const search of searches) for (const claim of this.words.claimsWith(search)) setBit(found, claim);
    return found;
  }

  /** The claims that have a value. @param {string} facet @param {string | number} value */
  having(facet, value) {
    return this.bits.get(facet)?.get(value);
  }

  /** @param {Facet} facet @param {(string | number)[]} chosen */
  allowed(facet, chosen) {
    const wanted = facet.match === "range" ? facet.values.filter(within(chosen)) : chosen;
    const found = this.empty();
    for (const value of wanted) {
      const bits = this.having(facet.name, value);
      if (bits) addAll(found, bits);
    }
    return found;
  }

  /** @param {Facet} facet */
  bitsOf(facet) {
    const found = new Map(facet.values.map((value) => [value, this.empty()]));
    const held = this.held.get(facet.name) || [];
    held.forEach((numbers, claim) => {
      for (const number of numbers)
        setBit(/** @type {Uint32Array} */ (found.get(facet.values[number])), claim);
    });
    return found;
  }

  empty() {
    return new Uint32Array(Math.ceil(this.count / 32));
  }
}

/** @param {Uint32Array} bits @param {number} place */
export const hasBit = (bits, place) => ((bits[place >>> 5] >>> (place & 31)) & 1) === 1;

/** @param {Uint32Array} bits @param {number} place */
function setBit(bits, place) {
  bits[place >>> 5] |= 1 << (place & 31);
}

/** @param {Uint32Array} into @param {Uint32Array} bits */
function keepAll(into, bits) {
  for (let i = 0; i < into.length; i += 1) into[i] &= bits[i];
}

/** @param {Uint32Array} into @param {Uint32Array} bits */
function addAll(into, bits) {
  for (let i = 0; i < into.length; i += 1) into[i] |= bits[i];
}

/** @param {(string | number)[]} range */
const within =
  ([first, last]) =>
  (/** @type {string | number} */ value) =>
    first <= value && value <= last;

/**
 * @param {Facet} facet
 * @param {(number | number[])[]} column
 * @returns {number[][]}
 */
function expanded({ above }, column) {
  return column.map((cell) => {
    const own = typeof cell === "number" ? [cell] : cell;
    return above ? [...new Set(own.flatMap((number) => [number, ...above[number]]))] : own;
  });
}
