// Where words stand in a text that lies in pieces.

/**
 * Letters without their accents and capitals, one for one, so that places in both texts agree.
 * @param {string} text
 */
export function plain(text) {
  const letters = Array.from(text, (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === letter.length ? bare : letter;
  });
  return letters.join("").replace(/\s/g, " ");
}

/**
 * Where some words stand in a plain text: pairs of places, first and past the last. One space sought means as
 * many as stand there.
 * @param {string} text @param {string} sought plain, without spaces around it @returns {[number, number][]}
 */
export function matches(text, sought) {
  const words = sought.split(/ +/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const found = text.matchAll(new RegExp(words.join(" +"), "g"));
  return Array.from(found, ({ index, 0: match }) => [index, index + match.length]);
}

/**
 * The number of the piece that holds a place; of two pieces that meet there the first where it is an end.
 * @param {number[]} starts where each piece begins, ascending @param {number} place @param {boolean} isEnd
 */
export function pieceAt(starts, place, isEnd) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] < place || (!isEnd && starts[middle] === place)) low = middle;
    else high = middle - 1;
  }
  return low;
}
