// The reader on the page: one reader, and the buttons elsewhere on the page that lead into it.
import { copyFor } from "../page/clipboard.js";
import { Reader } from "./reader.js";

const CLOSE = ".st-key-close_passage button";
const LEADS = `[data-reader-open], [data-reader-to], [data-reader-link], [data-reader-skip], ${CLOSE}`;

function onLead(event) {
  const button = event.target.closest(LEADS);
  const reader = document.atlasReader;
  if (!button || !reader) return;
  const { readerOpen, readerTo, readerLink, readerSkip } = button.dataset;
  if (readerOpen) reader.send("opened", { document: readerOpen, count: (reader.count += 1) });
  else if (readerTo) reader.goTo(readerTo);
  else if (readerLink) copyLink(button, readerLink);
  else if (readerSkip !== undefined) reader.host.querySelector("mark[tabindex='0']").focus();
  else reader.highlight("picked", []);
}

// The address of this page with nothing but the passage in it: it means the same to whoever opens it.
function copyLink(button, query) {
  const address = `${location.origin}${location.pathname}?${query}`;
  copyFor(button, address, button.dataset.readerDone);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".reader");
  host.atlasReader = host.atlasReader || new Reader(host);
  document.atlasReader = host.atlasReader;
  if (!document.atlasLeads) document.addEventListener("click", onLead);
  document.atlasLeads = true;
  host.atlasReader.receive(data, setTriggerValue);
}
