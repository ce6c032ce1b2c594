// What the index of the search holds, and what is made of it to be searched.

/** An entry of the index: a place, a sector or a type. */
export interface Entry {
  name: string;
  names: string[];
  code?: string;
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
}

export interface PreparedEntry extends Entry {
  folded: string[];
  foldedCode: string;
  /** A country, a region, a sector or a type: not a part of one. */
  whole: boolean;
}

/** An entry that answers to a text, and the name by which it does. */
export interface Match {
  entry: PreparedEntry;
  name: string;
  rank: number;
}
