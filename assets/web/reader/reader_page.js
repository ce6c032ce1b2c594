// The reader on the page: one reader, and the buttons elsewhere on the page that lead into it.
import { copyFor } from "../page/clipboard.js";
import { around, part } from "../page/dom.js";
import { Reader } from "./reader.js";

/** @import { ReaderData, Send } from "./types.js" */

const CLOSE = ".st-key-close_passage button";
const LEADS = `[data-reader-open], [data-reader-to], [data-reader-link], [data-reader-skip], ${CLOSE}`;

/** @param {MouseEvent} event */
function onLead(event) {
  const button = around(event, LEADS);
  const reader = document.atlasReader;
  if (!button || !reader) return;
  const { readerOpen, readerTo, readerLink, readerSkip } = button.dataset;
  if (readerOpen) reader.tellServer("opened", { document: readerOpen });
  else if (readerTo) reader.goTo(readerTo);
  else if (readerLink) copyLink(button, readerLink);
  else if (readerSkip !== undefined) reader.enter();
  else reader.highlight("picked", []);
}

/**
 * The address of this page with nothing but the passage in it: it means the same to whoever opens it.
 * @param {HTMLElement} button @param {string} query
 */
function copyLink(button, query) {
  const { readerDone, readerRefused } = button.dataset;
  copyFor(button, `${location.origin}${location.pathname}?${query}`, readerDone, readerRefused);
}

/** @param {{ data: ReaderData, parentElement: HTMLElement, setTriggerValue: Send }} component */
export default function ({ data, parentElement, setTriggerValue }) {
  /** @type {HTMLElement & { atlasReader?: Reader }} */
  const host = part(parentElement, ".reader");
  host.atlasReader ??= new Reader(host);
  document.atlasReader = host.atlasReader;
  if (!document.atlasLeads) document.addEventListener("click", onLead);
  document.atlasLeads = true;
  host.atlasReader.receive(data, setTriggerValue);
}
