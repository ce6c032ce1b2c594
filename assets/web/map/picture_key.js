// The key of a picture of the map: what its colours, shapes, lines and shades mean, of those that it holds.
import { drawBadge, MOST } from "./badges.js";
import { colour } from "./colours.js";
import { hatch } from "./fills.js";
import { paintRing } from "./rings.js";

/** @import { Ctx, MapFile, Point, RoleMark } from "./types.js" */
/** @import { PlacedHotspot } from "./hotspot_layout.js" */
/** @import { Scene } from "./scene.js" */
/** @typedef {(ctx: Ctx, y: number) => void} Sign painted from the left, around a height */
/** @typedef {{ label: string, sign: Sign }} Entry */
/** @typedef {{ title: string, entries: Entry[] }} Group */
/** The hotspots as they are painted, and what makes a path of its data. @typedef {{ hotspots: PlacedHotspot[], path: (data: string) => Path2D }} Painted */

const WIDE = 30; // pixels: of a sign
const LINES = /** @type {Record<string, number>} */ ({ one: 2.6, few: 4, many: 6 });
const MOST_STRIPES = 3; // that a sign has room for

/** @param {string} name @param {number} width @param {number[]} [dash] @param {number} [above] @returns {Sign} */
const line =
  (name, width, dash = [], above = 0) =>
  (ctx, y) => {
    ctx.strokeStyle = colour(name);
    ctx.lineWidth = width;
    ctx.lineCap = dash[0] < 1 ? "round" : "butt";
    ctx.setLineDash(dash);
    ctx.beginPath();
    ctx.moveTo(0, y - above);
    ctx.lineTo(WIDE, y - above);
    ctx.stroke();
    ctx.setLineDash([]);
  };

/** @param {string} name a colour, or "" for the hatch of land that no document names @returns {Sign} */
const shade = (name) => (ctx, y) => {
  ctx.fillStyle = name ? colour(name) : hatch({ ctx, ratio: 1 }, "no-claim", "no-claim-hatch", 1);
  ctx.strokeStyle = colour("border");
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(0, y - 9, WIDE, 18, 2);
  ctx.fill();
  ctx.stroke();
};

/** @param {RoleMark["role"]} role @returns {Sign} */
const ring = (role) => (ctx, y) => {
  const held = /** @type {any} */ ({ mark: { role }, style: {} });
  ctx.save();
  ctx.translate(WIDE / 2, y);
  ctx.scale(1.6, 1.6);
  paintRing(ctx, [0, 0], [held], ["source", "transit", "destination"]);
  ctx.restore();
};

/** @type {Sign} */
const diamond = (ctx, y) => {
  /** @type {Point[]} */
  const corners = [
    [0, -9],
    [9, 0],
    [0, 9],
    [-9, 0],
  ];
  ctx.fillStyle = colour("hotspot");
  ctx.beginPath();
  for (const [right, down] of corners) ctx.lineTo(WIDE / 2 + right, y + down);
  ctx.closePath();
  ctx.fill();
  ctx.fillStyle = colour("halo");
  ctx.fillRect(WIDE / 2 - 2, y - 2, 4, 4);
};

/** @param {string} symbol @param {Path2D} path @returns {Sign} */
const badge = (symbol, path) => (ctx, y) =>
  drawBadge(ctx, [WIDE / 2, y], [symbol], new Map([[symbol, path]]), false);

/** @param {string[]} families of forms that lie side by side @returns {Sign} */
const stripes = (families) => (ctx, y) => {
  families.forEach((family, n) => {
    line(`type-${family}`, 3, [], 1.5 * (families.length - 1) - 3 * n)(ctx, y);
  });
};

/**
 * The key of what a scene shows, in the words of the map's own legend.
 * @param {MapFile} file @param {Scene} scene @param {Painted} painted @returns {Group[]}
 */
export function keyOf({ words, legend, icons }, scene, { hotspots, path }) {
  const shown = new Set(scene.routes.flatMap(({ style }) => style.stripes.map(({ family }) => family)));
  const forms = legend.types.filter(({ css_class }) => shown.has(css_class));
  return [
    {
      title: words.colour_means,
      entries: forms.map(({ label, css_class }) => ({ label, sign: line(`type-${css_class}`, 6) })),
    },
    {
      title: words.shape_means,
      entries: legend.layers.flatMap((entry) => markEntry(entry, scene, hotspots)),
    },
    {
      title: words.sectors_mean,
      entries: sectorEntries(legend.sectors, hotspots, (name) => path(icons[name])),
    },
    { title: words.width_means, entries: lineEntries(legend.lines, scene.routes) },
    scene.tiers ? tierGroup(legend.tiers, scene.tiers) : landGroup(words.land_means, legend.land),
  ].filter(({ entries }) => entries.length);
}

