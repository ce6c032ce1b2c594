// Acts and presses through losses of every kind: sessions that end, messages and answers that are lost, late or
// doubled. In the end each act was taken once, and page and server say the same.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Pending } from "../../assets/web/map/pending.js";
import { forgetHeard, keepAct, unheard } from "../../assets/web/page/acts.js";
import { isNewer, newestSession } from "../../assets/web/page/newer.js";
import { answers, everything, expectAnswer } from "../../assets/web/page/retell.js";
import { numbers } from "./stubs.js";

const ROUNDS = 10_000;

/** A page without elements, whose connection and runs a test decides. */
function openPage() {
  const state = { "data-test-connection-state": "CONNECTED", "data-test-script-state": "notRunning" };
  const app = { state, getAttribute: (name) => state[name] };
  globalThis.document = { querySelector: () => app };
  globalThis.location = { search: "" };
  return app;
}

beforeEach(openPage);

test("numbers of a new session are newer, however low, and those of an old one are not", () => {
  const last = { session: "one", number: 57 };
  assert.equal(isNewer(last), true);
  assert.equal(isNewer({ session: "one", number: 57 }, last), false);
  assert.equal(isNewer({ session: "two", number: 1 }, last), true);
  assert.equal(isNewer({ session: "one", number: 58 }, { session: "two", number: 1 }), false);
  assert.equal(newestSession(), "two");
});

test("an act is told until the server has heard of it, and no longer", () => {
  keepAct({ act: "focus", focus: "country:PER" });
  keepAct({ act: "focus", focus: "" });
  forgetHeard(1);
  assert.deepEqual(unheard(), [{ act: "focus", focus: "", count: 2 }]);
  forgetHeard(2);
  assert.deepEqual(unheard(), []);
});

test("all that is told again is answered by whoever has heard of its number", () => {
  document.atlasAsked = new Pending({ types: [] });
  document.atlasAsked.press({ types: ["a"] }, Date.now());
  keepAct({ act: "switch", hide: ["routes"] });
  const { acts, back } = everything();
  assert.equal(acts.length, 1);
  assert.deepEqual(back.wish, { types: ["a"] });
  assert.equal(answers(back.count - 1), false);
  assert.equal(answers(back.count), true);
  forgetHeard(back.count);
  assert.equal(answers(back.count), false);
});

test("an act without an answer is told again by a page at rest, but not for ever", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const app = openPage();
  let told = 0;
  document.atlasRetell = () => {
    told += 1;
    expectAnswer(document.atlasCount);
  };
  app.state["data-test-script-state"] = "running";
  expectAnswer(keepAct({ act: "focus", focus: "" }));
  context.mock.timers.tick(10_000);
  assert.equal(told, 0); // the answer is being made
  app.state["data-test-script-state"] = "notRunning";
  for (let n = 0; n < 20; n += 1) context.mock.timers.tick(3000);
  assert.equal(told, 3);
});

test("what was told again just now is given its time, however long ago it was pressed", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const app = openPage();
  app.state["data-test-connection-state"] = "PINGING_SERVER";
  let told = 0;
  document.atlasRetell = () => {
    told += 1;
    expectAnswer(everything().back.count);
  };
  expectAnswer(keepAct({ act: "focus", focus: "" }));
  context.mock.timers.tick(2900);
  app.state["data-test-connection-state"] = "CONNECTED";
  document.atlasRetell(); // as when the connection is found
  context.mock.timers.tick(200); // the act's own patience ends, and the answer is on its way
  assert.equal(told, 1);
  context.mock.timers.tick(3000);
  assert.equal(told, 2);
});

/** A server whose sessions end: each takes an act once, and another takes over what the page shows. */
class Server {
  sessions = 0;

  start(link) {
    this.sessions += 1;
    this.session = { name: `session ${this.sessions}`, number: 0, heard: 0, ...read(link) };
  }

