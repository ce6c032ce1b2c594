import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, part, pointOn, RoutePath, RoutePaths } from "../../assets/web/map/route_paths.js";
import { bandOf, leftOfMiddle, RoutePainter } from "../../assets/web/map/routes.js";
import { numbers, stubColours } from "./stubs.js";

// A pixel a degree, so that the numbers can be counted: the point [x, y] of the plane is the pixel [x, -y].
const SCALE = 360 / 256;
const FRAME = { scale: SCALE, dx: -180, dy: -180, width: 400, height: 300 };
const route = (id, curve, more = {}) => ({ id, name: id, stops: [], curve, ...more });
const straight = (id, from, to) =>
  route(id, [[...from, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, ...to]]);
function near(found, wanted) {
  assert.equal(found.length, wanted.length);
  for (const [i, value] of found.entries()) assert.ok(Math.abs(value - wanted[i]) < 1e-9);
}
const shown = (mark, highlighted = true, forms = 1) => {
  const stripes = Array.from({ length: forms }, (_, form) => ({
    form,
    family: "sex",
    documents: 1,
    hedged: false,
  }));
  return { mark, style: { highlighted, width: 2, stripes } };
};

test("a curve begins and ends where it says, and passes its middle", () => {
  const curve = [
    [0, 0],
    [50, 100],
    [100, 0],
  ];
  assert.deepEqual(pointOn(curve, 0), [0, 0]);
  assert.deepEqual(pointOn(curve, 0.5), [50, 50]);
  assert.deepEqual(pointOn(curve, 1), [100, 0]);
});

test("a part of a curve lies on the curve", () => {
  const curve = [
    [0, 0],
    [30, 90],
    [120, 10],
  ];
  const cut = part(curve, 0.2, 0.7);
  for (const t of [0, 0.25, 0.5, 1]) near(pointOn(cut, t), pointOn(curve, 0.2 + 0.5 * t));
});

test("a line keeps off the symbols at its ends by nine pixels", () => {
  const { segments } = new RoutePath(straight("A~B", [10, -50], [110, -50]), FRAME);
  near(segments[0][0], [19, 50]);
  near(segments[0][2], [101, 50]);
});

test("a line through a third place stops there", () => {
  const mark = route("A~B~C", [
    [0, 0, 25, 0, 50, 0],
    [50, 0, 75, 0, 100, 0],
  ]);
  const path = new RoutePath(mark, FRAME);
  near(path.stops[0], [50, 0]);
  assert.equal(path.stops.length, 1);
});

test("a line tells its direction by its last bit", () => {
  const [control, tip] = new RoutePath(straight("A~B", [10, -50], [110, -50]), FRAME).end;
  assert.ok(tip[0] > control[0]);
  assert.equal(Math.round(tip[1]), 50);
});

test("a stub leads out of its place, or into it", () => {
  const out = new RoutePath(route("A~", [], { stub: { at: [100, -100], out: true } }), FRAME).segments[0];
  const into = new RoutePath(route("~A", [], { stub: { at: [100, -100], out: false } }), FRAME).segments[0];
  assert.deepEqual(into, [...out].reverse());
  const away = ([x, y]) => Math.hypot(x - 100, y - 100);
  assert.ok(away(out[0]) < away(out[2]));
});

test("a loop stands above its place and is hit on its ring, not in its middle", () => {
  const path = new RoutePath(route("A~A", [], { loop: [100, -100] }), FRAME);
  const { x, y } = path.loop;
  assert.ok(y < 100);
  near([path.distance([x, y - 10])], [0]);
  near([path.distance([x, y])], [10]);
});

test("every point of a route lies in its box, which is what the hit test asks first", () => {
  const next = numbers(7);
  const point = () => [next() * 400, -next() * 300];
  for (let i = 0; i < 200; i += 1) {
    const path = new RoutePath(route("R", [[...point(), ...point(), ...point()]]), FRAME);
    for (let t = 0; t <= 1; t += 0.125) {
      const [x, y] = pointOn(path.segments[0], t);
      assert.ok(path.meets([x, y, x, y], 1e-9));
      assert.ok(path.distance([x, y]) < 1);
    }
  }
});

test("a view makes the path of a route once", () => {
  const paths = new RoutePaths(FRAME);
  const mark = straight("A~B", [10, -50], [110, -50]);
  assert.equal(paths.of(mark), paths.of(mark));
});

test("the nearest line is hit, within reach only", () => {
  const marks = [straight("upper", [10, -50], [110, -50]), straight("lower", [10, -60], [110, -60])];
  const painter = new RoutePainter(
    new RoutePaths(FRAME),
    marks.map((mark) => shown(mark)),
  );
  assert.equal(painter.at([60, 53], 8).mark.id, "upper");
  assert.equal(painter.at([60, 57], 8).mark.id, "lower");
  assert.equal(painter.at([60, 72], 8), null);
});

