import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readSource } from "../../assets/web/map/data_source.js";

const packed = (value) => gzipSync(JSON.stringify(value)).toString("base64");

test("data that is packed in an element of the page is read from there", async () => {
  const found = { "#atlas-marks": { textContent: packed({ name: "Perú — “‹”" }) } };
  globalThis.document = { querySelector: (name) => found[name] ?? null };
  assert.deepEqual(await readSource("#atlas-marks"), { name: "Perú — “‹”" });
  await assert.rejects(readSource("#gone"));
});

test("data that is given is taken as it is, and an address is fetched", async () => {
  const given = { version: 3 };
  assert.equal(await readSource(given), given);
  globalThis.fetch = async (address) => ({
    ok: address === "marks.json",
    status: 404,
    json: async () => given,
  });
  assert.equal(await readSource("marks.json"), given);
  await assert.rejects(readSource("gone.json"), /gone.json: 404/);
});
