import assert from "node:assert/strict";
import { test } from "node:test";
import { RoutePainter } from "../../assets/web/map/routes.js";
import { stubColours } from "./stubs.js";

stubColours();

/** Paint one route and tell with which ends and dashes its stripes were drawn. */
function stripesOf(style) {
  const drawn = [];
  const ctx = {
    setLineDash(dash) {
      this.dash = dash;
    },
    stroke(path) {
      if (path === "stripe") drawn.push({ lineCap: this.lineCap, dash: this.dash });
    },
  };
  for (const name of ["beginPath", "moveTo", "lineTo", "closePath", "fill"]) ctx[name] = () => {};
  const routePath = {
    path: "whole",
    stripe: () => "stripe",
    meets: () => true,
    stops: [],
    end: [
      [0, 0],
      [10, 0],
    ],
  };
  const routePaths = { canvas: [0, 0, 100, 100], of: () => ({ ...routePath, segments: [], loop: null }) };
  const painter = new RoutePainter(routePaths, [{ mark: {}, style: { highlighted: true, ...style } }]);
  painter.paint(ctx, 1);
  return drawn;
}

const FORMS = [
  { family: "sex", hedged: false },
  { family: "labor", hedged: false },
];

test("the dots of a route of several forms are round, or nothing of them would be seen", () => {
  const [first, second] = stripesOf({ width: 3, unconfirmed: true, stripes: FORMS });
  assert.deepEqual(first, { lineCap: "round", dash: [0.1, 5] });
  assert.deepEqual(second, first);
});

test("stripes of a route of several forms end bluntly, beside one another", () => {
  const drawn = stripesOf({ width: 1, unconfirmed: false, stripes: FORMS });
  assert.deepEqual(drawn, [
    { lineCap: "butt", dash: [] },
    { lineCap: "butt", dash: [] },
  ]);
});
