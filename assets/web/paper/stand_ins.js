// What stands in for a browser where the map is drawn without one: as much as its painters ask for.
import { forgetColours } from "../map/colours.js";
import { SvgContext } from "../map/svg_context.js";

/** How wide each letter is, in thousandths of its height, by weight. @typedef {Record<string, Record<string, number>>} Widths */

const USUAL = 500; // the width of a letter that the fonts lack
const FONT = /(\d+) ([\d.]+)px/;
const MARKS = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
});
// XML can hold none of these, however it is written: control signs, and halves of letters.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** @param {string} text */
const escaped = (text) => text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (mark) => MARKS[mark]);

const given = {
  /** @type {Record<string, string>} */
  colours: {},
  /** @type {Widths} */
  widths: {},
};

/** Take the colours of the palette by key, and how wide letters are. @param {Record<string, string>} colours @param {Widths} widths */
export function stand(colours, widths) {
  Object.assign(given, { colours, widths });
  forgetColours();
}

class DrawnElement {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {DrawnElement[]} */
    this.children = [];
    this.textContent = "";
  }

  get id() {
    return this.attributes.id ?? "";
  }

  get childElementCount() {
    return this.children.length;
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  /** @param {DrawnElement[]} children */
  append(...children) {
    this.children.push(...children);
  }

  toString() {
    const named =
      this.tag === "svg" ? { xmlns: "http://www.w3.org/2000/svg", ...this.attributes } : this.attributes;
    const attributes = Object.entries(named).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    /** @type {string} */
    const inside = escaped(this.textContent) + this.children.join("");
    return `<${this.tag}${attributes.join("")}${inside ? `>${inside}</${this.tag}>` : "/>"}`;
  }
}

/** Tells how wide words are, as a canvas does. */
const letters = {
  font: "",
  /** @param {string} text */
  measureText(text) {
    const [, weight, size] = FONT.exec(this.font) ?? ["", "400", "12"];
    const widths = given.widths[weight] ?? given.widths["400"];
    const units = [...text].reduce((sum, letter) => sum + (widths[letter] ?? USUAL), 0);
    return /** @type {TextMetrics} */ ({ width: (units * Number(size)) / 1000 });
  },
};

/** A canvas that is a drawing. */
class DrawnCanvas {
  width = 1;
  height = 1;
  /** @type {SvgContext | null} */
  ctx = null;

  getContext() {
    this.ctx ??= new SvgContext(this.width, this.height, letters);
    return this.ctx;
  }

  toDataURL() {
    return `data:image/svg+xml,${encodeURIComponent(String(this.getContext()))}`;
  }
}

/** A path that nobody draws: those that are drawn are traced. */
class NoPath {
  moveTo() {}
  lineTo() {}
  quadraticCurveTo() {}
  closePath() {}
  arc() {}
}

class Matrix {
  a = 1;
  b = 0;
  c = 0;
  d = 1;
  e = 0;
  f = 0;

  /** @param {number} by */
  scale(by) {
    return Object.assign(new Matrix(), { a: by, d: by });
  }
}

class Renderer {
  /** @param {unknown} options */
  constructor(options) {
    this.options = options;
  }
}

Object.assign(globalThis, {
  L: { Renderer },
  Path2D: NoPath,
  DOMMatrix: Matrix,
  XMLSerializer: class {
    /** @param {DrawnElement} node */
    serializeToString = (node) => String(node);
  },
  document: {
    documentElement: { dataset: { theme: "light" } },
    createElement: () => new DrawnCanvas(),
    /** @param {string} _space @param {string} tag */
    createElementNS: (_space, tag) => new DrawnElement(tag),
  },
  getComputedStyle: () => ({
    /** @param {string} name */
    getPropertyValue: (name) => given.colours[name.replace("--atlas-", "")] ?? "",
  }),
});
