/** The folder of a town that is about to join. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runWithoutDatabase } from '../../server/cli/commands.ts'

/** A square, far away from every example town. */
const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ],
]
const feature = (properties: object, west: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: square(west, 51) },
})
const EIGHT = [
  [9.9, 51],
  [10, 51.1],
  [10, 51],
  [9.9, 51.1],
  [9.9, 51],
]
const COLLECTION = {
  type: 'FeatureCollection',
  features: [
    feature({ AGS: '05758036', GEN: 'Vlotho', BEZ: 'Stadt', GF: 4 }, 8.1234567),
    feature({ AGS: '05758036', GEN: 'Vlotho', BEZ: 'Stadt', GF: 4 }, 8.5),
    feature({ AGS: '05758036', GEN: 'Vlotho', BEZ: 'Stadt', GF: 2 }, 9.5),
    feature({ ags: '05770004', gen: 'Bad Oeynhausen am Berg', bez: 'Stadt' }, 9.1),
    feature({ AGS: '05758', GEN: 'Herford', BEZ: 'Kreis' }, 9.3),
    feature({ AGS: '05711', GEN: 'Bielefeld', BEZ: 'Kreisfreie Stadt' }, 9.5),
    feature({ AGS: '05758099', GEN: 'API' }, 9.7),
    {
      ...feature({ AGS: '05758088', GEN: 'Schleife', BEZ: 'Gemeinde' }, 9.9),
      // Its border meets itself in one corner, as those of eleven official municipalities do.
      geometry: { type: 'Polygon', coordinates: [EIGHT] },
    },
  ],
}

let tenantsDir: string
let boundaries: string
beforeEach(() => {
  tenantsDir = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
  cpSync('tenants', tenantsDir, { recursive: true })
  boundaries = join(tenantsDir, 'areas.geojson')
  writeFileSync(boundaries, JSON.stringify(COLLECTION))
})
afterEach(() => rmSync(tenantsDir, { recursive: true, force: true }))

const towns = (...args: string[]) =>
  runWithoutDatabase({ command: 'towns', args }, { tenantsDir, by: 'Clara', now: () => new Date() })
const begin = (...args: string[]) => towns('new', ...args, '--boundaries', boundaries)
const fileOf = (town: string, name: string) => readFileSync(join(tenantsDir, town, name), 'utf8')

describe('towns new', () => {
  it('mends an official boundary that meets itself, so that the folder passes the check', async () => {
    expect(await begin('05758088')).toMatchObject({ ok: true })
    expect(await towns('check')).toMatchObject({ ok: true })
    expect(JSON.parse(fileOf('schleife', 'boundary.geojson')).geometry.type).toBe('MultiPolygon')
  })

  it('makes a folder that passes the check, from the key alone', async () => {
    const made = await begin('05758036')
    expect(made).toMatchObject({ ok: true, data: { town: 'vlotho' } })
    expect(made!.output).toContain('rathaus@vlotho.example ist ein Platzhalter')
    expect(parse(fileOf('vlotho', 'town.yaml'))).toEqual({
      key: 'vlotho',
      name: 'Vlotho',
      officialName: 'Stadt Vlotho',
      ags: '05758036',
      departments: [{ name: 'Rathaus', mailbox: 'rathaus@vlotho.example' }],
    })
    expect(await towns('check')).toMatchObject({ ok: true })
  })

  it('joins the parts of a municipality, without its water, to six decimals', async () => {
    await begin('05758036')
    const { geometry, properties } = JSON.parse(fileOf('vlotho', 'boundary.geojson'))
    expect(geometry.type).toBe('MultiPolygon')
    expect(geometry.coordinates).toHaveLength(2)
    expect(geometry.coordinates[0][0][0]).toEqual([8.123457, 51])
    expect(properties).toEqual({
      ags: '05758036',
      name: 'Vlotho',
      designation: 'Stadt',
      attribution: '© GeoBasis-DE / BKG (Daten verändert)',
    })
  })

  it('reads small letters and packed files, and takes key, mailbox and source as told', async () => {
    writeFileSync(`${boundaries}.gz`, gzipSync(JSON.stringify(COLLECTION)))
    const told = ['--key', 'oeynhausen', '--mailbox', 'amt@oeynhausen.example', '--attribution', '© Land 2026']
    await towns('new', '05770004', '--boundaries', `${boundaries}.gz`, ...told)
    expect(parse(fileOf('oeynhausen', 'town.yaml'))).toMatchObject({
      key: 'oeynhausen',
      departments: [{ mailbox: 'amt@oeynhausen.example' }],
    })
    expect(fileOf('oeynhausen', 'boundary.geojson')).toContain('© Land 2026')
    expect(await towns('check')).toMatchObject({ ok: true })
  })

  it('names a county as people do', async () => {
    await begin('05758')
    expect(parse(fileOf('kreis-herford', 'town.yaml'))).toMatchObject({ name: 'Kreis Herford', ags: '05758' })
    expect(await towns('check')).toMatchObject({ ok: true })
  })

  it.each(['bad-salzuflen', 'herford', 'kreis-lippe', 'lemgo'])(
    'takes after %s without its places, people and addresses, and still passes the check',
    async (like) => {
      expect(await begin('05758036', '--like', like)).toMatchObject({ ok: true })
      const text = fileOf('vlotho', 'town.yaml')
      const { departments, rules = [], theme } = parse(text)
      const model = parse(fileOf(like, 'town.yaml'))
      expect(theme).toEqual(model.theme)
      expect(departments).toHaveLength(model.departments.length)
      expect(text).not.toContain(`@${like}`)
      expect(text).not.toMatch(/phone: 030 23125 [1-4][1-9]/)
      expect(rules.filter((rule: object) => 'within' in rule || 'in' in rule)).toEqual([])
      expect(await towns('check')).toMatchObject({ ok: true })
    },
  )

  it('leaves a folder that is there as it is', async () => {
    await begin('05758036')
    const before = fileOf('vlotho', 'town.yaml')
    expect(await begin('05758036', '--like', 'lemgo')).toMatchObject({
      ok: false,
      output: expect.stringContaining('gibt es schon'),
    })
    expect(fileOf('vlotho', 'town.yaml')).toBe(before)
  })

  it.each([
    [[], /Nennen Sie den Gemeindeschlüssel/],
    [['0575803'], /ist kein Schlüssel/],
    [['05999999'], /„05999999“ steht nicht in/],
    [['05711'], /kreisfreie Stadt.*05711000/],
    [['05758099'], /„api“ ist eine Adresse der Plattform/],
    [['05758036', '--key', 'Vlotho'], /key: „Vlotho“ geht nicht/],
    [['05758036', '--mailbox', 'rathaus'], /mailbox: „rathaus“ ist keine E-Mail-Adresse/],
    [['05758036', '--like', 'atlantis'], /like: „atlantis“ gibt es nicht.*lemgo/],
    [['05758036', '--lang', 'en', '--like', 'atlantis'], /There is no “atlantis”/],
  ])('says what to write instead of %j', async (args, expected) => {
    expect(await begin(...args)).toMatchObject({ ok: false, output: expect.stringMatching(expected) })
    expect(existsSync(join(tenantsDir, 'vlotho'))).toBe(false)
  })

  it('says which file cannot be read', async () => {
    expect((await towns('new', '05758036', '--boundaries', '/nowhere'))?.output).toMatch(/nowhere lässt sich nicht/)
    writeFileSync(boundaries, 'no json')
    expect((await begin('05758036'))?.output).toMatch(/keine FeatureCollection/)
  })
})
