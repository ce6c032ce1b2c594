// The pills of a filter while there is no connection: Streamlit disables them, but the map can answer by itself.

/** Let the pills of these filters be pressed that Streamlit has disabled. @param {string[]} facets */
export function freePills(facets) {
  const within = facets.map((facet) => `.st-key-${CSS.escape(facet)}`).join(",");
  if (!within) return;
  for (const part of document.querySelectorAll(`:is(${within}) :is([disabled], [aria-disabled=true])`)) {
    part.removeAttribute("disabled");
    part.removeAttribute("aria-disabled");
  }
}

/** Show a pill as pressed, or not, which Streamlit does not while it has no connection. @param {Element} pill */
export function togglePill(pill) {
  const was = pill.getAttribute("aria-pressed") ?? "false";
  if (!pill.hasAttribute("data-atlas-was")) pill.setAttribute("data-atlas-was", was);
  pill.setAttribute("aria-pressed", String(was !== "true"));
}

/** Give the pills back as Streamlit left them: it writes only what it knows to have changed. */
export function returnPills() {
  for (const pill of document.querySelectorAll("[data-atlas-was]")) {
    pill.setAttribute("aria-pressed", pill.getAttribute("data-atlas-was") ?? "false");
    pill.removeAttribute("data-atlas-was");
  }
}
