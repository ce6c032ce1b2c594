// The quick exit: it leaves at once, and Back shows nothing of the atlas in this tab until somebody opens it
// again. Built into one script that stands in the page itself, before anything that could be painted.

import { isForSomething, isStoryOpen } from "./open_parts.js";

const NOWHERE = "about:blank";
const PRESSES = 3;
const WITHIN_MS = 1000;
const AGAIN_MS = 5000; // a page that is still there by then has not left
// Where the reader went, for as long as the tab lasts. A page that may keep nothing (a frame without an
// origin) leaves all the same.
const mark = {
  name: "atlas-left",
  /** @param {string} address */
  set(address) {
    try {
      sessionStorage.setItem(this.name, address);
    } catch {}
  },
  get() {
    try {
      return sessionStorage.getItem(this.name);
    } catch {
      return null;
    }
  },
  clear() {
    try {
      sessionStorage.removeItem(this.name);
    } catch {}
  },
};

/** @param {string} address */
function go(address) {
  document.documentElement.style.setProperty("display", "none", "important");
  document.title = "";
  stop(); // nothing more of this page is loaded or run
  // Without a network the browser would tell of the page that it could not open.
  const away = () => location.replace(navigator.onLine ? address : NOWHERE);
  away();
  setTimeout(away, AGAIN_MS); // a page that comes back out of the browser's memory may lose its first step
}

function leave() {
  const link = document.querySelector("a[data-atlas-exit]");
  const address = link instanceof HTMLElement ? link.dataset.atlasExit || NOWHERE : NOWHERE;
  mark.set(address);
  history.replaceState(null, "", location.pathname.replace(/[^/]*$/, "")); // nothing of what was asked
  go(address);
}

// Out of the browser's memory of whole pages none of its scripts runs anew: `again` is for that.
function obey(again = false) {
  const [entry] = performance.getEntriesByType("navigation");
  const isBack = again || (entry instanceof PerformanceNavigationTiming && entry.type === "back_forward");
  const address = mark.get();
  if (isBack && address) go(address);
  else mark.clear();
}

/** @type {number[]} */
let presses = [];

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "Escape" || event.repeat) return;
  const isUsed = isForSomething(document) || isStoryOpen(document);
  presses = isUsed ? [] : [...presses, performance.now()].slice(-PRESSES);
  if (presses.length === PRESSES && presses[PRESSES - 1] - presses[0] <= WITHIN_MS) leave();
}

/** @param {MouseEvent} event */
function onClick(event) {
  if (!(event.target instanceof Element) || !event.target.closest("a[data-atlas-exit]")) return;
  event.preventDefault(); // or the link itself is followed, which adds an entry to the history
  event.stopPropagation();
  leave();
}

// Keys that are pressed in the map's frame are heard there only.
/** @param {Event} event */
function onFrame({ target }) {
  if (target instanceof HTMLIFrameElement) target.contentDocument?.addEventListener("keydown", onKey, true);
}

obey();
addEventListener("pageshow", ({ persisted }) => persisted && obey(true));
document.addEventListener("keydown", onKey, true);
document.addEventListener("click", onClick, true);
document.addEventListener("load", onFrame, true);
