// What the server has not heard of is told again: when the connection is back, and when an answer does not come.
// Whatever session answers then, it learns what the page shows, and takes each act once.

import { nextCount, unheard } from "./acts.js";
import { isConnected, isRunning } from "./connection.js";
import { newestSession } from "./newer.js";

/** Milliseconds after which an act without an answer, from a server at rest, is told again. */
const ANSWER_MS = 3000;
// A server that answers none of so many has another trouble.
const ATTEMPTS = 3;

/**
 * All that another session would need: what is asked, what was pressed and not answered, what was opened, and
 * every act without an answer.
 */
export function everything() {
  document.atlasReturn = nextCount();
  const asked = document.atlasAsked;
  asked?.review(Date.now());
  return {
    acts: unheard(),
    back: {
      count: document.atlasReturn,
      session: newestSession(),
      link: location.search.slice(1),
      wish: asked?.pressed ?? {},
      keep: document.atlasKeep ?? {},
    },
  };
}

/** Whether a server that has heard so much answers what was told again: its word is then the last. @param {number} heard */
export const answers = (heard) => Boolean(document.atlasReturn) && heard >= (document.atlasReturn ?? 0);

/** Look after a while whether an act was heard of, and tell it again if not. @param {number} told its number */
export function expectAnswer(told) {
  setTimeout(() => {
    if ((document.atlasReturn ?? 0) > told) return; // told again since, and looked after from then on
    const isLost = document.atlasReturn || unheard().some(({ count }) => count <= told);
    if (!isLost || !isConnected()) return; // with the connection everything is told anyway
    if (isRunning()) return expectAnswer(told);
    document.atlasAttempts = (document.atlasAttempts ?? 0) + 1;
    if (document.atlasAttempts <= ATTEMPTS) document.atlasRetell?.();
  }, ANSWER_MS);
}
