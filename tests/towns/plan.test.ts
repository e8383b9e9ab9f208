/** What would change, in words, before it does; and towns that stay with an earlier catalogue. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandWorld } from '../../server/cli/command-world.ts'
import { runCommand, runWithoutDatabase } from '../../server/cli/commands.ts'
import type { Plan } from '../../server/towns/plan-towns.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
let commands: CommandWorld
beforeEach(async () => {
  world = await createWorld()
  const tenantsDir = mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-'))
  cpSync('tenants', tenantsDir, { recursive: true, filter: (file) => !file.endsWith('demo.jsonl') })
  commands = { tenantsDir, by: 'Clara', now: world.now }
})
afterEach(async () => {
  await world.close()
  rmSync(commands.tenantsDir, { recursive: true, force: true })
})

const towns = (...args: string[]) => runCommand(world.database, commands, { command: 'towns', args })
const check = async () => runWithoutDatabase({ command: 'towns', args: ['check'] }, commands)

function change(file: string, ...changes: [from: string | RegExp, to: string][]) {
  const path = join(commands.tenantsDir, file)
  const before = readFileSync(path, 'utf8')
  const after = changes.reduce((text, [from, to]) => text.replace(from, to), before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}
/** The lines about one town. */
async function planOf(town: string, ...args: string[]): Promise<string[]> {
  const { ok, output } = await towns('plan', '--town', town, ...args)
  expect(ok, output).toBe(true)
  return output.split('\n').map((line) => line.trim())
}

