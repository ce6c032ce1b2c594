// Which routes answer to a pair of places, such as "venezuela trinidad".
import { fold } from "./name_fold.js";

/** @import { Match, RouteEntry } from "./types.js" */

// What stands between two places, or within the name of one, in the four languages.
const SMALL = new Set(
  "a al and d da das de del des do dos du e el en et from hasta l la las le les los na of para the to vers y".split(
    " ",
  ),
);

/** @param {string} text */
const wordsOf = (text) =>
  fold(text)
    .split(" ")
    .filter((word) => word && !SMALL.has(word));

export class RoutePairs {
  /** @param {RouteEntry[]} routes the best documented first @param {Record<string, string[]>} stops names by id */
  constructor(routes, stops) {
    this.routes = routes;
    this.stops = Object.entries(stops).map(([id, names]) => ({
      id,
      names: names.map((name) => wordsOf(name).join(" ")),
    }));
  }

  /**
   * The routes between two places whose names a text begins, those in its direction first.
   * @param {string} text @param {number} most @returns {Match[]}
   */
  find(text, most) {
    const words = wordsOf(text);
    /** @type {Map<RouteEntry, number>} */
    const ranks = new Map();
    for (let cut = 1; cut < words.length; cut += 1) {
      const first = this.named(words.slice(0, cut).join(" "));
      const second = this.named(words.slice(cut).join(" "));
      if (!first.size || !second.size) continue;
      for (const route of this.routes) {
        const rank = rankOf(route.stops, first, second);
        if (rank < (ranks.get(route) ?? 2)) ranks.set(route, rank);
      }
    }
    return [...ranks]
      .sort(([, a], [, b]) => a - b)
      .slice(0, most)
      .map(([entry, rank]) => ({ entry, rank, name: "" }));
  }

  /** The stops that have a name which begins so. @param {string} text @returns {Set<string>} */
  named(text) {
    return new Set(
      this.stops
        .filter(({ names }) => names.some((name) => `${name} `.startsWith(`${text} `) || begins(name, text)))
        .map(({ id }) => id),
    );
  }
}

/** A name that is not yet written to its end; two letters could be any. @param {string} name @param {string} text */
const begins = (name, text) => text.length > 2 && name.startsWith(text);

/**
 * 0 where a route leads from one of the first to one of the second places, 1 the other way round, else 2.
 * @param {string[]} stops @param {Set<string>} first @param {Set<string>} second
 */
function rankOf(stops, first, second) {
  /** @param {Set<string>} from @param {Set<string>} to */
  const leads = (from, to) =>
    stops.some(
      (stop, n) => from.has(stop) && stops.slice(n + 1).some((next) => next !== stop && to.has(next)),
    );
  if (leads(first, second)) return 0;
  return leads(second, first) ? 1 : 2;
}
