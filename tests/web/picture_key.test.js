import assert from "node:assert/strict";
import { test } from "node:test";
import { stubColours } from "./stubs.js";

stubColours();
const { keyOf } = await import("../../assets/web/map/picture_key.js");

const entry = (value, symbol) => ({ value, label: value, css_class: value, meaning: "", symbol });
const file = {
  words: { shape_means: "Shapes", sectors_mean: "Sectors", width_means: "Width" },
  icons: { pick: "M0 0", leaf: "M1 1", boat: "M2 2", house: "M3 3" },
  legend: {
    types: [],
    layers: [entry("hotspots")],
    lines: ["one", "few", "many", "dashed", "side"].map((value) => entry(value)),
    land: [],
    sectors: [
      entry("mining", "pick"),
      entry("farming", "leaf"),
      entry("fishing", "boat"),
      entry("homes", "house"),
    ],
  },
};
const scene = { routes: [], roles: [], shownRoles: [], hotspots: [], tiers: null };
const hotspot = (sectors, symbols, shown) => ({ mark: { sectors, symbols }, symbols: shown });
const titled = (hotspots) => {
  const groups = keyOf(file, scene, { hotspots, path: (data) => data });
  return groups.map(({ title, entries }) => [title, ...entries.map(({ label }) => label)]);
};

test("the key explains the symbols of the sectors that stand on the map, and no others", () => {
  const both = hotspot(["mining", "farming"], ["pick", "leaf"], ["pick", "leaf"]);
  assert.deepEqual(titled([both]), [["Sectors", "mining", "farming"]]);
  // Only the sector that is asked for is shown.
  const asked = hotspot(["mining", "farming"], ["pick", "leaf"], ["leaf"]);
  assert.deepEqual(titled([asked]), [["Sectors", "farming"]]);
  // Of more than three the rest is a number.
  const all = hotspot(
    ["mining", "farming", "fishing", "homes"],
    ["pick", "leaf", "boat", "house"],
    ["pick", "leaf", "boat", "house"],
  );
  assert.deepEqual(titled([all]), [["Sectors", "mining", "farming", "fishing"]]);
});

test("the diamond stands in the key where one stands on the map", () => {
  const plain = hotspot(["mining"], ["pick"], []);
  assert.deepEqual(titled([plain]), [["Shapes", "hotspots"]]);
  const both = titled([plain, hotspot(["mining"], ["pick"], ["pick"])]);
  assert.deepEqual(both, [
    ["Shapes", "hotspots"],
    ["Sectors", "mining"],
  ]);
  assert.deepEqual(titled([]), []);
});

const route = (forms, hedged = false, unconfirmed = false) => ({
  style: { unconfirmed, stripes: forms.map((family) => ({ family, hedged })) },
});
const linesOf = (...routes) => {
  const groups = keyOf(file, { ...scene, routes }, { hotspots: [], path: (data) => data });
  return groups.find(({ title }) => title === "Width")?.entries ?? [];
};
const labelsOf = (...routes) => linesOf(...routes).map(({ label }) => label);

test("the key speaks of several forms and of dashes only where such a line is drawn", () => {
  const widths = ["one", "few", "many"];
  assert.deepEqual(labelsOf(), []);
  assert.deepEqual(labelsOf(route(["sex"]), route(["labor"])), widths);
  assert.deepEqual(labelsOf(route(["sex"]), route(["sex", "labor"])), [...widths, "side"]);
  assert.deepEqual(labelsOf(route(["sex"], true)), [...widths, "dashed"]);
  // Thin dots have neither dashes nor stripes.
  assert.deepEqual(labelsOf(route(["sex", "labor"], true, true)), widths);
});

test("the sign of several forms has the colors of some that lie side by side on the map", () => {
  const painted = [];
  const ctx = {
    set strokeStyle(colour) {
      painted.push(colour);
    },
    setLineDash() {},
    beginPath() {},
    moveTo() {},
    lineTo() {},
    stroke() {},
  };
  linesOf(route(["labor", "begging"]), route(["sex"]))
    .at(-1)
    .sign(ctx, 0);
  assert.deepEqual(painted, ["--atlas-type-labor", "--atlas-type-begging"]);
});
