// What an author presses beside the fields: a view to tell of, a chapter to open, a claim to cite.

import { around, part } from "./dom.js";
import { rememberWriting, wasWriting } from "./draft_store.js";
import { mapInside } from "./map_frame.js";

/** @import { Command } from "../map/types.js" */

/** Go on writing where this tab was when its page was loaded anew. */
export function resumeWriting() {
  if (document.atlasResumed) return;
  document.atlasResumed = true;
  if (wasWriting()) setTimeout(() => document.atlasTell?.({ act: "write", do: "start" }));
}

/** Show the view of a chapter at once, as the link of it would. @param {Command} command */
function showView({ selection, focus, hide, top, tiers, bounds }) {
  const gone = Object.keys(document.atlasAsked?.fields ?? {}).map((name) => [name, undefined]);
  const fields = { ...Object.fromEntries(gone), ...selection, focus, hide, top, tiers };
  document.atlasAsked?.press(fields, Date.now());
  mapInside()?.returnTo(fields);
  if (bounds) mapInside()?.showSides(bounds);
}

/** @param {HTMLElement} button @param {boolean} byKey whether it was pressed by the keyboard */
export function onWrite(button, byKey) {
  const { command, ...act } = JSON.parse(button.dataset.atlasWrite ?? "{}");
  rememberWriting(act.do !== "close");
  button.closest("details.atlas-cite-view")?.removeAttribute("open");
  if (command) showView(command);
  document.atlasTell?.({ act: "write", ...act, byKey, sides: mapInside()?.sides() });
}

/** The number of a citation in the preview opens its card below. @param {Event} event */
export function onPreviewClick(event) {
  const cited = around(event, ".atlas-draft-preview button[data-evidence]");
  const preview = cited?.closest(".atlas-draft-preview");
  if (!cited || !preview) return;
  /** @type {HTMLElement | null} an unknown claim has no card */
  const card = preview.querySelector(`.st-key-claim-${CSS.escape(cited.dataset.evidence ?? "")}`);
  if (!card) return;
  /** @type {HTMLDetailsElement} */ (part(preview, ".atlas-behind")).open = true;
  card.scrollIntoView({ block: "nearest" });
  card.focus({ preventScroll: true });
}
