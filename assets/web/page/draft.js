// A story that a reader writes: its draft is kept in the browser, which gives it back after a reload; a file of one
// is read here; and the server hears of a text while the writer pauses.

import { part } from "./dom.js";
import { forgetDraft, keepDraft, keptDraft } from "./draft_store.js";

/** @typedef {{ begun: boolean, draft: string, field: string, turns: number, loaded: string, faults: string[], kept: boolean }} DraftData */
/** @typedef {HTMLElement & { atlasTold?: (told: Record<string, unknown>) => void }} DraftHost */

const PAUSE_MS = 600; // after the last letter, before the server hears of it
const FIELD_MS = 3000; // long after any answer; then nobody waits for a field any more

/** Streamlit takes a text when its field is left, or with this key. */
const TAKE = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {Event} event */
function onLetters({ target }) {
  if (!(target instanceof HTMLTextAreaElement) || !target.closest(".st-key-writing")) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (document.activeElement === target) target.dispatchEvent(new KeyboardEvent("keydown", TAKE));
  }, PAUSE_MS);
}

/** Let the keyboard go on in a field, once that is there, behind what stands in it. @param {string} field its key */
function enter(field) {
  const started = performance.now();
  const attempt = () => {
    /** @type {HTMLInputElement | HTMLTextAreaElement | null} */
    const found = document.querySelector(`.st-key-${field.replace(/[^\w-]/g, "-")} :is(input, textarea)`);
    if (found) {
      found.focus();
      found.setSelectionRange(found.value.length, found.value.length);
    } else if (performance.now() - started < FIELD_MS) requestAnimationFrame(attempt);
  };
  attempt();
}

/** The content of a file as text that a message can carry. @param {File} file @returns {Promise<string>} */
const encoded = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** @param {DraftHost} host @param {HTMLInputElement} input @param {number} most bytes of a story's file */
async function readFile(host, input, most) {
  const [file] = input.files ?? [];
  if (!file) return;
  // Of a file that is too large the beginning is enough for the server to say so.
  const content = await encoded(new File([file.slice(0, most + 1)], file.name)).catch(() => "");
  host.atlasTold?.({ loaded: { name: file.name, content } });
  input.value = ""; // the same file can be chosen again
}

/** @param {DraftHost} host @param {DraftData} data */
function show(host, { loaded, faults, kept }) {
  const said = part(host, ".atlas-draft-loaded");
  if (said.textContent !== loaded) said.textContent = loaded; // a reader aloud hears it once
  part(host, ".atlas-draft-problems ul").replaceChildren(
    ...faults.map((fault) => Object.assign(document.createElement("li"), { textContent: fault })),
  );
  part(host, ".atlas-draft-where").hidden = !kept;
  part(host, ".atlas-draft-unkept").hidden = kept;
}

/** @param {{ data: [DraftData], parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} component */
export default function ({ data: [data], parentElement, setTriggerValue }) {
  const host = /** @type {DraftHost} */ (part(parentElement, ".atlas-draft-kept"));
  host.atlasTold = (told) => setTriggerValue("told", told);
  const input = /** @type {HTMLInputElement} */ (part(host, "input"));
  input.onchange = () => readFile(host, input, Number(host.dataset.most));
  document.removeEventListener("input", onLetters);
  document.addEventListener("input", onLetters);
  show(host, data);
  if (!data.begun) {
    setTimeout(() => host.atlasTold?.({ found: keptDraft() }));
    return;
  }
  const isKept = data.draft ? keepDraft(data.draft) : forgetDraft();
  if (isKept !== data.kept) setTimeout(() => host.atlasTold?.({ kept: isKept }));
  if (data.field && data.turns !== document.atlasFieldTurns) enter(data.field);
  document.atlasFieldTurns = data.turns;
}
