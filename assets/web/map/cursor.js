// The marks by keyboard: from the map's label arrow keys step to the nearest mark, and Enter opens it.
import { make } from "./elements.js";

/** @import { Point } from "./types.js" */
/**
 * A mark that can be stepped to: `kind:id`, where it stands in the window, and what is said of it.
 * @typedef {{ focus: string, at: Point, said: string }} Stop
 */

/** @type {Record<string, Point | undefined>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const EDGE = 60; // pixels from the window's edge at which the map follows
const BESIDE = 1; // so much a step beside the direction counts against one along it

/**
 * The nearest stop in a direction, first within a quarter of a turn, then within half; undefined where none is.
 * @param {Stop[]} stops @param {Point} from @param {Point} direction
 */
export function nextStop(stops, from, [ux, uy]) {
  const ways = stops.map((stop) => {
    const [dx, dy] = [stop.at[0] - from[0], stop.at[1] - from[1]];
    return { stop, along: dx * ux + dy * uy, beside: Math.abs(dx * uy - dy * ux) };
  });
  const ahead = ways.filter(({ along }) => along > 0);
  const straight = ahead.filter(({ along, beside }) => beside <= along);
  const cost = (/** @type {{ along: number, beside: number }} */ way) => way.along + BESIDE * way.beside;
  return (straight.length ? straight : ahead).sort((a, b) => cost(a) - cost(b))[0]?.stop;
}

/** The stop nearest to a point. @param {Stop[]} stops @param {Point} point @returns {Stop | undefined} */
export function nearestStop(stops, [x, y]) {
  const far = (/** @type {Stop} */ { at }) => Math.hypot(at[0] - x, at[1] - y);
  return [...stops].sort((a, b) => far(a) - far(b))[0];
}

export class MarkCursor {
  /**
   * @param {L.Map} map @param {string} label
   * @param {{ stops: () => Stop[], open: (focus: string) => void }} acts
   */
  constructor(map, label, { stops, open }) {
    this.map = map;
    this.stops = stops;
    this.open = open;
    /** @type {Stop | undefined} */
    this.stop = undefined;
    this.node = make("div", "atlas-cursor");
    this.node.tabIndex = 0;
    this.node.setAttribute("role", "application");
    this.node.setAttribute("aria-label", label);
    this.ring = make("i", "atlas-cursor-ring");
    this.ring.hidden = true;
    this.said = make("p", "atlas-cursor-said");
    this.said.setAttribute("role", "status");
    this.node.addEventListener("keydown", (event) => this.onKey(event));
    this.node.addEventListener("blur", () => this.show(false));
    this.node.addEventListener("focus", () => this.show(true));
    const container = map.getContainer();
    container.tabIndex = -1; // this label is where the keyboard comes in
    container.prepend(this.node);
    container.append(this.ring, this.said);
    map.on("move zoomend", () => this.follow());
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const direction = DIRECTIONS[key];
    if (direction && shiftKey) this.map.panBy([direction[0] * 80, direction[1] * 80]);
    else if (direction) this.step(direction);
    else if (key === "Enter" && this.stop) this.open(this.stop.focus);
    else if (key === "+" || key === "-") this.map.setZoom(this.map.getZoom() + (key === "+" ? 1 : -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Point} direction */
  step(direction) {
    const stops = this.stops();
    const from = stops.find(({ focus }) => focus === this.stop?.focus);
    const { x, y } = this.map.getSize().divideBy(2);
    const next = from ? nextStop(stops, from.at, direction) : nearestStop(stops, [x, y]);
    if (!next) return;
    this.stop = next;
    this.said.textContent = next.said;
    this.map.panInside(this.map.containerPointToLatLng(next.at), { padding: [EDGE, EDGE], animate: false });
    this.follow();
    this.show(true);
  }

  /** The ring goes where its mark is. */
  follow() {
    const now = this.stop && this.stops().find(({ focus }) => focus === this.stop?.focus);
    if (now) this.ring.style.transform = `translate(${now.at[0]}px, ${now.at[1]}px)`;
    if (this.stop && !now) this.show(false);
  }

  /** @param {boolean} on */
  show(on) {
    this.ring.hidden = this.said.hidden = !on || !this.stop;
  }
}