  take({ acts, back, types }) {
    const { session } = this;
    if (types) session.types = types; // as Streamlit brings it
    if (back && back.count <= session.heard) return;
    if (back && back.session !== session.name) Object.assign(session, read(back.link), { heard: 0 });
    for (const { count, types: chosen } of acts) {
      if (count <= session.heard) continue;
      session.heard = count;
      session.taken = [...session.taken, count];
      if (chosen) session.types = chosen;
    }
    if (back) Object.assign(session, back.wish, { heard: back.count });
  }

  say() {
    const { name, heard, types, taken } = this.session;
    this.session.number += 1;
    const command = { session: name, number: this.session.number, heard, types, taken };
    return { command, link: JSON.stringify({ types, taken }) };
  }
}

const read = (link) => ({ types: [], taken: [], ...(link && JSON.parse(decodeURIComponent(link))) });

/** What the page does with an answer, as in `bridge.js`. */
function hear({ command, link }) {
  if (!isNewer(command, document.atlasHeard)) return;
  document.atlasHeard = command;
  if (answers(command.heard)) document.atlasAsked.forget();
  document.atlasAsked.hear({ types: command.types, taken: command.taken }, Date.now());
  location.search = `?${encodeURIComponent(link)}`;
  forgetHeard(command.heard);
}

test(`in ${ROUNDS} runs with losses nothing is lost, taken twice or said by half of the page`, () => {
  const random = numbers(11);
  const chance = (most) => Math.floor(random() * most);
  for (let round = 0; round < ROUNDS; round += 1) {
    openPage();
    document.atlasAsked = new Pending({ types: [], taken: [] });
    const server = new Server();
    server.start();
    hear(server.say());
    const heard = []; // answers, of which any may come once more
    const kept = [];
    let connected = true;
    let pressed = [];
    let onWidget = []; // what Streamlit's own pills hold

    const answer = (said) => {
      hear(said);
      onWidget = document.atlasAsked.fields.types;
    };
    // A message is lost with the connection, before the server has it or after.
    const send = (message, lost = chance(6)) => {
      if (!connected) return;
      if (lost === 0) return lose();
      server.take(message);
      heard.push(server.say());
      if (lost === 1) lose();
      else answer(heard.at(-1));
    };
    const press = () => {
      pressed = ["a", "b", "c"].filter(() => chance(2));
      document.atlasAsked.press({ types: pressed }, Date.now());
      if (connected) onWidget = pressed;
      else kept.push(keepAct({ act: "switch", types: pressed }));
      send({ acts: [], types: onWidget });
    };
    const act = () => {
      kept.push(keepAct({ act: "focus" }));
      if (chance(6)) send({ acts: unheard(), types: onWidget }); // or a part of the page that it does not know
    };
    const lose = () => {
      connected = false;
      if (chance(2)) server.session = null;
    };
    const find = (lost = chance(6)) => {
      connected = true;
      if (!server.session) server.start(location.search.slice(1));
      send({ ...everything(), types: onWidget }, lost);
    };
    // A connection that is closed brings nothing more, but what it brought may be shown again.
    const hearLate = () => {
      const known = [...(document.atlasSessions ?? []), connected && server.session?.name];
      const late = heard.filter(({ command }) => known.includes(command.session));
      if (late.length) answer(late[chance(late.length)]);
    };
    for (let step = 0; step < 14; step += 1) {
      const what = chance(6);
      if (what < 2) press();
      else if (what < 4) act();
      else if (what === 4) connected ? lose() : find();
      else hearLate();
    }
    if (connected) lose();
    find(5);
    const { types, taken, heard: all } = server.session;
    assert.deepEqual(taken, kept, `round ${round}`);
    assert.deepEqual([...types].sort(), [...pressed].sort(), `round ${round}`);
    assert.deepEqual(document.atlasAsked.fields, { types, taken }, `round ${round}`);
    assert.equal(document.atlasAsked.settled && unheard().length === 0, true, `round ${round}`);
    assert.equal(document.atlasHeard.heard, all);
    assert.equal(newestSession(), server.session.name);
  }
});
