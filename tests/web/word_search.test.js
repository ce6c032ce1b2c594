import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { canonical, LONGEST, partsOf } from "../../assets/web/map/word_search.js";

const SEARCHES = JSON.parse(await readFile(new URL("fixtures/word_searches.json", import.meta.url), "utf8"));

test("searches are read as Python reads them", () => {
  for (const [typed, search] of SEARCHES) assert.equal(canonical(typed), search, typed);
});

test("what links write is read as it was written", () => {
  for (const [, search] of SEARCHES) assert.equal(canonical(search), search);
});

test("a search has an end", () => {
  assert.equal(canonical("x".repeat(LONGEST)).length, LONGEST);
  assert.equal(canonical("x".repeat(LONGEST + 1)), "");
  assert.equal(canonical("x".repeat(10_000)), "");
  assert.equal(canonical("ﷺ".repeat(LONGEST)), ""); // short, and long once it is written out
});

test("words are looked for each by itself, phrases as they stand", () => {
  assert.deepEqual(partsOf('gold "forced labor"'), [
    { words: ["gold"], exact: false },
    { words: ["forced", "labor"], exact: true },
  ]);
  assert.deepEqual(partsOf(""), []);
});
