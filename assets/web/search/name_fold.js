// Names without what a reader may leave out. The twin of `fold` in geodata/name_index.py: both are held to
// tests/web/fixtures/folded_names.json.

/**
 * A text in lower case without accents, marks and signs, so that "México" and "mexico" are equal.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  // By way of the capitals "ß" becomes "ss"; a sigma is the same letter at the end of a word.
  const lower = plain.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
  return lower.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