test("a highlighted line is hit before a dimmed one that is nearer", () => {
  const [dimmed, bright] = [
    straight("dimmed", [10, -50], [110, -50]),
    straight("bright", [10, -56], [110, -56]),
  ];
  const painter = new RoutePainter(new RoutePaths(FRAME), [shown(dimmed, false), shown(bright)]);
  assert.equal(painter.at([60, 50], 8).mark.id, "bright");
  assert.equal(painter.at([60, 44], 8).mark.id, "dimmed");
});

test("forms lie side by side, the first to the left of the way", () => {
  const { style } = shown(straight("A~B", [10, -50], [110, -50]), true, 3);
  const { each, band } = bandOf(style);
  assert.deepEqual([each, band], [2, 6]);
  assert.deepEqual(
    [0, 1, 2].map((n) => leftOfMiddle(n, style)),
    [2, 0, -2],
  );
  const path = new RoutePath(straight("A~B", [10, -50], [110, -50]), FRAME);
  near(beside(path.segments[0], 2)[0], [19, 48]); // to the east: north is to the left, and y grows downwards
  near([path.leftward([60, 47])], [3]);
});

test("a band of many forms grows wider rather than that a stripe is lost", () => {
  const one = { width: 0, stripes: Array.from({ length: 7 }, () => ({})) };
  assert.ok(Math.abs(bandOf(one).each - 1.2) < 1e-9);
  assert.ok(bandOf(one).band < 9);
});

test("a stripe keeps its distance from the middle along the whole curve", () => {
  const curve = [
    [0, 0],
    [60, -80],
    [150, 0],
  ];
  const outer = beside(curve, 3);
  for (let i = 0; i <= 20; i += 1) {
    const [x, y] = pointOn(outer, i / 20);
    let nearest = Infinity;
    for (let k = 0; k <= 2000; k += 1) {
      const [cx, cy] = pointOn(curve, k / 2000);
      nearest = Math.min(nearest, Math.hypot(x - cx, y - cy));
    }
    assert.ok(Math.abs(nearest - 3) < 0.6, `${nearest} at ${i}`);
  }
});

test("the stripe under the pointer is told", () => {
  const item = shown(straight("A~B", [10, -50], [110, -50]), true, 2);
  const painter = new RoutePainter(new RoutePaths(FRAME), [item]);
  assert.equal(painter.at([60, 48], 8).stripe, 0);
  assert.equal(painter.at([60, 52], 8).stripe, 1);
});

test("of seven stripes each is told, from the left of the way", () => {
  const item = shown(straight("A~B", [10, -50], [110, -50]), true, 7);
  const painter = new RoutePainter(new RoutePaths(FRAME), [item]);
  const { each } = bandOf(item.style);
  const told = Array.from({ length: 7 }, (_, n) => painter.at([60, 50 + (n - 3) * each], 8).stripe);
  assert.deepEqual(told, [0, 1, 2, 3, 4, 5, 6]);
});

test("the stripe under the pointer alone gets an edge, beside the others", () => {
  stubColours();
  const item = shown(straight("A~B", [10, -50], [110, -50]), true, 3);
  item.style.stripes[2].family = "labor";
  const painter = new RoutePainter(new RoutePaths(FRAME), [item]);
  painter.drawn[0].routePath.stripe = (left) => ({ left });
  const drawn = [];
  const ctx = { stroke: ({ left }) => drawn.push([ctx.strokeStyle, left]) };
  painter.paintPointed(ctx, "A~B", 2);
  painter.paintPointed(ctx, "nowhere", 0);
  assert.deepEqual(drawn, [
    ["--atlas-ink", -2],
    ["--atlas-type-labor", -2],
  ]);
});

test("in a crowd the form that is drawn is told: the one that most documents name", () => {
  const item = shown(straight("A~B", [10, -50], [110, -50]), true, 2);
  item.style.stripes[1].documents = 3;
  const crowd = Array.from({ length: 401 }, (_, n) =>
    n ? shown(straight(`far ${n}`, [10, -250], [110, -250])) : item,
  );
  assert.equal(new RoutePainter(new RoutePaths(FRAME), crowd).at([60, 48], 8).stripe, 1);
});

test("a curve that ends where it bends has sides all the same", () => {
  for (const point of beside(
    [
      [0, 0],
      [0, 0],
      [10, 0],
    ],
    2,
  ).flat())
    assert.ok(Number.isFinite(point));
  for (const point of beside(
    [
      [0, 0],
      [10, 0],
      [0, 0],
    ],
    2,
  ).flat())
    assert.ok(Number.isFinite(point));
});
