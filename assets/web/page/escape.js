// Esc closes what the panel tells of a mark, and the keyboard goes back to where it was opened.

import { isForSomething, isStoryOpen } from "../shell/open_parts.js";
import { followStory } from "./follow_story.js";
import { mapInside } from "./map_frame.js";

/**
 * Before what is open hears of it, which would be gone when we look.
 * @param {KeyboardEvent} event
 */
export function onEscape(event) {
  if (event.key !== "Escape" || isForSomething(document) || !isStoryOpen(document)) return;
  const entry = document.atlasEntry;
  followStory((panel) => goBack(panel, entry ?? ""));
  mapInside()?.choose("focus", "");
  document.atlasTell?.({ act: "focus", focus: "" });
}

/** @param {Element} panel @param {string} entry */
function goBack(panel, entry) {
  /** @type {HTMLElement | null} */
  const button = entry ? panel.querySelector(`[data-atlas-focus="${CSS.escape(entry)}"]`) : null;
  const folded = button?.closest("details");
  if (folded) folded.open = true;
  if (button) button.focus();
  else if (!entry) mapInside()?.enter();
  return button !== null || !entry;
}
