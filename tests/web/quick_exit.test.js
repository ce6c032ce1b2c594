import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

const ELSEWHERE = "https://elsewhere.example/";
const LEFT = "atlas-left";
const GONE = { display: "none", title: "", stopped: true };

/** A browser in which the first script of a page runs: what it did to the page stands in `page`. */
async function openPage({ type = "navigate", left, storage, online = true, open = [] } = {}) {
  const page = { display: "", title: "Atlas", stopped: false, to: [], history: [], heard: {} };
  const kept = new Map(left ? [[LEFT, left]] : []);
  class Element {
    closest = () => (this.dataset?.atlasExit ? this : null);
  }
  class HTMLElement extends Element {}
  const link = Object.assign(new HTMLElement(), { dataset: { atlasExit: ELSEWHERE } });
  const listen = (name, heard) => {
    page.heard[name] = heard;
  };
  class PerformanceNavigationTiming {
    type = type;
  }
  const stubs = {
    addEventListener: listen,
    sessionStorage: storage ?? {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => kept.set(name, value),
      removeItem: (name) => kept.delete(name),
    },
    document: {
      documentElement: { style: { setProperty: (_name, value) => Object.assign(page, { display: value }) } },
      set title(words) {
        page.title = words;
      },
      querySelector: (wanted) => (wanted.includes("exit") ? link : null),
      querySelectorAll: () => open,
      addEventListener: listen,
    },
    stop: () => Object.assign(page, { stopped: true }),
    location: { pathname: "/atlas/places", replace: (address) => page.to.push(address) },
    history: { replaceState: (_state, _title, address) => page.history.push(address) },
    navigator: { onLine: online },
    performance: { now: () => page.now ?? 0, getEntriesByType: () => [new PerformanceNavigationTiming()] },
    PerformanceNavigationTiming,
    Element,
    HTMLElement,
    HTMLInputElement: class extends HTMLElement {},
    HTMLIFrameElement: class extends HTMLElement {},
  };
  for (const [name, value] of Object.entries(stubs))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  await import(`../../assets/web/shell/quick_exit.js?${++opened}`);
  return { page, kept, link };
}

let opened = 0;
const clock = globalThis.performance;
afterEach(() => Object.defineProperty(globalThis, "performance", { value: clock, configurable: true }));

const seen = ({ display, title, stopped }) => ({ display, title, stopped });
const press = (page, now) => {
  page.now = now;
  page.heard.keydown({ key: "Escape", repeat: false });
};

test("a page that comes whole out of the browser's memory obeys the exit before it is seen", async () => {
  const { page, kept } = await openPage();
  kept.set(LEFT, ELSEWHERE); // left on a page further on
  page.heard.pageshow({ persisted: true });
  assert.deepEqual(seen(page), GONE);
  assert.deepEqual(page.to, [ELSEWHERE]);
  assert.equal(kept.get(LEFT), ELSEWHERE); // for the next step back
});

test("a page out of the browser's memory stays where nobody has left, and so does one that is just opened", async () => {
  const { page, kept } = await openPage();
  page.heard.pageshow({ persisted: true });
  kept.set(LEFT, ELSEWHERE);
  page.heard.pageshow({ persisted: false });
  assert.deepEqual(page.to, []);
  assert.equal(page.display, "");
});

test("Back to a page that is loaded anew obeys, whoever opens the atlas again is let in", async () => {
  const back = await openPage({ type: "back_forward", left: ELSEWHERE });
  assert.deepEqual([seen(back.page), back.page.to], [GONE, [ELSEWHERE]]);
  const again = await openPage({ left: ELSEWHERE });
  assert.deepEqual([again.page.to, again.kept.has(LEFT)], [[], false]);
});

test("without a network a page out of the memory is blank", async () => {
  const { page, kept } = await openPage({ online: false });
  kept.set(LEFT, ELSEWHERE);
  page.heard.pageshow({ persisted: true });
  assert.deepEqual(page.to, ["about:blank"]);
});

test("who presses the exit leaves nothing of what was asked, and its mark for the way back", async () => {
  const { page, kept, link } = await openPage();
  const asked = [];
  page.heard.click({
    target: link,
    preventDefault: () => asked.push("prevented"),
    stopPropagation: () => asked.push("stopped"),
  });
  assert.deepEqual(asked, ["prevented", "stopped"]);
  assert.deepEqual([page.history, page.to, kept.get(LEFT)], [["/atlas/"], [ELSEWHERE], ELSEWHERE]);
});

test("a page that may keep nothing leaves all the same", async () => {
  const refuse = () => {
    throw new DOMException("no storage here", "SecurityError");
  };
  const { page, link } = await openPage({
    storage: { getItem: refuse, setItem: refuse, removeItem: refuse },
  });
  page.heard.pageshow({ persisted: true });
  assert.deepEqual(page.to, []);
  page.heard.click({ target: link, preventDefault() {}, stopPropagation() {} });
  assert.deepEqual(page.to, [ELSEWHERE]);
});

test("three presses of Esc within a second leave, a slow hand does not", async () => {
  const { page } = await openPage();
  for (const now of [0, 600, 1200, 1800]) press(page, now);
  assert.deepEqual(page.to, []);
  press(page, 1900);
  assert.deepEqual(page.to, [ELSEWHERE]);
});

test("a press that closes what is open does not count", async () => {
  const open = [{ getClientRects: () => [{}] }];
  const { page } = await openPage({ open });
  press(page, 0);
  open.pop();
  press(page, 100);
  press(page, 200);
  assert.deepEqual(page.to, []);
  press(page, 300);
  assert.deepEqual(page.to, [ELSEWHERE]);
});
