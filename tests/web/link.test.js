// Steps in the browser's history: what a run shows is one, unless it follows at once or only fills an entry in.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forgetHeard, keepAct } from "../../assets/web/page/acts.js";
import { writeStep, writeView } from "../../assets/web/page/link.js";

/** A browser's history in which a test sees each entry, and a clock that it turns. */
class History {
  entries = [{ state: null, address: "/" }];

  get state() {
    return this.entries.at(-1).state;
  }

  pushState(state, _unused, address) {
    this.entries.push({ state, address });
  }

  replaceState(state, _unused, address) {
    this.entries.splice(-1, 1, { state, address });
  }

  get addresses() {
    return this.entries.map(({ address }) => address);
  }
}

let now = 0;

beforeEach(() => {
  now = 0;
  globalThis.History = History;
  globalThis.history = new History();
  globalThis.location = { pathname: "/", hash: "" };
  globalThis.document = { atlasView: [-71, -1, 3] };
  Object.defineProperty(globalThis, "performance", { value: { now: () => now }, configurable: true });
});

const show = (link, heard = 0) => writeStep({ link, asked: {} }, true, heard);

test("the entry that a page begins with is filled in, and each change is another one", () => {
  show("");
  now = 10; // however soon the first press comes
  show("types=a");
  now = 2000;
  show("types=a");
  show("types=a&focus=country:PER");
  assert.deepEqual(history.addresses, [
    "/?view=-71,-1,3",
    "/?types=a&view=-71,-1,3",
    "/?types=a&focus=country:PER&view=-71,-1,3",
  ]);
});

test("quick presses fold into one step", () => {
  show("");
  for (const link of ["types=a", "types=a|b", "types=a|b|c"]) {
    now += 700;
    show(link);
  }
  assert.deepEqual(history.addresses.slice(1), ["/?types=a|b|c&view=-71,-1,3"]);
});

test("pan and zoom belong to the step in which they are made", () => {
  show("");
  now = 5000;
  show("types=a");
  document.atlasView = [-60, 4, 5];
  writeView();
  assert.deepEqual(history.addresses, ["/?view=-71,-1,3", "/?types=a&view=-60,4,5"]);
});

test("a view to which a press leads belongs to the step of the press, not to the one before", () => {
  show("");
  keepAct({ act: "focus", focus: "country:PER", bring: true });
  document.atlasView = [-75, -9, 5];
  writeView();
  show("focus=country:PER", 1);
  forgetHeard(1);
  assert.deepEqual(history.addresses, ["/?view=-71,-1,3", "/?focus=country:PER&view=-75,-9,5"]);
});

test("on the way back no older answer is written, and the answer makes no step", () => {
  show("types=a");
  document.atlasReturned = 4;
  show("types=a|b", 3);
  document.atlasView = [0, 0, 2];
  writeView();
  assert.deepEqual(history.addresses, ["/?types=a&view=-71,-1,3"]);
  show("types=b", 4); // what the session makes of it
  assert.deepEqual(history.addresses, ["/?types=b&view=0,0,2"]);
  show("types=c", 4);
  assert.equal(history.entries.length, 2);
});

test("an entry that Streamlit made for another page is filled in", () => {
  show("types=a");
  history.pushState({}, "", "/places");
  location.pathname = "/places";
  writeView();
  assert.equal(history.addresses.at(-1), "/places");
  writeStep({ link: "place=PER&types=a", asked: {} }, false, 0);
  assert.deepEqual(history.addresses, ["/?types=a&view=-71,-1,3", "/places?place=PER&types=a"]);
});
