// The bridge between the server and the page: what a reader does is told, and what a run sends is shown.
import { Pending } from "../map/pending.js";
import { forgetHeard, keepAct, unheard } from "./acts.js";
import { onCiteLeave, onCiteToggle } from "./cite_view.js";
import { goToCard } from "./cited_card.js";
import { copyFor } from "./clipboard.js";
import { isConnected } from "./connection.js";
import { around } from "./dom.js";
import { onEscape } from "./escape.js";
import { onPick, onPill, onSlider, pressedBy } from "./filter_presses.js";
import { beginAt, followStory, rememberEntry } from "./follow_story.js";
import { onGridKey } from "./grid_keys.js";
import { followHistory } from "./history.js";
import { writeStep } from "./link.js";
import { linkMarks, onMarkKey } from "./linked_marks.js";
import { onListKey } from "./list_keys.js";
import { makePack } from "./making.js";
import { mapInside, showFrame } from "./map_frame.js";
import { explainEntry, explainPill } from "./means.js";
import { isNewer } from "./newer.js";
import { listenToPrinting } from "./printed.js";
import { openPushChannel } from "./push_channel.js";
import { answers, expectAnswer } from "./retell.js";
import { leaveSearch, onSearchKey, openSearch, wakeSearch } from "./search_wake.js";
import { lowerSheet, onSheetClick, onSheetPull, raiseSheet } from "./sheet.js";
import { onSkip } from "./skip.js";
import { onPreviewClick, onWrite, resumeWriting } from "./write.js";

/** @import { Act, Host, PageData } from "./types.js" */

const CARRIERS = ["focus", "copy", "share", "search-open", "open", "choose", "pack", "card", "write"]
  .map((name) => `[data-atlas-${name}]`)
  .join(",");

/** Buttons in cards and lists carry what they focus or copy in a data attribute. @param {MouseEvent} event */
function onPageClick(event) {
  const button = around(event, CARRIERS);
  if (!button) return;
  const { atlasSearchOpen, atlasOpen, atlasChoose, atlasFocus, atlasCopy, atlasPack, atlasCard, atlasWrite } =
    button.dataset;
  if (atlasSearchOpen !== undefined) openSearch();
  else if (atlasOpen !== undefined) document.atlasTell?.({ act: "open", ...JSON.parse(atlasOpen) });
  else if (atlasPack !== undefined) makePack(button);
  else if (atlasCard !== undefined) goToCard(button);
  else if (atlasWrite !== undefined) onWrite(button, event.detail === 0);
  else if (atlasChoose !== undefined) document.atlasTell?.({ act: "choose", chosen: atlasChoose });
  else if (atlasFocus !== undefined) lookAt(button, atlasFocus, event.detail === 0);
  else copyFor(button, atlasCopy ?? location.href, button.dataset.atlasDone, button.dataset.atlasRefused);
}

/** @param {HTMLElement} button @param {string} focus @param {boolean} byKeyboard */
function lookAt(button, focus, byKeyboard) {
  if (focus) rememberEntry(focus);
  // The list in which the button stands goes a moment after the story has come.
  followStory((panel) => !byKeyboard || (!button.isConnected && beginAt(panel)));
  mapInside()?.lookAt(focus);
  document.atlasTell?.({ act: "focus", focus, bring: true });
}

/** What is opened is in sight at once; a press on empty water shows the map again. @param {Act} act */
function showAnswer({ focus, bring }) {
  if (focus || bring) raiseSheet();
  else lowerSheet();
}

/** Keys of the page that are pressed in the map. @param {KeyboardEvent} event */
function onMapKey(event) {
  onSearchKey(event);
  onEscape(event);
}

function listen() {
  if (document.atlasListens) return;
  document.atlasListens = true;
  followHistory();
  document.addEventListener("click", onPageClick);
  document.addEventListener("click", onPreviewClick);
  document.addEventListener("click", onSkip);
  document.addEventListener("click", onCiteLeave);
  document.addEventListener("keydown", onCiteLeave);
  document.addEventListener("toggle", onCiteToggle, true); // it does not rise by itself
  document.addEventListener("click", onSheetClick);
  document.addEventListener("pointerdown", onSheetPull);
  document.addEventListener("click", onPill, true); // before the pill itself changes
  document.addEventListener("click", onPick, true);
  document.addEventListener("keydown", onPick, true);
  document.addEventListener("pointermove", (event) => event.buttons && onSlider(event), { passive: true });
  document.addEventListener("pointerover", linkMarks, { passive: true });
  document.addEventListener("pointerup", onSlider);
  document.addEventListener("input", onSlider);
  document.addEventListener("keydown", onSlider, true); // the handle itself lets no key through
  document.addEventListener("keydown", onSearchKey);
  document.addEventListener("keydown", onGridKey);
  document.addEventListener("keydown", onMarkKey);
  document.addEventListener("keydown", onListKey);
  document.addEventListener("keydown", onEscape, true); // before what is open hears of it
  document.addEventListener("focusin", wakeSearch);
  document.addEventListener("focusin", explainPill);
  document.addEventListener("focusin", linkMarks);
  document.addEventListener("pointerover", explainPill);
  document.addEventListener("pointerover", explainEntry);
  document.addEventListener("keyup", explainEntry);
  document.addEventListener("focusout", leaveSearch);
  listenToPrinting();
}

/**
 * Take what the server has heard of and says now. With the link and not before: a session that is lost between
 * the two would leave what was forgotten in neither.
 * @param {PageData} data @param {boolean} withView
 */
function hear({ command, link, offered, keep }, withView) {
  if (!isNewer(command, document.atlasHeard)) return;
  document.atlasHeard = command;
  document.atlasAsked ??= new Pending();
  if (answers(command.heard)) document.atlasAsked.forget();
  const { selection, focus, hide, top, tiers } = command;
  const asked = { ...selection, focus, hide, top, tiers };
  document.atlasAsked.hear(asked, Date.now());
  document.atlasOffered = offered;
  document.atlasKeep = keep;
  writeStep({ link, asked }, withView, command.heard);
  forgetHeard(command.heard);
}

/**
 * On the page with the map there is a host for its frame; on the others only the link and the acts.
 * @param {{ data: [PageData], parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} component
 */
export default function ({ data: [data], parentElement, setTriggerValue }) {
  /** @type {Host | null} */
  const host = parentElement.querySelector(".atlas-host");
  const away = host ? {} : { away: true }; // told from a page that has no map
  document.atlasTell = (act) => {
    document.atlasAsked?.press(pressedBy(act), Date.now());
    const count = keepAct({ ...act, ...away });
    if (act.act === "focus") showAnswer(act);
    // The server may not have heard of a return: an act alone, once answered, would pass for its answer.
    if (isConnected() && document.atlasReturn) return document.atlasRetell?.();
    if (isConnected()) setTriggerValue("told", { acts: unheard() });
    expectAnswer(count);
  };
  listen();
  openPushChannel(data.command.session);
  if (host) showFrame(host, data, onMapKey);
  hear(data, host !== null);
  if (host) resumeWriting();
}
