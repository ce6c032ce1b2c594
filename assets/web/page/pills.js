// A press on a filter is shown by the map at once, as a switch of its legend is; the server's answer follows.
export function onPill({ target }) {
  const pill = target.closest(".st-key-types button, .st-key-sectors button");
  const frame = document.querySelector("iframe.atlas-frame");
  const inside = pill && frame && frame.contentWindow.atlas;
  if (!inside) return;
  const facet = pill.closest(".st-key-types") ? "types" : "sectors";
  const pills = [...pill.parentElement.querySelectorAll("button")];
  const options = frame.atlasOptions[facet];
  if (options.length !== pills.length) return; // the filter is being made anew
  const pressed = (each) => (each.getAttribute("aria-pressed") === "true") !== (each === pill);
  const values = options.filter((_value, n) => pressed(pills[n]));
  setTimeout(() => inside.preview(facet, values)); // the page's own answer to the press goes first
}
