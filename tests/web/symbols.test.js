import assert from "node:assert/strict";
import { test } from "node:test";
import { SymbolPainter } from "../../assets/web/map/symbols.js";
import { stubColours } from "./stubs.js";

stubColours();

// A pixel a degree: the point [x, y] of the plane is the pixel [x, -y].
const FRAME = { scale: 360 / 256, dx: -180, dy: -180, width: 400, height: 300 };
const STYLE = { highlighted: true, unconfirmed: false, stripes: [] };
const ALL = ["source", "transit", "destination"];
const role = (place, at, as = "source", style = STYLE) => ({
  mark: {
    id: `${place}.${as}`,
    place,
    role: as,
    focus: "country",
    at,
    name: `${place}: ${as}`,
    title: place,
    label: as,
  },
  style,
});
const hotspot = (id, place, at) => ({
  mark: { id, place, at, name: id, hover: `${id} · city`, symbols: ["mine"], sectors: ["mining"] },
  style: STYLE,
});
const painter = (scene, zoom = 5) =>
  new SymbolPainter(
    FRAME,
    { roles: [], hotspots: [], shownRoles: ALL, sectors: [], hasFocus: false, ...scene },
    zoom,
    () => false,
  );

test("a press on a symbol looks at its place, one beside it at nothing", () => {
  const symbols = painter({ roles: [role("MEX", [100, -100])] });
  assert.deepEqual(symbols.at([104, 104], 8), {
    kind: "country",
    id: "MEX",
    name: "MEX: source",
    style: STYLE,
  });
  assert.equal(symbols.at([120, 100], 8), null);
});

test("of a role and a hotspot the nearer one is taken", () => {
  const symbols = painter({
    roles: [role("MEX", [100, -100])],
    hotspots: [hotspot("Tijuana", "MX-BCN", [120, -100])],
  });
  assert.equal(symbols.at([103, 100], 12).id, "MEX");
  assert.deepEqual(symbols.at([116, 100], 12), {
    kind: "hotspot",
    id: "Tijuana",
    name: "Tijuana · city",
    stripes: STYLE.stripes,
    style: STYLE,
  });
});

test("hotspots of one point stand side by side, without overlapping", () => {
  const [one, other] = painter({
    hotspots: [hotspot("a", "MX-BCN", [100, -100]), hotspot("b", "MX-BCN", [100, -100])],
  }).hotspots;
  assert.equal(one.at[1], other.at[1]);
  assert.ok(other.at[0] - one.at[0] >= one.width);
});

test("a hotspot on a country's own point stands below the country's roles", () => {
  const symbols = painter({
    roles: [role("MEX", [100, -100])],
    hotspots: [hotspot("m", "MEX", [100, -100])],
  });
  assert.ok(symbols.hotspots[0].at[1] > symbols.roles[0].at[1]);
});

test("on a small map with many symbols they are smaller", () => {
  const many = Array.from({ length: 13 }, (_, i) => role(`P${i}`, [20 * i, -100]));
  assert.equal(painter({ roles: many.slice(0, 12) }, 2).grow, 1);
  assert.ok(painter({ roles: many }, 2).grow < painter({ roles: many }, 3).grow);
});

const MEXICO = [role("MEX", [100, -100]), role("MEX", [100, -100], "destination")];

test("far away a place shows one ring, near it a shape for each role", () => {
  const [far] = painter({ roles: MEXICO }, 3).groups;
  const [near] = painter({ roles: MEXICO }, 4).groups;
  assert.deepEqual([far.ring, near.ring], [true, false]);
  assert.deepEqual(far.items[0].at, far.items[1].at);
  assert.notDeepEqual(near.items[0].at, near.items[1].at);
});

test("a place that is looked at opens to shapes, one beside it does not", () => {
  const dimmed = role("CUB", [200, -100], "source", { ...STYLE, highlighted: false });
  const { groups } = painter({ roles: [...MEXICO, dimmed], hasFocus: true }, 3);
  assert.deepEqual(
    groups.map(({ ring }) => ring),
    [false, true],
  );
});

test("where one role is asked for, its shape stands in place of the ring", () => {
  assert.equal(
    painter({ roles: [role("MEX", [100, -100])], shownRoles: ["source"] }, 3).groups[0].ring,
    false,
  );
});

test("on a ring the arc under the pointer is the role that is pointed at", () => {
  const symbols = painter({ roles: MEXICO }, 3);
  const pointed = (x, y) => symbols.at([x, y], 8);
  assert.equal(pointed(97, 103).role.id, "MEX.source");
  assert.equal(pointed(103, 103).role.id, "MEX.destination");
  assert.equal(pointed(100, 95).role, undefined);
  assert.deepEqual([pointed(100, 95).name, pointed(100, 95).id], ["MEX", "MEX"]);
  assert.deepEqual(
    pointed(100, 95).roles.map(({ mark }) => mark.label),
    ["source", "destination"],
  );
});

function arcs(scene) {
  const drawn = [];
  const ctx = {
    arc: (...parts) => drawn.push(parts[3]),
    stroke: () => drawn.push(ctx.lineWidth),
    ...Object.fromEntries(
      ["beginPath", "fill", "setLineDash", "moveTo", "lineTo"].map((name) => [name, () => {}]),
    ),
  };
  painter(scene, 3).paint(ctx, new Map());
  return drawn.slice(1).filter((_, i) => i % 2); // after the ground of the ring: an angle, then a width
}

test("a named role is a full arc, one that is not named a hairline, one that is hidden none", () => {
  assert.deepEqual(arcs({ roles: MEXICO }), [2.4, 0.7, 2.4]);
  assert.deepEqual(arcs({ roles: MEXICO, shownRoles: ["source", "destination"] }), [2.4, 2.4]);
});
