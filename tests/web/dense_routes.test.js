import assert from "node:assert/strict";
import { test } from "node:test";
import { Dasher } from "../../assets/web/map/dense_routes.js";
import { RecordedPath } from "./stubs.js";

const CANVAS = [0, 0, 1000, 1000];
const dashed = (segments, dash = [10, 6], canvas = CANVAS) => {
  const path = new RecordedPath();
  const dasher = new Dasher(path, dash, canvas);
  for (const segment of segments) dasher.curve(segment);
  return path.pieces;
};
const straight = (from, to) => [from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], to];

test("dashes and gaps have the lengths that are asked for", () => {
  const pieces = dashed([straight([0, 0], [32, 0])]);
  assert.deepEqual(pieces, [
    [
      [0, 0],
      [10, 0],
    ],
    [
      [16, 0],
      [26, 0],
    ],
  ]);
});

test("dashes go on over the place where two pieces meet", () => {
  const drawn = (pieces) => pieces.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);
  const whole = dashed([straight([0, 0], [100, 0])]);
  const halves = dashed([straight([0, 0], [43, 0]), straight([43, 0], [100, 0])]);
  assert.equal(Math.round(drawn(halves)), Math.round(drawn(whole)));
  assert.deepEqual(halves.at(-1)[1], whole.at(-1)[1]);
});

test("what lies outside the canvas costs a few dashes and leaves the rhythm as it is", () => {
  const far = dashed([straight([0, 2000], [8000, 2000])]);
  assert.ok(far.length <= 2);
  const after = [straight([-1605, 2000], [0, 2000]), straight([0, 500], [100, 500])];
  const inside = ([a]) => a[1] === 500;
  assert.deepEqual(
    dashed(after).filter(inside),
    dashed(after, [10, 6], [-9999, -9999, 9999, 9999]).filter(inside),
  );
});

test("a bent curve is made of pieces that keep to it within a third of a pixel", () => {
  const curve = [
    [0, 0],
    [200, 400],
    [400, 0],
  ];
  const pieces = dashed([curve], [1e9, 1]);
  const middles = pieces.map(([a, b]) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  for (const [x, y] of middles) {
    const t = x / 400;
    assert.ok(Math.abs(y - 2 * t * (1 - t) * 400) < 0.34);
  }
});
