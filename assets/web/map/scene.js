// What a request shows: the twin of flows/scene/drawn.py, held to it by a shared test.
import { ClaimIndex, hasBit } from "./claim_index.js";
import { WordIndex } from "./word_index.js";

/** Kinds of marks, in the order of the column `kind` of the claims; a claim of kind 4 draws no mark. */
export const KINDS = /** @type {const} */ (["routes", "hotspots", "roles", "notes"]);
const [ROUTES, HOTSPOTS, ROLES, NOTES] = [0, 1, 2, 3];
/** What a place can be named as, in the order of the legend. */
const ROLE_KINDS = /** @type {const} */ (["source", "transit", "destination"]);
/** The width class of what is drawn only on request: alleged, at risk, onward migration. */
export const DOTS = 3;

/**
 * What a reader asks: values by facet, `kind:id` that is looked at, hidden layers, how many routes to draw
 * (null leaves it to the map) and the year of the layer of tiers (null leaves it off).
 * @typedef {{selection: import("./claim_index.js").Selection, focus: string, hide: string[],
 *   top: number | null, tiers: number | null}} Asked
 *
 * A mark with the numbers of its documents and claims, and how it is drawn.
 * @typedef {import("./types.js").Drawn<any> & {documents: number, claims: number}} Drawn
 *
 * `fills` has the step (1 to 3) of each country that the admitted claims name; `tiers` the tier of each;
 * `shownRoles` the roles that are asked for and not hidden, held by a place or not; `sectors` those asked for.
 * @typedef {{routes: Drawn[], hotspots: Drawn[], roles: Drawn[], notes: Drawn[], fills: Map<string, number>,
 *   tiers: Record<string, string> | null, shownRoles: ("source" | "transit" | "destination")[],
 *   sectors: string[], hasFocus: boolean}} Scene
 *
 * What a selection admits, and what of that is drawn without being asked for.
 * @typedef {{admitted: Uint32Array, drawn: Uint32Array, shownForms: number[],
 *   about: (kind: number, mark: any, claims: number[]) => boolean}} Found
 */

/** Layers that are hidden; what was asked for by name is not. @param {{hide?: string[], assertion?: unknown[]}} asked */
export const hiddenBy = ({ hide = [], assertion = [] }) =>
  assertion.length ? hide.filter((layer) => layer !== "dots") : hide;

/** What the map dims all else for: a finding is about the whole of it. @param {string} focus */
const dimming = (focus) => (focus.startsWith("finding:") ? "" : focus);

export class SceneIndex {
  /** @param {import("./types.js").MapFile} file the data file of the map */
  constructor(file) {
    this.file = file;
    this.index = new ClaimIndex(file.facets, file.claims);
    this.documents = this.single("documents");
    /** @type {number[][]} */
    this.types = this.heldOwn("types");
    this.places = this.held("places");
    this.placeIds = this.values("places");
    this.stated = this.having("certainty", file.rules.stated);
    this.confirmed = this.any("assertion", file.rules.drawn_assertions);
    /** @type {[string, Uint32Array][]} what is drawn as dots, the strongest first */
    this.dotted = file.rules.dotted_assertions.map((/** @type {string} */ assertion) => [
      assertion,
      this.having("assertion", assertion),
    ]);
    this.members = KINDS.map((kind, number) => membersOf(file.claims, number, file[kind].length));
    this.documentSeen = new Uint32Array(this.values("documents").length);
    this.namedBy = new Uint32Array(this.placeIds.length * this.documentSeen.length);
    this.round = 0; // marks what was seen in this counting, so that nothing has to be cleared
  }

  /** Whether a selection asks for words whose index has not come. @param {import("./claim_index.js").Selection} selection */
  lacksWords({ words }) {
    return Boolean(words?.length) && !this.index.words;
  }

  /** @param {import("./word_index.js").WordTable} table */
  takeWords(table) {
    this.index.words = new WordIndex(table);
  }

