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

test("what answers a press is painted in the window alone; the rest follows by itself, or when the map moves", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const made = canvas();
  const clips = [];
  const ctx = { save() {}, restore() {}, setTransform() {}, beginPath() {}, clip() {} };
  Object.assign(made, { ctx: { ...ctx, rect: (...box) => clips.push(box) } });
  made._update();
  let seen = { left: 2, top: 1, right: 6, bottom: 5 };
  made.window = () => seen;
  made.zoomed = () => false;
  made.paintSeen();
  assert.deepEqual(clips, [[2, 1, 4, 4]]);
  made.keepUp(); // the window has not moved
  assert.equal(made.painted, 2);
  seen = { left: 3, top: 1, right: 7, bottom: 5 };
  made.keepUp();
  assert.equal(made.painted, 3);
  made.keepUp(); // all of it is painted now
  made.fill();
  t.mock.timers.tick(1000);
  assert.equal(made.painted, 3);
  made.paintSeen();
  made.fill(); // before a zoom
  assert.equal(made.painted, 5);
  made.paintSeen();
  t.mock.timers.tick(1000);
  assert.equal(made.painted, 7);
});
