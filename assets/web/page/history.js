// Back and Forward: the map shows at once what that entry of the history holds, and the session follows.

import { keepAct } from "./acts.js";
import { isConnected } from "./connection.js";
import { mapInside } from "./map_frame.js";
import { expectAnswer } from "./retell.js";
import { storyAddress } from "./story_address.js";

/** @import { Step } from "./types.js" */

/** Follow Back and Forward, and let each page be one entry. */
export function followHistory() {
  document.atlasOnReturn = onReturn;
  // Before it opens a page that the session asks for, Streamlit empties the address, which would be a step of
  // its own: the page that is left, without what was asked.
  history.pushState = (state, unused, address) => {
    const { pathname, search } = new URL(address ?? "", location.href);
    if (pathname === location.pathname && !search) return;
    if (pathname !== location.pathname) document.atlasToldAt = undefined;
    History.prototype.pushState.call(history, state, unused, address);
  };
}

/**
 * Streamlit sends a run of its own, with the address: the number of the act in it tells the session that this is
 * no press, which may come with an older address. The act itself is told only where that run is lost.
 * @param {PopStateEvent} event
 */
function onReturn(event) {
  const { state } = event;
  /** @type {Step | undefined} */
  const step = state?.atlas;
  if (!step) return;
  if (turnsInStory()) return event.stopImmediatePropagation(); // the page has that chapter
  const link = location.search.slice(1);
  if (!isConnected()) event.stopImmediatePropagation(); // it would only complain
  const count = keepAct({ act: "return", link, page: location.pathname.split("/").at(-1) ?? "" });
  document.atlasReturned = count;
  document.atlasStepAt = undefined; // the next press is a step, however soon it comes
  const query = [link, `step=${count}`].filter(Boolean).join("&");
  history.replaceState(state, "", `${location.pathname}?${query}${location.hash}`);
  show(step, viewIn(link));
  expectAnswer(count);
}

/** Turn to another chapter of the story that is told, where the way back leads to one. */
function turnsInStory() {
  const isTold = document.atlasToldAt !== undefined && document.atlasToldAt === storyAddress();
  if (isTold) document.atlasTurn?.(0);
  else document.atlasToldAt = undefined;
  return isTold;
}

/** @param {Step} step @param {number[] | undefined} view */
function show({ asked }, view) {
  if (view) document.atlasView = view;
  const gone = Object.keys(document.atlasAsked?.fields ?? {}).map((name) => [name, undefined]);
  const fields = { ...Object.fromEntries(gone), ...asked };
  document.atlasAsked?.press(fields, Date.now());
  mapInside()?.returnTo(fields, view);
}

/** Where the map stood: longitude, latitude, zoom. @param {string} link */
function viewIn(link) {
  const view = new URLSearchParams(link).get("view")?.split(",").map(Number);
  return view?.length === 3 && view.every(Number.isFinite) ? view : undefined;
}
