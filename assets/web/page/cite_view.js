// How the present view is cited and embedded: asked of the server when the menu is opened, since a link changes
// with every press.
import { around, part } from "./dom.js";

/** @typedef {{ citation: string, file_name: string, embed: string, pack: string }} Cited */

/** The parameters that ask for the view of this page. @param {Location} where @param {string} language */
export function askedBy({ href, pathname, search, hash }, language) {
  const asked = new URLSearchParams(search);
  asked.delete("view"); // where the map stands is no part of what is cited
  const chapter = decodeURIComponent(hash.slice(1));
  if (chapter) asked.set("chapter", chapter);
  asked.set("page", pathname.split("/").at(-1) ?? "");
  asked.set("language", language);
  asked.set("address", new URL("./", href).href);
  return asked;
}

/** Show the citation of the view once the menu is opened. @param {Event} event */
export async function onCiteToggle({ target }) {
  const menu = around({ target }, ".atlas-cite-view");
  if (!(menu instanceof HTMLDetailsElement) || !menu.open) return;
  const text = part(menu, ".atlas-cite-text");
  try {
    const reply = await fetch(`./atlas/cite?${askedBy(location, document.documentElement.lang)}`);
    if (!reply.ok) throw new Error(`${reply.status}`);
    fill(menu, await reply.json());
  } catch {
    text.textContent = menu.dataset.failed ?? "";
  }
}

/** @param {HTMLElement} menu @param {Cited} cited */
function fill(menu, { citation, file_name: name, embed, pack }) {
  const text = citation.replace("{address}", location.href);
  part(menu, ".atlas-cite-text").textContent = text;
  part(menu, ".atlas-cite-copy").dataset.atlasCopy = text;
  part(menu, ".atlas-cite-tag").textContent = embed;
  part(menu, ".atlas-cite-copy-tag").dataset.atlasCopy = embed;
  const link = /** @type {HTMLAnchorElement} */ (part(menu, ".atlas-cite-pack"));
  link.href = `./atlas/${pack}`;
  link.download = name;
}

/** A press beside the menu closes it, and so does Esc, which leads back to its button. @param {Event} event */
export function onCiteLeave(event) {
  /** @type {HTMLDetailsElement | null} */
  const menu = document.querySelector(".atlas-cite-view[open]");
  if (!menu || (event instanceof KeyboardEvent && event.key !== "Escape")) return;
  if (event.type === "click" && around(event, ".atlas-cite-view")) return;
  menu.open = false;
  if (event instanceof KeyboardEvent) part(menu, "summary").focus();
}
