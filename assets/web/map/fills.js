// What fills a country: how much is documented of it, or the tier of its government.
import { colour } from "./colours.js";

// Land that nothing names is hatched: absence is told apart from any value. Governments in no tier
// are hatched the other way. canvas: what is painted on; scale: at which the hatch is painted.
export function hatch({ ctx: target, ratio }, ground, line, scale, mirrored) {
  const tile = document.createElement("canvas");
  const side = 6 * ratio;
  tile.width = tile.height = side;
  const ctx = tile.getContext("2d");
  ctx.fillStyle = colour(ground);
  ctx.fillRect(0, 0, side, side);
  ctx.strokeStyle = colour(line);
  ctx.lineWidth = ratio * (mirrored ? 1.4 : 0.7);
  if (mirrored) ctx.transform(-1, 0, 0, 1, side, 0);
  ctx.beginPath();
  [-side, 0, side].forEach((x) => {
    ctx.moveTo(x, side);
    ctx.lineTo(x + side, 0);
  });
  ctx.stroke();
  const pattern = target.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / (scale * ratio)));
  return pattern;
}

// The fill of each country by its id; unnamed: what fills land that no document names.
export function landFills(ground, scale, unnamed) {
  const land = [unnamed, ...["land-1", "land-2", "land-3"].map(colour)];
  if (!ground.tiers) return (id) => land[ground.step(id)];
  const special = hatch(ground, "land-1", "tier-special", scale, true);
  return (id) => {
    const tier = ground.tiers[id];
    if (tier) return tier === "special" ? special : colour(`tier-${tier}`);
    return land[Math.min(1, ground.step(id))];
  };
}
