import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { copyFor } from "../../assets/web/page/clipboard.js";

/** What a browser offers: a clipboard only on https and on the own machine, a copy command everywhere. */
function stubBrowser(clipboard, command = () => true) {
  const copied = [];
  const boxes = [];
  const box = () => ({ style: {}, select() {}, remove: () => boxes.pop() });
  Object.defineProperty(globalThis, "navigator", { value: { clipboard }, configurable: true });
  globalThis.document = {
    createElement: box,
    body: { append: (made) => boxes.push(made) },
    execCommand: () => command() && copied.push(boxes.at(-1).value) > 0,
  };
  return { copied, boxes };
}

afterEach((context) => context.mock.timers.reset());

test("a text is written to the clipboard, and the button says so for a moment", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const written = [];
  stubBrowser({ writeText: async (text) => written.push(text) });
  const button = { textContent: "Copy link" };
  await copyFor(button, "https://example.org/?passage=s1", "Link copied");
  assert.deepEqual(written, ["https://example.org/?passage=s1"]);
  assert.equal(button.textContent, "Link copied");
  context.mock.timers.tick(2000);
  assert.equal(button.textContent, "Copy link");
});

test("over plain http, where there is no clipboard, the copy command does it and leaves nothing behind", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { copied, boxes } = stubBrowser(undefined);
  const button = { textContent: "Copy link" };
  await copyFor(button, "http://example.org/", "Link copied");
  assert.deepEqual(copied, ["http://example.org/"]);
  assert.deepEqual(boxes, []);
  assert.equal(button.textContent, "Link copied");
});

test("a button that is pressed twice gets its own words back", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  stubBrowser({ writeText: async () => {} });
  const button = { textContent: "Copy link" };
  await copyFor(button, "a", "Link copied");
  await copyFor(button, "a", "Link copied");
  context.mock.timers.tick(2000);
  assert.equal(button.textContent, "Copy link");
});

const REFUSING = {
  writeText: async () => {
    throw new DOMException("Write permission denied.", "NotAllowedError");
  },
};
const NOT_COPIED = "Not copied";

test("where the clipboard is refused, as in the frame of another site, the copy command does it", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { copied, boxes } = stubBrowser(REFUSING);
  const button = { textContent: "Copy link" };
  await copyFor(button, "http://example.org/", "Link copied", NOT_COPIED);
  assert.deepEqual(copied, ["http://example.org/"]);
  assert.deepEqual(boxes, []);
  assert.equal(button.textContent, "Link copied");
});

for (const [refusal, command] of [
  ["answers no", () => false],
  [
    "throws",
    () => {
      throw new Error("not here");
    },
  ],
])
  test(`where the copy command ${refusal} too, the button says that nothing was copied`, async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const { copied, boxes } = stubBrowser(REFUSING, command);
    const button = { textContent: "Copy link" };
    await copyFor(button, "a", "Link copied", NOT_COPIED);
    await copyFor(button, "a", "Link copied", NOT_COPIED);
    assert.deepEqual([copied, boxes], [[], []]);
    assert.equal(button.textContent, NOT_COPIED);
    context.mock.timers.tick(6000);
    assert.equal(button.textContent, "Copy link");
  });
