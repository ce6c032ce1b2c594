// Badges: one mark for all sectors of a place, their symbols in a rounded box.
import { colour } from "./colours.js";

/** @import { Ctx, Point } from "./types.js" */

const ICON = 12; // pixels: side of a sector symbol in a badge
const DRAWN = 15; // in so many units the symbols are drawn
export const MOST = 3; // sector symbols in a badge; more are counted

/** @param {string[]} symbols */
export function badgeWidth(symbols) {
  if (!symbols.length) return 13;
  return 6 + Math.min(symbols.length, MOST) * (ICON + 1) + (symbols.length > MOST ? 12 : 0);
}

/**
 * @param {Ctx} ctx
 * @param {Point} middle
 * @param {string[]} symbols
 * @param {Map<string, Path2D>} icons
 * @param {boolean} unconfirmed
 */
export function drawBadge(ctx, [x, y], symbols, icons, unconfirmed) {
  const width = badgeWidth(symbols);
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 9, width, 18, 9);
  ctx.fillStyle = colour("surface");
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.setLineDash(unconfirmed ? [2, 2] : []);
  ctx.strokeStyle = colour("hotspot");
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = colour("hotspot");
  symbols.slice(0, MOST).forEach((symbol, i) => {
    const icon = icons.get(symbol);
    if (!icon) return;
    ctx.save();
    ctx.translate(x - width / 2 + 3.5 + i * (ICON + 1), y - ICON / 2);
    ctx.scale(ICON / DRAWN, ICON / DRAWN);
    ctx.fill(icon);
    ctx.restore();
  });
  if (symbols.length > MOST) {
    ctx.font = '600 10px "Source Sans 3", sans-serif';
    ctx.textBaseline = "middle";
    ctx.fillText(`+${symbols.length - MOST}`, x + width / 2 - 14, y + 0.5);
  }
}