  /** @param {Asked} asked @returns {Scene} */
  compose(asked) {
    const admitted = this.index.admitted(asked.selection);
    const shown = this.any("assertion", [
      ...this.file.rules.drawn_assertions,
      .../** @type {string[]} */ (asked.selection.assertion || []),
    ]);
    const drawn = admitted.map((word, i) => word & shown[i]);
    const shownForms = this.shownForms(asked.selection.types);
    const focus = dimming(asked.focus);
    const found = { admitted, drawn, about: this.aboutFocus(focus), shownForms };
    const hidden = new Set(hiddenBy({ hide: asked.hide, assertion: asked.selection.assertion }));
    // What is looked at itself, or is about the place that is, is drawn.
    const revealed = /^(country|region|route|hotspot|claim):/.test(focus);
    /** @param {Drawn} item */
    const visible = ({ style }) =>
      !style.unconfirmed || !hidden.has("dots") || (revealed && style.highlighted);
    const top = asked.top || this.file.rules.top_routes;
    return {
      routes: hidden.has("routes") ? [] : this.routes(found, top, Boolean(focus)).filter(visible),
      hotspots: hidden.has("hotspots") ? [] : this.withUnconfirmed(HOTSPOTS, found).filter(visible),
      roles: this.withUnconfirmed(ROLES, found)
        .filter(({ mark }) => !hidden.has(mark.role))
        .filter(visible),
      notes: hidden.has("notes") ? [] : this.marks(NOTES, admitted, found),
      fills: this.fills(admitted),
      tiers: asked.tiers ? this.tiersIn(admitted, asked.tiers) : null,
      shownRoles: rolesShown(asked.selection.roles, hidden),
      sectors: /** @type {string[]} */ (asked.selection.sectors ?? []),
      hasFocus: Boolean(focus),
    };
  }

  /** How many routes a selection has, drawn or not. @param {import("./claim_index.js").Selection} selection */
  countRoutes(selection) {
    return this.compose({ selection, focus: "", hide: ["dots"], top: this.file.routes.length, tiers: null })
      .routes.length;
  }

  /**
   * The best documented routes and those in focus; then those that rest only on what is drawn on request.
   * @param {Found} found @param {number} top @param {boolean} hasFocus
   */
  routes(found, top, hasFocus) {
    const ranked = this.marks(ROUTES, found.drawn, found).sort(byRank);
    const kept = ranked.filter(
      ({ style }, place) => place < top || style.unconfirmed || (hasFocus && style.highlighted),
    );
    return [...kept, ...this.unconfirmed(ROUTES, found, ranked).sort(byRank)];
  }

  /** @param {number} kind @param {Found} found */
  withUnconfirmed(kind, found) {
    const firm = this.marks(kind, found.drawn, found);
    return [...firm, ...this.unconfirmed(kind, found, firm)];
  }

  /**
   * Marks that rest only on claims which are not drawn unless asked for.
   * @param {number} kind @param {Found} found @param {Drawn[]} firm
   */
  unconfirmed(kind, found, firm) {
    const { admitted, drawn } = found;
    const rest = admitted.map((word, i) => word & ~drawn[i]);
    if (rest.every((word) => word === 0)) return [];
    const known = new Set(firm.map(({ mark }) => mark));
    return this.marks(kind, rest, found).filter(({ mark }) => !known.has(mark));
  }

  /**
   * The marks of a kind that a set of claims shows, in the order of the file.
   * @param {number} kind @param {Uint32Array} bits @param {Found} found
   */
  marks(kind, bits, found) {
    /** @type {Drawn[]} */
    const shown = [];
    const marks = this.file[KINDS[kind]];
    this.members[kind].forEach((members, number) => {
      const claims = members.filter((claim) => hasBit(bits, claim));
      if (claims.length) shown.push(this.drawn(kind, marks[number], claims, found));
    });
    return shown;
  }

