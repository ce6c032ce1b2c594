import assert from "node:assert/strict";
import { test } from "node:test";
import { saidTo } from "../../assets/web/page/speaker_window.js";

const story = {
  speaker: { opening: "Three roles", closing: "What this rests on" },
  chapters: [
    { title: "Rings", progress: "1 of 2", note: "Slowly.", question: "" },
    { title: "Out", progress: "2 of 2", note: "", question: "Who?" },
  ],
};

test("a speaker reads the note and question of the chapter, and the title of the next", () => {
  assert.deepEqual(saidTo(story, 0), {
    title: "Rings",
    progress: "1 of 2",
    note: "Slowly.",
    question: "",
    next: "Out",
  });
  assert.deepEqual([saidTo(story, 1).question, saidTo(story, 1).next], ["Who?", "What this rests on"]);
});

test("before the first chapter stands the opening slide, and nothing comes after the closing one", () => {
  const { title, note, next } = saidTo(story, 0, "opening");
  assert.deepEqual([title, note, next], ["Three roles", "", "Rings"]);
  assert.deepEqual(
    [saidTo(story, 1, "closing").title, saidTo(story, 1, "closing").next],
    ["What this rests on", ""],
  );
});
