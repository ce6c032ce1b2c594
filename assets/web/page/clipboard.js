// The clipboard, and the word of the button that was pressed for it.

const SAID_MS = 1600; // so long the button says that it is done
const REFUSED_MS = 5000; // and so long that it is not, which takes a reader by surprise

/**
 * Over plain http from another machine a browser has no clipboard to write to, and in the frame of another site
 * it may refuse it; a copy command it may have in either.
 * @param {string} text @returns {Promise<boolean>} whether the text was copied
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** @param {string} text */
function copyByCommand(text) {
  const box = document.createElement("textarea");
  box.value = text;
  box.style.position = "fixed"; // the page stays where it is
  document.body.append(box);
  box.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    box.remove();
  }
}

/**
 * Copy a text for a button, which then says for a moment that it is done, or that the browser does not let us.
 * @param {HTMLElement} button @param {string} text @param {string} [done] @param {string} [refused]
 */
export async function copyFor(button, text, done, refused) {
  const isCopied = await copy(text);
  const said = isCopied ? done : refused;
  if (!said || button.textContent === done || button.textContent === refused) return;
  const words = button.textContent;
  button.textContent = said;
  setTimeout(
    () => {
      button.textContent = words;
    },
    isCopied ? SAID_MS : REFUSED_MS,
  );
}
