import assert from "node:assert/strict";
import { test } from "node:test";
import { formsTold } from "../../assets/web/map/tip.js";

const FILE = {
  forms: [
    { label: "Sex trafficking", text: "sex trafficking" },
    { label: "Forced labor", text: "forced labor" },
    { label: "Forced criminality", text: "forced criminality" },
  ],
  words: { one_document: "1 document", many_documents: "{n} documents", also_named: "also named: {forms}" },
};
const stripe = (form, documents) => ({ form, documents });

test("the form under the pointer comes first, with its documents, then the others", () => {
  const { first, rest } = formsTold([stripe(0, 2), stripe(1, 3)], 1, [], FILE);
  assert.equal(first + rest, "Forced labor 3 documents · sex trafficking 2");
});

test("one document is one", () => {
  assert.equal(formsTold([stripe(0, 1)], 0, [], FILE).rest, " 1 document");
});

test("under a filter what a route names beside the forms asked for is told, and nothing twice", () => {
  const { rest } = formsTold([stripe(1, 1)], 0, [0, 1, 2], FILE);
  assert.equal(rest, " 1 document · also named: sex trafficking, forced criminality");
});
