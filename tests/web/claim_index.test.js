// Which claims a selection admits. That Python admits the same is held by tests/flows/scene/test_both_homes.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimIndex, hasBit } from "../../assets/web/map/claim_index.js";

const facets = [
  { name: "types", match: "any", values: ["labor", "begging", "sex"], above: [[], [0], []] },
  { name: "years", match: "range", values: [2013, 2015, 2024] },
];

// The types and years of claims as numbers of values; 40 claims, so that they need more than one word.
const claims = {
  id: Array.from({ length: 40 }, (_, n) => `c${n}`),
  kind: [],
  mark: [],
  tier: {},
  facets: {
    types: Array.from({ length: 40 }, (_, n) => (n === 39 ? [1, 2] : n % 3)),
    years: Array.from({ length: 40 }, (_, n) => n % 3),
  },
};
const index = new ClaimIndex(facets, claims);
const admitted = (selection) => claims.id.filter((_, n) => hasBit(index.admitted(selection), n));

test("nothing chosen restricts nothing", () => {
  assert.equal(admitted({}).length, 40);
  assert.equal(admitted({ types: [] }).length, 40);
});

test("any of the values suffices, and all facets must hold", () => {
  const sex = admitted({ types: ["sex"] });
  assert.deepEqual(admitted({ types: ["sex", "begging"] }).length, sex.length + 13);
  assert.deepEqual(
    admitted({ types: ["sex"], years: [2024, 2024] }),
    sex.filter((id) => id !== "c39"),
  );
});

test("who asks for a parent means its children, and not the other way round", () => {
  assert.equal(admitted({ types: ["labor"] }).includes("c1"), true);
  assert.equal(admitted({ types: ["begging"] }).includes("c0"), false);
});

test("a range takes what lies between, both ends included", () => {
  assert.equal(admitted({ years: [2014, 2024] }).length, 26);
  assert.deepEqual(admitted({ years: [2016, 2023] }), []);
});

test("an unknown value admits nothing", () => {
  assert.deepEqual(admitted({ types: ["nobody"] }), []);
});