/** @param {MapFile["legend"]["layers"][number]} entry @param {Scene} scene @param {PlacedHotspot[]} hotspots @returns {Entry[]} */
function markEntry({ value, label }, scene, hotspots) {
  const role = /** @type {RoleMark["role"]} */ (value);
  if (scene.shownRoles.includes(role)) return scene.roles.length ? [{ label, sign: ring(role) }] : [];
  if (value === "hotspots" && hotspots.some(({ symbols }) => !symbols.length))
    return [{ label, sign: diamond }];
  const dotted = scene.routes.some(({ style }) => style.unconfirmed);
  return value === "dots" && dotted ? [{ label, sign: line("ink", 2.6, [0.1, 6]) }] : [];
}

/**
 * The sectors whose symbols stand on the map.
 * @param {MapFile["legend"]["sectors"]} sectors @param {PlacedHotspot[]} hotspots
 * @param {(name: string) => Path2D} icon @returns {Entry[]}
 */
function sectorEntries(sectors, hotspots, icon) {
  const shown = new Set(
    hotspots.flatMap(({ mark, symbols }) => {
      const painted = symbols.slice(0, MOST);
      return mark.sectors.filter((_, n) => painted.includes(mark.symbols[n]));
    }),
  );
  return sectors
    .filter(({ value, symbol }) => symbol && shown.has(value))
    .map(({ label, symbol = "" }) => ({ label, sign: badge(symbol, icon(symbol)) }));
}

/**
 * What lines mean: dashes and stripes where some are drawn.
 * @param {MapFile["legend"]["lines"]} lines @param {Scene["routes"]} routes @returns {Entry[]}
 */
function lineEntries(lines, routes) {
  if (!routes.length) return [];
  const drawn = routes.filter(({ style }) => !style.unconfirmed).map(({ style }) => style.stripes);
  const isHedged = drawn.flat().some(({ hedged }) => hedged);
  const striped = drawn.reduce((most, each) => (each.length > most.length ? each : most), []);
  const families = striped.slice(0, MOST_STRIPES).map(({ family }) => family);
  return lines.flatMap(({ css_class, label }) => {
    if (css_class === "side") return families.length > 1 ? [{ label, sign: stripes(families) }] : [];
    if (css_class === "dashed") return isHedged ? [{ label, sign: line("ink", 2.6, [8, 5]) }] : [];
    return [{ label, sign: line("ink", LINES[css_class] ?? 2.6) }];
  });
}

/** @param {string} title @param {MapFile["legend"]["land"]} land @returns {Group} */
function landGroup(title, land) {
  const named = { out: "no-claim", unnamed: "" };
  return {
    title,
    entries: land.map(({ css_class, label }) => ({
      label,
      sign: shade(named[/** @type {"out"} */ (css_class)] ?? `land-${css_class}`),
    })),
  };
}

/** @param {MapFile["legend"]["tiers"]} words @param {Record<string, string>} tiers @returns {Group} */
function tierGroup({ title, entries }, tiers) {
  const placed = new Set(Object.values(tiers));
  return {
    title: title.replace(" {year}", ""),
    entries: entries
      .filter(({ value }) => placed.has(value))
      .map(({ value, short }) => ({ label: short, sign: shade(`tier-${value}`) })),
  };
}

/**
 * Paint a key in a column: the entries of a group side by side as long as they have room. Returns where it ends.
 * @param {Ctx} ctx @param {Group[]} groups @param {{ left: number, right: number, top: number }} column
 * @param {string} font of the entries
 */
export function paintKey(ctx, groups, { left, right, top }, font) {
  const [high, apart, beside] = [27, 14, 10]; // pixels: of a row, between groups and entries, behind a sign
  let y = top;
  for (const { title, entries } of groups) {
    ctx.font = font.replace(/^\d+/, "600");
    ctx.fillStyle = colour("ink-muted");
    ctx.fillText(title, left, y + high / 2);
    y += high;
    let x = left;
    ctx.font = font;
    for (const { label, sign } of entries) {
      const wide = WIDE + beside + ctx.measureText(label).width;
      if (x > left && x + wide > right) [x, y] = [left, y + high];
      ctx.save();
      ctx.translate(x, 0);
      sign(ctx, y + high / 2);
      ctx.restore();
      ctx.font = font;
      ctx.fillStyle = colour("ink");
      ctx.fillText(label, x + WIDE + beside, y + high / 2);
      x += wide + 2 * apart;
    }
    y += high + apart;
  }
  return y;
}
