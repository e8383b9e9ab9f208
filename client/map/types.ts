/** What a map takes: places are `[lon, lat]` in WGS84 degrees, as GeoJSON has them. */

export type Position = [lon: number, lat: number]
/** Rings of a town, holes and islands alike: even-odd decides what is inside. */
export type Outline = Position[][]
export type Bounds = [west: number, south: number, east: number, north: number]

export type Status =
  | 'received'
  | 'in_progress'
  | 'scheduled'
  | 'question'
  | 'with_partner'
  | 'done'
  | 'declined'
  | 'handed_over'

export type Pin = {
  kind: 'pin'
  number: number
  category: string
  categoryName: string
  icon: string
  status: Status
  statusLabel: string
  url: string
  address?: string
}

export type Cluster = { kind: 'cluster'; count: number; open: number; bbox: Bounds }

export type MapFeature<Properties = Pin | Cluster> = {
  type: 'Feature'
  geometry: { type: 'Point'; coordinates: Position }
  properties: Properties
}

export type MapFeatures = { type: 'FeatureCollection'; features: MapFeature[] }

/** Base map from elsewhere; its host must be in `img-src`. */
export type Tiles = { url: string; attribution: string }

/** What every map of a town has. */
export type Ground = { outline: Outline; bounds: Bounds; attribution: string; tiles?: Tiles }

export type MapWords = {
  /** Name of the map for those who do not see it, with its keys: "Karte von …. Pfeiltasten verschieben, …" */
  map: string
  zoomIn: string
  zoomOut: string
  locate: string
  locating: string
  locateRefused: string
  locateFailed: string
}

export type TownMapWords = MapWords & {
  /** Name of the picture that stands in for the map without script. */
  picture: string
  /** Link of a pin's card to its report: "Anliegen ansehen". */
  details: string
  close: string
  /** "{count} Anliegen, {open} offen" */
  cluster: string
}

export type PlacePickerWords = MapWords & {
  picture: string
  /** "Karte antippen, um den Ort zu setzen" */
  hint: string
  /** Name of the group of four buttons: "Ort um 2 m verschieben". */
  move: string
  north: string
  south: string
  west: string
  east: string
  /** "Ort gesetzt: {place}" */
  placeSet: string
  /** "Der Ort liegt außerhalb von …" as a whole sentence. */
  outside: string
  /** "Ihr Standort, auf etwa {metres} m genau" */
  accuracy: string
  near: NearWords
}

/** Ways to a place without pointing: addresses nearby, and arrows. */
export type NearWords = {
  /** "Als Liste" */
  show: string
  /** "Pfeile" */
  arrows: string
  title: string
  loading: string
  none: string
  /** "etwa {metres} m entfernt" */
  metres: string
}
