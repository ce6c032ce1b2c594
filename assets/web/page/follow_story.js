// After another focus the panel tells another story: the reader begins at its top, and so does the keyboard,
// which would else stand on a button that is gone.

const STORY_MS = 5000; // long after any answer; then nobody waits for it any more

/** @param {HTMLElement} pressed @param {boolean} byKeyboard */
export function followStory(pressed, byKeyboard) {
  const panel = document.querySelector(".st-key-narrative");
  if (!panel) return;
  const words = panel.querySelector(".atlas-story")?.textContent;
  let told = false;
  const watch = new MutationObserver(() => {
    const story = panel.querySelector(".atlas-story");
    if (!story || story.textContent === words) return;
    const column = panel.closest(".stColumn");
    if (column && !told) column.scrollTop = 0;
    told = true;
    if (byKeyboard && pressed.isConnected) return; // the list in which it stands follows in a moment
    watch.disconnect();
    if (byKeyboard) beginAt(story);
  });
  watch.observe(panel, { childList: true, subtree: true, characterData: true });
  setTimeout(() => watch.disconnect(), STORY_MS);
}

/** @param {Element} story */
function beginAt(story) {
  /** @type {HTMLElement | null} */
  const start = story.querySelector("button.atlas-back, h2");
  if (start?.matches("h2")) start.tabIndex = -1;
  start?.focus();
}
