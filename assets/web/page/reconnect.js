// What happens when the connection to the server is lost and found: one quiet line, and everything is told again.

import { watchConnection } from "./connection.js";
import { part } from "./dom.js";
import { offeredPills } from "./filter_presses.js";
import { freePills, returnPills } from "./pills_alone.js";
import { everything, expectAnswer } from "./retell.js";

/** Milliseconds of silence before the page speaks of it: shorter ones nobody need know of. */
const QUIET_MS = 700;

/** @param {HTMLElement} line @param {string} words */
function watch(line, words) {
  /** @type {number | undefined} */
  let speaking;
  const dialogs = new MutationObserver(closeDialog);
  watchConnection((connected) => {
    clearTimeout(speaking);
    if (connected) {
      dialogs.disconnect();
      line.textContent = "";
      returnPills();
      document.atlasRetell?.();
    } else {
      dialogs.observe(document.body, { childList: true, subtree: true });
      speaking = setTimeout(() => {
        line.textContent = words;
      }, QUIET_MS);
      freePills(Object.keys(offeredPills()));
    }
  });
}

// Streamlit's own word of it lies over the whole page, which still has much to offer.
function closeDialog() {
  /** @type {HTMLElement | null} */
  const close = document.querySelector("[data-testid=stDialog] button[aria-label=Close]");
  close?.click();
}

/** @param {{ data: [string], parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} component */
export default function ({ data: [words], parentElement, setTriggerValue }) {
  document.atlasRetell = () => {
    const told = everything();
    setTriggerValue("told", told);
    expectAnswer(told.back.count);
  };
  if (!document.atlasWatches) watch(part(parentElement, ".atlas-offline"), words);
  document.atlasWatches = true;
}
