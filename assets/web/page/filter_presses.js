// A press on a filter of the page is shown by the map in the same frame; the server's answer follows.

import { isConnected } from "./connection.js";
import { mapInside } from "./map_frame.js";
import { pickedEntry } from "./means.js";
import { togglePill } from "./pills_alone.js";

/** @import { Act } from "./types.js" */

// The page's own answer to an event goes first.
const next = (/** @type {() => void} */ act) => setTimeout(act);

/** The values of each filter of pills, in the order of its buttons, by the filter's key. */
export const offeredPills = () => document.atlasOffered ?? mapInside()?.offered() ?? {};

/** @param {string} field @param {unknown} values */
function choose(field, values) {
  document.atlasAsked?.press({ [field]: values }, Date.now());
  mapInside()?.choose(field, values);
}

/** The new values of filters, or of what is looked at, that an act brings with it. @param {Act} act */
export function pressedBy({ act, chosen, ...fields }) {
  if (act === "switch") return fields;
  if (act === "focus") return { focus: fields.focus };
  const cell = act === "choose" ? [...new URLSearchParams(String(chosen))] : [];
  return Object.fromEntries(cell.map(([facet, value]) => [facet, [value]]));
}

/** A value that the reader found by its name. @param {string} facet @param {string} value */
export function addValue(facet, value) {
  const chosen = /** @type {string[]} */ (document.atlasAsked?.fields[facet] ?? []);
  if (!chosen.includes(value)) choose(facet, [...chosen, value]);
}

/** A press on a pill. @param {Event} event */
export function onPill({ target }) {
  const pill = target instanceof Element ? target.closest("button") : null;
  if (!pill?.parentElement) return;
  for (const [facet, values] of Object.entries(offeredPills())) {
    if (!pill.closest(`.st-key-${facet}`)) continue;
    const pills = [...pill.parentElement.querySelectorAll("button")];
    if (pills.length !== values.length) return; // the filter is being made anew
    const pressed = (/** @type {Element} */ each) =>
      (each.getAttribute("aria-pressed") === "true") !== (each === pill);
    const chosen = values.filter((/** @type {string} */ _value, /** @type {number} */ n) =>
      pressed(pills[n]),
    );
    next(() => choose(facet, chosen));
    if (isConnected()) return;
    togglePill(pill);
    document.atlasTell?.({ act: "switch", [facet]: chosen }); // Streamlit does not
  }
}

/**
 * An entry that is picked from a list, by a click or by the Enter key: shown before the list answers, which takes
 * longer than the map. @param {Event} event
 */
export function onPick(event) {
  const lit = document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "");
  const target = event instanceof KeyboardEvent ? event.key === "Enter" && lit : event.target;
  const picked = pickedEntry(target instanceof Element ? target.closest("[role=option]") : null);
  const value = picked && mapInside()?.named(picked.facet, picked.words);
  if (picked && value) addValue(picked.facet, value);
}

/** A handle that is pulled or moved by a key: shown while it moves. @param {Event} event */
export function onSlider({ target }) {
  const slider = target instanceof Element ? target.closest(".st-key-years_range, .st-key-top_slider") : null;
  const inside = slider && mapInside();
  if (!inside) return;
  next(() => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const handles = slider.querySelectorAll("input[type=range]");
    const values = [...handles].map((handle) => handle.valueAsNumber).sort((a, b) => a - b);
    if (!values.length) return;
    if (slider.matches(".st-key-top_slider")) return choose("top", values[0]);
    const whole = inside.years();
    choose("years", String(values) === String(whole) ? [] : values);
  });
}
