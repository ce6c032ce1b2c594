import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps } from "../../assets/web/map/boxes.js";
import { callouts } from "../../assets/web/map/callouts.js";
import { layoutGroups } from "../../assets/web/map/symbol_layout.js";

const island = (place, anchor, more = {}) => ({
  place,
  title: place,
  anchor,
  items: [{ mark: { id: place }, style: {} }],
  small: true,
  ring: true,
  step: 0,
  width: 13,
  height: 13,
  highlighted: true,
  ...more,
});

const ANTILLES = [
  island("Barbados", [420, 330]),
  island("Sint Maarten", [400, 300]),
  island("St. Lucia", [412, 322]),
  island("Antigua & Barbuda", [406, 306]),
];

test("islands close together stand in a column beside them, in the order in which they lie", () => {
  const found = callouts(ANTILLES);
  const column = [...found].sort(([, a], [, b]) => a.at[1] - b.at[1]);
  assert.deepEqual(
    column.map(([{ place }]) => place),
    ["Sint Maarten", "Antigua & Barbuda", "St. Lucia", "Barbados"],
  );
  for (const [, { at }] of column) assert.ok(at[0] > 420);
  assert.equal(new Set(column.map(([, { at }]) => at[0])).size, 1);
});

test("no two of a column overlap, and a name begins beside its own symbol", () => {
  const found = [...callouts(ANTILLES).values()];
  for (const [i, one] of found.entries()) {
    assert.equal(one.name[1], one.at[1]);
    assert.ok(one.name[0] > one.at[0]);
    for (const other of found.slice(i + 1)) assert.ok(!overlaps(one.box, other.box));
  }
});

test("two islands, islands far apart and large countries need no column", () => {
  assert.equal(callouts(ANTILLES.slice(0, 2)).size, 0);
  assert.equal(callouts(ANTILLES.map((group, n) => ({ ...group, anchor: [100 * n, 300] }))).size, 0);
  assert.equal(callouts(ANTILLES.map((group) => ({ ...group, small: false }))).size, 0);
});

test("islands that are near only through others belong together", () => {
  const chain = [0, 25, 50, 75].map((y) => island(`at ${y}`, [400, y]));
  assert.equal(callouts([chain[0], chain[3], chain[1], chain[2]]).size, 4);
});

test("other symbols keep clear of a column and its names", () => {
  const other = island("Guyana", [450, 315], { small: false });
  const placed = layoutGroups([...ANTILLES, other], []);
  const guyana = placed[4];
  for (const { box } of placed.slice(0, 4)) assert.ok(!overlaps(guyana.box, box));
  assert.equal(placed.filter(({ name }) => name).length, 4);
});

test("of two columns that would lie over each other the larger one stands", () => {
  const west = [300, 308, 316].map((y) => island(`west ${y}`, [380, y]));
  const both = [...west, ...ANTILLES];
  const found = callouts(both, 18);
  assert.deepEqual(new Set(found.keys()), new Set(ANTILLES));
  assert.ok(layoutGroups(both, [], { near: 18 }).every(({ at }) => at));
});

test("a column steps aside where it would cover an arrowhead", () => {
  const [first] = callouts(ANTILLES).values();
  const head = [first.box[0], first.box[1], first.box[0] + 8, first.box[1] + 8];
  const moved = [...callouts(ANTILLES, 30, [head]).values()];
  assert.ok(moved.every(({ box }) => !overlaps(box, head)));
  assert.equal(callouts(ANTILLES, 30, [[0, 0, 999, 999]]).size, ANTILLES.length);
});

test("islands of different chains make no column of their own", () => {
  assert.equal(callouts(ANTILLES, 5).size, 0);
});

test("a name of 200 letters takes the room that it needs, and no more than its own line", () => {
  const long = { ...ANTILLES[0], title: "x".repeat(200) };
  const [box] = [...callouts([long, ...ANTILLES.slice(1)])].filter(([g]) => g === long).map(([, c]) => c.box);
  assert.ok(box[2] - box[0] > 1000);
  assert.ok(box[3] - box[1] <= 16);
});
