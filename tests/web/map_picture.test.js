import assert from "node:assert/strict";
import { test } from "node:test";
import { writingCanvas } from "./stubs.js";

globalThis.L = { Renderer: class {} };
const { brokenInto } = await import("../../assets/web/map/map_picture.js");

test("a text is broken into lines that have room, between its words where they are no longer than a line", () => {
  const ctx = writingCanvas(); // a letter is six pixels wide
  assert.deepEqual(brokenInto(ctx, "one two  three", 6 * 7), ["one two", "three"]);
  assert.deepEqual(brokenInto(ctx, "a verylongword b", 6 * 4), ["a", "very", "long", "word", "b"]);
  assert.deepEqual(brokenInto(ctx, "", 100), []);
});
