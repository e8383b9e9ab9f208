/** Reports that a town brings along: from tiny files, by the command as it runs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandWorld } from '../../server/cli/command-world.ts'
import { runCommand } from '../../server/cli/commands.ts'
import { type Holder, importFile } from '../../server/cli/import/index.ts'
import { inTransaction } from '../../server/context.ts'
import { runDueWork } from '../../server/jobs.ts'
import { importReports } from '../../server/reports/import-reports.ts'
import { readMoment } from '../../server/reports/read-moment.ts'
import { countReportRows, findContactRow, getReportRow, listEventRows } from '../../server/reports/rows.ts'
import { CLOSING_REASONS } from '../../server/reports/status.ts'
import { IMPORTED_STATUSES } from '../../tenants/import-schema.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
let commands: CommandWorld
let folder: string
beforeAll(async () => {
  world = await createWorld()
  commands = { tenantsDir: 'tenants', by: 'Clara', now: world.now, secret: () => world.deps.secret }
  folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-import-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

let files = 0
/** A file of this content, in a name of its own. */
function file(ending: string, content: string | Uint8Array): string {
  const path = join(folder, `export-${files++}.${ending}`)
  writeFileSync(path, content)
  return path
}

const told: string[] = []
const alone: Holder = {
  ask: (command) => runCommand(world.database, commands, command),
  isServing: () => false,
  tell: (line) => void told.push(line),
}

/** Each test has a source of its own, so that none sees another's reports. */
const mapping = (source: string, more = '') => `source: ${source}
id: Nr
category:
  column: Art
  values: { Schlagloch: pothole, Lampe: street-light }
description: Text
lat: Breite
lon: Länge
receivedAt: Eingang
${more}`

const HEAD = 'Nr;Art;Text;Breite;Länge;Eingang'
const ROW = 'a1;Schlagloch;Tiefes Loch vor der Schule;52,0862;8,7443;03.02.2024 14:05'

type Data = { taken: number; known: number; differing: string[]; refusals: { line: number; reason: string }[] }

async function run(path: string, map: string, ...args: string[]) {
  const yaml = file('yaml', map)
  const reply = await importFile(alone, commands, [path, '--town', FIRST_TOWN, '--map', yaml, ...args])
  return { ...reply, data: reply.data as Data }
}
const csv = (...rows: string[]) => file('csv', [HEAD, ...rows].join('\r\n'))

