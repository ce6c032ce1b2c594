// The clipboard, and the word of the button that was pressed for it.

const SAID_MS = 1600; // so long the button says that it is done

/**
 * Over plain http from another machine a browser has no clipboard to write to, but still a copy command.
 * @param {string} text
 */
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  box.style.position = "fixed"; // the page stays where it is
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

/**
 * Copy a text for a button, which then says for a moment that it is done.
 * @param {HTMLElement} button @param {string} text @param {string} [done]
 */
export async function copyFor(button, text, done) {
  await copy(text);
  if (!done || button.textContent === done) return;
  const words = button.textContent;
  button.textContent = done;
  setTimeout(() => {
    button.textContent = words;
  }, SAID_MS);
}
