// What the scripts of the page leave on its elements for one another: each of them is loaded on its own.
import type { Hooks } from "../map/page.js";
import type { Pending } from "../map/pending.js";
import type { Command } from "../map/types.js";
import type { Presenter } from "./presenter.js";
import type { Reader } from "../reader/reader.js";

/** A message's number, which counts within its session. */
export interface Numbered {
  session: string;
  number: number;
}

/** What a run of the server shows at a place of the page. */
export interface Message<T> extends Numbered {
  place: string;
  content: T;
}

/** An element that takes messages, from the push channel as with everything else. */
export interface Host extends HTMLElement {
  atlasTake?(message: Omit<Message<any>, "place">): void;
  atlasShown?: Numbered;
  atlasContent?: string;
}

/** What a reader did, for the server. */
export interface Act {
  act: string;
  [field: string]: unknown;
}

/** What an entry of the browser's history shows: its link, without the map's view, and what that asks. */
export interface Step {
  link: string;
  asked: Record<string, unknown>;
}

/** The map's frame, and what the page leaves on it for the map inside. */
export interface AtlasFrame extends HTMLIFrameElement {
  atlasTheme?: string;
  /** The newest command: a frame that is still loading finds it when it begins. */
  atlasCommand?: Command;
  /** Pixels of its lower part that what is opened on the page lies over. */
  atlasCovered?(): number;
  atlasTell?(act: Act): void;
  atlasKey?(event: KeyboardEvent): void;
}

/** What holds a map: its frame, or a page that is the map's own. */
export type MapHolder = Pick<
  AtlasFrame,
  "atlasTheme" | "atlasCommand" | "atlasCovered" | "atlasTell" | "atlasKey"
> & { contentWindow: Window | null };

/** What a run sends to the page: with the map, or only the link and the acts that were heard. */
export interface PageData {
  link: string;
  /** What is asked, from the session whose push channel has the same name. */
  command: Command;
  /** What a session knows beside the link, for another one that has to take its place. */
  keep: Record<string, unknown>;
  /** The values of the pills on a page without a map. */
  offered?: Record<string, string[]>;
  /** The address of the map's page and its title, where there is a map. */
  page: string;
  title: string;
}

/** A chapter of a guided story, as the page shows it; `html` was made by a template. */
export interface StoryChapter {
  id: string;
  title: string;
  html: string;
  progress: string;
  /** What its map shows, in words. */
  asked: string;
  /** What whoever speaks is told, and what a class is asked; either may be "". */
  note: string;
  question: string;
  /** The address of Explore with what the chapter shows. */
  explore: string;
  command: Command;
}

/** `page` was made by a template, all else is text; `here` says that only this window can fill the screen. */
export interface SpeakerWords {
  page: string;
  title: string;
  opening: string;
  closing: string;
  clock: string;
  black: string;
  here: string;
  refused: string;
}

/** What a run sends to the page of a story. */
export interface StoryData {
  story: string;
  title: string;
  page: string;
  /** The chapter to begin with where the address names none; "" for the first. */
  begin: string;
  minutes: number;
  /** Slides that a presenter begins and ends with; made by templates. */
  slides: { opening: string; closing: string };
  /** The speaker's window: its page, made by a template, what it is called and what it says of slides and screen. */
  speaker: SpeakerWords;
  /** What stands before and behind all chapters where they are printed; made by templates. */
  printed: { opening: string; closing: string };
  chapters: StoryChapter[];
}

declare global {
  interface Window {
    /** In the map's frame: what tests and the page around it can ask of the map. */
    atlas: Hooks | undefined;
    /** What Streamlit takes from the page that it stands in. */
    __streamlit?: { BACKEND_BASE_URL: string };
    /** What holds the map of this page, where no frame does. */
    atlasHolder?: MapHolder;
  }

  interface Document {
    /** Tells the server what a reader did. */
    atlasTell?(act: Act): void;
    /** Tells it everything that it may not have heard of. */
    atlasRetell?(): void;
    atlasReader?: Reader;
    /** Turns to another chapter of the story that is told: -1 back, 1 on. */
    atlasTurn?(step: number): void;
    atlasStoryListens?: boolean;
    /** Writes the story that is told as it is printed. */
    atlasPrintStory?(): void;
    atlasPresenter?: Presenter;
    /** The speaker's window, as it was opened last. */
    atlasSpeaker?: Window;
    /** The address of the story that the page tells, while nothing else was opened. */
    atlasToldAt?: string;
    /** Acts that the server has not yet heard of, and how many there were. */
    atlasActs?: (Act & { count: number })[];
    atlasCount?: number;
    /** Hears of Back and Forward before Streamlit does. */
    atlasOnReturn?(event: PopStateEvent): void;
    /** The number of the act by which the reader came back to a step, until it is answered; when the last step was made. */
    atlasReturned?: number;
    atlasStepAt?: number;
    /** The entry of a list from which the panel's story was opened; "" for the map. */
    atlasEntry?: string;
    /** Where the map stands: longitude, latitude, zoom. */
    atlasView?: number[];
    /** What is asked, as the reader has pressed it, and the newest command that was heard. */
    atlasAsked?: Pending;
    atlasHeard?: Command;
    atlasKeep?: Record<string, unknown>;
    atlasOffered?: Record<string, string[]>;
    /** The sessions in the order in which the page heard of them. */
    atlasSessions?: string[];
    /** The number under which everything was told again, until it is answered; and how often in a row. */
    atlasReturn?: number;
    atlasAttempts?: number;
    atlasWatches?: boolean;
    atlasListens?: boolean;
    atlasLeads?: boolean;
    /** Whether the tab has been asked if it was writing when its page was last there. */
    atlasResumed?: boolean;
    /** How often the keyboard was sent to a field of the draft. */
    atlasFieldTurns?: number;
    atlasChannel?: WebSocket;
  }
}