async function count(town = FIRST_TOWN) {
  return inTransaction(await world.asActor({ kind: 'system' }, town), countReportRows)
}
/** The newest number of the town. */
async function newest() {
  const ctx = await world.asActor({ kind: 'system' })
  const { report } = await submitPothole(world)
  return inTransaction(ctx, async (ctx) => {
    const row = await getReportRow(ctx, report.number - 1)
    return { row, events: await listEventRows(ctx, row.id), contact: await findContactRow(ctx, row.id) }
  })
}
const page = async (number: number) =>
  (await world.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/anliegen/${number}`))).text()

describe('an imported report', () => {
  it('comes in as it was: its day, its place, its words, in the right department', async () => {
    expect(await run(csv(ROW), mapping('as-it-was'))).toMatchObject({ ok: true, data: { taken: 1, refusals: [] } })
    const { row } = await newest()
    expect(row).toMatchObject({
      category: 'pothole',
      status: 'received',
      department: 'roads',
      lat: 52.0862,
      lon: 8.7443,
      receivedAt: new Date('2024-02-03T13:05:00Z'),
      source: 'as-it-was',
      sourceRef: 'a1',
      visibility: 'shown',
      textVisibility: 'waiting',
    })
  })

  it('tells nobody, and its history says where it came from', async () => {
    const before = world.mails.length
    while (await runDueWork(world.clock));
    const path = file('csv', `${HEAD};Mail\n${ROW};anna@post.example`)
    await run(path, mapping('untold', 'contact: { email: Mail }'))
    while (await runDueWork(world.clock));
    expect(world.mails).toHaveLength(before)
    const { events, contact } = await newest()
    expect(contact).toMatchObject({ email: 'anna@post.example' })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ action: 'imported', actorKind: 'system', facts: { source: 'untold' } })
  })

  it('that had ended brings its end, its reason and its public answer along', async () => {
    const path = file('csv', `${HEAD};Stand;Ende;Antwort\n${ROW};fertig;10.02.2024;Das Loch ist zu.`)
    const ended = `status: { column: Stand, values: { fertig: done/repaired } }
closedAt: Ende
answer: Antwort
publish: true`
    await run(path, mapping('ended', ended))
    const { row, events } = await newest()
    expect(row).toMatchObject({ status: 'done', closedReason: 'repaired', version: 2, textVisibility: 'shown' })
    expect(row.closedAt).toEqual(new Date('2024-02-10T11:00:00Z'))
    expect(events.map(({ action }) => action)).toEqual(['closed', 'imported'])
    const html = await page(row.number)
    for (const words of ['Tiefes Loch vor der Schule', 'Das Loch ist zu.', 'aus einem früheren Verfahren übernommen'])
      expect(html).toContain(words)
  })

  it('keeps its words from strangers until a clerk releases them, and no script of theirs ever runs', async () => {
    const evil = 'a2;Schlagloch;<script>alert(1)</script> =cmd|calc;52.0862;8.7443;2024-02-03'
    await run(csv(ROW.replace('a1', 'a0'), evil), mapping('evil-hidden'))
    expect(await page((await newest()).row.number)).not.toContain('alert(1)')
    await run(csv(evil), mapping('evil-shown', 'publish: true'))
    const html = await page((await newest()).row.number)
    expect(html).toContain('&lt;script>alert(1)&lt;/script> =cmd|calc')
    expect(html).not.toContain('<script>alert')
  })

  it('with half a sign, as a cut text leaves it, and a NUL comes in without them', async () => {
    const line = { Nr: 'half', Art: 'Schlagloch', Text: 'Loch \ud83d und \u0000 mehr', Eingang: '2024-02-03' }
    const map = mapping('half', 'publish: true').replace(/lat: Breite\nlon: Länge\n/, '')
    expect((await run(file('jsonl', JSON.stringify(line)), map)).data.taken).toBe(1)
    expect(await page((await newest()).row.number)).toContain('Loch \ufffd und  mehr')
  })

  it('of a category that is never public stays hidden, whatever the mapping says', async () => {
    const map = mapping('never', 'publish: true').replace('pothole', 'abandoned-vehicle')
    await run(csv(ROW), map)
    expect((await newest()).row).toMatchObject({ visibility: 'hidden', textVisibility: 'hidden' })
  })

  it('gets its number in the order of receipt', async () => {
    const later = ROW.replace('a1', 'later')
    const earlier = ROW.replace('a1', 'earlier').replace('2024', '2019')
    await run(csv(later, earlier), mapping('order'))
    expect((await newest()).row.sourceRef).toBe('later')
  })
})

describe('the same file', () => {
  it('twice adds nothing, and says which rows are others by now without touching them', async () => {
    const map = mapping('twice')
    const second = ROW.replace('a1', 'a2')
    await run(csv(ROW, second), map)
    const before = await count()
    const changed = second.replace('Tiefes', 'Neues')
    const again = await run(csv(ROW, changed), map)
    expect(again.data).toMatchObject({ taken: 0, known: 2, differing: ['a2'] })
    expect(again.output).toContain('In der Datei inzwischen anders, hier unverändert gelassen: 1 (a2)')
    expect(await count()).toBe(before)
  })

  it('broken off in the middle is completed by the next call', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => ROW.replace('a1', `row-${i}`))
    const path = csv(...rows)
    const before = await count()
    let asked = 0
    const failing: Holder = {
      ...alone,
      ask: async (command) => (asked++ < 2 ? alone.ask(command) : { ok: false, output: 'gone' }),
    }
    const args = [path, '--town', FIRST_TOWN, '--map', file('yaml', mapping('broken-off'))]
    const stopped = await importFile(failing, commands, args)
    expect(stopped).toMatchObject({ ok: false, output: expect.stringContaining('Nach 500 Zeilen angehalten') })
    expect(await count()).toBe(before + 500)
    expect((await importFile(alone, commands, args)).data).toMatchObject({ taken: 100, known: 500 })
    expect(await count()).toBe(before + 600)
  })

  it('given to a server that has others to answer goes in pieces, and it may rest between them', async () => {
    const sizes: number[] = []
    const serving: Holder = {
      ...alone,
      isServing: () => true,
      ask: async (command) => {
        if (command.args[0] === 'rows') sizes.push(JSON.parse(command.args[2]!).rows.length)
        return alone.ask(command)
      },
    }
    const rows = Array.from({ length: 250 }, (_, i) => ROW.replace('a1', `row-${i}`))
    const args = [csv(...rows), '--town', FIRST_TOWN, '--map', file('yaml', mapping('served'))]
    expect((await importFile(serving, commands, args)).data).toMatchObject({ taken: 250 })
    expect(sizes).toEqual([100, 100, 50])
  })

  it('by two at once comes in once', async () => {
    const path = csv(ROW)
    const map = mapping('at-once')
    const both = await Promise.all([run(path, map), run(path, map)])
    expect(both.map(({ data }) => data.taken).sort()).toEqual([0, 1])
  })

  it('on trial writes nothing and counts the same', async () => {
    const path = csv(ROW, ROW.replace('a1', 'b1').replace('52,0862;8,7443', '52.1152;8.6711'))
    const before = await count()
    const trial = await run(path, mapping('trial'), '--dry-run')
    expect(await count()).toBe(before)
    expect(trial.output).toMatch(/^Probelauf\. Nichts wurde geschrieben\.\n2 Zeilen gelesen\.\nWürden übernommen: 1\n/)
    const { data } = await run(path, mapping('trial'))
    expect(data).toMatchObject({ taken: trial.data.taken, refusals: trial.data.refusals })
  })
})

describe('a file', () => {
  const taken = async (path: string, map: string) => {
    const { data, output } = await run(path, map)
    expect(output).toContain('Abgelehnt: 0')
    return data.taken
  }

  it.each([
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with commas', (text: string) => text.replaceAll(',', '.').replaceAll(';', ',')],
    ['with tabs', (text: string) => text.replaceAll(';', '\t')],
    ['of old Windows', (text: string) => Buffer.from(text, 'latin1')],
    ['in UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [
      'with lines in a quoted cell',
      (text: string) => text.replace(/Tiefes.*Straße/, '"Tiefes\nLoch; ""gleich"" vor der Straße"'),
    ],
  ])('as CSV %s is read', async (how, change) => {
    const path = file('csv', change(`${HEAD}\r\n${ROW.replace('Schule', 'Straße')}\r\n`))
    expect(await taken(path, mapping(`csv-${how.replaceAll(/\W+/g, '-').toLowerCase()}`, 'publish: true'))).toBe(1)
    const html = await page((await newest()).row.number)
    expect(html).toContain('vor der Straße')
  })

  it('packed with gzip is read', async () => {
    expect(await taken(file('csv.gz', gzipSync(`${HEAD}\n${ROW}`)), mapping('packed'))).toBe(1)
  })

  it('as GeoJSON brings its points along', async () => {
    const properties = { Nr: 7, Art: 'Lampe', Text: 'Die Lampe ist dunkel', Eingang: '2024-02-03T14:05:00+01:00' }
    const feature = { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [8.7443, 52.0862] } }
    const map = mapping('geojson').replace(/lat: Breite\nlon: Länge\n/, '')
    expect(await taken(file('geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] })), map)).toBe(
      1,
    )
    expect((await newest()).row).toMatchObject({ lat: 52.0862, lon: 8.7443, sourceRef: '7', category: 'street-light' })
  })

  it('of one JSON object a line reads nested fields and composes texts from several', async () => {
    const line = { meldung: { nr: 'x1', was: 'Loch' }, wo: 'Lange Straße', am: 1_706_965_500, leer: null }
    const map = `source: lines
id: '{meldung.nr}/2024'
category: { else: pothole }
description: ['{meldung.was} am Rand', 'Ort: {wo}', 'Dazu: {leer}']
address: wo
receivedAt: { column: am, format: seconds }
publish: true`
    expect(await taken(file('jsonl', `${JSON.stringify(line)}\n\n`), map)).toBe(1)
    const { row } = await newest()
    expect(row).toMatchObject({ sourceRef: 'x1/2024', lat: null, placeSource: 'words' })
    const html = await page(row.number)
    expect(html).toContain('Loch am Rand')
    expect(html).not.toContain('Dazu')
  })
})

describe('a row is refused, with its line and in words, when', () => {
  it.each([
    ['its id stands above', [ROW, ROW], 3, 'Dasselbe Kennzeichen steht schon in Zeile 2.'],
    ['it has no id', [ROW.replace('a1', '')], 2, 'Das Kennzeichen fehlt.'],
    ['its category is not mapped', [ROW.replace('Schlagloch', 'Ufo')], 2, '„Ufo“ steht nicht in der Zuordnung'],
    ['it has no category', [ROW.replace('Schlagloch', '')], 2, 'Die Kategorie fehlt.'],
    ['it has no date', [ROW.replace(/;[^;]*$/, ';')], 2, 'Das Eingangsdatum fehlt.'],
    ['its date is none', [ROW.replace('03.02.', '31.02.')], 2, '„31.02.2024 14:05“ lässt sich nicht als Datum lesen.'],
    ['it comes from the future', [ROW.replace('2024', '2034')], 2, 'liegt in der Zukunft.'],
    ['half a place is there', [ROW.replace('8,7443', '')], 2, 'Nur eine der beiden Koordinaten ist da.'],
    ['its place is not in degrees', [ROW.replace('52,0862', '5765432')], 2, '„5765432“ ist keine Angabe in Grad.'],
    [
      'its place is the neighbour’s',
      [ROW.replace('52,0862;8,7443', '52.1152;8.6711')],
      2,
      'liegt nicht in dieser Kommune',
    ],
    [
      'its place is nowhere',
      [ROW.replace('52,0862;8,7443', '0;0')],
      2,
      'Der Ort (0, 0) liegt nicht in dieser Kommune.',
    ],
    ['its text is empty', [ROW.replace('Tiefes Loch vor der Schule', '')], 2, 'Der Text ist zu kurz.'],
    [
      'its text is too long',
      [ROW.replace('Tiefes', 'x'.repeat(4_000))],
      2,
      'Der Text ist zu lang. Gekürzt wird nichts.',
    ],
    ['it has another number of cells', [ROW, `${ROW};mehr`], 3, 'nicht so viele Spalten wie die erste (7 / 6)'],
  ])('%s', async (why, rows, line, sentence) => {
    const { data, output } = await run(csv(...rows), mapping(`refused-${why.length}-${line}`), '--dry-run')
    expect(data.refusals.map((one) => one.line)).toEqual([line])
    expect(output).toMatch(new RegExp(`^  Zeile ${line},.*${sentence.replaceAll(/[()./]/g, '\\$&')}`, 'm'))
  })

  it.each([
    ['has ended at no time', 'fertig;', 'Das Anliegen ist abgeschlossen, aber „closedAt“ ist leer.'],
    ['has ended before it began', 'fertig;01.02.2024', 'Der Abschluss liegt vor dem Eingang.'],
    ['has a status that is not mapped', 'offen?;', '„offen?“ steht nicht in der Zuordnung'],
  ])('it %s', async (_why, cells, sentence) => {
    const more = 'status: { column: Stand, values: { fertig: done } }\nclosedAt: Ende'
    const path = file('csv', `${HEAD};Stand;Ende\n${ROW};${cells}`)
    expect((await run(path, mapping('no-end', more), '--dry-run')).output).toContain(sentence)
  })

  it('all of them are written to a table that is harmless in a spreadsheet', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ROW.replace('a1', `=1+${i}`).replace('Schlagloch', 'Ufo'))
    const list = join(folder, 'refusals.csv')
    const { ok, output } = await run(csv(...rows), mapping('listed'), '--refusals', list)
    expect(ok).toBe(false)
    expect(output.match(/^ {2}Zeile /gm)).toHaveLength(20)
    const written = readFileSync(list, 'utf8').split('\r\n')
    expect(written[0]).toBe('\uFEFF"Zeile";"Kennzeichen";"Angabe";"Grund"')
    expect(written[1]).toContain(`"2";"'=1+0";"category";"„Ufo“ steht nicht`)
    expect(written.filter(Boolean)).toHaveLength(31)
  })
})

