// The reader on the page: one reader, and the buttons elsewhere on the page that lead into it.
const CLOSE = ".st-key-close_passage button";
const LEADS = `[data-reader-open], [data-reader-to], [data-reader-link], [data-reader-skip], ${CLOSE}`;

function onLead(event) {
  const button = event.target.closest(LEADS);
  const reader = document.atlasReader;
  if (!button || !reader) return;
  const { readerOpen, readerTo, readerLink, readerSkip } = button.dataset;
  if (readerOpen) reader.send("opened", { document: readerOpen, count: (reader.count += 1) });
  else if (readerTo) reader.goTo(readerTo);
  else if (readerLink) copy(button, readerLink);
  else if (readerSkip !== undefined) reader.host.querySelector("mark[tabindex='0']").focus();
  else reader.light("picked", []);
}

// The address of this page with nothing but the passage in it: it means the same to whoever opens it.
function copy(button, query) {
  const address = `${location.origin}${location.pathname}?${query}`;
  navigator.clipboard.writeText(address).then(() => {
    const words = button.textContent;
    button.textContent = button.dataset.readerDone;
    setTimeout(() => { button.textContent = words; }, 1600);
  });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".reader");
  host.atlasReader = host.atlasReader || new Reader(host);
  document.atlasReader = host.atlasReader;
  if (!document.atlasLeads) document.addEventListener("click", onLead);
  document.atlasLeads = true;
  host.atlasReader.receive(data, setTriggerValue);
}
