// A picture of the map for a slide: painted in the map's frame, and saved from here.

import { around } from "./dom.js";
import { mapInside } from "./map_frame.js";

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} */
const pixelsOf = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, "image/png"));

/** @param {Blob} content @param {string} name */
function save(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

/**
 * Save the present map as a file; the words beside it stand on an element around the button.
 * @param {HTMLElement} button @param {string} kind "png" or "svg"
 */
export async function savePicture(button, kind) {
  const { atlasWords = "{}", atlasName = "map" } =
    around({ target: button }, "[data-atlas-words]")?.dataset ?? {};
  const words = JSON.parse(atlasWords);
  const map = mapInside();
  if (kind === "svg") {
    const drawing = map?.drawing(words);
    if (drawing) save(new Blob([drawing], { type: "image/svg+xml" }), `${atlasName}.svg`);
    return;
  }
  const picture = map?.picture(words);
  const pixels = picture ? await pixelsOf(picture) : null;
  if (pixels) save(pixels, `${atlasName}.png`);
}
