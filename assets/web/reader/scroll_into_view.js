// Bring a passage into view by the nearest box that scrolls alone: an element's own `scrollIntoView` also moves
// the frame of the page, which hides part of what stands fixed in it.

export const VIEW = { middle: 0.45, upper: 0.16 }; // shares of the height of that box

/** @param {Element | null} element */
function scroller(element) {
  for (let box = element?.parentElement; box; box = box.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (scrolls && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement || document.documentElement;
}

/**
 * Paragraphs far away have their true height only once they are in view, so it is done again.
 * @param {Element | Range} what
 */
export function scrollIntoView(what, share = VIEW.middle, again = 2) {
  const box = scroller(what instanceof Range ? what.startContainer.parentElement : what);
  const top = what.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += top - box.clientHeight * share;
  if (again) requestAnimationFrame(() => scrollIntoView(what, share, again - 1));
}

/** Bring an element into view only when it is not well in view already. @param {Element} what */
export function reveal(what) {
  const { top, bottom } = what.getBoundingClientRect();
  if (top < innerHeight * VIEW.upper || bottom > innerHeight * (1 - VIEW.upper)) scrollIntoView(what);
}

const ACTS = ["wheel", "pointerdown", "touchstart", "keydown"];
/** Lets go of what is held. */
let release = () => {};

/**
 * Bring an element into view, and back there whenever `text` around it gets another height, as it does while a
 * page opens; until whoever reads does anything.
 * @param {Element} what @param {Element} text
 */
export function holdInView(what, text) {
  release();
  scrollIntoView(what);
  const watch = new ResizeObserver(() => reveal(what));
  release = () => {
    watch.disconnect();
    for (const act of ACTS) removeEventListener(act, release, true);
  };
  for (const act of ACTS) addEventListener(act, release, { capture: true, passive: true });
  watch.observe(text);
}
