import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  forgetDraft,
  keepDraft,
  keptDraft,
  rememberWriting,
  wasWriting,
} from "../../assets/web/page/draft_store.js";

/** A store of a browser. */
function store() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
}

const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });

/** The page at an address, in the same browser. */
const open = (address) => put("location", new URL(address));

beforeEach(() => {
  put("localStorage", store());
  put("sessionStorage", store());
  open("https://atlas.example/base/?types=forced_labor");
});

test("a draft is kept until it is forgotten", () => {
  assert.equal(keptDraft(), "");
  assert.equal(keepDraft("a draft"), true);
  assert.equal(keptDraft(), "a draft");
  assert.equal(forgetDraft(), true);
  assert.equal(keptDraft(), "");
});

test("each page of an atlas finds the same draft, and another atlas its own", () => {
  keepDraft("a draft");
  open("https://atlas.example/base/sources?document=tip-2024");
  assert.equal(keptDraft(), "a draft");
  open("https://atlas.example/other/");
  assert.equal(keptDraft(), "");
});

test("a tab that was writing knows it", () => {
  assert.equal(wasWriting(), false);
  rememberWriting(true);
  assert.equal(wasWriting(), true);
  rememberWriting(false);
  assert.equal(wasWriting(), false);
});

test("where a browser keeps nothing, nothing is kept and nothing fails", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(globalThis, name, { get: refuse, configurable: true });
  assert.equal(keepDraft("a draft"), false);
  assert.equal(forgetDraft(), false);
  assert.equal(keptDraft(), "");
  rememberWriting(true);
  assert.equal(wasWriting(), false);
});
