// What a reader has pressed and the server has not yet said: the page shows it at once, and the server's word
// follows. Each field (a filter, the focus, hidden layers …) is settled on its own.

/** Milliseconds after which a press that the server never took is undone. */
export const PATIENCE = 8000;

/** @typedef {Record<string, unknown>} Fields */

export class Pending {
  /** @param {Fields} fields what is asked at first */
  constructor(fields = {}) {
    this.fields = { ...fields };
    /** @type {Map<string, {before: string, values: string[], since: number}>} */
    this.waiting = new Map();
    /** @type {{said: Fields, now: number}} what the server said last, and when */
    this.heard = { said: {}, now: 0 };
  }

  /**
   * Take a press: new values of some fields. Returns whether anything has changed.
   * @param {Fields} change @param {number} now milliseconds
   */
  press(change, now) {
    let changed = false;
    for (const [name, value] of Object.entries(change)) {
      const [before, after] = [written(this.fields[name]), written(value)];
      if (before === after) continue;
      changed = true;
      this.fields[name] = value;
      const known = this.waiting.get(name) || { before, values: [], since: now };
      known.values.push(after);
      known.since = now;
      this.waiting.set(name, known);
    }
    return changed;
  }

  /**
   * Take what the server says. A value that one of the presses led to confirms it and those before it; the
   * value from before the first press is older than they are; any other is the server's own decision.
   * @param {Fields} said @param {number} now milliseconds
   */
  hear(said, now) {
    this.heard = { said, now };
    const changed = Object.keys({ ...this.fields, ...said }).filter((name) =>
      this.settle(name, said[name], now),
    );
    return changed.length > 0;
  }

  /**
   * Undo presses that the server has had time to take and has not: it has spoken since, and said otherwise.
   * @param {number} now milliseconds
   */
  review(now) {
    const { said, now: heard } = this.heard;
    const lost = [...this.waiting].filter(([, { since }]) => heard > since && now - since >= PATIENCE);
    return lost.map(([name]) => this.settle(name, said[name], now)).some(Boolean);
  }

  /** @param {string} name @param {unknown} value @param {number} now */
  settle(name, value, now) {
    const known = this.waiting.get(name);
    const text = written(value);
    if (known) {
      const place = known.values.lastIndexOf(text);
      if (place >= 0) {
        known.values.splice(0, place + 1);
        known.before = text;
      } else if (text === known.before && now - known.since < PATIENCE) {
        return false;
      } else known.values = [];
      if (known.values.length) return false;
      this.waiting.delete(name);
    }
    if (written(this.fields[name]) === text) return false;
    this.fields[name] = value;
    return true;
  }

  /** What was pressed and is not yet answered. @returns {Fields} */
  get pressed() {
    return Object.fromEntries([...this.waiting.keys()].map((name) => [name, this.fields[name]]));
  }

  /** Forget what was pressed: whatever the server says next is its last word. */
  forget() {
    this.waiting.clear();
  }

  get settled() {
    return this.waiting.size === 0;
  }
}

/** Values of a filter are a set: their order says nothing. @param {unknown} value */
function written(value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.length ? JSON.stringify([...value].sort()) : "";
  return JSON.stringify(value);
}
