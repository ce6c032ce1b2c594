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
 * @param {string} name @param {string} title
 */
export function card(name, title) {
  const node = make("details", `atlas-card atlas-${name}`);
  node.open = roomy();
  node.append(make("summary", "", title));
  L.DomEvent.disableClickPropagation(node);
  L.DomEvent.disableScrollPropagation(node);
  return node;
}
