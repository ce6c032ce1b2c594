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
