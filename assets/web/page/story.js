// A guided story: its chapters beside the map. The page has all of them, so to turn to another one is a command
// to the map and asks nothing of a server. The chapter stands behind the # of the address.

import { afterFrame } from "../map/after_frame.js";
import { around, element, part } from "./dom.js";
import { Presenter } from "./presenter.js";
import { SpeakerWindow, saidTo } from "./speaker_window.js";
import { storyAddress } from "./story_address.js";
import { showTemplate } from "./template_html.js";

/** @import { MapHolder, StoryChapter, StoryData } from "./types.js" */

const SWIPE = 60; // pixels: a finger that goes further aside than this, and twice as far as down, turns

/** Keys that turn, by where they are pressed: in the map, arrows move the map. @type {Record<string, number>} */
const KEYS = { PageDown: 1, PageUp: -1 };
/** @type {Record<string, number>} */
const ARROWS = { ArrowRight: 1, ArrowLeft: -1 };
/** Where keys are for something else; arrows move a map, too. */
const BUSY = "input, select, textarea, [contenteditable], [role=combobox]";
const BUSY_WITH_ARROWS = `${BUSY}, .leaflet-container`;

/** @param {KeyboardEvent} event @param {Record<string, number>} keys */
function onKey(event, keys) {
  const step = keys[event.key];
  const busy = around(event, event.key in ARROWS ? BUSY_WITH_ARROWS : BUSY);
  if (!step || busy || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!document.querySelector(".atlas-telling")) return;
  event.preventDefault();
  document.atlasTurn?.(step);
}

/** Before anything else of the page hears of it. @param {KeyboardEvent} event */
function onPresenterKey(event) {
  if (!document.atlasPresenter?.takesKey(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

function listen() {
  if (document.atlasStoryListens) return;
  document.atlasStoryListens = true;
  window.addEventListener("keydown", onPresenterKey, true);
  document.addEventListener("keydown", (event) => onKey(event, { ...KEYS, ...ARROWS }));
  window.addEventListener("popstate", () => document.atlasTurn?.(0));
  window.addEventListener("pagehide", () => document.atlasSpeaker?.close());
}

/** @param {HTMLElement} panel */
function listenToFingers(panel) {
  /** @type {Touch | undefined} */
  let began;
  panel.ontouchstart = ({ touches }) => {
    began = touches.length === 1 ? touches[0] : undefined;
  };
  panel.ontouchend = ({ changedTouches: [ended] }) => {
    if (!began || !ended) return;
    const [aside, down] = [ended.clientX - began.clientX, ended.clientY - began.clientY];
    if (Math.abs(aside) > SWIPE && Math.abs(aside) > 2 * Math.abs(down))
      document.atlasTurn?.(aside < 0 ? 1 : -1);
  };
}

/** The chapter that the address names, or that the page was opened with; else the first. @param {StoryData} data */
function addressed({ chapters, begin }) {
  const named = decodeURIComponent(location.hash.slice(1));
  const asked = chapters.some(({ id }) => id === named) ? named : begin;
  return Math.max(
    0,
    chapters.findIndex(({ id }) => id === asked),
  );
}

/** Open the card of a claim, and let the keyboard go on there. @param {HTMLElement} panel @param {string} claim */
function openCard(panel, claim) {
  const card = part(panel, `.st-key-claim-${CSS.escape(claim)}`);
  /** @type {HTMLDetailsElement} */ (part(panel, ".atlas-behind")).open = true;
  card.scrollIntoView({ block: "nearest" });
  card.focus({ preventScroll: true });
}

/** Keys of the map, as the page takes them. @param {KeyboardEvent} event */
export function onMapKey(event) {
  onPresenterKey(event);
  onKey(event, KEYS);
}

/** Keys of the speaker's window, where nothing else takes the arrows. @param {KeyboardEvent} event */
function onSpeakerKey(event) {
  onPresenterKey(event);
  onKey(event, { ...KEYS, ...ARROWS });
}

/** Write a step of the history; a frame without an address of its own has none. @param {string} chapter */
function writeStep(chapter) {
  try {
    history.pushState(history.state, "", `#${chapter}`);
  } catch {
    // The chapter is told all the same.
  }
}

/** @param {HTMLElement} parentElement @param {StoryData} data @param {MapHolder} frame */
export function tellStory(parentElement, data, frame) {
  const { chapters } = data;
  const panel = part(parentElement, ".atlas-chapter");
  const list = part(parentElement, ".atlas-chapters ol");
  /** @type {HTMLAnchorElement | null} there only where the story has an atlas around it */
  const explore = parentElement.querySelector(".atlas-explore");
  /** @type {NodeListOf<HTMLButtonElement>} */
  const steps = panel.querySelectorAll("button[data-step]");
  const telling = part(parentElement, ".atlas-telling");
  let at = addressed(data);
  let turns = 0;
  const speaker = new SpeakerWindow(telling, data.speaker, {
    said: () => saidTo(data, at, telling.dataset.slide),
    onKey: onSpeakerKey,
  });
  const presenter = new Presenter(telling, data, frame, speaker);

  /** @param {number} number @param {boolean} [isStep] whether the history gets another entry */
  function show(number, isStep = false) {
    const chapter = chapters[number];
    at = number;
    turns += 1;
    frame.atlasCommand = { ...chapter.command, number: turns, final: true };
    frame.contentWindow?.atlas?.receive(frame.atlasCommand);
    showTemplate(part(panel, ".atlas-chapter-text"), chapter.html);
    part(panel, ".atlas-progress").textContent = chapter.progress;
    panel.scrollTop = 0;
    presenter.show();
    if (explore) explore.href = chapter.explore;
    for (const button of steps) button.disabled = !chapters[number + Number(button.dataset.step)];
    for (const [other, link] of [...list.querySelectorAll("a")].entries())
      link.setAttribute("aria-current", String(other === number));
    // It takes the browser as long as half of the map; whoever turns on meanwhile makes one step of both.
    if (isStep) afterFrame(() => number === at && writeStep(chapter.id));
    document.atlasToldAt = storyAddress();
    speaker.follow();
  }

  /** @param {number} number */
  const turnTo = (number) => chapters[number] && number !== at && show(number, true);

  document.atlasTurn = (step) => {
    if (!panel.isConnected) return;
    if (presenter.turns(step, !chapters[at + step])) return;
    if (step) turnTo(at + step);
    else if (addressed(data) !== at) show(addressed(data));
  };
  list.replaceChildren(
    ...chapters.map(({ id, title }, number) => {
      const link = Object.assign(element("a", title), { href: `#${id}` });
      link.onclick = (event) => {
        event.preventDefault();
        turnTo(number);
      };
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
  panel.onclick = (event) => {
    const button = around(event, "button[data-step]");
    if (button) document.atlasTurn?.(Number(button.dataset.step));
    if (around(event, "[data-present]")) presenter.isOn ? presenter.end() : presenter.begin(at === 0);
    if (around(event, "[data-speaker]")) speaker.open();
    const cited = around(event, "button[data-evidence]")?.dataset.evidence;
    if (cited && presenter.isOn) presenter.show("evidence");
    if (cited) openCard(panel, cited);
  };
  document.atlasPresenter = presenter;
  listen();
  listenToFingers(panel);
  show(addressed(data));
  return { chapter: () => chapters[at] };
}
