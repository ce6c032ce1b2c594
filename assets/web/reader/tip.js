// The tip of a passage: what is coded there, before it is opened.
const MOST_TOLD = 3; // claims that a tip names

function element(tag, words, name = "") {
  const made = document.createElement(tag);
  made.textContent = words;
  if (name) made.className = name;
  return made;
}

export class Tip {
  constructor(box) {
    this.box = box;
  }

  hide() {
    this.box.hidden = true;
  }

  // Tell of the claims (their places in the list) that a mark quotes.
  show(mark, claims, data) {
    const lines = claims.slice(0, MOST_TOLD).map((number) => this.line(data, number));
    const rest = claims.length - MOST_TOLD;
    if (rest > 0) lines.push(element("p", data.words.more.replace("{n}", rest)));
    const why = mark.closest("[title]");
    this.box.replaceChildren(...lines, element("p", why ? why.title : data.words.open, "reader-open"));
    this.box.hidden = false;
    mark.setAttribute("aria-describedby", this.box.id);
    this.place(mark.getClientRects()[0]);
  }

  line(data, number) {
    const claim = data.claims[number];
    const line = element("p", "");
    line.append(element("b", `${data.words.kinds[claim.kind]}: ${claim.title}`));
    if (!data.veiled.includes(number)) line.append(element("span", claim.statement));
    return line;
  }

  // Below the passage, or above it where there is no room, and never outside the window.
  place(passage) {
    const [wide, high] = [this.box.offsetWidth, this.box.offsetHeight];
    const below = passage.bottom + 8 + high < innerHeight;
    this.box.style.left = `${Math.max(8, Math.min(passage.left, innerWidth - wide - 8))}px`;
    this.box.style.top = `${below ? passage.bottom + 8 : Math.max(8, passage.top - high - 8)}px`;
  }
}
