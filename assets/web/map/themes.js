// The themes of notes, in the order in which they are listed.

/** @typedef {{slug: string, title: string, notes: number}} Theme */

/**
 * The largest themes first; those alike as they come.
 * @param {{theme: string, title: string}[]} notes @returns {Theme[]}
 */
export function themesOf(notes) {
  /** @type {Map<string, Theme>} */
  const themes = new Map();
  for (const { theme, title } of notes) {
    const known = themes.get(theme) ?? { slug: theme, title, notes: 0 };
    known.notes += 1;
    themes.set(theme, known);
  }
  return [...themes.values()].sort((a, b) => b.notes - a.notes);
}
