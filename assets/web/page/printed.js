// What a printed page holds that the screen shows otherwise: what is asked, its link and day, and the map as a picture.
import { element } from "./dom.js";
import { mapInside } from "./map_frame.js";

const HOST = ":not(.atlas-telling) > .atlas-host"; // a story prints a map a chapter
const SAID = ".atlas-asked"; // the sentence in the column of filters, which is not printed
export const NO_WORDS = { title: "", said: "", caveat: "", made: "", heading: "", sources: [], more: "" };

/** Fill in what stands at the head of a printed page. @param {Date} now */
function fillHead(now) {
  const head = /** @type {HTMLElement | null} */ (document.querySelector(".atlas-print"));
  if (!head) return;
  const date = now.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
  const printed = (head.dataset.printed ?? "").replace("{date}", date).replace("{address}", location.href);
  const said = document.querySelector(SAID)?.textContent ?? "";
  head.replaceChildren(element("p", said), element("p", printed));
}

/**
 * Put the present map, with its key, beside what shows it, with which a printer cannot be trusted.
 * @param {import("../map/page.js").Hooks} [map] @param {Element | null} [host]
 */
export function addMap(map, host = document.querySelector(HOST)) {
  removeMap();
  const picture = host && map?.picture(NO_WORDS);
  if (!host || !picture) return;
  picture.className = "atlas-print-map";
  host.append(picture);
}

export function removeMap() {
  document.querySelector(".atlas-host > .atlas-print-map")?.remove(); // not that of a story's chapter
}

export function listenToPrinting() {
  window.addEventListener("beforeprint", () => {
    fillHead(new Date());
    addMap(mapInside());
  });
  window.addEventListener("afterprint", removeMap);
}
