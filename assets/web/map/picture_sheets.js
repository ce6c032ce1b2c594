// The sheets of a picture: a canvas for PNG, and a drawing for SVG. On both the map's own canvases paint.
import { SvgContext } from "./svg_context.js";
import { TracedPath, traced } from "./traced_path.js";

/** @import { AtlasCanvas } from "./canvas.js" */
/** @import { AtlasGround } from "./ground.js" */
/** @import { AtlasMarks } from "./marks.js" */
/** @import { Box, Ctx } from "./types.js" */

/** The canvases of a map. @typedef {{ ground: AtlasGround, marks: AtlasMarks, names: AtlasCanvas }} Painters */
/** Where the map stands on a sheet. @typedef {{ left: number, top: number, scale: number, box: Box }} Place */
/** @typedef {{ ctx: Ctx, path(data: string): Path2D, place(painters: Painters, place: Place): void }} Sheet */

/** @param {number} width @param {number} height */
function canvasOf(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return { canvas, ctx: /** @type {Ctx} */ (canvas.getContext("2d")) };
}

/** Where a canvas begins, so that what the reader sees of it begins at a place. @param {AtlasCanvas} painter @param {Place} place */
function cornerOf(painter, { left, top, scale }) {
  const window = painter.window();
  return { x: left - window.left * scale, y: top - window.top * scale };
}

/** A sheet of pixels. @implements {Sheet} */
export class CanvasSheet {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    const { canvas, ctx } = canvasOf(width, height);
    this.canvas = canvas;
    this.ctx = ctx;
  }

  /** @param {string} data */
  path(data) {
    return new Path2D(data);
  }

  /** @param {Painters} painters @param {Place} place */
  place({ ground, marks, names }, place) {
    for (const painter of [ground, marks, names]) this.placeOne(painter, place);
  }

  /** Each on a canvas of its own first: it clears what it paints on. @param {AtlasCanvas} painter @param {Place} place */
  placeOne(painter, place) {
    const { width, height } = painter.frame();
    const { canvas, ctx } = canvasOf(width * place.scale, height * place.scale);
    painter.paintOn(ctx, place.scale);
    const { x, y } = cornerOf(painter, place);
    const [left, top, right, bottom] = place.box;
    this.ctx.save();
    this.ctx.beginPath();
    this.ctx.rect(left, top, right - left, bottom - top);
    this.ctx.clip();
    this.ctx.drawImage(canvas, x, y);
    this.ctx.restore();
  }
}

/** A sheet of shapes and letters. @implements {Sheet} */
export class SvgSheet {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.svg = new SvgContext(width, height, canvasOf(1, 1).ctx);
    this.ctx = /** @type {Ctx} */ (/** @type {unknown} */ (this.svg));
  }

  /** @param {string} data */
  path(data) {
    return /** @type {Path2D} */ (/** @type {unknown} */ (new TracedPath(data)));
  }

  /** @param {Painters} painters @param {Place} place */
  place({ ground, marks, names }, place) {
    traced(() => {
      ground.renew(worldBox(ground));
      marks.renew();
      for (const painter of [ground, marks, names]) {
        const at = { ...cornerOf(painter, place), scale: place.scale };
        this.svg.within(at, place.box, () => painter.paintOn(this.ctx, 1));
      }
    });
    ground.renew();
    marks.renew();
  }
}

/** What the reader sees, in pixels of the world at zoom 0. @param {AtlasCanvas} painter @returns {Box} */
function worldBox(painter) {
  const { scale, dx, dy } = painter.frame();
  const { left, top, right, bottom } = painter.window();
  return [(left - dx) / scale, (top - dy) / scale, (right - dx) / scale, (bottom - dy) / scale];
}
