import assert from "node:assert/strict";
import { test } from "node:test";
import { askedBy } from "../../assets/web/page/cite_view.js";

const asked = (address) => Object.fromEntries(askedBy(new URL(address), "en"));

test("the view is asked for by the page's link, without where the map stands", () => {
  assert.deepEqual(asked("https://atlas.example/base/?types=forced_labor&view=-80,10,4"), {
    types: "forced_labor",
    page: "",
    language: "en",
    address: "https://atlas.example/base/",
  });
});

test("a chapter stands behind the # of a story's address", () => {
  const { story, chapter, page } = asked("https://atlas.example/stories?story=three-roles#out");
  assert.deepEqual([story, chapter, page], ["three-roles", "out", "stories"]);
});
