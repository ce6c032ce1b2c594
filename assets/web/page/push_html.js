// HTML of the server: it comes through the push channel, and with everything else; the newer one stays.
import { part } from "./dom.js";
import { isNewer } from "./newer.js";
import { showTemplate } from "./template_html.js";

/** @import { Host, Message } from "./types.js" */

/** What was told first, before this script was there, gives way to what is told now. */
function forgetFirst() {
  document.querySelector(".st-key-first_told .stHtml")?.replaceChildren();
}

/** @param {{ data: Message<string>[], parentElement: HTMLElement }} component */
export default function ({ data: [message], parentElement }) {
  /** @type {Host} */
  const host = part(parentElement, ".atlas-shown");
  host.dataset.atlasPlace = message.place;
  host.atlasTake = ({ session, number, content }) => {
    if (!isNewer({ session, number }, host.atlasShown)) return;
    host.atlasShown = { session, number };
    if (host.atlasContent !== content) showTemplate(host, content);
    if (message.place === "told" && content) forgetFirst();
    host.atlasContent = content;
  };
  host.atlasTake(message);
}
