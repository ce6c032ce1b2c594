// Colours of the palette by key, read once a theme: asking the browser for each line would be slow.

/** @type {Map<string, string>} */
const known = new Map();

/** @param {string} name */
export function colour(name) {
  const found = known.get(name);
  if (found !== undefined) return found;
  const read = getComputedStyle(document.documentElement).getPropertyValue(`--atlas-${name}`).trim();
  known.set(name, read);
  return read;
}

export function forgetColours() {
  known.clear();
}
