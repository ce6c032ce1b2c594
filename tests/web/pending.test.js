// Presses that the server has not answered yet: shown at once, confirmed, kept against older news, or undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PATIENCE, Pending } from "../../assets/web/map/pending.js";

test("a press is shown before the server has heard of it", () => {
  const asked = new Pending({ types: [] });
  assert.equal(asked.press({ types: ["forced_labor"] }, 0), true);
  assert.deepEqual(asked.fields.types, ["forced_labor"]);
  assert.equal(asked.settled, false);
});

test("the server's word for it changes nothing", () => {
  const asked = new Pending();
  asked.press({ types: ["a", "b"] }, 0);
  assert.equal(asked.hear({ types: ["b", "a"] }, 60), false);
  assert.equal(asked.settled, true);
});

test("an answer to an earlier press does not undo a later one", () => {
  const asked = new Pending();
  asked.press({ types: ["a"] }, 0);
  asked.press({ types: ["a", "b"] }, 10);
  assert.equal(asked.hear({ types: ["a"] }, 20), false);
  assert.deepEqual(asked.fields.types, ["a", "b"]);
  assert.equal(asked.hear({ types: ["a", "b"] }, 30), false);
  assert.equal(asked.settled, true);
});

test("news from before the press do not undo it, and other fields follow the server", () => {
  const asked = new Pending({ focus: "" });
  asked.press({ types: ["a"] }, 0);
  assert.equal(asked.hear({ focus: "country:PER" }, 20), true);
  assert.deepEqual(asked.fields, { focus: "country:PER", types: ["a"] });
});

test("what the server decides otherwise is shown", () => {
  const asked = new Pending({ types: ["a"] });
  asked.press({ types: ["a", "b"] }, 0);
  assert.equal(asked.hear({ types: ["c"] }, 20), true);
  assert.deepEqual(asked.fields.types, ["c"]);
  assert.equal(asked.settled, true);
});

test("a press that the server lost is undone, but not while the server is silent", () => {
  const asked = new Pending({ types: [] });
  asked.press({ types: ["a"] }, 0);
  assert.equal(asked.review(PATIENCE + 1), false);
  assert.deepEqual(asked.fields.types, ["a"]);
  asked.hear({ focus: "country:PER" }, 100);
  assert.equal(asked.review(PATIENCE + 1), true);
  assert.equal(asked.fields.types, undefined);
});

test("whatever the order of presses and answers, the last word is the server's", () => {
  let seed = 7;
  const chance = (most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * most);
  };
  for (let round = 0; round < 2000; round += 1) {
    const asked = new Pending({ types: [] });
    const sent = []; // values as the server takes them, in order; some answers come twice or late
    let now = 0;
    let answered = 0;
    for (let act = 0; act < 12; act += 1) {
      now += chance(40);
      if (chance(2)) {
        const types = ["a", "b", "c"].filter(() => chance(2));
        asked.press({ types }, now);
        sent.push(types);
      } else if (sent.length && answered < sent.length) {
        answered += 1 + chance(sent.length - answered); // the server may skip presses that came together
        for (let times = 0; times <= chance(2); times += 1) asked.hear({ types: sent[answered - 1] }, now);
      }
    }
    const last = sent.at(-1) || [];
    asked.hear({ types: last }, now + 10);
    assert.deepEqual([...(asked.fields.types || [])].sort(), [...last].sort());
    assert.equal(asked.settled, true);
  }
});
