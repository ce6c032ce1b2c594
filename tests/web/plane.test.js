import assert from "node:assert/strict";
import { test } from "node:test";
import { fromLatLng, fromPixel, pixelsOf, toLatLng, toPixel, toWorld } from "../../assets/web/map/plane.js";

function near(found, wanted) {
  assert.equal(found.length, wanted.length);
  for (const [i, value] of found.entries()) assert.ok(Math.abs(value - wanted[i]) < 1e-9);
}

test("latitude and longitude come back from the plane", () => {
  for (const [lon, lat] of [
    [0, 0],
    [-99.1, 19.4],
    [-58.4, -34.6],
    [-250, 60],
    [-70, 84.9],
  ]) {
    near(toLatLng(fromLatLng(lon, lat)), [lat, lon]);
  }
});

test("the poles, which Mercator never reaches, stay on the map", () => {
  assert.deepEqual(fromLatLng(0, 90), fromLatLng(0, 85));
  assert.deepEqual(fromLatLng(0, -90), fromLatLng(0, -85));
});

test("the world is 256 pixels wide at zoom 0, its middle where the equator meets Greenwich", () => {
  assert.deepEqual(toWorld([0, 0]), [128, 128]);
  assert.deepEqual(toWorld([-180, 180]), [0, 0]);
  assert.equal(pixelsOf({ scale: 1 }, 360), 256);
  assert.equal(pixelsOf({ scale: 4 }, 90), 256);
});

test("a point of the plane comes back from its pixel", () => {
  const frame = { scale: 8, dx: -310.5, dy: 42 };
  for (const point of [
    [0, 0],
    [-99.1, 20],
    [-250, -61.5],
  ])
    near(fromPixel(frame, toPixel(frame, point)), point);
});
