// A drawing that the server made: nothing in it listens or loads.
import { part } from "./dom.js";
import { showTemplate } from "./template_html.js";

/** @param {{ data: { svg: string }, parentElement: HTMLElement }} component */
export default function ({ data, parentElement }) {
  showTemplate(part(parentElement, ".atlas-picture"), data.svg);
}
