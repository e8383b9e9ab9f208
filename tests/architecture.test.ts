/** Who may know whom. Arrows run down only; see the table of floors in the README. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** From top to bottom: a floor may use itself and what is below it. */
const FLOORS: [name: string, pattern: RegExp][] = [
  ['entries', /^server\/(node|worker|edge-isolate|edge-memory)\.ts$|^server\/cli\//],
  ['app', /^server\/(app|app-clock)\.ts$/],
  ['surfaces', /^server\/http\//],
  ['jobs', /^server\/(jobs|lanes)\.ts$/],
  ['adapters', /^server\/adapters\//],
  ['features', /^server\/(reports|towns|notifications|analytics|drafts|photos|places|retention|webhooks|partners)\//],
  ['people', /^server\/(people|routing|limits|proof|keys)\//],
  ['core', /^server\/[\w-]+\.(d\.)?ts$/],
  ['people see', /^client\/(citizen|clerk)\//],
  ['other websites show', /^client\/embed\//],
  ['map', /^client\/map\//],
  ['client ground', /^client\/(ui|i18n|paths\.ts)/],
  ['ground', /^(db|tenants)\//],
]
const SOURCES = globSync('{server,client,db,tenants}/**/*.{ts,tsx}', { exclude: ['db/migrations/**'] })

type Arrow = { from: string; to: string; typeOnly: boolean }
const IMPORT = /^(?:import|export)(\s+type)?\s[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

function arrowsOf(file: string): Arrow[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(IMPORT)].map(([, type, named, bare, lazy]) => {
    const target = (named ?? bare ?? lazy)!
    return { from: file, to: target.startsWith('.') ? join(dirname(file), target) : target, typeOnly: Boolean(type) }
  })
}
const arrows = SOURCES.flatMap(arrowsOf)
const floorOf = (file: string) => FLOORS.findIndex(([, pattern]) => pattern.test(file))
const inside = (arrow: Arrow) => floorOf(arrow.to) >= 0
const line = ({ from, to }: Arrow) => `${from} → ${to}`

it('every source file has its floor', () => {
  expect(SOURCES.filter((file) => floorOf(file) < 0)).toEqual([])
})

it('arrows run down only', () => {
  const up = arrows.filter((arrow) => inside(arrow) && floorOf(arrow.to) < floorOf(arrow.from) && !arrow.typeOnly)
  expect(up.map(line)).toEqual([])
})

it('there are no circles', () => {
  const graph = new Map(
    SOURCES.map((file) => [file, arrows.filter((arrow) => arrow.from === file && inside(arrow)).map(({ to }) => to)]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of SOURCES) visit(file, [])
  expect(circles).toEqual([])
})

it('browsers get nothing of the server, and of the towns only types', () => {
  const wrong = arrows.filter(
    ({ from, to, typeOnly }) =>
      from.startsWith('client/') &&
      (/^server\//.test(to) || (/^(tenants|db)\//.test(to) && !typeOnly) || /^(zod|node:)/.test(to)),
  )
  expect(wrong.map(line)).toEqual([])
})

it('only adapters, entries and commands know the runtime', () => {
  const wrong = arrows.filter(
    ({ from, to }) => to.startsWith('node:') && !/^server\/(adapters|cli)\/|^server\/node\.ts$/.test(from),
  )
  expect(wrong.map(line)).toEqual([])
})

it('only client/map imports Leaflet', () => {
  expect(arrows.filter(({ from, to }) => to === 'leaflet' && !from.startsWith('client/map/')).map(line)).toEqual([])
})

it('only rows and record-event touch tables', () => {
  const touches = ({ from, to }: Arrow) =>
    /^(drizzle-orm|postgres|@electric)/.test(to) && /^server\/(?!adapters)/.test(from)
  const wrong = arrows.filter(
    (arrow) => touches(arrow) && !/\/([\w-]+-)?rows\.ts$|\/record-event\.ts$/.test(arrow.from),
  )
  expect(wrong.map(line)).toEqual([])
})

it('no page carries style or script of its own', () => {
  const wrong = SOURCES.filter(
    (file) =>
      file.endsWith('.tsx') &&
      /\sstyle=|<script(?![^>]*\ssrc=)|dangerouslySetInnerHTML/.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})
