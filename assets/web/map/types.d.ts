// The shapes that the modules of the map share: points, boxes, and the marks as the data file holds them.

import type { ClaimTable, Facet } from "./claim_index.js";
import type { WordTable } from "./word_index.js";

/** In the plane of the map (see plane.js), or in pixels. */
export type Point = [x: number, y: number];
/** Left, top, right, bottom. */
export type Box = [left: number, top: number, right: number, bottom: number];
/** A quadratic curve: where it begins, what it bends towards, where it ends. */
export type Segment = [start: Point, control: Point, end: Point];
export type Ctx = CanvasRenderingContext2D;

/** What takes pixels of the world at zoom 0 to pixels of a canvas, and the size of that canvas. */
export interface Frame {
  scale: number;
  dx: number;
  dy: number;
  width: number;
  height: number;
}

/** The part of a canvas that the reader sees. */
export interface Window {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One form of a route or hotspot: its number among the file's forms, its colour, and how many documents name it. */
export interface Stripe {
  form: number;
  family: string;
  documents: number;
  hedged: boolean;
}

/** What lies under the pointer; its forms, of a route which of its stripes; of a ring its roles, and which of them. */
export interface Found {
  kind: string;
  id: string;
  name: string;
  stripes?: Stripe[];
  stripe?: number;
  roles?: Drawn<RoleMark>[];
  role?: RoleMark;
  /** How it is drawn and told; of a ring each of its roles has its own. */
  style?: Style;
}

/** How a mark is drawn. */
export interface Style {
  /** The forms of a route or hotspot, in the order of the legend: on a line from the left of the direction of travel. */
  stripes: Stripe[];
  /** The width class: 0 to 2 by documents, 3 for what is unconfirmed. */
  width: number;
  hedged: boolean;
  unconfirmed: boolean;
  /** What an unconfirmed mark rests on at best: alleged, at risk or onward migration. */
  told: string;
  highlighted: boolean;
}

export interface Drawn<M> {
  mark: M;
  style: Style;
}

/** A line that leads out of a place or into it: towards a region, or to an end that is not named. */
export interface Stub {
  at: Point;
  out: boolean;
  angle?: number;
  region?: string;
  label?: string;
}

interface Mark {
  id: string;
  name: string;
}

export interface RouteMark extends Mark {
  stops: string[];
  /** Quadratic curves, six numbers each, in the plane. */
  curve: number[][];
  loop?: Point;
  stub?: Stub;
}

export interface HotspotMark extends Mark {
  place: string;
  at: Point;
  hover: string;
  symbols: string[];
  /** The sectors whose symbols these are. */
  sectors: string[];
  /** The rings of an area, in the plane. */
  shape?: Point[][];
}

export interface RoleMark extends Mark {
  place: string;
  /** The name of the place. */
  title: string;
  /** What the role is called within a sentence. */
  label: string;
  role: "source" | "transit" | "destination";
  focus: "country" | "region";
  at: Point;
}

export interface NoteMark extends Mark {
  /** The slug of its theme, whose name is the title. */
  theme: string;
  title: string;
  symbols: string[];
}

export interface Country {
  id: string;
  name: string;
  at: Point;
  /** Its width in degrees of the plane. */
  extent: number;
  americas: boolean;
  /** Whether any claim of the loaded collections names it. */
  named: boolean;
  region?: undefined;
  members?: undefined;
}

export interface Region {
  id: string;
  name: string;
  at: Point;
  region: true;
  members: string[];
  extent?: undefined;
  americas?: undefined;
}

export type Place = Country | Region;

/** A place where lines begin, pass or end, and how much is drawn there. */
export interface End {
  place: Place;
  at: Point;
  highlighted: boolean;
  weight: number;
}

/** An entry of the legend: a switch where it has a value. */
export interface LegendEntry {
  value: string;
  label: string;
  css_class: string;
  meaning: string;
  /** The icon of a sector, by its name. */
  symbol?: string;
}

export interface TierEntry {
  value: string;
  label: string;
  short: string;
  meaning: string;
}

/** What the key of the tier layer says, with what its caution rests on. */
export interface TierWords {
  title: string;
  entries: TierEntry[];
  none: string;
  silent: string;
  judgement: string;
  caution: { words: string; focus: string };
}

/** The data file of the map: all that it can draw of one atlas, and the claims behind it. */
export interface MapFile {
  version: number;
  routes: RouteMark[];
  hotspots: HotspotMark[];
  roles: RoleMark[];
  notes: NoteMark[];
  /** The name of each sector's symbol. */
  sector_names: Record<string, string>;
  places: Country[];
  regions: Region[];
  /** Forms with their colours and names; `text` is the name within a sentence. */
  forms: { slug: string; family: string; label: string; text: string }[];
  /** The form of each value of the facet of types. */
  type_forms: number[];
  rules: {
    /** The certainty of what is stated outright. */
    stated: string;
    /** Assertions that are drawn without being asked for. */
    drawn_assertions: string[];
    /** Assertions that are drawn as dots, the strongest first. */
    dotted_assertions: string[];
    /** How many documents a line of each width has at least. */
    width_steps: number[];
    /** How many routes are drawn where the reader has not said. */
    top_routes: number;
    /** Layers that are off until they are asked for. */
    hidden_at_first: string[];
    /** The form of what no document names. */
    unnamed_form: number;
  };
  facets: Facet[];
  claims: ClaimTable;
  /** The index of words, or its address. */
  word_index: string | WordTable;
  icons: Record<string, string>;
  words: Record<string, string>;
  legend: {
    types: LegendEntry[];
    layers: LegendEntry[];
    sectors: LegendEntry[];
    lines: Pick<LegendEntry, "label" | "css_class">[];
    land: Pick<LegendEntry, "label" | "css_class">[];
    tiers: TierWords;
  };
}

/** What the server asks of the map; a higher number is newer. */
export interface Command {
  /** The session that sends it, and its number there. */
  session: string;
  number: number;
  /** The number of the last act that the server has heard of. */
  heard: number;
  /** Set by the page where it answers all that was told again after a loss. */
  final?: boolean;
  selection: Record<string, (string | number)[]>;
  focus: string;
  hide: string[];
  top: number | null;
  tiers: number | null;
  /** Where the map stands at first: longitude, latitude, zoom. */
  view?: number[] | null;
  /** What the window shows at least, wherever it stood: west, south, east and north in degrees. */
  bounds?: [number, number, number, number];
  /** How often the map was to be moved to what is looked at. */
  bring?: number;
}

/** A country of the land, from GeoJSON in EPSG:4326. */
export interface LandFeature {
  properties: { id: string };
  geometry:
    | { type: "Polygon"; coordinates: Point[][] }
    | { type: "MultiPolygon"; coordinates: Point[][][] };
}
