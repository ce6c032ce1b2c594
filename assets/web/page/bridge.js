// The bridge between the page and the map's frame: the frame is made once; later runs send it a command.
import { copyFor } from "./clipboard.js";
import { followStory } from "./follow_story.js";
import { onGridKey } from "./grid_keys.js";
import { onPill, onSlider } from "./filter_presses.js";
import { openPushChannel } from "./push_channel.js";

function themeOf(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const parts = (colour.match(/[0-9a-f]{2}/gi) || ["ff", "ff", "ff"]).map((hex) => parseInt(hex, 16));
  return parts[0] * 0.3 + parts[1] * 0.59 + parts[2] * 0.11 < 128 ? "dark" : "light";
}

function makeFrame(host, data) {
  const frame = document.createElement("iframe");
  frame.title = data.title;
  frame.className = "atlas-frame";
  frame.src = data.page;
  frame.addEventListener("load", () => host.classList.add("atlas-loaded"));
  frame.atlasKey = onPageKey;
  host.append(frame);
  return frame;
}

// The link holds the selection (from the server) and, where there is a map, its view (known only here).
function writeLink(link, withView) {
  const view = withView && document.atlasView && `view=${document.atlasView.join(",")}`;
  const query = [link, view].filter(Boolean).join("&");
  const address = `${location.pathname}${query ? `?${query}` : ""}${location.hash}`;
  if (address !== location.pathname + location.search + location.hash)
    history.replaceState(history.state, "", address);
}

// Of two messages in quick succession the server gets only the last, so each holds every act since those it
// has heard of, numbered.
function unheard(act) {
  document.atlasCount = (document.atlasCount || 0) + 1;
  document.atlasActs = [...(document.atlasActs || []), { ...act, count: document.atlasCount }];
  return document.atlasActs;
}

const CARRIERS = ["focus", "copy", "share", "exit", "search-open", "open", "choose"]
  .map((name) => `[data-atlas-${name}]`)
  .join(",");

// Buttons in cards and lists carry what they focus or copy in a data attribute.
function onPageClick(event) {
  const button = event.target.closest(CARRIERS);
  if (!button) return;
  if ("atlasSearchOpen" in button.dataset) return openSearch();
  const { atlasFocus, atlasCopy } = button.dataset;
  if ("atlasExit" in button.dataset) {
    event.preventDefault(); // or the link itself is followed, which adds an entry to the history
    return leave(button.dataset.atlasExit);
  }
  if (button.dataset.atlasOpen !== undefined)
    return document.atlasTell({ act: "open", ...JSON.parse(button.dataset.atlasOpen) });
  if (button.dataset.atlasChoose !== undefined)
    return document.atlasTell({ act: "choose", chosen: button.dataset.atlasChoose });
  if (atlasFocus !== undefined) {
    followStory(button, event.detail === 0);
    document.querySelector("iframe.atlas-frame")?.contentWindow.atlas?.lookAt(atlasFocus);
    return document.atlasTell({ act: "focus", focus: atlasFocus, bring: true });
  }
  copyFor(button, atlasCopy === undefined ? location.href : atlasCopy, button.dataset.atlasDone);
}

// The search box wakes when a reader first comes to it: only then its scripts and its index are fetched.
async function wakeSearch(event) {
  const box = event.target.closest("[data-atlas-search]");
  if (!box || box.atlasAwake) return;
  box.atlasAwake = true;
  try {
    const search = await import(new URL(box.dataset.script, document.baseURI));
    box.atlasAwake = await search.wake(box);
  } catch {
    box.atlasAwake = false;
    box.querySelector("[role=status]").textContent = box.dataset.failed;
  }
}

// On a phone the box is a button that opens it over the whole head.
function openSearch() {
  const box = document.querySelector("[data-atlas-search]");
  box.classList.add("atlas-search-wide");
  box.querySelector("input").focus();
}

function onPageLeave(event) {
  const box = event.target.closest("[data-atlas-search]");
  if (box && !box.contains(event.relatedTarget)) box.classList.remove("atlas-search-wide");
}

// "/" leads to the search box, unless the reader writes something, on the page as in the map's frame.
function onPageKey(event) {
  const writing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  event.preventDefault();
  openSearch();
}

function listen() {
  if (document.atlasListens) return;
  document.atlasListens = true;
  document.addEventListener("click", onPageClick);
  document.addEventListener("click", onPill, true); // before the pill itself changes
  document.addEventListener("pointermove", (event) => event.buttons && onSlider(event), { passive: true });
  document.addEventListener("pointerup", onSlider);
  document.addEventListener("keydown", onSlider);
  document.addEventListener("keydown", onPageKey);
  document.addEventListener("keydown", onGridKey);
  document.addEventListener("focusin", wakeSearch);
  document.addEventListener("focusout", onPageLeave);
}

// Quick exit: the page and its history entry are replaced.
function leave(address) {
  const silent = Object.assign(document.createElement("meta"), { name: "referrer", content: "no-referrer" });
  document.head.append(silent);
  document.documentElement.style.visibility = "hidden";
  history.replaceState(null, "", "/");
  location.replace(address);
}

function showFrame(host, data) {
  const made = !host.querySelector("iframe");
  const frame = made ? makeFrame(host, data) : host.querySelector("iframe");
  frame.atlasTheme = themeOf(host);
  frame.atlasTell = (message) => {
    if (message.act === "focus") followStory(frame, false);
    if (message.act !== "view") return document.atlasTell(message);
    document.atlasView = message.view;
    writeLink(frame.atlasLink, true);
  };
  frame.atlasLink = data.link;
  const inside = frame.contentWindow && frame.contentWindow.atlas;
  if (inside) inside.setTheme(frame.atlasTheme);
  host.dataset.atlasPlace = "map";
  host.atlasTake = ({ number, content }) => command(frame, { ...content, number });
  // A map that is made anew, after another page was read, stands where the last one did.
  command(frame, made && document.atlasView ? { ...data.command, view: document.atlasView } : data.command);
}

// A frame that is still loading finds the newest command when it begins.
function command(frame, found) {
  if (frame.atlasCommand && found.number <= frame.atlasCommand.number) return;
  frame.atlasCommand = found;
  const inside = frame.contentWindow && frame.contentWindow.atlas;
  if (inside) inside.receive(found);
}

// On the page with the map there is a host for its frame; on the others only the link and the acts.
export default function ({ data: [data], parentElement, setTriggerValue }) {
  document.atlasActs = (document.atlasActs || []).filter(({ count }) => count > data.heard);
  const host = parentElement.querySelector(".atlas-host");
  const away = host ? {} : { away: true }; // told from a page that has no map
  document.atlasTell = (message) => setTriggerValue("told", { acts: unheard({ ...message, ...away }) });
  listen();
  openPushChannel(data.wire);
  if (host) showFrame(host, data);
  writeLink(data.link, Boolean(host));
}
