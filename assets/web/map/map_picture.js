// A picture of the present map: its title, what is asked in words, the map, its key and its sources.
import { colour } from "./colours.js";
import { keyOf, paintKey } from "./picture_key.js";
import { CanvasSheet, SvgSheet } from "./picture_sheets.js";

/** @import { AtlasLayer } from "./layer.js" */
/** @import { AtlasCanvas } from "./canvas.js" */
/** @import { Box, Ctx } from "./types.js" */
/** @import { Sheet } from "./picture_sheets.js" */

/**
 * What the page gives: `said` is what is asked, `made` by what and when the picture is made; `more` counts the
 * sources that have no room. Each may be empty, and takes no room then.
 * @typedef {{ title: string, said: string, caveat: string, made: string, heading: string, sources: string[],
 *   more: string }} PictureWords
 */

/**
 * A map that a picture is made of.
 * @typedef {Pick<AtlasLayer, "file" | "scene" | "ground" | "marks"> & { repaint: () => void }
 *   & { names: AtlasCanvas & { covered: () => Box[] } }} Pictured
 */

/**
 * Pixels: of the whole, of its margin, and of the column beside the map at least; without one the key stands under
 * the map, where so many pixels are kept for it. Without either there is no key.
 * @typedef {{ width: number, height: number, margin: number, column: number, under?: number }} Size
 */

/** @type {Size} */
const PAPER = { width: 1400, height: 900, margin: 0, column: 360 };
const GAP = 36; // pixels between the map and the column beside it
const LETTERS = '"Source Sans 3", sans-serif';
const TITLE = { font: `700 42px ${LETTERS}`, high: 56 };
const SAID = { font: `400 24px ${LETTERS}`, high: 32 };
const KEY = `400 18px ${LETTERS}`;
// Most texts are shorter; one that is not leaves room for the map.
const MOST_LINES = { title: 3, said: 6, below: 12 };
const SMALL = { font: `400 16px ${LETTERS}`, high: 22 };

/**
 * Break a text into lines that have room; a word that is longer than a line goes on in the next.
 * @param {Pick<Ctx, "measureText">} ctx @param {string} text @param {number} room
 */