describe('towns plan', () => {
  it('says that nothing changes when nothing does', async () => {
    const { ok, output, data } = await towns('plan')
    expect(ok).toBe(true)
    expect(output.split('\n')).toEqual([
      'Bad Salzuflen: nichts ändert sich.',
      'Herford: nichts ändert sich.',
      'Kreis Lippe: nichts ändert sich.',
      'Lemgo: nichts ändert sich.',
    ])
    expect((data as Plan).towns.every(({ state }) => state === 'same')).toBe(true)
  })

  it('says that people will come in with the town’s own accounts', async () => {
    const openId = '{ issuer: "https://login.example", clientId: anliegenwerk, name: Stadt-Konto }'
    change('lemgo/town.yaml', ['name: Lemgo', `name: Lemgo\nsignIn: { openId: ${openId} }`])
    expect(await planOf('lemgo')).toContainEqual(expect.stringContaining('Anmeldung mit eigenem Konto'))
  })

  it('names everything that comes, goes or changes', async () => {
    change(
      'lemgo/town.yaml',
      ['bauhof@lemgo.example', 'hof@lemgo.example'],
      ['name: Grünflächen und Spielplätze', 'name: Stadtgrün'],
      [/ {2}- graffiti\n/, ''],
      [', graffiti]', ']'],
      [/categories: \[graffiti\]/, 'categories: []'],
      [/ {2}- pothole\n/, '  - pothole\n  - parking\n'],
      [/\[pothole, /, '[pothole, parking, '],
      ["accent: '#2f5d34'", "accent: '#00536e'"],
      [
        /answer: \{ question: site, is: nature \}\n {4}to: order/,
        'answer: { question: site, is: nature }\n    to: green',
      ],
      [/$/, '\nchanges:\n  pothole:\n    answerWithin: 5\n    retention:\n      photos: 3\n'],
    )
    const lines = await planOf('lemgo')
    expect(lines[0]).toBe('Lemgo:')
    expect(lines).toContain('Hausfarbe: #2f5d34 → #00536e')
    expect(lines).toContain('Fachbereich „Städtischer Bauhof“, Postfach: bauhof@lemgo.example → hof@lemgo.example')
    expect(lines).toContain('Fachbereich „Stadtgrün“, Name: Grünflächen und Spielplätze → Stadtgrün')
    expect(lines).toContain('entfällt: Kategorie „Graffiti, Schmiererei“')
    expect(lines.join('\n')).toMatch(/neu: Kategorie „Falschparker|„.*[Pp]ark/)
    expect(lines.join('\n')).toMatch(/Kategorie „Schlagloch.*“, Arbeitstage bis zur Antwort: \d+ → 5/)
    expect(lines.join('\n')).toMatch(/Kategorie „Schlagloch.*“, Aufbewahrung der Fotos, Monate/)
    expect(lines.join('\n')).toMatch(/Regel .*: Bürgerservice und Ordnung → Stadtgrün/)
    expect((await planOf('lemgo', '--lang', 'en')).join('\n')).toMatch(/gone: category “Graffiti/)
    const data = (await towns('plan', '--town', 'lemgo')).data as Plan
    expect(data.towns[0]!.changes).toContainEqual({
      what: 'department',
      key: 'depot',
      field: 'mailbox',
      from: 'bauhof@lemgo.example',
      to: 'hof@lemgo.example',
    })
  })

  it('changes nothing itself, and agrees with apply on what is new', async () => {
    change('lemgo/town.yaml', ['name: Lemgo', 'name: Lemgow'])
    expect(await planOf('lemgo')).toContain('Name: Lemgo → Lemgow')
    expect(await planOf('lemgo')).toContain('Name: Lemgo → Lemgow')
    await towns('apply')
    expect(await planOf('lemgo')).toEqual(['Lemgow: nichts ändert sich.'])
  })

  it('says what apply would refuse, and what to do', async () => {
    await submitPothole(world)
    change('bad-salzuflen/town.yaml', [/ {2}- pothole .*\n/, ''], ['[pothole, ', '['])
    const lines = await planOf('bad-salzuflen')
    expect(lines.join('\n')).toMatch(/Offene Anliegen brauchen noch: Kategorie „pothole“ \(1\)/)
    expect((await towns('apply')).ok).toBe(false)
  })

  it('weighs a changed boundary and counts the open reports it would leave outside', async () => {
    await submitPothole(world)
    const file = join(commands.tenantsDir, 'bad-salzuflen/boundary.geojson')
    const feature = JSON.parse(readFileSync(file, 'utf8'))
    const ring = [
      [8.75, 52.1],
      [8.76, 52.1],
      [8.76, 52.11],
      [8.75, 52.1],
    ]
    writeFileSync(file, JSON.stringify({ ...feature, geometry: { type: 'Polygon', coordinates: [ring] } }))
    change('bad-salzuflen/town.yaml', [/\nrules:[\s\S]*$/, '\n'])
    for (const name of ['districts.geojson', 'streets.csv'])
      rmSync(join(commands.tenantsDir, 'bad-salzuflen', name), { force: true })
    const lines = await planOf('bad-salzuflen')
    expect(lines).toContain('Straßenliste: 57 → 0 Einträge')
    expect(lines.join('\n')).toMatch(/Grenze geändert: 99,7 km² → 0,4 km²/)
    expect(lines).toContain('Achtung: Ein offenes Anliegen läge nicht mehr in der Kommune.')
  })

  it('tells of a town without a folder and of one that joins', async () => {
    rmSync(join(commands.tenantsDir, 'herford'), { recursive: true })
    change('bad-salzuflen/town.yaml', ['neighbours: [herford, lemgo]', 'neighbours: [lemgo]'])
    const { output } = await towns('plan')
    expect(output).toContain('Herford: hat keinen Ordner mehr und läuft weiter wie bisher.')
    cpSync('tenants/herford', join(commands.tenantsDir, 'neuherford'), {
      recursive: true,
      filter: (file) => !file.endsWith('demo.jsonl'),
    })
    change('neuherford/town.yaml', ['key: herford', 'key: neuherford'], ['name: Herford', 'name: Neuherford'])
    expect((await planOf('neuherford'))[0]).toMatch(/^Neuherford: neu dabei, mit 6 Fachbereichen und 15 Kategorien\.$/)
  })

  it('refuses a town it does not know', async () => {
    expect(await towns('plan', '--town', 'atlantis')).toMatchObject({ ok: false })
  })
})

describe('a new version of the catalogue', () => {
  const renew = () => {
    change(
      'catalogue/catalogue.yaml',
      [/^version: \d+/m, 'version: 99'],
      [/(key: pothole\n(?: {4}.*\n)*? {4}answerWithin: )\d+/, '$17'],
    )
    change('catalogue/words/de.yaml', [/^( {2}pothole:\n {4}name: ).*/m, '$1Loch in der Straße'])
  }

  it('is told once for all towns: what it adds, drops and changes', async () => {
    renew()
    const { output } = await towns('plan')
    expect(output).toMatch(/^Katalog Version \d+ → 99:$/m)
    expect(output).toMatch(/^ {2}Kategorie „Loch in der Straße“, Arbeitstage bis zur Antwort: \d+ → 7$/m)
    expect(output).toMatch(/^ {2}Texte neu bei: Loch in der Straße$/m)
    expect(output).toMatch(/^ {2}Katalog: \d+ → 99$/m)
  })

  it('is refused under a version that is taken', async () => {
    change('catalogue/words/de.yaml', [/^( {2}pothole:\n {4}name: ).*/m, '$1Loch in der Straße'])
    const { output } = await towns('plan')
    expect(output).toMatch(/anders als bisher unter dieser Version/)
    expect(output).toMatch(/Erhöhen Sie in catalogue\/catalogue.yaml „version“/)
    expect((await towns('apply')).ok).toBe(false)
  })

  it('leaves a town alone that has agreed to an earlier one', async () => {
    const before = await world.deps.registry.town('lemgo')
    const version = String(before!.catalogueVersion)
    renew()
    change('lemgo/town.yaml', [/^key: lemgo\n/m, `key: lemgo\ncatalogue: ${version}\n`])
    expect((await check())!.output).toContain(`lemgo: bleibt beim Katalog Version ${version}.`)
    expect(await planOf('lemgo')).toEqual(['Lemgo: nichts ändert sich.'])
    expect((await towns('apply')).output).toMatch(/^lemgo: Version 1, unverändert$/m)
    world.pass(5_000)
    const nameIn = async (town: string) =>
      (await world.deps.registry.town(town))!.categories.find(({ key }) => key === 'pothole')!.name.de
    expect(await nameIn('lemgo')).toBe(before!.categories.find(({ key }) => key === 'pothole')!.name.de)
    expect(await nameIn('herford')).toBe('Loch in der Straße')
  })

  it('cannot be refused in favour of one that never was here', async () => {
    renew()
    change('lemgo/town.yaml', [/^key: lemgo\n/m, 'key: lemgo\ncatalogue: 42\n'])
    expect((await check())!.ok).toBe(true)
    const { ok, output } = await towns('apply')
    expect(ok).toBe(false)
    expect(output).toMatch(/lemgo\/town\.yaml:3:\d+ catalogue: Version 42 des Katalogs hatte diese Installation nie/)
  })
})
