// Where symbols stand: on their place where there is room, else beside it with a line that leads there.
import { colour } from "./colours.js";

const RADII = [15, 24, 34, 46]; // pixels from the place, tried in turn
const ANGLES = [0, 180, -35, 35, 145, -145, 90, -90].map((degrees) => (degrees * Math.PI) / 180);
const ICON = 12; // pixels: side of a sector symbol in a badge
const MOST = 3; // sector symbols in a badge; more are counted

export const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

// groups: {place, items, anchor, small, step, height, highlighted}; each gets at, box, moved, and its items at.
export function layoutGroups(groups, taken) {
  const boxes = [...taken];
  const islands = groups
    .filter((group) => group.small)
    .map(({ anchor: [x, y] }) => [x - 4, y - 4, x + 4, y + 4]);
  const order = [...groups].sort(
    (a, b) => b.highlighted - a.highlighted || a.small - b.small || b.items.length - a.items.length,
  );
  order.forEach((group) => {
    const width = group.items.length * group.step;
    const boxAt = ([x, y]) => [x - width / 2, y - group.height / 2, x + width / 2, y + group.height / 2];
    const reach = width / 2 - group.step / 2;
    const around = RADII.flatMap((radius) =>
      ANGLES.map((angle) => [
        group.anchor[0] + (radius + Math.abs(Math.cos(angle)) * reach) * Math.cos(angle),
        group.anchor[1] + radius * Math.sin(angle),
      ]),
    );
    const spots = group.small ? around : [group.anchor, ...around];
    const free = spots.find(
      (spot) => ![...boxes, ...(group.small ? islands : [])].some((box) => overlaps(box, boxAt(spot))),
    );
    group.at = free || spots[0];
    group.moved = group.at !== group.anchor;
    group.box = boxAt(group.at);
    boxes.push(group.box);
    group.items = group.items.map((item, i) => ({
      ...item,
      at: [group.at[0] + (i - (group.items.length - 1) / 2) * group.step, group.at[1]],
    }));
  });
  return groups;
}

export function badgeWidth(symbols) {
  return symbols.length
    ? 6 + Math.min(symbols.length, MOST) * (ICON + 1) + (symbols.length > MOST ? 12 : 0)
    : 13;
}

// One mark for all sectors of a place: their symbols in a rounded box.
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
    if (!icons.has(symbol)) return;
    ctx.save();
    ctx.translate(x - width / 2 + 3.5 + i * (ICON + 1), y - ICON / 2);
    ctx.scale(ICON / 15, ICON / 15);
    ctx.fill(icons.get(symbol));
    ctx.restore();
  });
  if (symbols.length > MOST) {
    ctx.font = '600 10px "Source Sans 3", sans-serif';
    ctx.textBaseline = "middle";
    ctx.fillText(`+${symbols.length - MOST}`, x + width / 2 - 14, y + 0.5);
  }
}
