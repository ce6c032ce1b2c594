// Which names answer to what a reader types: accents, case and marks aside, in any of the four languages.
const SMALL = new Set("a and d da das de del des do dos du e el et l la las le les los of the y".split(" "));
const CODE_LETTERS = 2; // shorter texts are the beginnings of words, not of codes

// The same as `fold` of geodata/closest_name.py.
export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

export function prepare(entries) {
  for (const entry of entries) {
    entry.folded = entry.names.map(fold);
    entry.foldedCode = fold(entry.code || "");
    entry.whole = Boolean(entry.facet) || (!entry.instead && /^(country|region):/.test(entry.focus));
  }
  return entries;
}

// Lower is better: the same name or code, the beginning of a name, of its words, of its code. Of a
// country and a part of it that has its first name ("Trinidad"), the better documented comes first.
function fit(entry, sought, words) {
  let best = { rank: Infinity, name: "" };
  const offer = (rank, i) => {
    if (rank < best.rank) best = { rank, name: entry.names[i] || "" };
  };
  if (entry.foldedCode === sought) offer(entry.claims ? 0 : 1, -1);
  else if (sought.length > CODE_LETTERS && entry.foldedCode.startsWith(sought)) offer(3, -1);
  entry.folded.forEach((name, i) => {
    if (name === sought) offer(entry.whole ? 0 : 1, i);
    else if (name.startsWith(sought)) offer(1, i);
    else if (words.length && words.every((word) => ` ${name}`.includes(` ${word}`))) offer(2, i);
  });
  return best;
}

// The best entries for a text, best first: [{entry, name}], where `name` is the one that answered.
export function find(entries, text, most) {
  const sought = fold(text);
  if (!sought) return [];
  const words = sought.split(" ").filter((word) => !SMALL.has(word));
  const fits = entries.map((entry) => ({ entry, ...fit(entry, sought, words) }));
  return fits
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most);
}

// Slips of the pen between a text and the beginning of a name that comes closest to it: letters
// added, left out, exchanged or swapped with their neighbour (optimal string alignment).
function slips(text, name) {
  let [before, last] = [[], Array.from({ length: name.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= text.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const same = text[i - 1] === name[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(...last);
}

// The entries whose names come closest to a text that none answers to; none when all are far away.
export function closest(entries, text, most) {
  const sought = fold(text);
  const bearable = Math.min(3, Math.floor(sought.length / 3));
  const near = [];
  for (const entry of bearable ? entries : []) {
    let best = { rank: Infinity, name: "" };
    entry.folded.forEach((name, i) => {
      for (let at = 0; at >= 0; at = name.indexOf(" ", at + 1)) {
        const rest = name.slice(at).trim();
        const beginning = rest.slice(0, sought.length + bearable);
        // Of equal slips, the name that goes on least beyond the text.
        const rank = slips(sought, beginning) + Math.min(rest.length, 99) / 100;
        if (rank < best.rank) best = { rank, name: entry.names[i] };
      }
    });
    if (Math.floor(best.rank) <= bearable) near.push({ entry, ...best });
  }
  return near.sort((a, b) => a.rank - b.rank).slice(0, most);
}