  /** @param {number} kind @param {any} mark @param {number[]} claims @param {Found} found */
  drawn(kind, mark, claims, { about, shownForms }) {
    const documents = this.countDocuments(claims);
    // A note is told in its own words: it is no thing that is drawn as happening.
    const unconfirmed = kind !== NOTES && !claims.some((claim) => hasBit(this.confirmed, claim));
    return {
      mark,
      documents,
      claims: claims.length,
      style: {
        width: unconfirmed ? DOTS : this.widthClass(documents),
        stripes: kind === ROUTES || kind === HOTSPOTS ? this.stripesOf(claims, shownForms) : [],
        hedged: !claims.some((claim) => hasBit(this.stated, claim)),
        unconfirmed,
        told: unconfirmed ? this.toldAs(claims) : "",
        highlighted: about(kind, mark, claims),
      },
    };
  }

  /** The strongest that unconfirmed claims say. @param {number[]} claims */
  toldAs(claims) {
    return this.dotted.find(([, bits]) => claims.some((claim) => hasBit(bits, claim)))?.[0] || "";
  }

  /** @param {number} documents */
  widthClass(documents) {
    return this.file.rules.width_steps.filter((/** @type {number} */ least) => documents >= least).length - 1;
  }

  /** The distinct documents of claims. @param {number[]} claims */
  countDocuments(claims) {
    if (claims.length === 1) return 1;
    this.round += 1;
    let count = 0;
    for (const claim of claims) {
      const document = this.documents[claim];
      if (this.documentSeen[document] !== this.round) count += 1;
      this.documentSeen[document] = this.round;
    }
    return count;
  }

  /**
   * The form as which each type is shown where these types are asked for; -1 where it is not asked for. A type
   * that is admitted through a chosen type above it is shown as that, unless it could be shown as its own form.
   * @param {(string | number)[]} asked
   */
  shownForms(asked = []) {
    const { type_forms: forms } = this.file;
    const facet = this.index.facets.find(({ name }) => name === "types");
    const chosen = new Set(asked);
    return (facet?.values || []).map((slug, type) => {
      if (!chosen.size || chosen.has(slug)) return forms[type];
      const admitting = (facet?.above?.[type] || [])
        .filter((n) => chosen.has(facet?.values[n] ?? ""))
        .map((n) => forms[n]);
      if (!admitting.length) return -1;
      return admitting.includes(forms[type]) ? forms[type] : Math.min(...admitting);
    });
  }

  /**
   * The forms that claims name, in the order of the legend; "not named" only where none is.
   * @param {number[]} claims @param {number[]} shownForms
   */
  stripesOf(claims, shownForms) {
    /** @type {Map<number, number[]>} */
    const named = new Map();
    for (const claim of claims) {
      for (const form of new Set(this.types[claim].map((type) => shownForms[type]))) {
        const known = named.get(form);
        if (known) known.push(claim);
        else named.set(form, [claim]);
      }
    }
    named.delete(-1);
    if (named.size > 1) named.delete(this.file.rules.unnamed_form);
    return [...named]
      .sort(([a], [b]) => a - b)
      .map(([form, own]) => ({
        form,
        family: this.file.forms[form].family,
        documents: this.countDocuments(own),
        hedged: !own.some((claim) => hasBit(this.stated, claim)),
      }));
  }

  /**
   * The forms that a route's claims name beside those that are asked for, in the order of the legend.
   * @param {string} id @param {import("./claim_index.js").Selection} selection
   */
  otherForms(id, selection) {
    const { routes, type_forms: forms, rules } = this.file;
    if (!selection.types?.length) return [];
    const admitted = this.index.admitted(selection);
    const shown = this.shownForms(selection.types);
    const claims = this.members[ROUTES][routes.findIndex((route) => route.id === id)] ?? [];
    const types = claims.filter((claim) => hasBit(admitted, claim)).flatMap((claim) => this.types[claim]);
    const others = new Set(types.filter((type) => shown[type] < 0).map((type) => forms[type]));
    others.delete(rules.unnamed_form);
    return [...others].sort((a, b) => a - b);
  }

