// What a printed pack holds that the screen shows otherwise: the map as a picture, and every chapter of a story.
import { addMap, removeMap } from "../page/printed.js";
import { showTemplate } from "../page/template_html.js";

/** @import { Hooks } from "../map/page.js" */
/** @import { StoryChapter } from "../page/types.js" */

/** @param {Hooks} map @param {() => string} theme that of the screen @param {StoryChapter[]} chapters */
export function listenToPrinting(map, theme, chapters) {
  const printed = document.querySelector(".atlas-pack-printed");
  window.addEventListener("beforeprint", () => {
    map.setTheme("light");
    addMap(map, document.querySelector(".atlas-host"));
    if (printed)
      showTemplate(
        printed,
        chapters.map(({ html }) => `<article class="atlas-chapter-text">${html}</article>`).join(""),
      );
  });
  window.addEventListener("afterprint", () => {
    removeMap();
    printed?.replaceChildren();
    map.setTheme(theme());
  });
}
