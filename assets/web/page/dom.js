// Finding elements, where a miss would be a fault of ours and where it would not.

/**
 * The element inside another that a selector names; an error says which one is missing.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} root @param {string} selector @returns {T}
 */
export function part(root, selector) {
  const found = /** @type {T | null} */ (root.querySelector(selector));
  if (!found) throw new Error(`The page has no ${selector} where it is needed.`);
  return found;
}

/**
 * The nearest element around the target of an event that a selector names; null where there is none. The
 * target can belong to another document, or be none at all.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {Pick<Event, "target">} event @param {string} selector @returns {T | null}
 */
export function around({ target }, selector) {
  return target && "closest" in target ? /** @type {Element} */ (target).closest(selector) : null;
}

/**
 * An element with a text, which is never read as HTML.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} text
 */
export function element(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
