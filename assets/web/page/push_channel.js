// The push channel: what a reader waits for comes here first, past all that else a run sends. Without one it
// comes later.
/** @import { Host, Message } from "./types.js" */

/** Open the channel of a session, unless it is open. @param {string} name */
export function openPushChannel(name) {
  const open = document.atlasChannel;
  if (open?.url.endsWith(name) && open.readyState <= WebSocket.OPEN) return;
  open?.close();
  const address = new URL(`atlas/push/${name}`, document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  document.atlasChannel = new WebSocket(address);
  document.atlasChannel.onmessage = ({ data }) => {
    /** @type {Message<unknown>} */
    const message = { ...JSON.parse(data), session: name };
    /** @type {Host | null} */
    const host = document.querySelector(`[data-atlas-place="${CSS.escape(message.place)}"]`);
    host?.atlasTake?.(message);
  };
}
