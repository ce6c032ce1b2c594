// What Esc closes: while any of it stands open, Esc is for that.

const OPEN = [
  "[role=dialog]",
  "[role=listbox]:not([hidden])",
  "[role=menu]",
  "[data-testid=stPopoverBody]",
  ".atlas-search-wide",
  ".atlas-presenting",
  ".atlas-cite-view[open]",
  ".atlas-search-found p:not(:empty)",
].join(",");

/** Whether the reader writes something, or a part is open. @param {Document} page */
export function isForSomething(page) {
  const field = page.activeElement;
  const isWriting = field instanceof HTMLInputElement && field.type !== "range" && field.value !== "";
  return isWriting || [...page.querySelectorAll(OPEN)].some((part) => part.getClientRects().length > 0);
}

/** Whether the panel beside the map tells of one mark. @param {Document} page */
export const isStoryOpen = (page) =>
  Boolean(page.querySelector(".atlas-host:not(.atlas-telling *)")) && Boolean(page.atlasAsked?.fields.focus);
