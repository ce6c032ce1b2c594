import assert from "node:assert/strict";
import { test } from "node:test";
import { toldName } from "../../assets/web/map/told.js";

const WORDS = { at_risk: "at risk", hedged: "reported or inferred" };

test("a mark is named with what it is said as where no source says that it happens", () => {
  assert.equal(toldName("HND → ESP", { told: "at_risk", hedged: false }, WORDS), "HND → ESP · at risk");
});

test("a mark whose sources hedge is named with the hedge, any other by its name alone", () => {
  assert.equal(toldName("HND → MEX", { told: "", hedged: true }, WORDS), "HND → MEX · reported or inferred");
  assert.equal(toldName("HND → MEX", { told: "", hedged: false }, WORDS), "HND → MEX");
});
