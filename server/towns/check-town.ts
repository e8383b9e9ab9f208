/** Holds a town's folder against the schema and the catalogue. Pure: takes file texts, needs no database. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import simplify from 'simplify-js'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Bounds, type Category, Town, TownFile } from '../../tenants/schema.ts'

/** Texts of one folder below `tenants/`. */
export type TownFolder = { key: string; townYaml: string; boundary: string; logo: string | null; demo: string | null }
/** What is wrong, where, in a sentence that says what to write instead. */
export type Problem = { file: string; line?: number; column?: number; message: string }
export type CompiledTown = { town: Town; geometry: Polygon | MultiPolygon; logo: string | null }
export type Checked = { ok: true; compiled: CompiledTown } | { ok: false; problems: Problem[] }
export type CompiledCatalogue = { version: number; categories: Category[] }

/** First segments of the platform's own addresses; a town of that name could not be reached. */
export const RESERVED_KEYS = [
  'amt',
  'api',
  'assets',
  'embed',
  'fonts',
  'healthz',
  'mcp',
  'metrics',
  'open311',
  'readyz',
  'ogc',
] as const

/** Tolerance of the drawn outline in degrees, about 60 m: fine enough for a picture of the town. */
const OUTLINE_TOLERANCE = 0.0006

export function checkTown(folder: TownFolder, catalogue: CompiledCatalogue): Checked {
  const file = `${folder.key}/town.yaml`
  const read = readYaml(file, folder.townYaml, TownFile)
  const boundary = readBoundary(folder)
  if (!read.ok || !boundary.ok) {
    return { ok: false, problems: [...(read.ok ? [] : read.problems), ...(boundary.ok ? [] : boundary.problems)] }
  }
  const { value: town, at } = read
  const problems = [
    ...keyProblems(folder, town, at),
    ...departmentProblems(town, catalogue, at),
    ...ruleProblems(town, at),
  ]
  if (problems.length > 0) return { ok: false, problems: problems.map((problem) => ({ file, ...problem })) }

  const categories = town.categories.map((key) => catalogue.categories.find((category) => category.key === key)!)
  const compiled = Town.parse({
    ...town,
    catalogueVersion: catalogue.version,
    categories,
    bounds: boundsOf(boundary.geometry),
    outline: outlineOf(boundary.geometry),
    attribution: boundary.attribution,
  })
  return { ok: true, compiled: { town: compiled, geometry: boundary.geometry, logo: folder.logo } }
}

type Where = (path: PropertyKey[]) => { line?: number; column?: number }
type Found = { message: string; line?: number; column?: number }

function keyProblems(folder: TownFolder, town: TownFile, at: Where): Found[] {
  const found: Found[] = []
  if (town.key !== folder.key) {
    found.push({ ...at(['key']), message: `key: Schreiben Sie „${folder.key}“, so heißt der Ordner.` })
  }
  if ((RESERVED_KEYS as readonly string[]).includes(town.key)) {
    found.push({
      ...at(['key']),
      message: `key: „${town.key}“ ist eine Adresse der Plattform. Wählen Sie einen anderen Schlüssel.`,
    })
  }
  return found
}

function departmentProblems(town: TownFile, catalogue: CompiledCatalogue, at: Where): Found[] {
  const found: Found[] = []
  const dispatchers = town.departments.filter((department) => department.dispatcher).length
  if (dispatchers !== 1) {
    found.push({
      ...at(['departments']),
      message: `departments: Genau ein Fachbereich braucht „dispatcher: true“ (die Leitstelle), hier sind es ${dispatchers}.`,
    })
  }
  town.categories.forEach((key, index) => {
    if (!catalogue.categories.some((category) => category.key === key)) {
      found.push({ ...at(['categories', index]), message: `categories: „${key}“ steht nicht im Katalog.` })
    }
  })
  const owners = new Map<string, string>()
  town.departments.forEach((department, d) => {
    department.categories.forEach((key, c) => {
      const place = at(['departments', d, 'categories', c])
      if (!town.categories.includes(key)) {
        found.push({ ...place, message: `departments: „${key}“ fehlt oben unter categories.` })
      }
      const other = owners.get(key)
      if (other)
        found.push({
          ...place,
          message: `departments: „${key}“ gehört schon zu „${other}“. Nennen Sie die Kategorie nur einmal.`,
        })
      owners.set(key, department.key)
    })
  })
  return found
}

function ruleProblems(town: TownFile, at: Where): Found[] {
  return town.rules.flatMap((rule, index) => {
    const found: Found[] = []
    if (!town.departments.some((department) => department.key === rule.to)) {
      found.push({ ...at(['rules', index, 'to']), message: `rules: Den Fachbereich „${rule.to}“ gibt es nicht.` })
    }
    if (!town.categories.includes(rule.category)) {
      found.push({
        ...at(['rules', index, 'category']),
        message: `rules: „${rule.category}“ fehlt oben unter categories.`,
      })
    }
    return found
  })
}

/** Parses YAML by a schema; each problem knows its line. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at: Where = (path) => {
    // A missing key has no place of its own: its nearest parent has.
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
      if (node?.range) {
        const { line, col } = lines.linePos(node.range[0])
        return { line, column: col }
      }
    }
    return {}
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line,
      column: error.linePos?.[0].col,
      message: `Das ist kein gültiges YAML: ${error.message.split('\n')[0]}`,
    }))
    return { ok: false as const, problems }
  }
  const parsed = schema.safeParse(document.toJS(), { error: z.locales.de().localeError })
  if (parsed.success) return { ok: true as const, value: parsed.data as z.infer<Schema>, at }
  const problems = parsed.error.issues.map((issue) => ({
    file,
    ...at(issue.path as PropertyKey[]),
    message: `${issue.path.join('.') || 'Datei'}: ${issue.message}`,
  }))
  return { ok: false as const, problems }
}

function readBoundary(folder: TownFolder) {
  const file = `${folder.key}/boundary.geojson`
  const problem = (message: string) => ({ ok: false as const, problems: [{ file, message }] })
  let feature: Feature
  try {
    feature = JSON.parse(folder.boundary)
  } catch {
    return problem('Das ist kein gültiges JSON.')
  }
  const { geometry, properties } = feature
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    return problem('Die Grenze muss ein Feature mit einem Polygon oder MultiPolygon sein.')
  }
  if (ringsOf(geometry).some((ring) => ring.length < 4 || String(ring[0]) !== String(ring.at(-1)))) {
    return problem('Jeder Ring der Grenze braucht mindestens vier Punkte und muss sich schließen.')
  }
  if (typeof properties?.attribution !== 'string')
    return problem('properties.attribution: Nennen Sie die Quelle der Grenze.')
  return { ok: true as const, geometry, attribution: properties.attribution }
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

export function boundsOf(geometry: Polygon | MultiPolygon): Bounds {
  const points = ringsOf(geometry).flat()
  const lons = points.map(([lon]) => lon!)
  const lats = points.map(([, lat]) => lat!)
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b))
  return [least(lons), least(lats), most(lons), most(lats)]
}

function outlineOf(geometry: Polygon | MultiPolygon): [number, number][][] {
  return ringsOf(geometry)
    .map((ring) =>
      simplify(
        ring.map(([x, y]) => ({ x: x!, y: y! })),
        OUTLINE_TOLERANCE,
        true,
      ),
    )
    .filter((ring) => ring.length >= 4)
    .map((ring) => ring.map(({ x, y }) => [Number(x.toFixed(5)), Number(y.toFixed(5))]))
}
