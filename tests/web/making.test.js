import assert from "node:assert/strict";
import { test } from "node:test";
import { received } from "../../assets/web/page/making.js";

const bytes = (text) => new TextEncoder().encode(text);

/** A stream whose parts come as they are given. */
const stream = (...parts) =>
  new ReadableStream({
    start(sink) {
      for (const part of parts) sink.enqueue(typeof part === "string" ? bytes(part) : part);
      sink.close();
    },
  });

const taken = async (...parts) => {
  const steps = [];
  const { content, type } = await received(stream(...parts), (step) => steps.push(step));
  return { steps, type, content: [...content] };
};

test("steps are told as they come, and the file follows them, whatever bytes it has", async () => {
  const file = new Uint8Array([10, 123, 10, 255]);
  const found = await taken('{"step":"Drawing the map"}\n', '{"size":4,"type":"image/png"}\n', file);
  assert.deepEqual(found, { steps: ["Drawing the map"], type: "image/png", content: [10, 123, 10, 255] });
});

test("it does not matter where a part ends", async () => {
  const whole = bytes('{"step":"One …"}\n{"step":"Two"}\n{"size":3,"type":"x/y"}\na\nb');
  for (let at = 1; at < whole.length; at += 1) {
    const found = await taken(whole.slice(0, at), whole.slice(at));
    assert.deepEqual(found, { steps: ["One …", "Two"], type: "x/y", content: [...bytes("a\nb")] });
  }
});

test("a file that does not come whole is none", async () => {
  for (const part of ["", '{"step":"Drawing"}\n', '{"size":4,"type":"x/y"}\nabc'])
    await assert.rejects(taken(part), /whole/);
});

test("an empty file is a file", async () => {
  assert.deepEqual(await taken('{"size":0,"type":"x/y"}\n'), { steps: [], type: "x/y", content: [] });
});
