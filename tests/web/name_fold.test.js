import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fold } from "../../assets/web/search/name_fold.js";

const pairs = JSON.parse(await readFile(new URL("fixtures/folded_names.json", import.meta.url), "utf8"));

test("names are folded as geodata folds them", () => {
  assert.deepEqual(
    pairs.map(([text]) => [text, fold(text)]),
    pairs,
  );
});
