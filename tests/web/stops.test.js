import assert from "node:assert/strict";
import { test } from "node:test";
import { saidOfHotspot, saidOfPlace, saidOfRoute } from "../../assets/web/map/stops.js";

const FILE = {
  forms: [{ label: "Sex trafficking" }, { label: "Forced labor" }],
  words: { one_document: "1 document", many_documents: "{n} documents", at_risk: "at risk" },
};
const drawn = (mark, documents, stripes, told = "") => ({
  mark,
  documents,
  style: { stripes: stripes.map(([form, own]) => ({ form, documents: own })), told, hedged: false },
});

test("a hotspot is named with its kind of place, its forms and its documents", () => {
  const hotspot = drawn({ hover: "La Pampa (Madre de Dios) · state or province" }, 3, [
    [0, 2],
    [1, 3],
  ]);
  assert.equal(
    saidOfHotspot(hotspot, FILE),
    "La Pampa (Madre de Dios) · state or province: Sex trafficking, 2 documents; Forced labor, 3 documents. 3 documents",
  );
});

test("of one form the documents are told once, behind what the mark rests on", () => {
  const hotspot = drawn({ hover: "Roatán · island" }, 1, [[1, 1]], "at_risk");
  assert.equal(saidOfHotspot(hotspot, FILE), "Roatán · island · at risk: Forced labor, 1 document");
});

test("a route is named with its forms, a place with its roles", () => {
  const route = drawn({ name: "Mexico → United States" }, 2, [[0, 2]]);
  assert.equal(saidOfRoute(route, FILE), "Mexico → United States: Sex trafficking, 2 documents");
  const roles = [
    drawn({ title: "Mexico", label: "source" }, 4, []),
    drawn({ title: "Mexico", label: "transit" }, 1, []),
  ];
  assert.equal(saidOfPlace(roles, FILE.words), "Mexico: source, 4 documents; transit, 1 document");
});
