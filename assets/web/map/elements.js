// Elements of the cards over the map.

/**
 * An element with a class and a text, which is never read as HTML: the words may come from a file.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} className @param {string} [text]
 */
export function make(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text) node.textContent = text;
  return node;
}

const roomy = () => window.innerWidth > 560 && window.innerHeight > 430;

/**
 * A card that folds, and is open at first where the window has room for it.
 * @param {string} name @param {HTMLElement} title its summary
 */
export function card(name, title) {
  const node = make("details", `atlas-card atlas-${name}`);
  node.open = roomy();
  node.append(title);
  L.DomEvent.disableClickPropagation(node);
  L.DomEvent.disableScrollPropagation(node);
  return node;
}

/**
 * A card in the middle of a map whose data did not come: one sentence, and a button to try again.
 * @param {{failed: string, again: string}} words @param {() => void} again
 */
export function failure(words, again) {
  const control = new L.Control({ position: "topleft" });
  control.onAdd = () => {
    const node = make("div", "atlas-card atlas-failure");
    node.setAttribute("role", "alert");
    const button = make("button", "atlas-link", words.again);
    button.type = "button";
    button.addEventListener("click", again);
    node.append(make("p", "", words.failed), button);
    L.DomEvent.disableClickPropagation(node);
    return node;
  };
  return control;
}
