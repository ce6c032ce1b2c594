// What stands in for a browser where a module asks for one: colours by their key, and a canvas that remembers.

/** Let every colour of the palette be its own name. */
export function stubColours() {
  globalThis.document = { documentElement: {} };
  globalThis.getComputedStyle = () => ({ getPropertyValue: (name) => name });
}

/** A canvas on which a letter is six pixels wide, and that remembers what was written where. */
export function writingCanvas() {
  const written = [];
  const led = [];
  return {
    written,
    led,
    measureText: (text) => ({ width: 6 * text.length }),
    strokeText() {},
    beginPath() {},
    moveTo: (x, y) => led.push([x, y]),
    lineTo() {},
    stroke() {},
    fillText: (text, x, y) => written.push({ text, x, y }),
  };
}

/** A path that remembers its lines as pieces from one point to another. */
export class RecordedPath {
  pieces = [];

  moveTo(x, y) {
    this.at = [x, y];
  }

  lineTo(x, y) {
    this.pieces.push([this.at, [x, y]]);
    this.at = [x, y];
  }
}

/** Numbers between 0 and 1 that are the same in each run. */
export function numbers(seed = 1) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
