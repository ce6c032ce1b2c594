// What a printed pack holds that the screen shows otherwise: the map as a picture, or that of every chapter of a story.
import { addMap, removeMap } from "../page/printed.js";
import { chaptersOnPaper } from "../page/printed_story.js";

/** @import { Hooks } from "../map/page.js" */
/** @import { StoryChapter } from "../page/types.js" */

/** @param {Hooks} map @param {() => string} theme that of the screen @param {StoryChapter[]} chapters */
export function listenToPrinting(map, theme, chapters) {
  const printed = document.querySelector(".atlas-pack-printed");
  window.addEventListener("beforeprint", () => {
    map.setTheme("light");
    if (chapters.length) printed?.replaceChildren(...chaptersOnPaper(chapters, map, ({ asked }) => asked));
    else addMap(map, document.querySelector(".atlas-host"));
  });
  window.addEventListener("afterprint", () => {
    removeMap();
    printed?.replaceChildren();
    map.setTheme(theme());
  });
}
