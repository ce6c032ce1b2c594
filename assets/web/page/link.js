// The link in the address bar, and the steps that it makes in the browser's history: each filter, focus and page
// is one, which Back undoes; quick presses fold into one, and the map's view is part of the step that it stands in.

import { unheard } from "./acts.js";

/** @import { Step } from "./types.js" */

const FOLD_MS = 1000; // presses that follow so soon belong to one thought

/** What the entry of the history shows at which the reader is; undefined where Streamlit has just made it. @returns {Step | undefined} */
const here = () => history.state?.atlas;

/**
 * Write what a run of the server shows. The link holds the selection (from the server) and, where there is a map,
 * its view (known only here).
 * @param {Step} step @param {boolean} withView @param {number} heard the last act that the server has heard of
 */
export function writeStep(step, withView, heard) {
  const returned = document.atlasReturned ?? 0;
  if (heard < returned) return; // older than the reader's way back
  document.atlasReturned = 0;
  const known = here();
  const isStep = !returned && known !== undefined && known.link !== step.link;
  const now = performance.now();
  const isQuick = now - (document.atlasStepAt ?? Number.NEGATIVE_INFINITY) < FOLD_MS;
  if (isStep) document.atlasStepAt = now;
  write(step, withView, isStep && !isQuick);
}

/** Write where the map stands now, once the step to which that belongs is there. */
export function writeView() {
  const step = here();
  if (step && !document.atlasReturned && !unheard().length) write(step, true, false);
}

/** @param {Step} step @param {boolean} withView @param {boolean} isNew whether the history gets another entry */
function write(step, withView, isNew) {
  const view = withView && document.atlasView ? `view=${document.atlasView.join(",")}` : "";
  const query = [step.link, view].filter(Boolean).join("&");
  const address = `${location.pathname}${query ? `?${query}` : ""}${isNew ? "" : location.hash}`;
  const state = { ...history.state, atlas: step };
  if (isNew) History.prototype.pushState.call(history, state, "", address);
  else history.replaceState(state, "", address);
}
