// The wire: what a reader waits for comes here first, past all that else a run sends. Without one it comes later.
export function openPushChannel(name) {
  const held = document.atlasWire;
  if (held && held.url.endsWith(name) && held.readyState <= WebSocket.OPEN) return;
  if (held) held.close();
  const address = new URL(`atlas/wire/${name}`, document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  document.atlasWire = new WebSocket(address);
  document.atlasWire.onmessage = ({ data }) => {
    const letter = JSON.parse(data);
    const host = document.querySelector(`[data-atlas-place="${letter.place}"]`);
    if (host) host.atlasTake(letter);
  };
}
