// What fills a country: how much is documented of it, or the tier of its government.
import { colour } from "./colours.js";

/** @import { Ctx } from "./types.js" */

/** What is painted on, and pixels of the screen in one of its own. @typedef {{ ctx: Ctx, ratio: number }} Painted */
/** @typedef {string | CanvasPattern} Fill */

const SIDE = 6; // pixels: side of the tile that a hatch repeats

/**
 * Land that no document names is hatched: absence is told apart from any value. Governments in no tier are hatched
 * the other way.
 * @param {Painted} painted
 * @param {string} ground the key of the colour below
 * @param {string} line the key of the colour of the lines
 * @param {number} scale at which the hatch is painted
 * @returns {Fill}
 */
export function hatch({ ctx: target, ratio }, ground, line, scale, mirrored = false) {
  const side = SIDE * ratio;
  const tile = document.createElement("canvas");
  tile.width = side;
  tile.height = side;
  const ctx = /** @type {Ctx} */ (tile.getContext("2d"));
  ctx.fillStyle = colour(ground);
  ctx.fillRect(0, 0, side, side);
  ctx.strokeStyle = colour(line);
  ctx.lineWidth = ratio * (mirrored ? 1.4 : 0.7);
  if (mirrored) ctx.transform(-1, 0, 0, 1, side, 0);
  ctx.beginPath();
  for (const x of [-side, 0, side]) {
    ctx.moveTo(x, side);
    ctx.lineTo(x + side, 0);
  }
  ctx.stroke();
  const pattern = target.createPattern(tile, "repeat");
  if (!pattern) return colour(ground);
  pattern.setTransform(new DOMMatrix().scale(1 / (scale * ratio)));
  return pattern;
}

/**
 * The fill of each country, by its id: hatched where no document ever names it, plain where the selection leaves
 * it out.
 * @param {Painted & { tiers: Record<string, string> | null, step(id: string): number,
 *   isNamed(id: string): boolean }} ground
 * @param {number} scale
 * @returns {(id: string) => Fill}
 */
export function landFills(ground, scale) {
  const unnamed = hatch(ground, "no-claim", "no-claim-hatch", scale);
  const land = ["no-claim", "land-1", "land-2", "land-3"].map(colour);
  const { tiers } = ground;
  const special = tiers ? hatch(ground, "land-1", "tier-special", scale, true) : "";
  return (id) => {
    const tier = tiers?.[id];
    if (tier) return tier === "special" ? special : colour(`tier-${tier}`);
    if (!ground.isNamed(id)) return unnamed;
    return land[tiers ? Math.min(1, ground.step(id)) : ground.step(id)];
  };
}
