// A guided story on its page of the app: the map stands in a frame, and the reader can go on to Explore.

import { part } from "./dom.js";
import { themeOf } from "./map_frame.js";
import { printStory } from "./printed_story.js";
import { onMapKey, tellStory } from "./story.js";

/** @import { AtlasFrame, StoryData } from "./types.js" */

/** @param {HTMLElement} host @param {StoryData} data @returns {AtlasFrame} */
function frameIn(host, data) {
  const made = /** @type {AtlasFrame | null} */ (host.querySelector("iframe"));
  if (made) return made;
  /** @type {AtlasFrame} */
  const frame = document.createElement("iframe");
  frame.title = data.title;
  frame.className = "atlas-frame";
  frame.src = data.page;
  frame.atlasTheme = themeOf(host);
  frame.atlasKey = onMapKey;
  frame.addEventListener("load", () => host.classList.add("atlas-loaded"));
  host.append(frame);
  return frame;
}

function listenToPrinting() {
  if (document.atlasPrintStory) return;
  window.addEventListener("beforeprint", () => document.atlasPrintStory?.());
  window.addEventListener("afterprint", () =>
    document.querySelector(".atlas-print-story")?.replaceChildren(),
  );
}

/** @param {{ data: [StoryData], parentElement: HTMLElement }} component */
export default function ({ data: [data], parentElement }) {
  const frame = frameIn(part(parentElement, ".atlas-host"), data);
  /** @type {number[] | undefined} where the map stands */
  let view;
  frame.atlasTell = (act) => {
    if (act.act === "view") view = /** @type {number[]} */ (act.view);
  };
  const told = tellStory(parentElement, data, frame);
  // The map of Explore begins where this one stands; with another key pressed, the link opens beside.
  part(parentElement, ".atlas-explore").onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    document.atlasView = view;
    document.atlasTell?.({ act: "open", page: "explore", story: data.story, chapter: told.chapter().id });
  };
  listenToPrinting();
  document.atlasPrintStory = () =>
    parentElement.isConnected && printStory(part(parentElement, ".atlas-print-story"), data);
}
