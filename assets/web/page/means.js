// What a value of a filter means: its definition stands in the page, and is told of the value that is pointed at.
import { around } from "./dom.js";

/** What a filter's values mean. @param {string} facet */
const meaningsOf = (facet) => document.querySelector(`dl.atlas-means[data-facet="${CSS.escape(facet)}"]`);

/** @param {HTMLElement} value @param {Element | null | undefined} meaning */
function explain(value, meaning) {
  if (!meaning || value.title) return;
  value.title = meaning.textContent ?? "";
  value.setAttribute("aria-describedby", meaning.id);
}

/** A pill, whose place among its like is that of its meaning. @param {Event} event */
export function explainPill(event) {
  const pill = around(event, ".stSidebar .stButtonGroup button");
  const facet = pill && facetAround(pill);
  if (!pill?.parentElement || !facet) return;
  const place = [...pill.parentElement.querySelectorAll("button")].indexOf(/** @type {any} */ (pill));
  explain(pill, meaningsOf(facet)?.children[place]);
}

/** @param {Element} value */
const facetAround = (value) =>
  [...document.querySelectorAll("dl.atlas-means")]
    .map((each) => each.getAttribute("data-facet") ?? "")
    .find((facet) => value.closest(`.st-key-${facet}`));

/**
 * The filter whose list is open, and the words of one of its entries, behind which stands a number of claims. The
 * list lies outside of its filter, whose field keeps the focus.
 * @param {Element | null} entry
 */
export function pickedEntry(entry) {
  const field = document.activeElement;
  const facet = ["documents", "places"].find((name) => field?.closest(`.st-key-${name}`));
  const words = entry?.textContent?.replace(/ \(\d+\)$/, "");
  return facet && words ? { facet, words } : null;
}

/** An entry of a list, under the pointer or the arrow keys. @param {Event} event */
export function explainEntry(event) {
  const byKey = document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "");
  const entry = event instanceof KeyboardEvent ? byKey : around(event, "[role=option]");
  const picked = pickedEntry(entry);
  if (!entry || !picked) return;
  const { facet, words } = picked;
  explain(entry, meaningsOf(facet)?.querySelector(`[data-words="${CSS.escape(words)}"]`));
}
