import assert from "node:assert/strict";
import { test } from "node:test";
import { SymbolPainter } from "../../assets/web/map/symbols.js";

// A pixel a degree: the point [x, y] of the plane is the pixel [x, -y].
const FRAME = { scale: 360 / 256, dx: -180, dy: -180, width: 400, height: 300 };
const STYLE = { highlighted: true, unconfirmed: false };
const role = (place, at) => ({
  mark: { id: `${place}-source`, place, role: "source", focus: "country", at, name: `${place} as a source` },
  style: STYLE,
});
const hotspot = (id, place, at) => ({
  mark: { id, place, at, name: id, hover: `${id} · city`, symbols: ["mine"] },
  style: STYLE,
});
const painter = (scene, zoom = 5) =>
  new SymbolPainter(FRAME, { roles: [], hotspots: [], ...scene }, zoom, () => false);

test("a press on a symbol looks at its place, one beside it at nothing", () => {
  const symbols = painter({ roles: [role("MEX", [100, -100])] });
  assert.deepEqual(symbols.at([104, 104], 8), { kind: "country", id: "MEX", name: "MEX as a source" });
  assert.equal(symbols.at([120, 100], 8), null);
});

test("of a role and a hotspot the nearer one is taken", () => {
  const symbols = painter({
    roles: [role("MEX", [100, -100])],
    hotspots: [hotspot("Tijuana", "MX-BCN", [120, -100])],
  });
  assert.equal(symbols.at([103, 100], 12).id, "MEX");
  assert.deepEqual(symbols.at([116, 100], 12), { kind: "hotspot", id: "Tijuana", name: "Tijuana · city" });
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
