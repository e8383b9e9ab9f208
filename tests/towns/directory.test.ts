/** Municipalities that have not joined: imported, found, reported in, wished for, and joining at last. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reports } from '../../db/schema/reports.ts'
import { listWishCounts } from '../../server/analytics/rows.ts'
import type { CommandWorld } from '../../server/cli/command-world.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { runCommand } from '../../server/cli/commands.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import type { ImportedDirectory } from '../../server/towns/import-directory.ts'
import { createRegistry } from '../../server/towns/registry.ts'
import { CITIZEN } from '../support/people.ts'
import { IN_NEIGHBOUR, POTHOLE } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const square = (west: number, south: number): Position[] => [
  [west, south],
  [west + 0.1, south],
  [west + 0.1, south + 0.1],
  [west, south + 0.1],
  [west, south],
]
const [A, B, C, D] = square(12, 53) as [Position, Position, Position, Position]
const feature = (AGS: string, GEN: string, ring: Position[], more = {}): Feature => ({
  type: 'Feature',
  properties: { AGS, GEN, BEZ: 'Gemeinde', ...more },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const FEATURES = [
  feature('13071001', 'Altentreptow', square(12.5, 53), { BEZ: 'Stadt' }),
  feature('13071002', 'Neustadt', square(12.7, 53)),
  feature('13071003', 'Neustadt', square(12.9, 53)),
  feature('13071004', 'Kommunen', square(13.1, 53)),
  feature('13071005', 'Knoten', [A, C, B, D, A]),
  feature('13071006', 'Strich', [A, B, A]),
  feature('13071', 'Mecklenburgische Seenplatte', square(12, 52)),
  { ...feature('', '', square(13.5, 53)), properties: { ags: '13071007', gen: 'Süderau', bez: 'Gemeinde' } },
  feature('05758012', 'Herford', square(8.6, 52), { BEZ: 'Stadt' }),
]
const IN_ALTENTREPTOW = { lat: 53.05, lon: 12.55 }
const IN_NEUSTADT = { lat: 53.05, lon: 12.75 }

let world: World
let commands: CommandWorld
let folder: string
let boundaries: string
beforeAll(async () => {
  world = await createWorld()
  commands = { tenantsDir: 'tenants', by: 'Clara', now: world.now }
  folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-directory-'))
  boundaries = join(folder, 'boundaries.geojson')
  writeFileSync(boundaries, JSON.stringify({ type: 'FeatureCollection', features: FEATURES }))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

async function directory(contacts?: string, ...more: string[]) {
  const file = join(folder, 'contacts.csv')
  if (contacts !== undefined) writeFileSync(file, contacts)
  const args = [
    'directory',
    'import',
    '--boundaries',
    boundaries,
    ...(contacts === undefined ? [] : ['--contacts', file]),
  ]
  const reply = await runCommand(world.database, commands, { command: 'towns', args: [...args, ...more] })
  return { ...reply, done: reply.data as ImportedDirectory }
}
const registry = () => createRegistry(world.database, world.now)
const page = async (path: string, init?: RequestInit) => {
  world.pass(3_000)
  const answer = await world.app.fetch(new Request(PUBLIC_URL + path, init))
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('Location') }
}
const post = { method: 'POST', headers: { Origin: PUBLIC_URL } }
const wishes = (town: string) => world.database.inTransaction(town, (db) => listWishCounts(db, town))

describe('towns directory import', () => {
  it('names what it took, mended and left out, and every wrong line of the contacts', async () => {
    const { ok, output, done } = await directory(
      'AGS;Postfach\n13071001;rathaus@altentreptow.example\nfoo;bar\n13071002;nix\n99999999;a@b.example',
    )
    expect(ok).toBe(true)
    expect(done).toMatchObject({ municipalities: 7, added: 6, changed: 0, unchanged: 0, members: 1, unreachable: 5 })
    expect(output.split('\n')).toEqual([
      '7 Gemeinden: 6 neu, 0 geändert, 0 unverändert.',
      '1 davon sind schon dabei. Für sie gilt ihr eigener Ordner.',
      expect.stringMatching(/^5 haben kein Postfach/),
      'repariert: 13071005 Knoten: Ring 1 überschneidet sich selbst (bei 53.05, 12.05)',
      'ausgelassen: 13071006 Strich: Ring 1 hat keine Fläche (bei 53, 12)',
      'contacts, Zeile 3: „foo“ ist kein Gemeindeschlüssel.',
      'contacts, Zeile 4: „nix“ ist keine E-Mail-Adresse.',
      'contacts: Nicht in den Grenzen: 99999999',
    ])
  })

  it('changes nothing the second time, and without contacts keeps the ones it knows', async () => {
    expect((await directory()).done).toMatchObject({ added: 0, changed: 0, unchanged: 6, unreachable: 5 })
  })

  it('gives each the same key on every import: its name, with its municipality key where that is not enough', async () => {
    const found = async (lat: number, lon: number) => (await registry().municipalityAt({ lat, lon }))?.key
    expect(await found(53.05, 12.55)).toBe('altentreptow')
    expect(await found(53.05, 12.75)).toBe('neustadt-13071002')
    expect(await found(53.05, 12.95)).toBe('neustadt-13071003')
    expect(await found(53.05, 13.15)).toBe('kommunen-13071004')
    expect(await found(53.05, 13.55)).toBe('suederau')
  })

  it('takes a mailbox in later, as spreadsheets write it, and takes one away', async () => {
    expect((await directory('13071002,"amt@neustadt.example"')).done).toMatchObject({ changed: 1, unreachable: 4 })
    expect((await directory('13071002,')).done).toMatchObject({ changed: 1, unreachable: 5 })
  })

  it('forgets a municipality whose land others have now, and no other that the file lacks', async () => {
    const swallowed = feature(
      '13071099',
      'Kleinort',
      square(12.52, 53.02).map(([lon, lat]) => [lon! / 1.0002, lat!]),
    )
    const elsewhere = feature('13071098', 'Fernort', square(14, 53))
    const write = (features: Feature[]) =>
      writeFileSync(boundaries, JSON.stringify({ type: 'FeatureCollection', features }))
    write([...FEATURES.slice(1), swallowed, elsewhere])
    await directory()
    write(FEATURES)
    expect((await directory()).done.gone).toEqual(['kleinort'])
    expect((await registry().municipalityAt(IN_ALTENTREPTOW))?.key).toBe('altentreptow')
    expect((await registry().municipalityAt({ lat: 53.05, lon: 14.05 }))?.key).toBe('fernort')
    expect((await directory()).done.gone).toEqual([])
  })

  it('may be kept to one Land', async () => {
    expect((await directory(undefined, '--ags-prefix', '05')).done).toMatchObject({ municipalities: 1, members: 1 })
  })

  it.each([
    [[], /^Nennen Sie die Datei/],
    [['import', '--boundaries', 'nowhere.geojson'], /^boundaries: nowhere\.geojson lässt sich nicht lesen/],
    [['import', '--boundaries', 'package.json'], /ist keine FeatureCollection/],
    [['import', '--boundaries', 'x', '--ags-prefix', 'NRW'], /^ags-prefix: „NRW“/],
  ])('says what to write instead of %j', async (args, expected) => {
    const reply = await runCommand(world.database, commands, { command: 'towns', args: ['directory', ...args] })
    expect(reply).toMatchObject({ ok: false, output: expect.stringMatching(expected) })
  })
})

describe('a town that has not joined', () => {
  it('says so on its pages, and is nobody’s official service', async () => {
    const { text } = await page('/altentreptow/')
    expect(text).toContain('Altentreptow ist noch nicht dabei')
    expect(text).toContain('geht per E-Mail an das Rathaus')
    expect(text).not.toContain('Offizieller Dienst')
    expect((await page('/altentreptow/melden')).text).toContain('Altentreptow ist noch nicht dabei')
    expect((await page('/altentreptow/?lang=en')).text).toContain('Altentreptow has not joined yet')
  })

  it('without an address takes no report, by no way, and shows no address', async () => {
    expect((await page('/neustadt-13071002/')).text).not.toMatch(/\.invalid|melden"[^>]*class="btn|So zuverlässig/)
    expect((await page('/neustadt-13071002/melden')).text).not.toContain('name="description"')
    expect((await page('/neustadt-13071002/melden', post)).status).toBe(409)
    const input = { ...POTHOLE, ...IN_NEUSTADT }
    await expect(
      submitReport(await world.as(CITIZEN, 'neustadt-13071002'), input, { intakeChannel: 'api' }),
    ).rejects.toMatchObject({
      reason: 'town_unreachable',
    })
  })

  it('counts a wish by the button and by each report, and members take none', async () => {
    expect(await page('/altentreptow/wunsch', post)).toMatchObject({
      status: 303,
      location: '/altentreptow/?gewuenscht=1',
    })
    expect((await page('/altentreptow/?gewuenscht=1')).text).toContain('Ihr Wunsch ist gezählt')
    await submitReport(
      await world.as(CITIZEN, 'altentreptow'),
      { ...POTHOLE, ...IN_ALTENTREPTOW },
      { intakeChannel: 'web' },
    )
    expect(await wishes('altentreptow')).toEqual([{ day: '2026-11-16', count: 2 }])
    expect(await wishes(NEIGHBOUR)).toEqual([])
    expect((await page(`/${NEIGHBOUR}/wunsch`, post)).status).toBe(404)
    expect(
      (await page('/altentreptow/wunsch', { method: 'POST', headers: { Origin: 'https://evil.example' } })).status,
    ).toBe(403)
  })

  it('is found by name after the members, and stands in no list', async () => {
    const { text } = await page('/?q=stadt')
    expect(text).toContain('href="/neustadt-13071002/"')
    expect(text).toContain('Mecklenburg-Vorpommern · noch nicht dabei')
    expect((await page('/')).text).not.toContain('Altentreptow')
    const api = async (query: string) => JSON.parse((await page(`/api/v1/towns?${query}`)).text).items
    expect(await api('q=alten')).toEqual([])
    const near = await api(`near=${IN_ALTENTREPTOW.lat},${IN_ALTENTREPTOW.lon}`)
    expect(near[0]).toMatchObject({ key: 'altentreptow', live: true, member: false })
    const [member] = await api(`near=${IN_NEIGHBOUR.lat},${IN_NEIGHBOUR.lon}`)
    expect(member).toMatchObject({ key: NEIGHBOUR, live: true })
    expect(member).not.toHaveProperty('member')
  })
})

describe('joining', () => {
  const folderOf = (key: string, more = {}) => {
    const lemgo = checkTowns(readTenants('tenants')).towns.find(({ town }) => town.key === 'lemgo')!
    const geometry = FEATURES[0]!.geometry as typeof lemgo.geometry
    return {
      ...lemgo,
      geometry,
      town: {
        ...lemgo.town,
        key,
        name: 'Altentreptow',
        ags: '13071001',
        bounds: [12.5, 53, 12.6, 53.1] as typeof lemgo.town.bounds,
        ...more,
      },
    }
  }
  const apply = (compiled: ReturnType<typeof folderOf>) => applyTown(world.database, compiled, 'Clara', world.now())

  it('under the key of another municipality is refused', async () => {
    await expect(apply(folderOf('suederau'))).rejects.toMatchObject({ reason: 'key_of_another' })
  })

  it('under another key: places are the member’s from then on, for a running index too', async () => {
    const running = createRegistry(world.database, world.now, { keepsIndex: true })
    expect((await running.municipalityAt(IN_ALTENTREPTOW))?.key).toBe('altentreptow')
    await apply(folderOf('treptow'))
    world.pass(3_000)
    expect((await running.municipalityAt(IN_ALTENTREPTOW))?.key).toBe('treptow')
    expect((await registry().municipalityAt(IN_ALTENTREPTOW))?.key).toBe('treptow')
    expect((await registry().town('altentreptow'))?.live).toBe(false)
    expect((await directory()).done).toMatchObject({ members: 2, added: 0, changed: 0 })
    await apply(folderOf('treptow', { live: false }))
  })

  it('under the same key: its history goes on, and open reports go to its dispatcher', async () => {
    const before = await registry().town('altentreptow')
    const applied = await apply(folderOf('altentreptow'))
    expect(applied.version).toBe(before!.version + 1)
    const town = await registry().town('altentreptow')
    expect(town).toMatchObject({ member: true, live: true })
    const dispatcher = town!.departments.find((one) => one.dispatcher)!.key
    const ctx = await world.asActor({ kind: 'system' }, 'altentreptow')
    const rows = await world.database.inTransaction('altentreptow', (db) => db.select().from(reports))
    expect(rows.map(({ department }) => department)).toEqual([dispatcher])
    expect(ctx.town.member).toBe(true)
  })
})
