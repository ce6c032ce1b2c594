// The presenter's view of a story: a large map, words for the back of a room, keys as presenters' remotes send
// them. It stands over the page, in full screen or not, and begins and ends with a slide.

import { part } from "./dom.js";
import { showTemplate } from "./template_html.js";

/** @import { SpeakerWindow } from "./speaker_window.js" */
/** @import { MapHolder, StoryData } from "./types.js" */

const SECOND = 1000; // milliseconds
const MINUTE = 60; // seconds

/** What a key shows over the map, until it is pressed again. @type {Record<string, string>} */
const SHOWN = { e: "evidence", n: "note", q: "question" };
const BLACK = [".", "b"];
const FULL = "f";
const WINDOW = "w";

export class Presenter {
  /** @param {HTMLElement} telling @param {StoryData} data @param {MapHolder} frame @param {SpeakerWindow} speaker */
  constructor(telling, { slides, minutes }, frame, speaker) {
    this.telling = telling;
    this.speaker = speaker;
    this.frame = frame;
    this.slides = slides;
    this.minutes = minutes;
    this.clock = part(telling, ".atlas-clock");
    this.began = 0;
    this.ticks = 0; // the timer of the clock
  }

  get isOn() {
    return this.telling.classList.contains("atlas-presenting") && this.telling.isConnected;
  }

  /** @param {boolean} isFirst whether the first chapter is shown, before which the opening slide stands */
  begin(isFirst) {
    this.telling.classList.add("atlas-presenting");
    for (const card of this.cards()) card.open = false;
    this.fillScreen();
    if (isFirst) this.showSlide("opening");
    this.began = Date.now();
    this.tick();
    this.ticks = window.setInterval(() => this.tick(), SECOND);
  }

  end() {
    clearInterval(this.ticks);
    this.telling.classList.remove("atlas-presenting");
    for (const shown of ["slide", "black", "shows"]) delete this.telling.dataset[shown];
    if (document.fullscreenElement) document.exitFullscreen();
    this.speaker.follow();
  }

  /** The cards that lie on the map: the presenter opens what the room should see. */
  cards() {
    /** @type {NodeListOf<HTMLDetailsElement> | undefined} */
    const found = this.frame.contentWindow?.document.querySelectorAll("details.atlas-card");
    return found ? [...found] : [];
  }

  /** Where the browser does not allow the full screen, as for a key of another window, the page is filled all the same. */
  fillScreen() {
    if (!document.fullscreenEnabled) return;
    const { speaker } = this;
    this.telling.requestFullscreen().catch(() => speaker.follow(speaker.words.here));
  }

  tick() {
    if (!this.isOn) return clearInterval(this.ticks);
    const seconds = Math.floor((Date.now() - this.began) / SECOND);
    const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    const gone = `${Math.floor(seconds / MINUTE)}:${two(seconds % MINUTE)}`;
    this.clock.textContent = `${gone} / ${this.minutes}:00`;
  }

  /** @param {"opening" | "closing"} slide */
  showSlide(slide) {
    showTemplate(part(this.telling, ".atlas-slide"), this.slides[slide]);
    this.telling.dataset.slide = slide;
    this.speaker.follow();
  }

  /**
   * Take a turn that leads to a slide or away from one. Returns whether it did.
   * @param {number} step @param {boolean} isEnd whether there is no chapter that way
   */
  turns(step, isEnd) {
    if (!this.isOn) return false;
    const { slide } = this.telling.dataset;
    delete this.telling.dataset.black;
    if (!slide && isEnd) this.showSlide(step > 0 ? "closing" : "opening");
    else if (slide && slide === (step > 0 ? "opening" : "closing")) delete this.telling.dataset.slide;
    this.speaker.follow();
    return isEnd || slide !== undefined;
  }

  /** Show something of the chapter over the map, or nothing of it. @param {string} [what] */
  show(what) {
    const { dataset } = this.telling;
    if (what === undefined || dataset.shows === what) delete dataset.shows;
    else dataset.shows = what;
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folded = this.telling.querySelectorAll(".atlas-behind, .atlas-speaker");
    if (this.isOn) for (const part of folded) part.open = true;
  }

  /** Take a key. Returns whether it was one for the presenter. @param {KeyboardEvent} event */
  takesKey({ key, altKey, ctrlKey, metaKey }) {
    if (!this.isOn || altKey || ctrlKey || metaKey) return false;
    if (key === "Escape") {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.end();
    } else if (BLACK.includes(key)) {
      if ("black" in this.telling.dataset) delete this.telling.dataset.black;
      else this.telling.dataset.black = "";
      this.speaker.follow();
    } else if (key === FULL) {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.fillScreen();
    } else if (key === WINDOW) this.speaker.open();
    else if (key in SHOWN) this.show(SHOWN[key]);
    else return key.length === 1 && key !== " "; // a key of the page below, which must not hear of it
    return true;
  }
}
