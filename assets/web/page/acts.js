// What a reader did: numbered, and kept until the server has heard of it, whichever session it is by then.

/** @import { Act } from "./types.js" */

/** Number an act and keep it. Returns its number. @param {Act} act */
export function keepAct(act) {
  const count = nextCount();
  document.atlasActs = [...unheard(), { ...act, count }];
  return count;
}

/** The next number: each act of a page has its own, and a later one a higher. */
export function nextCount() {
  document.atlasCount = (document.atlasCount ?? 0) + 1;
  return document.atlasCount;
}

/**
 * The acts that the server has not heard of. Of two messages in quick succession it gets only the last, and
 * with a connection any of them may be lost: so each message holds all of these.
 */
export const unheard = () => document.atlasActs ?? [];

/** Forget the acts up to the last that the server has heard of. @param {number} heard */
export function forgetHeard(heard) {
  if (heard >= (document.atlasReturn ?? 0)) document.atlasReturn = 0;
  document.atlasAttempts = 0;
  document.atlasActs = unheard().filter(({ count }) => count > heard);
}
