/** The proof of erasure, and every page and answer about a report of which nothing is left but its number. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteReport } from '../../server/reports/note-report.ts'
import { eraseOld } from '../../server/retention/erase-old.ts'
import { sweepPlatform } from '../../server/retention/sweep.ts'
import { callsOf } from '../support/calls.ts'
import { tellAll } from '../support/outside.ts'
import { submitPothole } from '../support/reports.ts'
import { CANARY, wholeLife } from '../support/whole-life.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

const PROOF = `/amt/${FIRST_TOWN}/loeschnachweis`
const DAY_MS = 86_400_000

let world: World
let calls: ReturnType<typeof callsOf>
let number: number
let token: string
let clara: string
beforeAll(async () => {
  world = await createWorld()
  calls = callsOf(world)
  const lived = await wholeLife(world)
  number = lived.number
  token = lived.trackingToken
  // Another one, so that the lists are not empty.
  await submitPothole(world)
  world.pass(4_000 * DAY_MS)
  await tellAll(world)
  clara = await calls.signIn(world.people.Clara)
})
afterAll(() => world.close())

describe('a report of which the time is over', () => {
  const publicly = () => [
    `/${FIRST_TOWN}/`,
    `/${FIRST_TOWN}/anliegen`,
    `/${FIRST_TOWN}/anliegen?q=${CANARY}`,
    `/${FIRST_TOWN}/anliegen/${number}`,
    `/${FIRST_TOWN}/anliegen/${number}?lang=en`,
    `/${FIRST_TOWN}/anliegen/${number}?lang=de-simple`,
    `/${FIRST_TOWN}/anliegen/${number}/bild.png`,
    `/${FIRST_TOWN}/themen/pothole`,
    `/${FIRST_TOWN}/sitemap.xml`,
    `/${FIRST_TOWN}/verfolgen/${token}`,
    `/${FIRST_TOWN}/verfolgen/${token}?lang=en`,
    `/${FIRST_TOWN}/verfolgen/${token}/danke`,
    `/${FIRST_TOWN}/verfolgen/${token}/daten`,
    `/${FIRST_TOWN}/verfolgen/${token}/daten.json`,
    `/api/v1/towns/${FIRST_TOWN}/reports`,
    `/api/v1/towns/${FIRST_TOWN}/reports/${number}`,
    `/api/v1/towns/${FIRST_TOWN}/map?zoom=15&bbox=8.6,52,8.9,52.2`,
  ]
  const amongStaff = () => [
    `/amt/${FIRST_TOWN}/anliegen?view=closed`,
    `/amt/${FIRST_TOWN}/anliegen?view=objections`,
    `/amt/${FIRST_TOWN}/anliegen/karte?view=closed`,
    `/amt/${FIRST_TOWN}/anliegen/${number}`,
    `/amt/${FIRST_TOWN}/anliegen/${number}?aktion=answer`,
    `/amt/${FIRST_TOWN}/anliegen/${number}?aktion=reopen`,
    `/amt/${FIRST_TOWN}/anliegen/${number}/beleg`,
    `/amt/${FIRST_TOWN}/aufnehmen/${number}`,
    `/amt/${FIRST_TOWN}/zustellungen`,
    PROOF,
    `${PROOF}.csv`,
  ]

  it('is shown by every page and answer, without a word that was in it', async () => {
    for (const path of publicly()) {
      const { status, text } = await calls.call(path)
      expect([path, status]).toEqual([path, 200])
      expect([path, text.replaceAll(`q=${CANARY}`, '').includes(`${CANARY} `)]).toEqual([path, false])
    }
    for (const path of amongStaff()) {
      const { status, text } = await calls.call(path, { cookie: clara })
      expect([path, status]).toEqual([path, 200])
      expect([path, text.includes(CANARY)]).toEqual([path, false])
    }
  })

  it('says so: to everybody, to its reporter, to staff', async () => {
    const [everybody, reporter, staff] = [
      await calls.call(`/${FIRST_TOWN}/anliegen/${number}`),
      await calls.call(`/${FIRST_TOWN}/verfolgen/${token}`),
      await calls.call(`/amt/${FIRST_TOWN}/anliegen/${number}`, { cookie: clara }),
    ]
    expect(everybody.text).toContain('Der Text wurde nach Ablauf der Aufbewahrung gelöscht.')
    expect(reporter.text).toContain('Ihre Kontaktdaten wurden nach Ablauf der Aufbewahrung gelöscht.')
    expect(reporter.text).toContain('Die Fotos wurden nach Ablauf der Aufbewahrung gelöscht.')
    for (const part of ['Kontaktdaten', 'Text', 'Fotos']) expect(staff.text).toContain(`${part} gelöscht am`)
  })

  it('has no photos any more, at none of their addresses', async () => {
    expect([...world.files.keys()]).toEqual([])
  })
})

describe('the proof', () => {
  it('counts by month and part, and finds nothing overdue', async () => {
    const { text } = await calls.call(PROOF, { cookie: clara })
    expect(text).toContain('Nichts ist überfällig.')
    expect(text).toContain('Letzter Lauf:')
    for (const part of ['Kontaktdaten', 'Texte', 'Fotos']) expect(text).toContain(`<td>${part}</td>`)
    // Found only years later: done, and not on time.
    expect(text).toContain('proof__late')
  })

  it('is a table of numbers, too', async () => {
    const { headers, text } = await calls.call(`${PROOF}.csv`, { cookie: clara })
    expect(headers.get('Content-Type')).toContain('text/csv')
    const [head, ...rows] = text.trimEnd().split('\r\n')
    expect(head).toBe('month,what,erased,on_time,on_request')
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(row).toMatch(/^\d{4}-\d\d,(contact|text|photos),1,0,0$/)
  })

  it('says what is due next and what is overdue', async () => {
    await wholeLife(world)
    world.pass(160 * DAY_MS)
    clara = await calls.signIn(world.people.Clara)
    expect((await calls.call(PROOF, { cookie: clara })).text).toContain('1 Anliegen')
    world.pass(60 * DAY_MS)
    clara = await calls.signIn(world.people.Clara)
    expect((await calls.call(PROOF, { cookie: clara })).text).toContain('Eine Löschung ist überfällig.')
    await eraseOld(await world.asActor({ kind: 'system' }))
    expect((await calls.call(PROOF, { cookie: clara })).text).toContain('Nichts ist überfällig.')
  })

  it('is in English for who reads that', async () => {
    expect((await calls.call(`${PROOF}?lang=en`, { cookie: clara })).text).toContain('Nothing is overdue.')
  })

  it('is the admin’s: linked there, forbidden for a clerk, unknown to Dirk, behind a sign-in', async () => {
    const queue = `/amt/${FIRST_TOWN}/anliegen`
    const bernd = await calls.signIn(world.people.Bernd)
    const dirk = await calls.signIn(world.people.Dirk)
    expect((await calls.call(queue, { cookie: clara })).text).toContain(`href="${PROOF}"`)
    expect((await calls.call(queue, { cookie: bernd })).text).not.toContain(PROOF)
    for (const path of [PROOF, `${PROOF}.csv`]) {
      expect((await calls.call(path, { cookie: bernd })).status).toBe(403)
      expect((await calls.call(path, { cookie: dirk })).status).toBe(404)
      expect((await calls.call(path)).status).not.toBe(200)
    }
    expect((await calls.call(`/amt/${NEIGHBOUR}/loeschnachweis`, { cookie: dirk })).text).toContain(
      'Bisher wurde nichts',
    )
  })
})

it('an hour later sessions that are over are gone, and every town has its night', async () => {
  await noteReport(await world.as(world.people.Bernd), { number, text: 'Noch ein Vermerk.' })
  world.pass(400 * DAY_MS)
  expect((await calls.call(PROOF, { cookie: clara })).status).not.toBe(200)
  await sweepPlatform(world)
  const { left, towns } = await world.database.inTransaction(null, async (db) => {
    const { sessions, limits, dueWork } = await import('../../db/schema/platform.ts')
    const planned = await db.select({ town: dueWork.town, kind: dueWork.kind }).from(dueWork)
    return {
      left: (await db.$count(sessions)) + (await db.$count(limits)),
      towns: planned.filter(({ kind }) => kind === 'erase_old').map(({ town }) => town),
    }
  })
  expect(left).toBe(0)
  expect(new Set(towns).size).toBe(towns.length)
  expect(towns).toContain(NEIGHBOUR)
})
