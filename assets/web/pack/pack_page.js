// A pack opened from disk: the map with its filters, and beside it findings or a story, and the evidence behind
// each mark. All of its words were written by templates when the pack was made; nothing is asked of anyone.
import { around, part } from "../page/dom.js";
import { tellStory } from "../page/story.js";
import { CardList } from "./card_list.js";
import { listenToPrinting } from "./printing.js";
import { isSameSelection } from "./same_selection.js";

/** @import { Hooks } from "../map/page.js" */
/** @import { Command } from "../map/types.js" */
/** @import { Act, MapHolder, StoryData } from "../page/types.js" */

/**
 * What the pack was made of, its story if it is one, and the words that the script puts together.
 * @typedef {{ asked: Command, story: StoryData | null, words: Record<string, string> }} PackData
 */

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const theme = () => (dark.matches ? "dark" : "light");

/** @type {MapHolder} */
const holder = { contentWindow: window, atlasTheme: theme() };
window.atlasHolder = holder;

class PackPage {
  /** @param {PackData} data @param {Hooks} map */
  constructor({ asked, story, words }, map) {
    this.asked = asked;
    this.words = words;
    this.map = map;
    /** @type {{ title: string, ids: () => string[] } | null} what the evidence that is opened belongs to */
    this.opened = null;
    this.evidence = part(document, ".atlas-pack-evidence");
    this.aside = part(document, ".atlas-pack-aside");
    /** @type {HTMLElement | null} */
    this.findings = document.querySelector(".atlas-pack-findings");
    this.list = new CardList(part(this.evidence, ".atlas-cards"), part(this.evidence, ".atlas-more"), words);
    holder.atlasTell = (act) => this.onAct(act);
    dark.addEventListener("change", () => map.setTheme(theme()));
    document.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("keydown", (event) => this.onKey(event));
    new ResizeObserver(() => map.resized()).observe(part(document, ".atlas-host"));
    const told = story && tellStory(document.body, story, holder);
    /** What the panel speaks of, and so the map shows at first: the pack's selection, or the chapter's. */
    this.told = () => told?.chapter().command ?? asked;
    listenToPrinting(map, theme, story?.chapters ?? []);
    map.onShown(() => this.show());
  }

  /** Beside a story the map comes first, and its filters are a press away. */
  foldFilters() {
    part(document, "#atlas-filters details").removeAttribute("open");
    this.foldFilters = () => {};
  }

  /** @param {Act} act */
  onAct({ act, focus, byKey }) {
    if (act === "focus") this.look(String(focus), Boolean(byKey));
  }

  /** Open the evidence behind a mark, or close it. @param {string} focus @param {boolean} byKey */
  look(focus, byKey) {
    const ids = () => this.map.evidence(focus);
    this.opened = focus ? { title: this.map.nameOf(focus), ids } : null;
    this.show();
    if (focus) this.lead(byKey);
  }

  /** Show where the evidence begins, and let the keyboard go on there. @param {boolean} byKey */
  lead(byKey) {
    const title = part(this.evidence, "h2");
    title.scrollIntoView({ block: "nearest" });
    if (byKey) title.focus({ preventScroll: true });
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const button = around(event, "[data-pack-focus], [data-pack-numbers], [data-pack-again], .atlas-back");
    if (!button) return;
    const { packFocus, packNumbers, packAgain } = button.dataset;
    const byKey = event.detail === 0;
    if (packFocus) {
      this.map.lookAt(packFocus);
      this.look(packFocus, byKey);
    } else if (packNumbers) {
      this.opened = { title: button.title, ids: () => this.list.numbered(packNumbers) };
      this.show();
      this.lead(byKey);
    } else if (packAgain !== undefined) this.map.receive({ ...this.told(), final: true });
    else this.close();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Escape" && this.opened && !around(event, "input")) this.close();
  }

  /** What is looked at is closed, and the panel tells again what it told. */
  close() {
    this.opened = null;
    this.map.choose("focus", this.told().focus);
    this.show();
    part(this.evidence, "h2").focus({ preventScroll: true });
  }

  show() {
    if (!this.findings) this.foldFilters();
    const isSame = isSameSelection(this.map.asked().selection, this.told().selection);
    this.aside.hidden = isSame;
    if (this.findings) this.findings.hidden = !isSame || this.opened !== null;
    part(this.evidence, ".atlas-back").hidden = this.opened === null;
    // A chapter has its own evidence: another list is there only when it is asked for.
    this.evidence.hidden = !this.findings && this.opened === null && isSame;
    if (this.evidence.hidden) return;
    const ids = this.opened?.ids() ?? (isSame ? this.list.own() : this.map.evidence());
    const { evidence, one_claim: one, many_claims: many } = this.words;
    part(this.evidence, "h2").textContent = this.opened?.title || evidence;
    const counted = ids.length === 1 ? one : many;
    part(this.evidence, ".atlas-kind").textContent = counted.replace("{n}", `${ids.length}`);
    this.list.show(ids);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const data = part(document, "#atlas-pack").textContent ?? "";
  if (window.atlas) new PackPage(JSON.parse(data), window.atlas);
});
