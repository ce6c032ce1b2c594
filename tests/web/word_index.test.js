// What a search finds. That Python finds the same is held by tests/flows/scene/test_both_homes.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WordIndex } from "../../assets/web/map/word_index.js";

// 0 mines, 1 mining, 2 gold, 3 golden, 4 illegal, 5 deportation, 6 deportees
const index = new WordIndex({
  words: ["mines", "mining", "gold", "golden", "illegal", "deportation", "deportees"],
  stems: ["deport", "deporte", "gold", "golden", "illeg", "mine"],
  stems_of: [5, 5, 2, 3, 4, 0, 1],
  claims: [[2, 1], [4, -1, 2, 0], [3], [5]],
  documents: { paper: [4, 1], study: [6] },
});

test("a word finds those of the same stem, and no longer ones", () => {
  assert.deepEqual(index.claimsWith("mines"), [0, 1]);
  assert.deepEqual(index.claimsWith("gold"), [0, 1]);
});

test("all words have to be found, in any order", () => {
  assert.deepEqual(index.claimsWith("mining illegal"), [1]);
  assert.deepEqual(index.claimsWith("mining golden"), []);
});

test("a phrase stands as it is written, and in one text", () => {
  assert.deepEqual(index.claimsWith('"gold mining"'), [0]);
  assert.deepEqual(index.claimsWith('"gold mines"'), [1]);
  assert.deepEqual(index.claimsWith('"illegal gold"'), []);
  assert.deepEqual(index.claimsWith('"gold nuggets"'), []);
});

test("the beginning of a word finds it, and an ending that no text has is left out", () => {
  assert.deepEqual(index.claimsWith("ill"), [1]);
  assert.deepEqual(index.claimsWith("mine"), [0, 1]);
  assert.deepEqual(index.claimsWith("il"), []);
  assert.deepEqual(index.claimsWith("deporting"), [3]);
  assert.deepEqual(index.claimsWith("goldsmithery"), []);
});

test("nothing is found by nothing", () => {
  assert.deepEqual(index.claimsWith(""), []);
});

test("documents are found by the same rule, and marked words are told", () => {
  assert.deepEqual(index.documentsWith("mines"), ["paper"]);
  assert.deepEqual([...index.markedBy('mines "gold dust"')], ["mines", "mining", "gold", "dust"]);
});
