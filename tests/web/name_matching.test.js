import assert from "node:assert/strict";
import { test } from "node:test";
import { closest, find, prepare, slips } from "../../assets/web/search/name_matching.js";

const country = (name, code, claims, ...names) => ({
  name,
  code,
  claims,
  names: [name, ...names],
  kind: "country",
  said: "",
  focus: `country:${code}`,
});
const ENTRIES = prepare([
  country("Peru", "PER", 30, "Perú", "Pérou"),
  country("Trinidad and Tobago", "TTO", 12),
  { ...country("Trinidad", "BO-T", 0, "Trinidad"), instead: "Bolivia" },
  country("Dominican Republic", "DOM", 20, "República Dominicana"),
  country("Dominica", "DMA", 3),
  country("United States", "USA", 90, "Estados Unidos"),
  country("Estonia", "EST", 0),
  {
    name: "Mining",
    names: ["Mining"],
    kind: "sector",
    said: "",
    claims: 8,
    facet: "sectors",
    value: "mining",
  },
]);
const names = (matches) => matches.map(({ entry }) => entry.name);

test("accents and capitals make no difference, and the name that answered is told", () => {
  const [first] = find(ENTRIES, "PEROU", 3);
  assert.deepEqual([first.entry.name, first.name], ["Peru", "Pérou"]);
});

test("a name itself comes before names that only begin so", () => {
  assert.deepEqual(names(find(ENTRIES, "dominica", 5)), ["Dominica", "Dominican Republic"]);
});

test("words of a name answer in any order, small words aside", () => {
  assert.deepEqual(names(find(ENTRIES, "tobago and trinidad", 5)), ["Trinidad and Tobago"]);
});

test("of a country and a part of it that has its first name, the documented one comes first", () => {
  assert.equal(find(ENTRIES, "trinidad", 5)[0].entry.name, "Trinidad and Tobago");
});

test("a code answers whole; two letters are the beginning of a word", () => {
  assert.equal(find(ENTRIES, "usa", 5)[0].entry.name, "United States");
  assert.deepEqual(names(find(ENTRIES, "es", 5)), ["United States", "Estonia"]);
});

test("no more are found than are asked for, and nothing answers to nothing", () => {
  assert.equal(find(ENTRIES, "e", 1).length, 1);
  assert.deepEqual(find(ENTRIES, "  ", 5), []);
  assert.deepEqual(find(ENTRIES, "!?", 5), []);
});

test("slips of the pen are counted: a letter added, left out, exchanged, swapped", () => {
  assert.equal(slips("peru", "peru"), 0);
  assert.equal(slips("perru", "peru"), 1);
  assert.equal(slips("pru", "peru"), 1);
  assert.equal(slips("pera", "peru"), 1);
  assert.equal(slips("pre", "peru"), 1);
  assert.equal(slips("epru", "peru"), 1);
});

test("the closest names are guessed, and none when all are far away", () => {
  assert.equal(closest(ENTRIES, "minning", 3)[0].entry.name, "Mining");
  assert.equal(closest(ENTRIES, "tobbago", 3)[0].entry.name, "Trinidad and Tobago");
  assert.deepEqual(closest(ENTRIES, "xqzwvk", 3), []);
  assert.deepEqual(closest(ENTRIES, "pr", 3), []);
});
