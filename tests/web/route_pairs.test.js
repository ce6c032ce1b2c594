import assert from "node:assert/strict";
import { test } from "node:test";
import { RoutePairs } from "../../assets/web/search/route_pairs.js";

const route = (stops, claims) => ({
  name: stops.join(" → "),
  kind: "route",
  said: "",
  claims,
  focus: `route:${stops.join("~")}`,
  stops,
});
const pairs = new RoutePairs(
  [
    route(["VEN", "TTO"], 9),
    route(["TTO", "VEN"], 2),
    route(["GTM", "MEX", "USA"], 5),
    route(["USA", "USA"], 4),
    route(["DOM", "USA"], 3),
    route(["COL", "GBR"], 1),
  ],
  {
    VEN: ["Venezuela"],
    TTO: ["Trinidad and Tobago", "Trinité-et-Tobago"],
    GTM: ["Guatemala"],
    MEX: ["Mexico", "México"],
    USA: ["United States", "Estados Unidos", "États-Unis"],
    DOM: ["Dominican Republic", "República Dominicana"],
    COL: ["Colombia"],
    GBR: ["United Kingdom"],
  },
);
const found = (text) => pairs.find(text, 3).map(({ entry }) => entry.focus.slice(6));

test("two places open the route between them, in the direction that is written first", () => {
  assert.deepEqual(found("venezuela trinidad"), ["VEN~TTO", "TTO~VEN"]);
  assert.deepEqual(found("Trinidad → Venezuela"), ["TTO~VEN", "VEN~TTO"]);
  assert.deepEqual(found("from Venezuela to Trinidad and Tobago"), ["VEN~TTO", "TTO~VEN"]);
});

test("names may have several words, in any of the languages, and be unfinished", () => {
  assert.deepEqual(found("República Dominicana Estados Unidos"), ["DOM~USA"]);
  assert.deepEqual(found("dominican rep united st"), ["DOM~USA"]);
});

test("stops on the way count too", () => {
  assert.deepEqual(found("mexico united states"), ["GTM~MEX~USA"]);
  assert.deepEqual(found("guatemala mexico"), ["GTM~MEX~USA"]);
});

test("one place is no pair, however many words it has", () => {
  for (const text of ["united states", "venezuela", "united states united states", "", "→"])
    assert.deepEqual(found(text), []);
});
