import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps } from "../../assets/web/map/boxes.js";
import { layoutGroups } from "../../assets/web/map/symbol_layout.js";
import { numbers } from "./stubs.js";

const group = (place, anchor, more = {}) => ({
  place,
  title: place,
  anchor,
  items: [{ mark: { id: place }, style: {} }],
  small: false,
  ring: false,
  step: 13,
  width: 13,
  height: 13,
  highlighted: true,
  ...more,
});

test("a group with room stands on its place", () => {
  const [alone] = layoutGroups([group("MEX", [100, 100])], []);
  assert.deepEqual(alone.at, [100, 100]);
  assert.equal(alone.moved, false);
});

test("the symbols of one place stand side by side about its middle", () => {
  const items = ["source", "transit", "destination"].map((id) => ({ mark: { id }, style: {} }));
  const [three] = layoutGroups([group("MEX", [100, 100], { items, width: 39 })], []);
  assert.deepEqual(
    three.items.map(({ at }) => at),
    [
      [87, 100],
      [100, 100],
      [113, 100],
    ],
  );
});

test("a place too small to be seen keeps its point free: its symbols stand beside it", () => {
  const [small] = layoutGroups([group("BRB", [100, 100], { small: true })], []);
  assert.equal(small.moved, true);
  assert.ok(!overlaps(small.box, [96, 96, 104, 104]));
});

test("of two at one point the highlighted one stays, whatever the order", () => {
  const groups = [group("dimmed", [100, 100], { highlighted: false }), group("bright", [100, 100])];
  const placed = layoutGroups(groups, []);
  assert.deepEqual(
    placed.map(({ place, moved }) => [place, moved]),
    [
      ["dimmed", true],
      ["bright", false],
    ],
  );
});

test("what is taken is kept clear of", () => {
  const [moved] = layoutGroups([group("MEX", [100, 100])], [[90, 90, 110, 110]]);
  assert.equal(moved.moved, true);
  assert.ok(!overlaps(moved.box, [90, 90, 110, 110]));
});

test("no two groups overlap where there is room for all", () => {
  const next = numbers(3);
  const groups = Array.from({ length: 60 }, (_, i) => group(`P${i}`, [next() * 1200, next() * 800]));
  const placed = layoutGroups(groups, []);
  for (const [i, one] of placed.entries()) {
    for (const other of placed.slice(i + 1)) assert.ok(!overlaps(one.box, other.box));
  }
});
