// Colours of the palette by key, read once a theme: asking the browser for each line would be slow.
const known = new Map();

export function colour(name) {
  if (!known.has(name)) {
    known.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--atlas-${name}`).trim());
  }
  return known.get(name);
}

export function forgetColours() {
  known.clear();
}
