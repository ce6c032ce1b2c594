// Where a browser keeps the draft of a story, for this atlas alone; and whether this tab was writing when it was
// loaded anew. A page that may keep nothing writes all the same.

const DRAFT = "atlas-draft";
const WRITING = "atlas-writing";

/** Of several atlases on one server each has its own. @param {string} name */
const named = (name) => `${name}:${new URL("./", location.href).pathname}`;

/** @param {() => void} act @returns {boolean} whether the browser let us */
function tried(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/** The draft that was kept; "" where there is none. @returns {string} */
export function keptDraft() {
  let found = "";
  tried(() => {
    found = localStorage.getItem(named(DRAFT)) ?? "";
  });
  return found;
}

/** @param {string} text @returns {boolean} whether it is kept */
export const keepDraft = (text) => tried(() => localStorage.setItem(named(DRAFT), text));

/** @returns {boolean} whether a draft would be kept */
export const forgetDraft = () => tried(() => localStorage.removeItem(named(DRAFT)));

/** Whether this tab was writing when its page was last there. */
export function wasWriting() {
  let found = false;
  tried(() => {
    found = sessionStorage.getItem(named(WRITING)) !== null;
  });
  return found;
}

/** @param {boolean} isWriting */
export function rememberWriting(isWriting) {
  tried(() =>
    isWriting ? sessionStorage.setItem(named(WRITING), "") : sessionStorage.removeItem(named(WRITING)),
  );
}
