// What the server sends with a text, and what the page tells of it.

/** A claim that the text holds, as the reader is told of it before it is opened. */
export interface ToldClaim {
  id: string;
  kind: string;
  title: string;
  statement: string;
}

export interface ReaderWords {
  /** How many matches, with {at} and {all}. */
  matches: string;
  none: string;
  /** How many claims more, with {n}. */
  more: string;
  open: string;
  copied: string;
  kinds: Record<string, string>;
}

/** A text to read; without a text there is none, and only `key` and `text` are sent. */
export interface ReaderData {
  /** The id of the document. */
  key: string;
  /** HTML of the text, of its key and of its rail: made by the server, with every text in it escaped. */
  text: string;
  legend: string;
  rail: string;
  claims: ToldClaim[];
  /** Where each run that quotes claims begins, in characters of the text; and the length of the whole. */
  runs: number[];
  length: number;
  /** Places in `claims` of those that the filters leave out, and of those that the reader folds away. */
  off: number[];
  veiled: number[];
  /** The sentence that the link names, and the ids of its claims. */
  passage: { anchor: string; claims: string[] } | null;
  words: ReaderWords;
}

/** Sends a named event with its value to the server. */
export type Send = (name: string, value: unknown) => void;
