// A canvas of the map is painted once for what moves the map and shows something else, however often it is asked.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.window = { devicePixelRatio: 1 };
globalThis.L = {
  DomUtil: { setPosition() {} },
  Renderer: class {
    _update() {
      this._bounds = { min: [0, 0], getSize: () => ({ x: 8, y: 6 }) };
    }
  },
};
const { AtlasCanvas } = await import("../../assets/web/map/canvas.js");

function canvas() {
  const made = new AtlasCanvas({});
  Object.assign(made, { _map: {}, _container: { style: {} }, painted: 0 });
  made.paint = () => {
    made.painted += 1;
  };
  return made;
}

test("what is asked for while it is held is painted once, when it is let go", () => {
  const made = canvas();
  made.hold();
  for (let n = 0; n < 3; n += 1) made._update();
  assert.equal(made.painted, 0);
  assert.equal(made.letGo(), true);
  assert.equal(made.letGo(), false);
  assert.equal(made.painted, 1);
});

test("a canvas for which nobody asked is not painted when it is let go", () => {
  const made = canvas();
  made.hold();
  assert.equal(made.letGo(), false);
  made._update();
  assert.equal(made.painted, 1);
});
