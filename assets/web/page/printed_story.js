// A printed story: all its chapters one below the other, each with its map, and its evidence open.
import { element } from "./dom.js";
import { mapInside } from "./map_frame.js";
import { NO_WORDS } from "./printed.js";
import { showTemplate } from "./template_html.js";

/** @import { StoryChapter, StoryData } from "./types.js" */

/** What a reader folds away stays so, and how to cite a claim is a button's; all else lies open. */
const STAY_CLOSED = ".atlas-claim details";

/** @param {string} html */
function fromTemplate(html) {
  const part = document.createElement("section");
  showTemplate(part, html);
  return part;
}

/** @param {StoryChapter} chapter @param {HTMLCanvasElement | null | undefined} picture */
function chapterOnPaper({ html, explore, asked }, picture) {
  const chapter = fromTemplate(html);
  for (const details of chapter.querySelectorAll("details")) details.open = !details.matches(STAY_CLOSED);
  const caption = element("p", `${asked} (${new URL(explore, document.baseURI).href})`, "atlas-print-asked");
  const title = chapter.querySelector("h2");
  if (picture) {
    picture.className = "atlas-print-map";
    title?.after(picture, caption);
  } else title?.after(caption);
  return chapter;
}

/** @param {HTMLElement} host @param {StoryData} data */
export function printStory(host, { chapters, printed }) {
  const commands = chapters.map(({ command }) => ({ ...command, number: 0, final: true }));
  const pictures = mapInside()?.pictures(commands, NO_WORDS) ?? [];
  host.replaceChildren(
    fromTemplate(printed.opening),
    ...chapters.map((chapter, n) => chapterOnPaper(chapter, pictures[n])),
    fromTemplate(printed.closing),
  );
}
