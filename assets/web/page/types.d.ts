// What the scripts of the page leave on its elements for one another: each of them is loaded on its own.
import type { Reader } from "../reader/reader.js";

/** What a run of the server shows at a place of the page; a higher number is newer. */
export interface Message<T> {
  place: string;
  number: number;
  content: T;
}

/** An element that takes messages, from the push channel as with everything else. */
export interface Host extends HTMLElement {
  atlasTake?(message: Pick<Message<any>, "number" | "content">): void;
  atlasNumber?: number;
  atlasContent?: string;
}

/** What a reader did, for the server. */
export interface Act {
  act: string;
  [field: string]: unknown;
}

declare global {
  interface Document {
    /** Tells the server what a reader did. */
    atlasTell?(act: Act): void;
    atlasReader?: Reader;
    /** Acts that the server has not yet heard of, and how many there were. */
    atlasActs?: (Act & { count: number })[];
    atlasCount?: number;
    /** Where the map stands: longitude, latitude, zoom. */
    atlasView?: number[];
    atlasListens?: boolean;
    atlasLeads?: boolean;
    atlasChannel?: WebSocket;
  }
}
