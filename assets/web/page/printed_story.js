// A printed story: all its chapters one below the other, each with its map, and its evidence open.
import { element } from "./dom.js";
import { mapInside } from "./map_frame.js";
import { NO_WORDS } from "./printed.js";
import { showTemplate } from "./template_html.js";

/** @import { Hooks } from "../map/page.js" */
/** @import { StoryChapter, StoryData } from "./types.js" */

/** What a reader folds away stays so, and how to cite a claim is a button's; all else lies open. */
const STAY_CLOSED = ".atlas-claim details";

/** @param {string} html */
function fromTemplate(html) {
  const part = document.createElement("section");
  showTemplate(part, html);
  return part;
}

/**
 * A chapter with its map, which stands in words below it.
 * @param {StoryChapter} chapter @param {HTMLCanvasElement | null | undefined} picture @param {string} shown
 */
function chapterOnPaper({ html }, picture, shown) {
  const chapter = fromTemplate(html);
  for (const details of chapter.querySelectorAll("details")) details.open = !details.matches(STAY_CLOSED);
  const caption = element("p", shown, "atlas-print-asked");
  const title = chapter.querySelector("h2");
  if (picture) {
    picture.className = "atlas-print-map";
    picture.role = "img";
    picture.ariaLabel = shown;
    title?.after(picture, caption);
  } else title?.after(caption);
  return chapter;
}

/**
 * Every chapter with its own map; the map on the screen shows again what it did.
 * @param {StoryChapter[]} chapters @param {Pick<Hooks, "pictures"> | undefined} map
 * @param {(chapter: StoryChapter) => string} shownBy what a chapter's map shows, in words
 */
export function chaptersOnPaper(chapters, map, shownBy) {
  const commands = chapters.map(({ command }) => ({ ...command, number: 0, final: true }));
  const pictures = map?.pictures(commands, NO_WORDS) ?? [];
  return chapters.map((chapter, n) => chapterOnPaper(chapter, pictures[n], shownBy(chapter)));
}

/** @param {HTMLElement} host @param {StoryData} data */
export function printStory(host, { chapters, printed }) {
  /** @param {StoryChapter} chapter */
  const linked = ({ asked, explore }) => `${asked} (${new URL(explore, document.baseURI).href})`;
  host.replaceChildren(
    fromTemplate(printed.opening),
    ...chaptersOnPaper(chapters, mapInside(), linked),
    fromTemplate(printed.closing),
  );
}