  /**
   * Tells whether a mark belongs to what is looked at.
   * @param {string} focus @returns {Found["about"]}
   */
  aboutFocus(focus) {
    if (!focus) return () => true;
    const [kind, id] = focus.split(/:(.*)/s);
    if (kind === "claim") {
      const wanted = this.file.claims.id.indexOf(id);
      return (_kind, _mark, claims) => claims.includes(wanted);
    }
    if (kind === "theme") return (number, mark) => number === NOTES && mark.theme === id;
    if (kind === "country" || kind === "region") {
      const wanted = this.placeIds.indexOf(id);
      return (_kind, _mark, claims) => claims.some((claim) => this.places[claim].includes(wanted));
    }
    const stops = kind === "route" ? id.split("~") : [];
    return (number, mark) =>
      (`${kind}s` === KINDS[number] && mark.id === id) || (number === ROLES && stops.includes(mark.place));
  }

  /** The step of each country: by the documents that name it, not through a region that holds it. @param {Uint32Array} bits */
  fills(bits) {
    this.round += 1;
    const documents = this.documentSeen.length;
    /** @type {number[]} */
    const counts = new Array(this.placeIds.length).fill(0);
    this.places.forEach((places, claim) => {
      if (!hasBit(bits, claim)) return;
      for (const place of places) {
        const pair = place * documents + this.documents[claim];
        if (this.namedBy[pair] !== this.round) counts[place] += 1;
        this.namedBy[pair] = this.round;
      }
    });
    const steps = new Map();
    counts.forEach((count, place) => {
      if (count) steps.set(this.placeIds[place], this.widthClass(count) + 1);
    });
    return steps;
  }

  /** The tier of each country in a year; of several the one whose text was reached most directly. @param {Uint32Array} bits @param {number} year */
  tiersIn(bits, year) {
    const { tier } = this.file.claims;
    const [yearOf, placeOf, accessOf] = ["years", "places", "access"].map((facet) => this.single(facet));
    const years = this.values("years");
    /** @type {Record<string, string>} */
    const found = {};
    /** @type {Record<string, number>} */
    const reached = {};
    for (const [text, slug] of Object.entries(tier)) {
      const claim = Number(text);
      if (!hasBit(bits, claim) || years[yearOf[claim]] !== year) continue;
      const place = this.placeIds[placeOf[claim]];
      const access = accessOf[claim];
      if (place in found && reached[place] < access) continue;
      found[place] = slug;
      reached[place] = access;
    }
    return found;
  }

  /** @param {string} facet @param {string[]} values */
  any(facet, values) {
    return this.index.admitted({ [facet]: values });
  }

  /** @param {string} facet @param {string} value */
  having(facet, value) {
    return this.index.having(facet, value) || this.index.empty();
  }

  /** @param {string} facet @returns {any[]} */
  values(facet) {
    return this.index.facets.find(({ name }) => name === facet)?.values || [];
  }

  /** What each claim answers to. @param {string} facet */
  held(facet) {
    return this.index.held.get(facet) || [];
  }

  /** The value of each claim in a facet that has one for each. @param {string} facet */
  single(facet) {
    return /** @type {number[]} */ (this.file.claims.facets[facet]);
  }

  /** What each claim itself names. @param {string} facet @returns {number[][]} */
  heldOwn(facet) {
    return this.file.claims.facets[facet].map((/** @type {number | number[]} */ cell) =>
      typeof cell === "number" ? [cell] : cell,
    );
  }
}

/** @param {(string | number)[] | undefined} chosen @param {Set<string>} hidden */
const rolesShown = (chosen, hidden) =>
  ROLE_KINDS.filter((role) => !hidden.has(role) && (!chosen?.length || chosen.includes(role)));

/** Best documented first: by documents, by claims, then by id. */
const byRank = (/** @type {Drawn} */ a, /** @type {Drawn} */ b) =>
  b.documents - a.documents || b.claims - a.claims || (a.mark.id < b.mark.id ? -1 : 1);

/** The claims behind each mark of a kind. @param {import("./claim_index.js").ClaimTable} claims @param {number} kind @param {number} count */
function membersOf(claims, kind, count) {
  /** @type {number[][]} */
  const members = Array.from({ length: count }, () => []);
  claims.kind.forEach((/** @type {number} */ found, /** @type {number} */ claim) => {
    if (found === kind) members[claims.mark[claim]].push(claim);
  });
  return members;
}
