// The map's frame: made once; later runs of the server send it a command.

import { part } from "./dom.js";
import { beginAt, followStory, rememberEntry } from "./follow_story.js";
import { writeView } from "./link.js";
import { isNewer } from "./newer.js";
import { answers } from "./retell.js";
import { coveredBySheet, raiseSheet } from "./sheet.js";

/** @import { Command } from "../map/types.js" */
/** @import { AtlasFrame, Host, PageData } from "./types.js" */

const DARK = 128; // of 255: a background of less light is dark

/** What the map in the frame offers, once it stands. */
export const mapInside = () =>
  /** @type {AtlasFrame | null} */ (document.querySelector("iframe.atlas-frame"))?.contentWindow?.atlas;

/** The theme of the page, by the light of its background. @param {Element} element */
export function themeOf(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const parts = (colour.match(/[0-9a-f]{2}/gi) || ["ff", "ff", "ff"]).map((hex) => Number.parseInt(hex, 16));
  return parts[0] * 0.3 + parts[1] * 0.59 + parts[2] * 0.11 < DARK ? "dark" : "light";
}

/** @param {Host} host @param {PageData} data @param {(event: KeyboardEvent) => void} onKey */
function makeFrame(host, data, onKey) {
  /** @type {AtlasFrame} */
  const frame = document.createElement("iframe");
  frame.title = data.title;
  frame.className = "atlas-frame";
  frame.src = data.page;
  frame.addEventListener("load", () => host.classList.add("atlas-loaded"));
  frame.atlasKey = onKey;
  frame.atlasCovered = () => coveredBySheet(frame);
  frame.atlasTell = (act) => {
    if (act.act === "focus") {
      rememberEntry();
      followStory(act.byKey ? beginAt : undefined);
    }
    if (act.act !== "view") return document.atlasTell?.(act);
    document.atlasView = /** @type {number[]} */ (act.view);
    writeView();
  };
  host.append(frame);
  return frame;
}

/** A frame that is still loading finds the newest command when it begins. @param {AtlasFrame} frame @param {Command} command */
function send(frame, command) {
  if (!isNewer(command, frame.atlasCommand)) return;
  frame.atlasCommand = { ...command, final: answers(command.heard) };
  frame.contentWindow?.atlas?.receive(frame.atlasCommand);
}

/**
 * Show the map in its host.
 * @param {Host} host @param {PageData} data @param {(event: KeyboardEvent) => void} onKey
 */
export function showFrame(host, data, onKey) {
  const made = !host.querySelector("iframe");
  /** @type {AtlasFrame} */
  const frame = made ? makeFrame(host, data, onKey) : part(host, "iframe");
  frame.atlasTheme = themeOf(host);
  frame.contentWindow?.atlas?.setTheme(frame.atlasTheme);
  host.dataset.atlasPlace = "map";
  host.atlasTake = ({ session, number, content }) => send(frame, { ...content, session, number });
  // A map that is made anew, after another page was read, stands where the last one did.
  send(frame, made && document.atlasView ? { ...data.command, view: document.atlasView } : data.command);
  if (made && data.command.focus) raiseSheet();
}
