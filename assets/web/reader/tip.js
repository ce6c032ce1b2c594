// The tip of a passage: what is coded there, before it is opened.
import { element } from "../page/dom.js";

/** @import { ReaderData } from "./types.js" */

const MOST_TOLD = 3; // claims that a tip names
const GAP = 8; // pixels between the tip and the passage, and between the tip and the edge of the window

export class Tip {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
  }

  hide() {
    this.box.hidden = true;
  }

  /**
   * Tell of the claims that a mark quotes.
   * @param {HTMLElement} mark @param {number[]} claims their places in the list @param {ReaderData} data
   */
  show(mark, claims, data) {
    const lines = claims.slice(0, MOST_TOLD).map((number) => this.line(data, number));
    const rest = claims.length - MOST_TOLD;
    if (rest > 0) lines.push(element("p", data.words.more.replace("{n}", String(rest))));
    const why = /** @type {HTMLElement | null} */ (mark.closest("[title]"));
    this.box.replaceChildren(...lines, element("p", why ? why.title : data.words.open, "reader-open"));
    this.box.hidden = false;
    mark.setAttribute("aria-describedby", this.box.id);
    this.place(mark.getClientRects()[0]);
  }

  /** @param {ReaderData} data @param {number} number */
  line(data, number) {
    const claim = data.claims[number];
    const line = element("p", "");
    line.append(element("b", `${data.words.kinds[claim.kind]}: ${claim.title}`));
    if (!data.veiled.includes(number)) line.append(element("span", claim.statement));
    return line;
  }

  /** Below the passage, or above it where there is no room, and never outside the window. @param {DOMRect} passage */
  place(passage) {
    const [wide, high] = [this.box.offsetWidth, this.box.offsetHeight];
    const below = passage.bottom + GAP + high < innerHeight;
    this.box.style.left = `${Math.max(GAP, Math.min(passage.left, innerWidth - wide - GAP))}px`;
    this.box.style.top = `${below ? passage.bottom + GAP : Math.max(GAP, passage.top - high - GAP)}px`;
  }
}
