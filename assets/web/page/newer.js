// Which of two messages is newer. Numbers begin at 1 with each session of the server, so they count only within
// one; of two sessions the newer is the one that the page has heard of later.

/** @import { Numbered } from "./types.js" */

/** @param {Numbered} found @param {Numbered} [known] */
export function isNewer(found, known) {
  document.atlasSessions ??= [];
  const sessions = document.atlasSessions;
  if (!sessions.includes(found.session)) sessions.push(found.session);
  if (!known) return true;
  if (found.session === known.session) return found.number > known.number;
  return sessions.indexOf(found.session) > sessions.indexOf(known.session);
}

/** The session that the page last heard of; "" before there is one. */
export const newestSession = () => document.atlasSessions?.at(-1) ?? "";
