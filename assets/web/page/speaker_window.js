// The speaker's own window: what is told now, with its note and question, what comes next, and the clock. It is a
// blank page that this one writes, for a file on a disk can send messages to no other; its keys and buttons turn
// the story here. Whichever of the two is closed, the other goes on or goes too.

import { around, part } from "./dom.js";
import { showTemplate } from "./template_html.js";

/** @import { StoryData } from "./types.js" */

/** What stands in it. @typedef {{ title: string, progress: string, note: string, question: string, next: string }} Said */

const NAME = "atlas-speaker";
const LOOK = "popup,width=760,height=640";
const SECOND = 1000; // milliseconds

/**
 * What the speaker reads while a chapter is told, or the slide before or behind all of them.
 * @param {Pick<StoryData, "chapters" | "speaker">} data @param {number} at @param {string} [slide] @returns {Said}
 */
export function saidTo({ chapters, speaker: { opening, closing } }, at, slide) {
  const { title, progress, note, question } = chapters[at];
  const silent = { progress: "", note: "", question: "" };
  if (slide === "opening") return { ...silent, title: opening, next: title };
  if (slide === "closing") return { ...silent, title: closing, next: "" };
  return { title, progress, note, question, next: chapters[at + 1]?.title ?? closing };
}

export class SpeakerWindow {
  /**
   * @param {HTMLElement} telling @param {StoryData["speaker"]} words
   * @param {{ said: () => Said, onKey: (event: KeyboardEvent) => void }} story
   */
  constructor(telling, words, { said, onKey }) {
    this.telling = telling;
    this.words = words;
    this.said = said;
    this.onKey = onKey;
    this.refused = part(telling, ".atlas-refused");
    this.clock = part(telling, ".atlas-clock");
    this.state = "";
    this.watch = 0; // the timer that looks whether both windows are there
    if (this.window) this.write(this.window); // of the same story, told by a run before
  }

  /** The window, while it is open. */
  get window() {
    const opened = document.atlasSpeaker;
    return opened && !opened.closed ? opened : null;
  }

  /** Open it, or bring it to the front; where the browser does not let us, say so. */
  open() {
    this.refused.textContent = "";
    try {
      const opened = window.open("", NAME, LOOK);
      if (!opened) throw new Error("The browser opened no window.");
      this.write(opened);
      opened.focus();
      document.onfullscreenchange = () => this.onFullScreen(); // which most browsers leave for a new window
    } catch {
      this.refused.textContent = this.words.refused;
    }
  }

  onFullScreen() {
    const isLeft = !document.fullscreenElement && this.telling.classList.contains("atlas-presenting");
    this.follow(isLeft ? this.words.here : "");
  }

  /** @param {Window} opened */
  write(opened) {
    const { document: page } = opened;
    document.atlasSpeaker = opened;
    page.documentElement.lang = document.documentElement.lang;
    page.title = this.words.title;
    showTemplate(page.body, this.words.page);
    opened.onkeydown = this.onKey;
    page.onclick = (event) => {
      const step = around(event, "button[data-step]")?.dataset.step;
      if (step) document.atlasTurn?.(Number(step));
    };
    clearInterval(this.watch);
    this.watch = window.setInterval(() => this.look(), SECOND);
    this.follow();
  }

  /** Both windows may be closed at any moment, and the story may be left. */
  look() {
    const isOld = document.atlasPresenter?.speaker !== this;
    if (!this.telling.isConnected && !isOld) this.window?.close();
    if (isOld || !this.window) clearInterval(this.watch);
    else this.fill();
  }

  /** Show what is told now. @param {string} [state] a sentence about what the room sees */
  follow(state = "") {
    this.state = state;
    this.fill();
  }

  fill() {
    const page = this.window?.document;
    if (!page) return;
    page.documentElement.style.colorScheme = getComputedStyle(this.telling).colorScheme;
    const state = "black" in this.telling.dataset ? this.words.black : this.state;
    const told = { ...this.said(), clock: this.clock.textContent || this.words.clock, state };
    for (const [name, text] of Object.entries(told)) {
      const place = part(page, `[data-said=${name}]`);
      if (place.textContent !== text) place.textContent = text;
      (place.closest("section") ?? place).hidden = !text;
    }
  }
}
