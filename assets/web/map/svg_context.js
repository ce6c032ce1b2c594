// A drawing in SVG that is painted on as a canvas is: the same painters make the picture that can be edited.
import { TracedPath } from "./traced_path.js";

/** @import { Box } from "./types.js" */
/** @typedef {Record<string, string | number>} Attributes */
/** @typedef {[a: number, b: number, c: number, d: number, e: number, f: number]} Matrix */

const SVG = "http://www.w3.org/2000/svg";
const STANDING = [1, 0, 0, 1, 0, 0].join();
const LOWER = 0.33; // of a letter's height: from its middle down to the line it stands on
const FONT = /^(italic )?(\d+) ([\d.]+)px (.+)$/;
// What save() keeps of a canvas.
const STATE = /** @type {const} */ ([
  "fillStyle",
  "strokeStyle",
  "lineWidth",
  "lineCap",
  "lineJoin",
  "globalAlpha",
  "font",
  "textBaseline",
  "dash",
  "matrix",
]);

/** @param {string} tag @param {Attributes} attributes @param {string} [text] */
function element(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What fills or strokes, defined once in the drawing. */
class Defined {
  /** @param {Element} node */
  constructor(node) {
    this.node = node;
  }

  get address() {
    return `url(#${this.node.id})`;
  }

  /** Of a pattern: where its tile lies. @param {DOMMatrix} matrix */
  setTransform({ a, b, c, d, e, f }) {
    this.node.setAttribute("patternTransform", `matrix(${[a, b, c, d, e, f].join(" ")})`);
  }

  /** Of a gradient; a colour may end with two digits that say how much of it is seen. @param {number} offset @param {string} colour */
  addColorStop(offset, colour) {
    const seen = colour.length > 7 ? Number.parseInt(colour.slice(7), 16) / 255 : 1;
    this.node.append(element("stop", { offset, "stop-color": colour.slice(0, 7), "stop-opacity": seen }));
  }
}

/** The part of a canvas's 2D context that the painters of the map use. */
export class SvgContext {
  /**
   * @param {number} width @param {number} height
   * @param {Pick<CanvasRenderingContext2D, "font" | "measureText">} letters tells how wide words are
   */
  constructor(width, height, letters) {
    this.letters = letters;
    this.root = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, version: "1.1" });
    this.defined = element("defs", {});
    this.root.append(this.defined);
    /** @type {Element} what is painted into */
    this.group = this.root;
    /** @type {any[][]} */
    this.saved = [];
    this.path = new TracedPath();
    /** @type {string | Defined} */
    this.fillStyle = "";
    /** @type {string | Defined} */
    this.strokeStyle = "";
    this.lineWidth = 1;
    this.lineCap = "butt";
    this.lineJoin = "miter";
    this.globalAlpha = 1;
    this.font = "";
    this.textBaseline = "alphabetic";
    /** @type {number[]} */
    this.dash = [];
    /** @type {Matrix} */
    this.matrix = [1, 0, 0, 1, 0, 0];
  }

  toString() {
    return new XMLSerializer().serializeToString(this.root);
  }

  /**
   * Paint with a beginning and a scale of its own, and no farther than a box.
   * @param {{ x: number, y: number, scale: number }} at @param {Box} box @param {() => void} paint
   */
  within({ x, y, scale }, [left, top, right, bottom], paint) {
    const clip = this.define("clipPath", {});
    clip.node.append(element("rect", { x: left, y: top, width: right - left, height: bottom - top }));
    const frame = element("g", { "clip-path": clip.address });
    const moved = element("g", { transform: `translate(${x} ${y}) scale(${scale})` });
    frame.append(moved);
    this.group.append(frame);
    const around = this.group;
    this.group = moved;
    this.save();
    paint();
    this.restore();
    this.group = around;
  }

  /** @param {string} tag @param {Attributes} attributes */
  define(tag, attributes) {
    const node = element(tag, { id: `d${this.defined.childElementCount}`, ...attributes });
    this.defined.append(node);
    return new Defined(node);
  }

  save() {
    this.saved.push(STATE.map((name) => this[name]));
  }

  restore() {
    const state = this.saved.pop() ?? [];
    STATE.forEach((name, n) => {
      /** @type {any} */ (this)[name] = state[n];
    });
  }

  /** @param {Matrix} matrix */
  setTransform(...matrix) {
    this.matrix = matrix;
  }

  /** @param {Matrix} matrix */
  transform(...[a, b, c, d, e, f]) {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ];
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    this.transform(1, 0, 0, 1, x, y);
  }

  /** @param {number} x @param {number} y */
  scale(x, y) {
    this.transform(x, 0, 0, y, 0, 0);
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this.dash = dash;
  }

  beginPath() {
    this.path = new TracedPath();
  }

  closePath() {
    this.path.closePath();
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.path.moveTo(x, y);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.path.lineTo(x, y);
  }

  /** @param {Parameters<TracedPath["arc"]>} how */
  arc(...how) {
    this.path.arc(...how);
  }

  /** @param {Parameters<TracedPath["roundRect"]>} how */
  roundRect(...how) {
    this.path.roundRect(...how);
  }

  /** Nothing is painted twice on a drawing. */
  clearRect() {}

  /** @param {TracedPath} [path] @param {"nonzero" | "evenodd"} [rule] */
  fill(path = this.path, rule = "nonzero") {
    this.put("path", { d: path.data, "fill-rule": rule, fill: addressOf(this.fillStyle) });
  }

  /** @param {TracedPath} [path] */
  stroke(path = this.path) {
    this.put("path", { d: path.data, fill: "none", ...this.line() });
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this.put("rect", { x, y, width, height, fill: addressOf(this.fillStyle) });
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this.write(text, x, y, { fill: addressOf(this.fillStyle) });
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this.write(text, x, y, { fill: "none", ...this.line() });
  }

  /** @param {string} text */
  measureText(text) {
    this.letters.font = this.font;
    return this.letters.measureText(text);
  }

  /** @param {number} fx @param {number} fy @param {number} fr @param {number} cx @param {number} cy @param {number} r */
  createRadialGradient(fx, fy, fr, cx, cy, r) {
    return this.define("radialGradient", { gradientUnits: "userSpaceOnUse", fx, fy, fr, cx, cy, r });
  }

  /** @param {HTMLCanvasElement} tile */
  createPattern(tile) {
    const { width, height } = tile;
    const pattern = this.define("pattern", { patternUnits: "userSpaceOnUse", width, height });
    pattern.node.append(element("image", { href: tile.toDataURL(), width, height }));
    return pattern;
  }

  /** How a line is drawn. @returns {Attributes} */
  line() {
    return {
      stroke: addressOf(this.strokeStyle),
      "stroke-width": this.lineWidth,
      "stroke-linecap": this.lineCap,
      "stroke-linejoin": this.lineJoin,
      "stroke-dasharray": this.dash.join(" ") || "none",
    };
  }

  /** @param {string} text @param {number} x @param {number} y @param {Attributes} paint */
  write(text, x, y, paint) {
    const [, italic, weight, size, family] = FONT.exec(this.font) ?? ["", "", "400", "12", "sans-serif"];
    const down = this.textBaseline === "middle" ? LOWER * Number(size) : 0;
    // With its width: a program that lacks the letters writes with others, in the same room.
    const room = { textLength: this.measureText(text).width, lengthAdjust: "spacingAndGlyphs" };
    const font = { "font-family": family, "font-size": size, "font-weight": weight, ...room };
    /** @type {Attributes} */
    const style = italic ? { "font-style": "italic" } : {};
    this.put("text", { x, y: y + down, ...font, ...style, ...paint }, text);
  }

  /** @param {string} tag @param {Attributes} attributes @param {string} [text] */
  put(tag, attributes, text) {
    /** @type {Attributes} */
    const moved = this.matrix.join() === STANDING ? {} : { transform: `matrix(${this.matrix.join(" ")})` };
    /** @type {Attributes} */
    const seen = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {};
    this.group.append(element(tag, { ...attributes, ...moved, ...seen }, text));
  }
}

/** @param {string | Defined} style */
const addressOf = (style) => (typeof style === "string" ? style : style.address);