describe('before anything is read', () => {
  it.each([
    [
      'a field that does not exist',
      mapping('wrong', 'publik: true'),
      /yaml:9:1 publik: „publik“ gibt es hier nicht\. Meinten Sie „publish“\?|„publik“/,
    ],
    [
      'a category the town does not have',
      mapping('wrong').replace('pothole', 'pot-hole'),
      /:5:\d+ Die Kategorie „pot-hole“ hat diese Kommune nicht\. Meinten Sie „pothole“\?/,
    ],
    [
      'a column that is not in the file',
      mapping('wrong').replace('Eingang', 'Eingangs'),
      /receivedAt: Die Spalte „Eingangs“ gibt es in der Datei nicht\. Meinten Sie „Eingang“\?/,
    ],
    ['a status of another product', mapping('wrong', 'status: { else: fixed }'), /status, else: .*fixed/],
  ])('%s is named, with its line', async (_what, map, expected) => {
    expect(await run(csv(ROW), map)).toMatchObject({ ok: false, output: expect.stringMatching(expected) })
  })

  it('a quotation mark that stays open is named by its line, and nothing is taken', async () => {
    const before = await count()
    const broken = csv(ROW, 'a2;"Schlagloch;x;;;', ROW.replace('a1', 'a3'))
    expect(await run(broken, mapping('open'))).toMatchObject({
      ok: false,
      output: expect.stringContaining('Ab Zeile 3 '),
    })
    const cut = file('geojson', '{"type":"FeatureCollection","features":[{')
    expect((await run(cut, mapping('open'))).output).toContain('Ab Zeile 1 ')
    expect(await count()).toBe(before)
  })

  it('says what is missing', async () => {
    expect((await importFile(alone, commands, [])).output).toContain('npm run import -- <Datei')
    const map = file('yaml', mapping('missing'))
    const nowhere = await importFile(alone, commands, ['/nowhere.csv', '--town', FIRST_TOWN, '--map', map])
    expect(nowhere.output).toMatch(/^\/nowhere\.csv lässt sich nicht lesen/)
    const unknown = await importFile(alone, commands, [csv(ROW), '--town', 'atlantis', '--map', map])
    expect(unknown.output).toContain('„atlantis“ ist nicht eingerichtet')
  })
})

