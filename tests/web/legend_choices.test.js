import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenFor, leaveOut, onlyThis, shownBy, usedIn } from "../../assets/web/map/legend_choices.js";

const LAYERS = { all: ["source", "routes", "hotspots", "dots"], usual: ["source", "routes", "hotspots"] };
const FORMS = { all: ["sex", "labor", "unspecified"], usual: ["sex", "labor", "unspecified"] };
const entryOf = (value) => ({ children: "sex", debt: "labor" })[value] ?? value;

test("a press shows only this, and a press on it again all", () => {
  for (const entries of [LAYERS, FORMS]) {
    for (const value of entries.all) {
      const alone = onlyThis(entries, entries.usual, value);
      assert.deepEqual(alone, [value]);
      assert.deepEqual(onlyThis(entries, alone, value), entries.usual);
    }
  }
});

test("a press on another one shows that alone", () => {
  assert.deepEqual(onlyThis(FORMS, ["sex"], "labor"), ["labor"]);
});

test("left out, the others stay; brought back, it stands in its place", () => {
  const left = leaveOut(LAYERS, LAYERS.usual, "routes");
  assert.deepEqual(left, ["source", "hotspots"]);
  assert.deepEqual(leaveOut(LAYERS, left, "routes"), LAYERS.usual);
  assert.deepEqual(leaveOut(LAYERS, LAYERS.usual, "dots"), LAYERS.all);
});

test("the last one that is left out brings all back: an empty map says nothing", () => {
  assert.deepEqual(leaveOut(FORMS, ["sex"], "sex"), FORMS.usual);
});

test("a filter shows the entries of its values, and none of them is all", () => {
  assert.deepEqual(shownBy(FORMS, [], entryOf), FORMS.all);
  assert.deepEqual(shownBy(FORMS, ["children"], entryOf), ["sex"]);
  assert.deepEqual(chosenFor(FORMS, FORMS.all, ["children"], entryOf), []);
});

test("a narrower value that was chosen stays, whatever is brought back beside it", () => {
  const shown = leaveOut(FORMS, shownBy(FORMS, ["children"], entryOf), "labor");
  assert.deepEqual(chosenFor(FORMS, shown, ["children"], entryOf), ["children", "labor"]);
});

const style = (more) => ({ width: 0, stripes: [], hedged: false, unconfirmed: false, ...more });
const scene = (more) => ({ routes: [], hotspots: [], roles: [], fills: new Map(), ...more });
const used = (more) => usedIn(scene(more), ["sex", "labor"], (id) => id === "PER", ["MEX", "PER"]);

test("what is drawn is used, and nothing else", () => {
  const stripes = [{ form: 1 }];
  const found = used({
    routes: [{ mark: {}, style: style({ width: 2, stripes, hedged: true }) }],
    roles: [{ mark: { role: "source" }, style: style() }],
    fills: new Map([["MEX", 2]]),
  });
  assert.deepEqual([...found.types], ["labor"]);
  assert.deepEqual([...found.hide], ["source", "routes"]);
  assert.deepEqual([...found.line], ["many", "dashed"]);
  assert.deepEqual([...found.land], ["2", "out", "unnamed"]);
});

test("one dotted mark alone uses the entry of dots, not that of dashes", () => {
  const found = used({ routes: [{ mark: {}, style: style({ width: 3, unconfirmed: true, hedged: true }) }] });
  assert.ok(found.hide.has("dots"));
  assert.ok(!found.line.has("dashed"));
});

test("hotspots use the entries of their sectors", () => {
  const found = used({ hotspots: [{ mark: { sectors: ["mining"] }, style: style() }] });
  assert.deepEqual([...found.sectors], ["mining"]);
});
