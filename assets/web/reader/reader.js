// The reader: the text stays as the server wrote it; all listening is done once, on the whole of it.
import { Find } from "./find.js";
import { reveal, scrollIntoView, VIEW } from "./scroll_into_view.js";
import { Tip } from "./tip.js";

const REST_MS = 120; // the pointer rests so long before a tip opens
const PHONE = 768; // pixels: in narrower windows the page is one column
const RAIL_FOOT = 16,
  RAIL_LEAST = 160; // pixels: the room below the rail, and its least height

export class Reader {
  constructor(host) {
    this.host = host;
    this.page = host.querySelector(".reader-page");
    this.rail = host.querySelector(".reader-rail");
    this.tip = new Tip(host.querySelector(".reader-tip"));
    this.count = 0;
    this.page.addEventListener("click", (event) => this.pick(event.target.closest("mark")));
    this.page.addEventListener("keydown", (event) => this.press(event));
    // Moves, not entries: a text that scrolls under a pointer at rest opens no tip.
    this.page.addEventListener("pointermove", (event) => this.rest(event));
    this.page.addEventListener("pointerleave", () => this.leave());
    this.page.addEventListener("focusin", (event) => this.tell(event.target.closest("mark")));
    this.page.addEventListener("focusout", () => this.leave());
    this.rail.addEventListener("click", (event) => this.jump(event));
    // Whatever scrolls, the page or a column of it; a reader that has left the page listens no more.
    const follow = () =>
      host.isConnected ? this.follow() : document.removeEventListener("scroll", follow, true);
    document.addEventListener("scroll", follow, { passive: true, capture: true });
  }

  receive(data, send) {
    this.send = send;
    this.data = data;
    this.host.hidden = !data.text;
    if (this.shown !== data.key) this.build();
    if (!data.text) return;
    this.shade();
    const named = data.passage ? [data.key, data.passage.anchor, ...data.passage.claims].join(" ") : "";
    if (named && named !== this.named)
      this.painted.then(() => this.goTo(data.passage.anchor, data.passage.claims));
    this.named = named;
  }

  build() {
    const { key, text, legend, rail, words } = this.data;
    this.shown = key;
    this.page.innerHTML = text;
    if (!text) return;
    this.host.querySelector(".reader-key").innerHTML = legend;
    this.rail.innerHTML = `${rail}<div class="reader-view"></div>`;
    this.find = this.find || new Find(this.host.querySelector(".reader-find"), words);
    this.find.read(this.page.firstElementChild);
    // Two frames later the text has been painted; with its own letters it stands where it will stay.
    const frames = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    this.painted = Promise.all([frames, document.fonts.ready]).then(() => {
      this.host.dataset.readerReady = key;
      this.follow();
    });
  }

  marks() {
    return [...this.page.querySelectorAll("mark")];
  }

  // The claims that a run quotes, by their places in the list.
  own(mark) {
    return mark.dataset.c.split(" ").map(Number);
  }

  // What the filters leave out is faint; what the reader asked to fold away is veiled until it is opened.
  shade() {
    const asked = JSON.stringify([this.shown, this.data.off, this.data.veiled]);
    if (asked === this.shaded) return;
    this.shaded = asked;
    const [off, veiled] = [new Set(this.data.off), new Set(this.data.veiled)];
    if (!off.size && !veiled.size && !this.page.querySelector(".off, .veiled")) return;
    this.marks().forEach((mark) => {
      const own = this.own(mark);
      mark.classList.toggle(
        "off",
        own.every((claim) => off.has(claim)),
      );
      mark.classList.toggle(
        "veiled",
        own.some((claim) => veiled.has(claim)),
      );
    });
  }

  // Give a class to every run of these claims, and to no other.
  highlight(name, claims) {
    const wanted = new Set(claims);
    this.page.querySelectorAll(`mark.${name}`).forEach((mark) => mark.classList.remove(name));
    const meant = wanted.size
      ? this.marks().filter((mark) => this.own(mark).some((one) => wanted.has(one)))
      : [];
    meant.forEach((mark) => mark.classList.add(name));
  }

  pick(mark) {
    if (!mark || !getSelection().isCollapsed) return;
    const claims = this.own(mark),
      sentence = mark.closest(".s");
    this.highlight("picked", claims);
    this.move(mark);
    if (innerWidth < PHONE) scrollIntoView(mark, VIEW.upper); // clear of the sheet that opens from below
    this.leave();
    this.send("picked", {
      document: this.shown,
      claims: claims.map((claim) => this.data.claims[claim].id),
      anchor: sentence ? sentence.id : "",
      count: (this.count += 1),
    });
  }

  // Arrows lead from passage to passage; only one of them is a stop of the Tab key.
  press(event) {
    const mark = event.target.closest("mark");
    if (!mark) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") this.leave();
    const opens = event.key === "Enter" || event.key === " ";
    if (opens || by) event.preventDefault();
    if (opens) this.pick(mark);
    if (!by) return;
    const marks = this.marks();
    const next = marks[Math.min(Math.max(marks.indexOf(mark) + by, 0), marks.length - 1)];
    reveal(next);
    this.move(next);
  }

  move(mark) {
    this.page.querySelectorAll('mark[tabindex="0"]').forEach((other) => {
      other.tabIndex = -1;
    });
    mark.tabIndex = 0;
    if (document.activeElement !== mark) mark.focus({ preventScroll: true });
  }

  rest(event) {
    const mark = event.target.closest("mark");
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

  tell(mark) {
    if (!mark) return;
    this.highlight("highlighted", this.own(mark));
    this.tip.show(mark, this.own(mark), this.data);
  }

  // Bring a sentence into view and mark it; its claims, where some are named, are marked too.
  goTo(anchor, claims = []) {
    const sentence = this.page.querySelector(`[id="${CSS.escape(anchor)}"]`);
    this.page.querySelectorAll(".target").forEach((other) => other.classList.remove("target"));
    if (!sentence) return;
    sentence.classList.add("target");
    const places = this.data.claims.map((claim, place) => (claims.includes(claim.id) ? place : -1));
    this.highlight(
      "picked",
      places.filter((place) => place >= 0),
    );
    scrollIntoView(sentence);
  }

  // The rail: a press leads to the passage that lies nearest to that share of the text.
  jump(event) {
    const box = this.rail.getBoundingClientRect();
    const wanted = ((event.clientY - box.top) / box.height) * this.data.length;
    const away = this.data.runs.map((start) => Math.abs(start - wanted));
    const nearest = this.marks()[away.indexOf(Math.min(...away))];
    if (!nearest) return;
    scrollIntoView(nearest);
    this.highlight("highlighted", this.own(nearest));
  }

  // Keep the whole rail in the window, and show on it which part of the text is in view.
  follow() {
    const view = this.rail.querySelector(".reader-view"),
      text = this.page.getBoundingClientRect();
    if (!view || !text.height) return;
    const room = innerHeight - Math.max(this.rail.getBoundingClientRect().top, 0) - RAIL_FOOT;
    this.rail.style.height = `${Math.max(room, RAIL_LEAST)}px`;
    const share = (y) => Math.min(Math.max((y - text.top) / text.height, 0), 1);
    const [top, bottom] = [share(0), share(innerHeight)];
    view.style.top = `${top * 100}%`;
    view.style.height = `${(bottom - top) * 100}%`;
  }
}
