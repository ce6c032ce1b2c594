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
  const boxes = crowded.written.map(({ box }) => box);
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

test("where there is no room beside its symbol a name stands farther off, and a line leads to it", () => {
  const { ctx, painter: crowded } = painter([
    [150, 155, 250, 180], // below,
    [150, 120, 250, 145], // above,
    [150, 140, 192, 160], // to the left,
    [222, 144, 230, 146], // and a little to the right
  ]);
  crowded.frame = { ...FRAME, scale: 10 * FRAME.scale }; // ten pixels a degree
  const peru = { text: "Peru", at: [20, -15], marked: true };
  crowded.paint([peru]);
  assert.deepEqual(ctx.written, []);
  crowded.paint([{ ...peru, symbol: { at: [200, 150], half: 6 } }]);
  assert.deepEqual(
    ctx.written.map(({ text }) => text),
    ["Peru"],
  );
  assert.deepEqual(ctx.led, [[209, 150]]);
  assert.ok(ctx.written[0].x > 230);
});

test("a name that a line leads to stays where it is while the map is pulled", () => {
  const kept = new Map();
  const around = [
    [150, 155, 250, 180],
    [150, 120, 250, 145],
    [150, 140, 192, 160],
    [222, 144, 230, 146],
  ];
  const frame = { ...FRAME, scale: 10 * FRAME.scale };
  const [first, then] = [around, around.slice(1)].map((taken) => {
    const ctx = writingCanvas();
    const label = { text: "Peru", at: [20, -15], marked: true, symbol: { at: [200, 150], half: 6 } };
    new LabelPainter(ctx, frame, WINDOW, taken, kept).paint([label]);
    return ctx.written;
  });
  assert.deepEqual(first, then);
});

test("a name beside wide symbols stands clear of them", () => {
  const { ctx, painter: labels } = painter([
    [180, 159, 220, 200],
    [180, 100, 220, 142],
  ]);
  labels.paint([{ text: "Peru", at: [200, -150], marked: true, symbol: { at: [200, 150], half: 20 } }]);
  assert.ok(ctx.written[0].x >= 220);
});

test("a name of a column is written where the column has it, whatever is there", () => {
  const { ctx, painter: full } = painter([[0, 0, 400, 300]]);
  full.paint([{ text: "Barbados", at: [200, -150], marked: true, begins: [230, 160] }]);
  assert.deepEqual(ctx.written, [{ text: "Barbados", x: 230, y: 161 }]);
});

test("a name of a column that would leave the window is shortened", () => {
  const { ctx, painter: labels } = painter();
  const long = "x".repeat(200);
  labels.paint([{ text: long, at: [200, -150], marked: true, begins: [300, 160] }]);
  labels.paint([{ text: long, at: [200, -150], marked: true, begins: [300, 160], most: 60 }]);
  for (const { text } of ctx.written) assert.match(text, /^x+…$/);
  assert.deepEqual(
    ctx.written.map(({ text }) => 6 * text.length),
    [96, 60],
  );
});

test("a name of 200 letters goes without where it does not fit the window", () => {
  const { ctx, painter: labels } = painter();
  labels.paint([
    { text: "x".repeat(200), at: [200, -150], marked: true, symbol: { at: [200, 150], half: 6 } },
    { text: "Peru", at: [200, -150], marked: true },
  ]);
  assert.deepEqual(
    ctx.written.map(({ text }) => text),
    ["Peru"],
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
