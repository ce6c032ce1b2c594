// The claims behind what is looked at: the twin of what flows/narrative/story.py tells of a place or a mark.
import { hasBit } from "./claim_index.js";
import { KINDS } from "./scene.js";

/** @import { Selection } from "./claim_index.js" */
/** @import { SceneIndex } from "./scene.js" */

const NOTES = KINDS.indexOf("notes");

/**
 * The ids of the claims that a selection admits: those behind what is looked at, or all where nothing is.
 * @param {SceneIndex} scenes @param {Selection} selection @param {string} focus `kind:id`
 */
export function evidenceOf(scenes, selection, focus) {
  const [kind, id] = focus.split(/:(.*)/s);
  // What is looked at by its own name is shown whatever the filters say.
  if (kind === "claim" || kind === "note") return scenes.file.claims.id.filter((known) => known === id);
  const admitted = scenes.index.admitted(selection);
  const isBehind = behind(scenes, kind, id);
  return scenes.file.claims.id.filter((_id, claim) => hasBit(admitted, claim) && isBehind(claim));
}

/**
 * Tells whether a claim is behind a place or a mark; every claim is where no id is given.
 * @param {SceneIndex} scenes @param {string} kind @param {string} [id] @returns {(claim: number) => boolean}
 */
function behind({ file, places, placeIds }, kind, id) {
  const { claims } = file;
  if (!id) return () => true;
  if (kind === "country" || kind === "region") {
    const wanted = placeIds.indexOf(id);
    return (claim) => places[claim].includes(wanted);
  }
  if (kind === "theme")
    return (claim) => claims.kind[claim] === NOTES && file.notes[claims.mark[claim]].theme === id;
  const number = /** @type {readonly string[]} */ (KINDS).indexOf(`${kind}s`);
  const marks = file[KINDS[number]] ?? [];
  return (claim) => claims.kind[claim] === number && marks[claims.mark[claim]].id === id;
}
