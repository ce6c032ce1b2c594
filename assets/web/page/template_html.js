// The one place where script writes HTML: all else that it writes is text.

/**
 * Show HTML that a template of the server made, in which every value was escaped.
 * @param {Element} host @param {string} html
 */
export function showTemplate(host, html) {
  host.innerHTML = html;
}
