import assert from "node:assert/strict";
import { test } from "node:test";
import { landFills } from "../../assets/web/map/fills.js";
import { stubColours } from "./stubs.js";

stubColours();
const HATCH = { setTransform() {} };
const drawing = { fillRect() {}, beginPath() {}, moveTo() {}, lineTo() {}, stroke() {}, transform() {} };
document.createElement = () => ({ getContext: () => drawing });
globalThis.DOMMatrix = class {
  scale() {
    return this;
  }
};

// Of these countries Peru is named by many documents, Cuba only outside the selection, and Dominica by none.
const ground = (tiers = null) => ({
  ctx: { createPattern: () => HATCH },
  ratio: 1,
  tiers,
  step: (id) => (id === "PER" ? 3 : 0),
  isNamed: (id) => id !== "DMA",
});

test("land is hatched only where no document names it; what a selection leaves out is plain", () => {
  const fill = landFills(ground(), 1);
  assert.equal(fill("PER"), "--atlas-land-3");
  assert.equal(fill("CUB"), "--atlas-no-claim");
  assert.equal(fill("DMA"), HATCH);
});

test("under the layer of tiers too, where a country without a tier has the faintest shade", () => {
  const fill = landFills(ground({ MEX: "2" }), 1);
  assert.equal(fill("MEX"), "--atlas-tier-2");
  assert.equal(fill("PER"), "--atlas-land-1");
  assert.equal(fill("CUB"), "--atlas-no-claim");
  assert.equal(fill("DMA"), HATCH);
});
