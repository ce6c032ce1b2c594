// Whether Streamlit's page has a connection to the server, which it says on its outermost element.

const STATE = "data-test-connection-state";

/** @returns {HTMLElement | null} */
const app = () => document.querySelector(`[${STATE}]`);

export const isConnected = () => app()?.getAttribute(STATE) === "CONNECTED";

/** Whether a run of the server is under way or asked for. */
export const isRunning = () => app()?.getAttribute("data-test-script-state") !== "notRunning";

/** Call back when the connection is lost or found. @param {(connected: boolean) => void} changed */
export function watchConnection(changed) {
  const watched = app();
  if (!watched) return;
  let known = isConnected();
  const watch = new MutationObserver(() => {
    if (isConnected() === known) return;
    known = !known;
    changed(known);
  });
  watch.observe(watched, { attributeFilter: [STATE] });
}
