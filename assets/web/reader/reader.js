// The reader: the text stays as the server wrote it; all listening is done once, on the whole of it.
import { around, part } from "../page/dom.js";
import { showTemplate } from "../page/template_html.js";
import { Find } from "./find.js";
import { holdInView, reveal, scrollIntoView, VIEW } from "./scroll_into_view.js";
import { Tip } from "./tip.js";

/** @import { ReaderData, Send } from "./types.js" */

const REST_MS = 120; // the pointer rests so long before a tip opens
const PHONE = 768; // pixels: in narrower windows the page is one column
const RAIL_FOOT = 16; // pixels: the room below the rail
const RAIL_LEAST = 160; // pixels: its least height

/** @type {Record<string, number | undefined>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/** The claims that a run quotes, by their places in the list. @param {HTMLElement} mark */
const claimsOf = (mark) => (mark.dataset.c || "").split(" ").map(Number);

export class Reader {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.page = part(host, ".reader-page");
    this.rail = part(host, ".reader-rail");
    this.tip = new Tip(part(host, ".reader-tip"));
    /** @type {Find | null} */
    this.find = null;
    /** @type {ReaderData | null} */
    this.data = null;
    /** @type {Send} */
    this.send = () => {};
    this.sent = 0; // how many messages: of two that are alike the server would hear one
    this.shown = ""; // the key of the text that stands there
    this.named = ""; // the passage that a link led to last
    this.shaded = "";
    this.painted = Promise.resolve();
    /** @type {HTMLElement | null} the run under the pointer */
    this.under = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    this.listen();
  }

  listen() {
    this.page.addEventListener("click", (event) => this.pick(around(event, "mark")));
    this.page.addEventListener("keydown", (event) => this.press(event));
    // Moves, not entries: a text that scrolls under a pointer at rest opens no tip.
    this.page.addEventListener("pointermove", (event) => this.rest(event));
    this.page.addEventListener("pointerleave", () => this.leave());
    this.page.addEventListener("focusin", (event) => this.tell(around(event, "mark")));
    this.page.addEventListener("focusout", () => this.leave());
    this.rail.addEventListener("click", (event) => this.jump(event));
    // Whatever scrolls, the page or a column of it; a reader that has left the page listens no more.
    const follow = () =>
      this.host.isConnected ? this.follow() : document.removeEventListener("scroll", follow, true);
    document.addEventListener("scroll", follow, { passive: true, capture: true });
  }

  /** @param {ReaderData} data @param {Send} send */
  receive(data, send) {
    this.send = send;
    this.data = data;
    this.host.hidden = !data.text;
    if (this.shown !== data.key) this.build(data);
    if (!data.text) return;
    this.shade(data);
    const { passage } = data;
    const named = passage ? [data.key, passage.anchor, ...passage.claims].join(" ") : "";
    if (passage && named !== this.named) this.painted.then(() => this.goTo(passage.anchor, passage.claims));
    this.named = named;
  }

  /** @param {ReaderData} data */
  build({ key, text, legend, rail, words }) {
    this.shown = key;
    showTemplate(this.page, text);
    if (!text) return;
    showTemplate(part(this.host, ".reader-key"), legend);
    showTemplate(this.rail, rail);
    this.rail.append(Object.assign(document.createElement("div"), { className: "reader-view" }));
    this.find ??= new Find(part(this.host, ".reader-find"), words);
    this.find.read(this.page.firstElementChild);
    // Two frames later the text has been painted; with its own letters it stands where it will stay.
    const frames = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    this.painted = Promise.all([frames, document.fonts.ready]).then(() => {
      this.host.dataset.readerReady = key;
      this.follow();
    });
  }

  /** @returns {HTMLElement[]} */
  marks() {
    return [...this.page.querySelectorAll("mark")];
  }

  /**
   * What the filters leave out is faint; what the reader asked to fold away is veiled until it is opened.
   * @param {ReaderData} data
   */
  shade(data) {
    const asked = JSON.stringify([this.shown, data.off, data.veiled]);
    if (asked === this.shaded) return;
    this.shaded = asked;
    const [off, veiled] = [new Set(data.off), new Set(data.veiled)];
    if (!off.size && !veiled.size && !this.page.querySelector(".off, .veiled")) return;
    for (const mark of this.marks()) {
      const claims = claimsOf(mark);
      const left = claims.every((claim) => off.has(claim));
      const folded = claims.some((claim) => veiled.has(claim));
      mark.classList.toggle("off", left);
      mark.classList.toggle("veiled", folded);
    }
  }

  /**
   * Give a class to every run of these claims, and to no other.
   * @param {string} name @param {number[]} claims
   */
  highlight(name, claims) {
    const wanted = new Set(claims);
    for (const mark of this.page.querySelectorAll(`mark.${name}`)) mark.classList.remove(name);
    if (!wanted.size) return;
    for (const mark of this.marks()) {
      if (claimsOf(mark).some((claim) => wanted.has(claim))) mark.classList.add(name);
    }
  }

  /** @param {string} name @param {object} value */
  tellServer(name, value) {
    this.sent += 1;
    this.send(name, { ...value, count: this.sent });
  }

  /** @param {HTMLElement | null} mark */
  pick(mark) {
    if (!mark || !this.data || !getSelection()?.isCollapsed) return;
    const { claims } = this.data;
    const own = claimsOf(mark);
    this.highlight("picked", own);
    this.move(mark);
    if (innerWidth < PHONE) scrollIntoView(mark, VIEW.upper); // clear of the sheet that opens from below
    this.leave();
    const anchor = mark.closest(".s")?.id ?? "";
    this.tellServer("picked", { document: this.shown, claims: own.map((claim) => claims[claim].id), anchor });
  }

  /** Arrows lead from passage to passage; only one of them is a stop of the Tab key. @param {KeyboardEvent} event */
  press(event) {
    const mark = around(event, "mark");
    if (!mark) return;
    const by = STEPS[event.key];
    if (event.key === "Escape") this.leave();
    const opens = event.key === "Enter" || event.key === " ";
    if (opens || by) event.preventDefault();
    if (opens) this.pick(mark);
    if (!by) return;
    const marks = this.marks().filter((passage) => passage.hasAttribute("tabindex"));
    const next = marks[Math.min(Math.max(marks.indexOf(mark) + by, 0), marks.length - 1)];
    reveal(next);
    this.move(next);
  }

  /** @param {HTMLElement} mark */
  move(mark) {
    /** @type {NodeListOf<HTMLElement>} */
    const others = this.page.querySelectorAll("mark[tabindex='0']");
    for (const other of others) other.tabIndex = -1;
    mark.tabIndex = 0;
    if (document.activeElement !== mark) mark.focus({ preventScroll: true });
  }

  /** Go with the keyboard to the passage that is the stop of the Tab key. */
  enter() {
    /** @type {HTMLElement | null} */
    const stop = this.page.querySelector("mark[tabindex='0']");
    stop?.focus();
  }

  /** @param {PointerEvent} event */
  rest(event) {
    const mark = around(event, "mark");
    if (mark === this.under) return;
    this.leave();
    this.under = mark;
    if (!mark) return;
    // A sentence that says in its title why it is not drawn needs no second tip.
    const silent = event.pointerType === "touch" || mark.closest("[title]");
    if (!silent) this.waiting = setTimeout(() => this.tell(mark), REST_MS);
  }

  leave() {
    clearTimeout(this.waiting);
    this.under = null;
    this.tip.hide();
    this.highlight("highlighted", []);
  }

  /** @param {HTMLElement | null} mark */
  tell(mark) {
    if (!mark || !this.data) return;
    const own = claimsOf(mark);
    this.highlight("highlighted", own);
    this.tip.show(mark, own, this.data);
  }

  /**
   * Bring a sentence into view and mark it; its claims, where some are named, are marked too.
   * @param {string} anchor @param {string[]} [claims] ids
   */
  goTo(anchor, claims = []) {
    const sentence = this.page.querySelector(`[id="${CSS.escape(anchor)}"]`);
    for (const other of this.page.querySelectorAll(".target")) other.classList.remove("target");
    if (!sentence || !this.data) return;
    sentence.classList.add("target");
    const places = this.data.claims.flatMap(({ id }, place) => (claims.includes(id) ? [place] : []));
    this.highlight("picked", places);
    holdInView(sentence, this.page);
  }

  /** The rail: a press leads to the passage that lies nearest to that share of the text. @param {MouseEvent} event */
  jump(event) {
    if (!this.data) return;
    const box = this.rail.getBoundingClientRect();
    const wanted = ((event.clientY - box.top) / box.height) * this.data.length;
    const away = this.data.runs.map((start) => Math.abs(start - wanted));
    const nearest = this.marks()[away.indexOf(Math.min(...away))];
    if (!nearest) return;
    scrollIntoView(nearest);
    this.highlight("highlighted", claimsOf(nearest));
  }

  /** Keep the whole rail in the window, and show on it which part of the text is in view. */
  follow() {
    /** @type {HTMLElement | null} */
    const view = this.rail.querySelector(".reader-view");
    const text = this.page.getBoundingClientRect();
    if (!view || !text.height) return;
    const room = innerHeight - Math.max(this.rail.getBoundingClientRect().top, 0) - RAIL_FOOT;
    this.rail.style.height = `${Math.max(room, RAIL_LEAST)}px`;
    const share = (/** @type {number} */ y) => Math.min(Math.max((y - text.top) / text.height, 0), 1);
    const [top, bottom] = [share(0), share(innerHeight)];
    view.style.top = `${top * 100}%`;
    view.style.height = `${(bottom - top) * 100}%`;
  }
}
