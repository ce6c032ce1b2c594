// What a value of a filter means: its definition stands in the page, and is told of the value that is pointed at.
import { around } from "./dom.js";

/** @param {Event} event */
export function explainPill(event) {
  /** @type {HTMLButtonElement | null} */
  const pill = around(event, ".stSidebar .stButtonGroup button");
  if (!pill?.parentElement || pill.title) return;
  const meanings = [...document.querySelectorAll("dl.atlas-means")].find((each) =>
    pill.closest(`.st-key-${each.getAttribute("data-facet")}`),
  );
  const place = [...pill.parentElement.querySelectorAll("button")].indexOf(pill);
  const meaning = meanings?.children[place];
  if (!meaning) return;
  pill.title = meaning.textContent ?? "";
  pill.setAttribute("aria-describedby", meaning.id);
}
