// Where the map's data comes from: given as it is, fetched from an address, or packed in an element of the page.

/**
 * Data as it is, or from its address; one that begins with # names an element that holds it, packed.
 * @template T @param {string | T} source @returns {Promise<T>}
 */
export async function readSource(source) {
  if (typeof source !== "string") return source;
  if (source.startsWith("#")) return unpacked(document.querySelector(source)?.textContent ?? "");
  const reply = await fetch(source);
  if (!reply.ok) throw new Error(`${source}: ${reply.status}`);
  return reply.json();
}

/** JSON that was packed by gzip and written in base64. @param {string} text */
export async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}
