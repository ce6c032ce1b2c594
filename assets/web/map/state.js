// The state of the marks: one character a mark, in the order of the marks file.
const KINDS = ["routes", "hotspots", "roles", "notes", "places"];
const HIDDEN = ".";
const LAYER_OF = { routes: "routes", hotspots: "hotspots", notes: "notes" };
const DOTS = 3; // the width class of what is alleged, at risk or onward migration

// Bits come as base64, the first mark in the highest bit of the first byte; "" means none is set.
function bitReader(text) {
  const bytes = text ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : null;
  return (i) => bytes !== null && ((bytes[i >> 3] >> (7 - (i & 7))) & 1) === 1;
}

export class MarkState {
  constructor(file) {
    this.file = file;
    this.codes = new Map([...file.alphabet].map((char, i) => [char, i]));
    this.marks = KINDS.flatMap((kind) => file[kind].map((mark) => ({ kind, mark })));
    this.hide = new Set();
    this.types = new Set();
    this.apply({ state: HIDDEN.repeat(this.marks.length), base: "", lit: "" });
  }

  apply(command) {
    this.state = command.state;
    this.open = { types: bitReader(command.base), sectors: bitReader(command.whole) };
    this.lit = bitReader(command.lit);
    this.hasFocus = Boolean(command.lit);
    this.reveals = /^(route|hotspot|claim):/.test(command.focus); // what is looked at itself is drawn, unconfirmed or not
    this.types = new Set(command.types || []);
    this.hide = new Set(command.hide || []);
    this.preview = ""; // the facet whose press is shown before the server has answered
    this.read();
  }

  // A switch of the legend acts at once, before the server answers: by type, from what each mark
  // holds, or by layer.
  switchTo(types, hide) {
    this.hide = new Set(hide);
    if ([...types].sort().join() === [...this.types].sort().join()) return this.read();
    this.types = new Set(types);
    this.previewOf("types", this.types);
  }

  previewOf(facet, values) {
    this.preview = facet;
    const wanted = new Set(values);
    this.wanted = this.file[facet].reduce((bits, slug, n) => bits | (wanted.has(slug) ? 1 << n : 0), 0);
    this.read();
  }

  read() {
    let i = 0;
    for (const kind of KINDS) {
      this[kind] = [];
      for (const mark of this.file[kind]) {
        const style = this.styleOf(kind, mark, i);
        if (style) this[kind].push({ mark, style });
        i += 1;
      }
    }
  }

  styleOf(kind, mark, i) {
    const layer = kind === "roles" ? mark.role : LAYER_OF[kind];
    if (layer && this.hide.has(layer)) return null;
    const code = this.codes.get(this.state[i]);
    const guessed = this.preview && kind !== "places"; // of land only the server knows how much is said
    const shown = guessed ? this.wouldShow(kind, mark, i) : code !== undefined;
    if (!shown) return null;
    const known = code === undefined ? this.codes.get(mark.full) : code;
    const step = known >> 1;
    const width = Math.floor(step / this.file.families.length);
    if (width === DOTS && kind !== "places" && this.hide.has("dots") && !(this.reveals && this.lit(i)))
      return null;
    return {
      hedged: (known & 1) === 1,
      family: this.file.families[step % this.file.families.length],
      width,
      unconfirmed: width === DOTS,
      highlighted: !this.hasFocus || this.lit(i),
    };
  }

  wouldShow(kind, mark, i) {
    if (!this.open[this.preview](i)) return false;
    return !this.wanted || (mark[this.preview] & this.wanted) !== 0;
  }

  visible(kind) {
    return this[kind].map(({ mark }) => mark.id);
  }

  fills() {
    return new Map(this.places.map(({ mark, style }) => [mark.id, style.width + 1]));
  }
}
