import assert from "node:assert/strict";
import { before, test } from "node:test";
import { crossing, LabelPainter } from "../../assets/web/map/labels.js";
import { numbers, stubColours, writingCanvas } from "./stubs.js";

// A pixel a degree: the point [x, y] of the plane is the pixel [x, -y].
const FRAME = { scale: 360 / 256, dx: -180, dy: -180, width: 400, height: 300 };
const WINDOW = { left: 0, top: 0, right: 400, bottom: 300 };

before(stubColours);

function painter(taken = []) {
  const ctx = writingCanvas();
  return { ctx, painter: new LabelPainter(ctx, FRAME, WINDOW, taken) };
}

test("a label stands below its point where there is room", () => {
  const { ctx, painter: labels } = painter();
  labels.paint([{ text: "Peru", at: [200, -150], marked: true }]);
  assert.deepEqual(ctx.written, [{ text: "Peru", x: 188, y: 150 + 9 + 8 }]);
});

test("of two labels for one spot the first stands below and the second elsewhere", () => {
  const { ctx, painter: labels } = painter();
  labels.paint([
    { text: "Peru", at: [200, -150], marked: true },
    { text: "Lima", at: [200, -150], marked: true },
  ]);
  const [first, second] = ctx.written;
  assert.ok(first.y > 150);
  assert.ok(second.y < 150);
});

test("labels never overlap, and never leave the window", () => {
  const next = numbers(11);
  const labels = Array.from({ length: 300 }, (_, i) => ({
    text: `Place ${i}`,
    at: [next() * 400, -next() * 300],
    marked: true,
  }));
  const { painter: crowded } = painter();
  crowded.paint(labels);
  const boxes = crowded.taken;
  assert.ok(boxes.length > 20);
  boxes.forEach((a, i) => {
    assert.ok(a[0] >= 0 && a[1] >= 0 && a[2] <= 400 && a[3] <= 300);
    for (const b of boxes.slice(i + 1)) {
      assert.ok(a[0] >= b[2] || a[2] <= b[0] || a[1] >= b[3] || a[3] <= b[1]);
    }
  });
});

test("a country whose name is wider than itself goes without", () => {
  const { ctx, painter: labels } = painter();
  labels.paint([
    { text: "Saint Lucia", at: [200, -150], room: 5 },
    { text: "Brazil", at: [200, -250], room: 60 },
  ]);
  assert.deepEqual(
    ctx.written.map(({ text }) => text),
    ["Brazil"],
  );
});

test("a label stands where nothing is taken, or not at all", () => {
  const { ctx, painter: full } = painter([[0, 0, 400, 300]]);
  full.paint([{ text: "Peru", at: [200, -150], marked: true }]);
  assert.deepEqual(ctx.written, []);
});

test("an end outside the window is named at its edge, with an arrow towards it", () => {
  const { ctx, painter: edges } = painter();
  edges.paintEdges([
    { text: "Spain", point: [400, 100] },
    { text: "Spain", point: [400, 100] },
    { text: "China", point: [0, 100] },
  ]);
  assert.deepEqual(
    ctx.written.map(({ text }) => text),
    ["Spain ›", "Spain ›", "‹ China"],
  );
  const [one, other] = ctx.written;
  assert.notEqual(one.y, other.y);
});

test("a route crosses the edge on its way to an end outside, and nowhere for an end inside", () => {
  const segments = [
    [
      [200, 150],
      [350, 150],
      [500, 150],
    ],
  ];
  assert.equal(crossing(segments, true, WINDOW), null);
  const [x, y] = crossing(segments, false, WINDOW);
  assert.ok(x > 380 && x <= 400 && y === 150);
  assert.equal(crossing([], true, WINDOW), null);
});
