// In a narrow window what is told is a sheet over the map: the map stays, the page scrolls, and with it the sheet
// slides over the map. So a finger pulls it as it pulls any page, and nothing of it depends on a script.
import { around } from "./dom.js";

const NARROW = "(max-width: 1023px)"; // as in style.css
const MAP_SHARE = 0.4; // of the page's height: so far down begins an opened answer
const AT_REST = 4; // pixels: less is no pull, and no step from where the sheet stands

const page = () => document.querySelector(".stMain");
const sheet = () => document.querySelector(".stColumn:has(> * .st-key-narrative)");
const isSheet = () => matchMedia(NARROW).matches && sheet() !== null;

/** How far the page is scrolled when the sheet lies low, is opened, and covers the map. @param {Element} main */
function stands(main) {
  const [edge, start] = [sheet(), main].map((node) => node?.getBoundingClientRect().top ?? 0);
  const top = main.scrollTop + edge - start;
  return [0, Math.max(0, top - main.clientHeight * MAP_SHARE), top - barOf(main)];
}

/** Pixels of the head, which lies over the page. @param {Element} main */
const barOf = (main) => Number.parseFloat(getComputedStyle(main).getPropertyValue("--bar")) || 0;

/** @param {number} top */
function scrollTo(top) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  page()?.scrollTo({ top, behavior: still ? "instant" : "smooth" });
}

/** Open the sheet over the lower part of the map. Where the panel stands beside the map there is nothing to do. */
export function raiseSheet() {
  const main = page();
  if (main && isSheet()) scrollTo(stands(main)[1]);
}

/** Let the sheet down, so that the map is seen whole. */
export function lowerSheet() {
  if (isSheet()) scrollTo(0);
}

/** Pixels of the map's lower part that an opened sheet lies over. @param {Element} frame */
export function coveredBySheet(frame) {
  const main = page();
  if (!main || !isSheet()) return 0;
  return Math.max(0, frame.clientHeight + barOf(main) - main.clientHeight * MAP_SHARE);
}

/** Its edge: a press takes the sheet one step further up, and from the top down again. @param {MouseEvent} event */
export function onSheetClick(event) {
  const act = around(event, "[data-atlas-sheet]")?.dataset.atlasSheet;
  const main = page();
  if (!act || !main) return;
  const next = stands(main).find((stand) => stand > main.scrollTop + AT_REST);
  scrollTo(act === "close" ? 0 : (next ?? 0));
}

/** A mouse or pen pulls the edge, as a finger pulls the page by itself. @param {PointerEvent} event */
export function onSheetPull(event) {
  const held = around(event, ".atlas-grip, .atlas-grip button");
  const main = page();
  if (!held || !main || event.pointerType === "touch" || event.button !== 0) return;
  held.setPointerCapture(event.pointerId); // over the map's frame the page would not hear of it
  const [from, at] = [event.clientY, main.scrollTop];
  let pulled = false;
  const pull = (/** @type {PointerEvent} */ moved) => {
    pulled ||= Math.abs(moved.clientY - from) > AT_REST;
    if (pulled) main.scrollTop = at + from - moved.clientY;
  };
  const letGo = () => {
    held.removeEventListener("pointermove", pull);
    // The press that ends a pull is none.
    if (pulled) held.addEventListener("click", (click) => click.stopPropagation(), { once: true });
  };
  held.addEventListener("pointermove", pull);
  held.addEventListener("pointerup", letGo, { once: true });
}
