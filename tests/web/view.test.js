import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOf } from "../../assets/web/map/view.js";

const places = [
  { id: "MEX", at: [-102, 24], extent: 30, americas: true },
  { id: "USA", at: [-98, 42], extent: 60, americas: true },
];
const regions = [{ id: "north", at: [-100, 35], region: true, members: ["MEX", "USA", "unknown"] }];
const file = {
  places,
  regions,
  roles: [{ id: "north.source", focus: "region", place: "north" }],
  claims: { id: ["a", "b", "c", "d"], kind: [0, 1, 2, 4], mark: [0, 0, 0, 0] },
  routes: [{ id: "MEX~USA", stops: ["MEX", "", "USA"] }],
  hotspots: [{ id: "spot", at: [-117, 34] }],
};
const ends = new Map([...places, ...regions].map((place) => [place.id, place]));
const points = (focus) => pointsOf(file, ends, focus);

test("a route lies at its stops, an end that is not named aside", () => {
  assert.deepEqual(points("route:MEX~USA"), [
    [-102, 24],
    [-98, 42],
  ]);
});

test("a hotspot lies at its point", () => {
  assert.deepEqual(points("hotspot:spot"), [[-117, 34]]);
});

test("so much of a country is brought into view as tells where it lies", () => {
  assert.deepEqual(points("country:USA"), [
    [-110, 30],
    [-86, 54],
  ]);
  assert.equal(points("country:MEX").length, 2);
});

test("a region is brought into view with its members", () => {
  assert.deepEqual(points("region:north").slice(2), [
    [-102, 24],
    [-98, 42],
  ]);
});

test("a claim lies where its mark does", () => {
  assert.deepEqual(points("claim:a"), points("route:MEX~USA"));
  assert.deepEqual(points("claim:b"), [[-117, 34]]);
  assert.deepEqual(points("claim:c"), points("region:north"));
  assert.deepEqual(points("claim:d"), []);
  assert.deepEqual(points("claim:unknown"), []);
});

test("what is not on the map has no point", () => {
  for (const focus of ["", "note:n-1", "country:XXX", "route:XXX~USA", "hotspot:none"]) {
    assert.deepEqual(points(focus), []);
  }
});
