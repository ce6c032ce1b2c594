// A press on a type filter is shown by the map at once, as a switch of its legend is; the server's answer follows.
function onPill({ target }) {
  const pill = target.closest(".st-key-types button");
  const frame = document.querySelector("iframe.atlas-frame");
  const inside = pill && frame && frame.contentWindow.atlas;
  if (!inside) return;
  const pills = [...pill.parentElement.querySelectorAll("button")];
  const pressed = (each) => (each.getAttribute("aria-pressed") === "true") !== (each === pill);
  const types = frame.atlasTypes.filter((_type, n) => pressed(pills[n]));
  setTimeout(() => inside.preview(types)); // the page's own answer to the press goes first
}
