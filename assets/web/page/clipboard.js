// The clipboard, and the word of the button that was pressed for it.
const SAID_MS = 1600; // so long the button says that it is done

// Over plain http from another machine a browser has no clipboard to write to, but still a copy command.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

// Copy a text for a button, which then says for a moment that it is done.
export async function copyFor(button, text, done) {
  await copy(text);
  if (!done) return;
  const words = button.textContent;
  button.textContent = done;
  setTimeout(() => {
    button.textContent = words;
  }, SAID_MS);
}
