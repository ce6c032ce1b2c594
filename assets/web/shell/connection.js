// Without websockets Streamlit shows an empty page for ever: after a while this one says so, until there is one.
const FIRST_MS = 3500;
const THEN_MS = 500;

function look() {
  const said = document.getElementById("atlas-connection");
  const stands = document.querySelector("[data-test-connection-state=CONNECTED]");
  if (said) said.hidden = Boolean(stands);
  if (!stands) setTimeout(look, THEN_MS);
}

setTimeout(look, FIRST_MS);
