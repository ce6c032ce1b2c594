import assert from "node:assert/strict";
import { test } from "node:test";
import { themesOf } from "../../assets/web/map/themes.js";

const note = (/** @type {string} */ theme) => ({ theme, title: theme.toUpperCase() });

test("themes are listed with the number of their notes, the largest first", () => {
  assert.deepEqual(themesOf([note("debts"), note("gaps"), note("gaps")]), [
    { slug: "gaps", title: "GAPS", notes: 2 },
    { slug: "debts", title: "DEBTS", notes: 1 },
  ]);
});

test("themes alike keep the order in which they come", () => {
  const slugs = themesOf([note("b"), note("a")]).map(({ slug }) => slug);
  assert.deepEqual(slugs, ["b", "a"]);
});

test("no notes have no themes", () => {
  assert.deepEqual(themesOf([]), []);
});
