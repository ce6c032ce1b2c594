// What the index of the search holds, and what is made of it to be searched.

/** What can be chosen, and what choosing it does. */
export interface Choice {
  name: string;
  kind: string;
  said: string;
  /** How many claims are about it. */
  claims: number;
  /** What choosing it looks at, `kind:id`; a sector or type has a facet and its value instead. */
  focus?: string;
  facet?: string;
  value?: string;
  /** The country that is opened instead of a place that no claim names. */
  instead?: string;
  /** The id of a document that is opened. */
  document?: string;
}

/** An entry of the index: a place, a sector or a type. */
export interface Entry extends Choice {
  names: string[];
  code?: string;
}

export interface RouteEntry extends Choice {
  /** The ids of its places, in the direction of travel. */
  stops: string[];
}

export interface DocumentEntry extends Choice {
  document: string;
}

export interface PreparedEntry extends Entry {
  folded: string[];
  foldedCode: string;
  /** A country, a region, a sector or a type: not a part of one. */
  whole: boolean;
}

/** An entry that answers to a text, and the name by which it does, or the words to mark in its own. */
export interface Match<E extends Choice = Choice> {
  entry: E;
  name: string;
  rank: number;
  marked?: Set<string>;
}
