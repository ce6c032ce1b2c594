// The search box before it is used: its script and its index are fetched when a reader first comes to it.
import { around, part } from "./dom.js";

const BOX = "[data-atlas-search]";
const WIDE = "atlas-search-wide";

/** @type {WeakSet<HTMLElement>} boxes that have their script and index, or wait for them */
const awake = new WeakSet();

/** @param {FocusEvent} event */
export async function wakeSearch(event) {
  const box = around(event, BOX);
  if (!box || awake.has(box)) return;
  awake.add(box);
  try {
    const search = await import(new URL(box.dataset.script ?? "", document.baseURI).href);
    if (!(await search.wake(box))) awake.delete(box);
  } catch {
    awake.delete(box);
    part(box, "[role=status]").textContent = box.dataset.failed ?? "";
  }
}

/** On a phone the box is a button that opens it over the whole head. */
export function openSearch() {
  const box = part(document, BOX);
  box.classList.add(WIDE);
  part(box, "input").focus();
}

/** @param {FocusEvent} event */
export function leaveSearch(event) {
  const box = around(event, BOX);
  const inside = box?.contains(/** @type {Node | null} */ (event.relatedTarget));
  if (!inside) box?.classList.remove(WIDE);
}

/**
 * "/" leads to the search box, unless the reader writes something, on the page as in the map's frame.
 * @param {KeyboardEvent} event
 */
export function onSearchKey(event) {
  const writing = around(event, "input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  event.preventDefault();
  openSearch();
}
