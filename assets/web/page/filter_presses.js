// A press on a filter of the page is shown by the map in the same frame; the server's answer follows.

import { mapInside } from "./map_frame.js";

// The page's own answer to an event goes first.
const next = (/** @type {() => void} */ act) => setTimeout(act);

/** A press on a pill. @param {Event} event */
export function onPill({ target }) {
  const pill = target instanceof Element ? target.closest("button") : null;
  const inside = pill?.parentElement && mapInside();
  if (!inside) return;
  for (const [facet, values] of Object.entries(inside.offered())) {
    if (!pill.closest(`.st-key-${facet}`)) continue;
    const pills = [...pill.parentElement.querySelectorAll("button")];
    if (pills.length !== values.length) return; // the filter is being made anew
    const pressed = (/** @type {Element} */ each) =>
      (each.getAttribute("aria-pressed") === "true") !== (each === pill);
    const chosen = values.filter((/** @type {string} */ _value, /** @type {number} */ n) =>
      pressed(pills[n]),
    );
    next(() => inside.choose(facet, chosen));
  }
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
    if (slider.matches(".st-key-top_slider")) return inside.choose("top", values[0]);
    const whole = inside.years();
    inside.choose("years", String(values) === String(whole) ? [] : values);
  });
}