it('the neighbour’s town is untouched, and its clerk may bring nothing in', async () => {
  const before = await count(NEIGHBOUR)
  await run(csv(ROW), mapping('neighbours'))
  expect(await count(NEIGHBOUR)).toBe(before)
  const dirk = await world.as(world.people.Dirk, NEIGHBOUR)
  await expect(importReports(dirk, { source: 'own', otherPartner: '-', rows: [] })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

it.each([
  ['2024-07-01T12:00:00', '2024-07-01T10:00:00Z'],
  ['2024-01-31', '2024-01-31T11:00:00Z'],
  ['31.1.2024 8:05 Uhr', '2024-01-31T07:05:00Z'],
  ['2024-03-31 03:30', '2024-03-31T01:30:00Z'],
  ['2024-01-31T08:05:00Z', '2024-01-31T08:05:00Z'],
  ['31/01/2024', null],
  ['gestern', null],
])('%s by the clock in Germany is %s', (text, expected) => {
  expect(readMoment(text, 'auto', 'Europe/Berlin')).toEqual(expected && new Date(expected))
})

it('a mapping can say every reason for an end, and no other', () => {
  const reasons = Object.entries(CLOSING_REASONS).flatMap(([status, all]) => all.map((one) => `${status}/${one}`))
  expect(IMPORTED_STATUSES.filter((one) => one.includes('/'))).toEqual(reasons)
})