export function brokenInto(ctx, text, room) {
  /** @type {string[]} */
  const lines = [];
  const words = text.split(/\s+/).filter(Boolean);
  for (const word of words.flatMap((whole) => fitting(ctx, whole, room))) {
    const last = lines.length - 1;
    const longer = last < 0 ? "" : `${lines[last]} ${word}`;
    if (longer && ctx.measureText(longer).width <= room) lines[last] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The parts of a word that have room in a line. @param {Pick<Ctx, "measureText">} ctx @param {string} word @param {number} room */
function fitting(ctx, word, room) {
  const parts = [""];
  if (ctx.measureText(word).width <= room) return [word];
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`;
    if (longer.length > letter.length && ctx.measureText(longer).width > room) parts.push(letter);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}

/** As many lines as have room: where some have none, the last one says so. @param {string[]} lines @param {number} most */
const atMost = (lines, most) =>
  lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;

/**
 * Write lines below one another. Returns where they end.
 * @param {Ctx} ctx @param {string[]} lines @param {number} x @param {number} y
 * @param {{ font: string, high: number }} style @param {string} ink
 */
function write(ctx, lines, x, y, { font, high }, ink) {
  ctx.font = font;
  ctx.fillStyle = colour(ink);
  lines.forEach((text, n) => {
    ctx.fillText(text, x, y + (n + 0.5) * high);
  });
  return y + lines.length * high;
}

/** @param {Ctx} ctx @param {string} text @param {{ font: string }} style @param {number} room */
function linesOf(ctx, text, { font }, room) {
  ctx.font = font;
  return brokenInto(ctx, text, room);
}

/**
 * Write as many sources as have room, and how many have none.
 * @param {Ctx} ctx @param {PictureWords} words @param {{ left: number, right: number, top: number }} column @param {number} bottom
 */
function writeSources(ctx, { heading, sources, more }, { left, right, top }, bottom) {
  if (!sources.length) return;
  const rows = Math.floor((bottom - top) / SMALL.high) - 1;
  if (rows < 1) return;
  const all = sources.map((source) => linesOf(ctx, source, SMALL, right - left));
  let fit = 0;
  let used = 0;
  while (fit < all.length && used + all[fit].length <= rows - (fit + 1 < all.length ? 1 : 0)) {
    used += all[fit].length;
    fit += 1;
  }
  const leftOut = sources.length - fit;
  const lines = all.slice(0, fit).flat();
  if (leftOut) lines.push(more.replace("{n}", String(leftOut)));
  const y = write(
    ctx,
    [heading],
    left,
    top,
    { ...SMALL, font: SMALL.font.replace("400", "600") },
    "ink-muted",
  );
  write(ctx, lines, left, y, SMALL, "ink");
}

/** @param {Sheet} sheet @param {Pictured} layer @param {PictureWords} words @param {Size} size */
function paint(sheet, layer, words, { width, height, margin, column: least, under = 0 }) {
  const { file, scene } = layer;
  if (!file || !scene) return;
  const { ctx } = sheet;
  const room = width - 2 * margin;
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour("surface");
  ctx.fillRect(0, 0, width, height);
  const title = atMost(linesOf(ctx, words.title, TITLE, room), MOST_LINES.title);
  let top = write(ctx, title, margin, Math.max(0, margin - 8), TITLE, "ink");
  const said = atMost(linesOf(ctx, words.said, SAID, room), MOST_LINES.said);
  top = write(ctx, said, margin, top, SAID, "ink");
  if (top) top += 14;
  const small = linesOf(ctx, [words.caveat, words.made].filter(Boolean).join(" "), SMALL, room);
  const below = atMost(small, MOST_LINES.below);
  const bottom = height - margin - below.length * SMALL.high;
  write(ctx, below, margin, bottom + 14, SMALL, "ink-muted");
  const seen = layer.marks.window();
  const [wide, high] = [seen.right - seen.left, seen.bottom - seen.top];
  const scale = Math.min((room - (least && GAP + least)) / wide, (bottom - top - under) / high);
  const right = margin + wide * scale;
  const box = /** @type {[number, number, number, number]} */ ([margin, top, right, top + high * scale]);
  ctx.fillStyle = colour("water");
  ctx.fillRect(margin, top, wide * scale, high * scale);
  sheet.place(layer, { left: margin, top, scale, box });
  if (!least && !under) return;
  ctx.textBaseline = "middle";
  const column = under
    ? { left: margin, right: width - margin, top: top + high * scale + GAP / 2 }
    : { left: right + GAP, right: width - margin, top };
  const painted = { hotspots: layer.marks.symbols?.hotspots ?? [], path: sheet.path };
  const ends = paintKey(ctx, keyOf(file, scene, painted), column, KEY);
  writeSources(ctx, words, { ...column, top: ends }, bottom);
}

/**
 * Paint while no card lies over the map, so that names stand there too; then show the map as it was.
 * @template {Sheet} T @param {T} sheet @param {Pictured} layer @param {PictureWords} words @param {Size} size
 */
function painted(sheet, layer, words, size) {
  const { covered } = layer.names;
  layer.names.covered = () => [];
  try {
    paint(sheet, layer, words, size);
  } finally {
    layer.names.covered = covered;
    layer.repaint();
  }
  return sheet;
}

/** The picture as pixels, for paper. @param {AtlasLayer} layer @param {PictureWords} words */
export const pictureOf = (layer, words) =>
  painted(new CanvasSheet(PAPER.width, PAPER.height), layer, words, PAPER).canvas;

/** The picture as a drawing, which is written as SVG. @param {Pictured} layer @param {PictureWords} words @param {Size} size */
export const drawingOf = (layer, words, size) =>
  String(painted(new SvgSheet(size.width, size.height), layer, words, size).svg);
