/**
 * ETRS89 / UTM, as surveyors in Germany draw: transverse Mercator by Krüger's series to the fourth order (L. Krüger 1912;
 * coefficients and formulas as in C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geod. 85,
 * 2011, eqs. 7 to 11, 35, 36). Good to far less than a millimetre within some 3,000 km of the zone's meridian. ETRS89 is taken
 * for WGS 84, as GDAL does: within Europe they are less than a metre apart, and nobody points at a map more closely.
 */
/** GRS 80. */
const A = 6_378_137
const F = 1 / 298.257222101
const E = Math.sqrt(F * (2 - F))
const N = F / (2 - F)

const SCALE = 0.9996
const FALSE_EASTING = 500_000
const RADIUS = (SCALE * A * (1 + N ** 2 / 4 + N ** 4 / 64)) / (1 + N)

const ALPHA = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
]
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
]
/** Each turn brings the latitude closer by a factor of about 150. */
const TURNS = 8

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (radians: number) => (radians * 180) / Math.PI
const meridianOf = (zone: number) => 6 * zone - 183

/** How far the conformal latitude is from the other, as Mercator's map stretches them. */
const stretch = (sine: number) => E * Math.atanh(E * sine)

function series(factors: readonly number[], [xi, eta]: readonly [number, number]) {
  const terms = factors.map((factor, at) => [factor, 2 * (at + 1)] as const)
  return {
    north: terms.reduce((sum, [factor, k]) => sum + factor * Math.sin(k * xi) * Math.cosh(k * eta), 0),
    east: terms.reduce((sum, [factor, k]) => sum + factor * Math.cos(k * xi) * Math.sinh(k * eta), 0),
  }
}

type Pair = [number, number]

/** @returns easting and northing in metres, of longitude and latitude in degrees */
export function toUtm(zone: number, [lon, lat]: Readonly<Pair>): Pair {
  const sine = Math.sin(radians(lat))
  const tangent = Math.sinh(Math.atanh(sine) - stretch(sine))
  const away = radians(lon - meridianOf(zone))
  const xi = Math.atan2(tangent, Math.cos(away))
  const eta = Math.asinh(Math.sin(away) / Math.hypot(tangent, Math.cos(away)))
  const { north, east } = series(ALPHA, [xi, eta])
  return [FALSE_EASTING + RADIUS * (eta + east), RADIUS * (xi + north)]
}

/** @returns longitude and latitude in degrees, of easting and northing in metres */
export function fromUtm(zone: number, [easting, northing]: Readonly<Pair>): Pair {
  const [xi, eta] = [northing / RADIUS, (easting - FALSE_EASTING) / RADIUS]
  const { north, east } = series(BETA, [xi, eta])
  const [plainXi, plainEta] = [xi - north, eta - east]
  const isometric = Math.asinh(Math.sin(plainXi) / Math.hypot(Math.sinh(plainEta), Math.cos(plainXi)))
  let sine = Math.tanh(isometric)
  for (let turn = 0; turn < TURNS; turn++) sine = Math.tanh(isometric + stretch(sine))
  const away = Math.atan2(Math.sinh(plainEta), Math.cos(plainXi))
  return [meridianOf(zone) + degrees(away), degrees(Math.asin(sine))]
}
