// After another focus the panel tells another story: the reader begins at its top, and so does the keyboard,
// which would else stand on a button that is gone.

import { isStoryOpen } from "../shell/open_parts.js";

const STORY_MS = 5000; // long after any answer; then nobody waits for it any more
const NEXT_ACTS = ["keydown", "pointerdown"];

/**
 * Go to the top of the next story, and do something there: again and again while that is false, since lists
 * and cards follow the story in a moment, and once more where what had the keyboard is then made anew. What
 * the reader does next ends it.
 * @param {(panel: Element) => boolean} [then]
 */
export function followStory(then) {
  const page = document.querySelector(".stMain");
  if (!page) return;
  const panel = () => page.querySelector(".st-key-narrative");
  const words = panel()?.querySelector(".atlas-story")?.textContent;
  let told = false;
  let done = false;
  const watch = new MutationObserver(() => {
    const found = panel(); // it may come with another page
    const story = found?.querySelector(".atlas-story");
    if (!found || !story || (!told && story.textContent === words)) return;
    const column = found.closest(".stColumn");
    if (column && !told) column.scrollTop = 0; // a sheet has gone to its place with the press
    told = true;
    if (!then) end();
    else if (!done || document.activeElement === document.body) done = then(found);
  });
  const end = () => {
    watch.disconnect();
    for (const act of NEXT_ACTS) window.removeEventListener(act, onAct, true);
  };
  const onAct = () => {
    if (done) end(); // else the answer to the press before is still to come
  };
  watch.observe(page, { childList: true, subtree: true, characterData: true });
  for (const act of NEXT_ACTS) window.addEventListener(act, onAct, true);
  setTimeout(end, STORY_MS);
}

/** Let the keyboard go on at the head of a story. @param {Element} panel */
export function beginAt(panel) {
  /** @type {HTMLElement | null} */
  const start = panel.querySelector(".atlas-story :is(button.atlas-back, h2)");
  if (start?.matches("h2")) start.tabIndex = -1;
  start?.focus();
  return start !== null;
}

/** Remember where a story is opened: in a list of the page, or "" in the map. @param {string} [entry] `kind:id` */
export function rememberEntry(entry = "") {
  if (!isStoryOpen(document)) document.atlasEntry = entry;
}
