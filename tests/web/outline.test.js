import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.L = { Renderer: class {} };
const { spread } = await import("../../assets/web/paper/outline.js");

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);

test("numbers of places side by side are pushed apart, others stay where they are", () => {
  const places = [
    [100, 100],
    [100, 100],
    [104, 101],
    [300, 300],
  ];
  const spots = spread(places);
  spots.forEach((spot, n) => {
    for (const other of spots.slice(0, n)) assert.ok(distance(spot, other) > 18);
  });
  assert.ok(distance(spots[3], places[3]) < 1);
  assert.deepEqual(places[0], [100, 100]);
});
