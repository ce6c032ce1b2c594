// HTML of the server: it comes through the push channel, and with everything else; the newer one stays.
import { part } from "./dom.js";
import { isNewer } from "./newer.js";
import { showTemplate } from "./template_html.js";

/** @import { Host, Message } from "./types.js" */

/** @param {{ data: Message<string>[], parentElement: HTMLElement }} component */
export default function ({ data: [message], parentElement }) {
  /** @type {Host} */
  const host = part(parentElement, ".atlas-shown");
  host.dataset.atlasPlace = message.place;
  host.atlasTake = ({ session, number, content }) => {
    if (!isNewer({ session, number }, host.atlasShown)) return;
    host.atlasShown = { session, number };
    if (host.atlasContent !== content) showTemplate(host, content);
    host.atlasContent = content;
  };
  host.atlasTake(message);
}
