// What the scripts of the page leave on its elements for one another: each of them is loaded on its own.
import type { Hooks } from "../map/page.js";
import type { Command } from "../map/types.js";
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

/** The map's frame, and what the page leaves on it for the map inside. */
export interface AtlasFrame extends HTMLIFrameElement {
  atlasTheme?: string;
  /** The newest command: a frame that is still loading finds it when it begins. */
  atlasCommand?: Command;
  /** The link of the page, to which the map's view is added. */
  atlasLink?: string;
  atlasTell?(act: Act): void;
  atlasKey?(event: KeyboardEvent): void;
}

/** What a run sends to the page: with the map, or only the link and the acts that were heard. */
export interface PageData {
  /** The name of the session's push channel. */
  channel: string;
  link: string;
  /** The number of the last act that the server has heard of. */
  heard: number;
  /** The address of the map's page and its title, and the newest command. */
  page: string;
  title: string;
  command: Command;
}

declare global {
  interface Window {
    /** In the map's frame: what tests and the page around it can ask of the map. */
    atlas: Hooks | undefined;
  }

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
