import assert from "node:assert/strict";
import { test } from "node:test";
import { keptPath, newPath, TracedPath, traced } from "../../assets/web/map/traced_path.js";

globalThis.Path2D = class {};

test("a traced path is written as SVG writes it, from its first point on", () => {
  const path = new TracedPath();
  path.lineTo(1, 2);
  path.lineTo(3.123456, 4);
  path.quadraticCurveTo(5, 6, 7, 8);
  path.closePath();
  assert.equal(path.data, "M1 2L3.1235 4Q5 6 7 8Z");
});

test("a whole circle is two halves, and a part of one goes clockwise", () => {
  const circle = new TracedPath();
  circle.arc(0, 0, 1, 0, 2 * Math.PI);
  assert.equal(circle.data, "M1 0A1 1 0 0 1 -1 0A1 1 0 0 1 1 0");
  const quarter = new TracedPath();
  quarter.arc(0, 0, 2, 0, Math.PI / 2);
  assert.match(quarter.data, /^M2 0A2 2 0 0 1 1.4142 1.4142A2 2 0 0 1 0 2$/);
});

test("a path begins with another or with its data", () => {
  const first = new TracedPath("M1 1");
  const second = new TracedPath(first);
  second.lineTo(2, 2);
  assert.deepEqual([first.data, second.data], ["M1 1", "M1 1L2 2"]);
});

test("only what is made while a drawing is painted is traced, and nothing of it is kept", () => {
  const kept = new Map();
  const make = () => keptPath(kept, "key", () => newPath());
  const own = make();
  traced(() => assert.ok(make() instanceof TracedPath));
  assert.equal(make(), own);
  assert.ok(own instanceof Path2D);
  assert.throws(() => traced(() => assert.fail()));
  assert.ok(newPath() instanceof Path2D);
});
