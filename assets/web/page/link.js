// The link in the address bar.

/**
 * The link holds the selection (from the server) and, where there is a map, its view (known only here).
 * @param {string} link @param {boolean} withView
 */
export function writeLink(link, withView) {
  const view = withView && document.atlasView ? `view=${document.atlasView.join(",")}` : "";
  const query = [link, view].filter(Boolean).join("&");
  const address = `${location.pathname}${query ? `?${query}` : ""}${location.hash}`;
  if (address === location.pathname + location.search + location.hash) return;
  history.replaceState(history.state, "", address);
}
