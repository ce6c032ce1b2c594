import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { BUILT, bundles } from "./bundles.js";

const REMEDY = "assets/web/built/ is not what the modules make: run `make web` and commit the result.";

test("what is built is what the modules make now", async () => {
  const made = await bundles();
  assert.deepEqual((await readdir(BUILT)).sort(), made.map(({ name }) => name).sort(), REMEDY);
  for (const { name, text } of made)
    assert.ok(text === (await readFile(BUILT + name, "utf8")), `${name}: ${REMEDY}`);
});
