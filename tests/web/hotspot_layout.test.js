import assert from "node:assert/strict";
import { test } from "node:test";
import { boxAround, overlaps } from "../../assets/web/map/boxes.js";
import { boxOf, layoutHotspots } from "../../assets/web/map/hotspot_layout.js";

const hotspot = (id, at, sectors = ["mining"], place = id) => ({
  mark: { id, place, at, symbols: sectors.map((sector) => `${sector}-icon`), sectors },
  style: { highlighted: true },
});
const AROUND = { pixel: (at) => at, sectors: [], always: false, withRoles: new Set(), taken: [] };
const shown = (placed) => placed.map(({ symbols }) => symbols.join(" "));

test("a hotspot with room shows its sectors on any map, one without is a diamond", () => {
  const alone = layoutHotspots([hotspot("a", [100, 100])], AROUND);
  assert.deepEqual(shown(alone), ["mining-icon"]);
  const taken = [boxAround([100, 115], 13, 13)];
  const crowded = layoutHotspots([hotspot("a", [100, 100])], { ...AROUND, taken });
  assert.deepEqual(shown(crowded), [""]);
});

test("where a sector is asked for every hotspot shows its symbol, and only that", () => {
  const taken = [boxAround([100, 112], 13, 13)];
  const mixed = [hotspot("a", [100, 100], ["farming", "mining"]), hotspot("b", [104, 100])];
  const placed = layoutHotspots(mixed, { ...AROUND, sectors: ["mining"], always: true, taken });
  assert.deepEqual(shown(placed), ["mining-icon", "mining-icon"]);
});

test("a hotspot without a sector stays a diamond", () => {
  for (const always of [true, false])
    assert.deepEqual(shown(layoutHotspots([hotspot("a", [100, 100], [])], { ...AROUND, always })), [""]);
});

test("a hotspot steps aside where a ring stands on its point", () => {
  const ring = boxAround([100, 100], 13, 13);
  const [placed] = layoutHotspots([hotspot("a", [100, 100])], { ...AROUND, taken: [ring] });
  assert.ok(!overlaps(boxOf(placed), ring));
  assert.ok(Math.hypot(placed.at[0] - 100, placed.at[1] - 100) < 25);
  assert.deepEqual([placed.moved, placed.anchor], [true, [100, 100]]); // a line leads there
  assert.equal(layoutHotspots([hotspot("a", [100, 100])], AROUND)[0].moved, false);
});

test("fifty hotspots at one place are all drawn, none over another", () => {
  const fifty = Array.from({ length: 50 }, (_, n) => hotspot(`h${n}`, [300, 300], ["mining"], "PER"));
  for (const always of [true, false]) {
    const placed = layoutHotspots(fifty, { ...AROUND, always });
    const boxes = placed.map(boxOf);
    boxes.forEach((box, n) => {
      for (const other of boxes.slice(n + 1)) assert.ok(!overlaps(box, other));
    });
    assert.ok(Math.max(...placed.map(({ at }) => at[0])) - 300 < 260);
  }
});
