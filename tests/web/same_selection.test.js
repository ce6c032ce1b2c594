import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameSelection } from "../../assets/web/pack/same_selection.js";

test("the order of values and of facets says nothing, nor does a facet without values", () => {
  const one = { types: ["labor", "sex"], years: [2013, 2015], words: [] };
  assert.equal(isSameSelection(one, { years: [2013, 2015], types: ["sex", "labor"] }), true);
  assert.equal(isSameSelection({}, { types: [] }), true);
});

test("another value is another selection", () => {
  assert.equal(isSameSelection({ types: ["labor"] }, { types: ["labor", "sex"] }), false);
  assert.equal(isSameSelection({ types: ["labor"] }, { sectors: ["labor"] }), false);
});
