import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, pieceAt, plain } from "../../assets/web/reader/text_search.js";

const found = (text, sought) =>
  matches(plain(text), plain(sought)).map(([start, end]) => text.slice(start, end));

test("words are found whatever their accents and capitals, and keep their places", () => {
  assert.deepEqual(found("México, MEXICO and méxico", "mexico"), ["México", "MEXICO", "méxico"]);
});

test("a letter that would become two keeps its place", () => {
  const text = "İstanbul 😀 Straße Perú";
  assert.equal(plain(text).length, text.length);
  assert.deepEqual(found(text, "peru"), ["Perú"]);
});

test("one space stands for as many as there are, and for the end of a line", () => {
  assert.deepEqual(found("forced   labor, forced labor", "forced labor"), ["forced   labor", "forced labor"]);
  assert.deepEqual(found("forced\u00a0labor", "forced labor"), ["forced\u00a0labor"]);
});

test("signs are sought as they stand", () => {
  assert.deepEqual(found("up to 50% (of all)", "50% (of"), ["50% (of"]);
  assert.deepEqual(found("a.b axb", "a.b"), ["a.b"]);
});

test("a place belongs to the piece that holds it; where two meet, to the first as an end", () => {
  const starts = [0, 5, 9];
  assert.equal(pieceAt(starts, 0, false), 0);
  assert.equal(pieceAt(starts, 5, false), 1);
  assert.equal(pieceAt(starts, 5, true), 0);
  assert.equal(pieceAt(starts, 12, true), 2);
});
