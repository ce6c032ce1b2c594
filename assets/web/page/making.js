// A briefing pack is made when its button is pressed: what is being done is told beside the buttons, and can be
// ended there.
import { around, element } from "./dom.js";

/** What is said of any of them. @typedef {{ cancel: string, cancelled: string, made: string, failed: string }} Words */
/** The file, and what kind it is. @typedef {{ content: Uint8Array<ArrayBuffer>, type: string }} Received */

const LINE_END = 10;
const SHORTLY = 6000; // milliseconds for which is said how it ended
const SOON = 200; // milliseconds until a line is seen again whose place has gone

/** What is being made, by what asks for it: a second press asks for nothing more. @type {Set<string>} */
const inMaking = new Set();

/**
 * Take a pack as it comes: a line of JSON for each step, one with the size of the file and its type, then the file.
 * Throws where the file does not come whole.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @param {(step: string) => void} tell
 * @returns {Promise<Received>}
 */
export async function received(stream, tell) {
  const reader = stream.getReader();
  /** @type {{ size: number, type: string } | null} */
  let file = null;
  let rest = new Uint8Array();
  while (!file || rest.length < file.size) {
    const { value } = await reader.read();
    if (!value) throw new Error("The pack did not come whole.");
    rest = joined(rest, value);
    for (let end = rest.indexOf(LINE_END); !file && end >= 0; end = rest.indexOf(LINE_END)) {
      const told = JSON.parse(new TextDecoder().decode(rest.subarray(0, end)));
      if ("size" in told) file = told;
      else tell(told.step);
      rest = rest.slice(end + 1);
    }
  }
  return { content: rest, type: file.type };
}

/** @param {Uint8Array<ArrayBuffer>} first @param {Uint8Array<ArrayBuffer>} second */
function joined(first, second) {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** @param {Received} file @param {string} name */
function save({ content, type }, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

/** Make what a button asks for, and save it. @param {HTMLElement} button */
export async function makePack(button) {
  const { atlasPack: asked = "", atlasName: name = "pack", atlasMaking: making = "" } = button.dataset;
  if (inMaking.has(asked)) return;
  inMaking.add(asked);
  /** @type {Words} */
  const words = JSON.parse(around({ target: button }, "[data-atlas-words]")?.dataset.atlasWords ?? "{}");
  const cancelled = new AbortController();
  const line = shownLine(words.cancel, () => {
    cancelled.abort();
    button.focus();
  });
  line.tell(making);
  try {
    const reply = await fetch(`./atlas/pack?${asked}&${whereAsked()}`, { signal: cancelled.signal });
    if (!reply.ok || !reply.body) throw new Error(`${reply.status}`);
    save(await received(reply.body, (step) => line.tell(`${making} ${step}`)), name);
    line.end(words.made.replace("{file}", name));
  } catch {
    line.end(cancelled.signal.aborted ? words.cancelled : words.failed);
  } finally {
    inMaking.delete(asked);
  }
}

/** In which language the page is read, and where. */
const whereAsked = () =>
  new URLSearchParams({
    language: document.documentElement.lang,
    address: new URL("./", location.href).href,
  });

/**
 * A line that says what is being done, with a button that ends it. It stands below the buttons of packs, and at the
 * foot of the page once they are gone.
 * @param {string} cancel the words of its button @param {() => void} onCancel
 */
function shownLine(cancel, onCancel) {
  for (const ended of document.querySelectorAll(".atlas-making:not(:has(button))")) ended.remove();
  const line = element("div", "", "atlas-making");
  const told = element("span", "");
  told.setAttribute("role", "status");
  const button = element("button", cancel);
  button.type = "button";
  button.addEventListener("click", onCancel);
  line.append(told, button);
  const stay = () => {
    if (!line.isConnected) (document.querySelector(".atlas-packs") ?? document.body).append(line);
  };
  stay();
  const staying = setInterval(stay, SOON);
  return {
    /** @param {string} words */
    tell(words) {
      told.textContent = words;
    },
    /** @param {string} words */
    end(words) {
      told.textContent = words;
      button.remove();
      clearInterval(staying);
      setTimeout(() => line.remove(), SHORTLY);
    },
  };
}
