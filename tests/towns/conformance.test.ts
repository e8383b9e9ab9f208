/** The gate before the public, the check of every night, the grace period, and who hears of it. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/client.ts'
import { dueWork, townAreas } from '../../db/schema/platform.ts'
import { runCommand } from '../../server/cli/commands.ts'
import { DeliveryError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { addMembershipRow, addPersonRow } from '../../server/people/rows.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { checkConformance } from '../../server/towns/check-conformance.ts'
import { findConformanceRow } from '../../server/towns/conformance-rows.ts'
import { listRegister } from '../../server/towns/list-register.ts'
import { nextNight } from '../../server/towns/recheck.ts'
import { recheckConformance } from '../../server/towns/recheck-conformance.ts'
import { rollBackTown } from '../../server/towns/roll-back-town.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { compiledTown, LAWLESS, newTown } from '../support/towns.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const TOWNS = [FIRST_TOWN, NEIGHBOUR, 'kreis-lippe', 'lemgo']
const OPERATOR = 'betrieb@anliegenwerk.example'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const onPlatform = <T>(work: (db: Db) => Promise<T>) => world.database.inTransaction(null, work)
const apply = (change: Partial<StoredTown>, key = FIRST_TOWN) =>
  applyTown(world.database, compiledTown(key, change), 'Clara', world.now())
const applyNew = (change: Partial<StoredTown>) => applyTown(world.database, newTown(change), 'Clara', world.now())
const townOf = async (key: string) => {
  world.pass(3_000)
  return world.deps.registry.town(key)
}
const last = (key = FIRST_TOWN) => onPlatform((db) => findConformanceRow(db, key))
const nightly = () => onPlatform((db) => db.select().from(dueWork).where(eq(dueWork.kind, 'recheck_conformance')))
const work = async () => {
  while (await runDueWork(world.clock));
}
/** Until the same time of the next day, with whatever is due in between. */
const passDays = async (days: number) => {
  for (let day = 0; day < days; day++) {
    world.pass(DAY_MS)
    await work()
  }
}
const addOperator = (language = 'de') =>
  onPlatform(async (db) => {
    const id = crypto.randomUUID()
    await addPersonRow(db, { id, email: OPERATOR, name: 'Olga', language, createdAt: world.now() })
    await addMembershipRow(db, id, { town: '', department: '', role: 'operator' })
  })
const badgeOf = async (key = FIRST_TOWN) =>
  (await listRegister(world.database, { page: 1 }, world.now())).items.find((one) => one.key === key)?.badge

it('the example towns meet every binding line and are public', async () => {
  for (const key of TOWNS) {
    expect(await last(key)).toMatchObject({ isMet: true, failingSince: null })
    expect(await townOf(key)).toMatchObject({ live: true })
  }
})

describe('a new town', () => {
  it('goes live when nothing binding is missing', async () => {
    expect(await applyNew({})).toEqual({ town: 'neustadt', version: 1, changed: true })
    expect(await townOf('neustadt')).toMatchObject({ live: true })
  })

  it('stays a preview with the list of what is missing, not listed and not found by place', async () => {
    const { gate } = await applyNew(LAWLESS)
    expect(gate).toMatchObject({ isLive: false, failing: [{ requirement: 'legal' }, { requirement: 'agreement' }] })
    expect(await townOf('neustadt')).toMatchObject({ live: false })
    expect(await badgeOf('neustadt')).toBeUndefined()
    expect(await world.deps.registry.municipalityAt({ lat: 50.05, lon: 10.05 })).toBeNull()
    expect(await world.deps.registry.list({ q: 'Neustadt', limit: 9 })).toEqual([])
    expect((await nightly()).map(({ town }) => town)).not.toContain('neustadt')
  })

  it('that asked for a preview is checked, but not reproached', async () => {
    expect(await applyNew({ ...LAWLESS, live: false })).toEqual({ town: 'neustadt', version: 1, changed: true })
    expect(await last('neustadt')).toMatchObject({ isMet: false, failingSince: null })
  })

  it('goes live with the version that brings what was missing', async () => {
    await applyNew(LAWLESS)
    expect(await applyNew({})).toMatchObject({ version: 2, changed: true, wentLive: true })
    expect(await townOf('neustadt')).toMatchObject({ live: true, version: 2 })
    expect((await nightly()).map(({ town }) => town)).toContain('neustadt')
  })

  it('goes live by the same files once what was missing has come from elsewhere', async () => {
    const toCounty = {
      rules: [{ category: 'pothole', within: [10, 50, 10.05, 50.05], to: 'county' }],
    } as Partial<StoredTown>
    expect((await applyNew(toCounty)).gate?.failing).toMatchObject([{ requirement: 'targets' }])
    const county = newTown({ key: 'kreis-neu', name: 'Kreis Neu', kind: 'county', ags: '06440' })
    await applyTown(world.database, county, 'Clara', world.now())
    expect(await applyNew(toCounty)).toEqual({ town: 'neustadt', version: 2, changed: true, wentLive: true })
    expect(await townOf('neustadt')).toMatchObject({ live: true, version: 2 })
  })

  it('may not lie on the ground of another', async () => {
    const twin = {
      ...compiledTown('lemgo'),
      town: { ...compiledTown('lemgo').town, key: 'lemgo-zwei', ags: '05766999' },
    }
    const { gate } = await applyTown(world.database, twin, 'Clara', world.now())
    expect(gate).toMatchObject({ isLive: false, failing: [{ requirement: 'overlap' }] })
  })

  it('that has not joined has promised nothing', async () => {
    expect(await applyNew({ ...LAWLESS, member: false })).toEqual({ town: 'neustadt', version: 1, changed: true })
    expect(await townOf('neustadt')).toMatchObject({ live: true })
    expect(await last('neustadt')).toBeNull()
  })

  it('cannot come in by a rollback either', async () => {
    await applyNew(LAWLESS)
    await applyNew({ ...LAWLESS, live: false })
    const { gate } = await rollBackTown(world.database, { town: 'neustadt', to: 1 }, 'Clara', world.now())
    expect(gate).toMatchObject({ isLive: false })
    expect(await townOf('neustadt')).toMatchObject({ live: false })
  })
})

describe('a town that is public and begins to fail', () => {
  it('stays public, is warned, and has fourteen days', async () => {
    expect((await apply(LAWLESS)).gate).toMatchObject({ isLive: true, failing: [{}, {}] })
    expect(await townOf(FIRST_TOWN)).toMatchObject({ live: true, version: 2 })
    expect(await badgeOf()).toBe('grace')
    await passDays(13)
    expect(await badgeOf()).toBe('grace')
    expect((await last())?.badgeWithdrawnAt).toBeNull()
    await passDays(2)
    expect(await badgeOf()).toBe('withdrawn')
    expect((await last())?.badgeWithdrawnAt).not.toBeNull()
    expect(await townOf(FIRST_TOWN)).toMatchObject({ live: true })
    expect(await badgeOf(NEIGHBOUR)).toBe('met')
  })

  it('has its mark again as soon as all is well', async () => {
    await apply(LAWLESS)
    await passDays(16)
    await apply({})
    expect(await badgeOf()).toBe('met')
    expect(await last()).toMatchObject({ isMet: true, failingSince: null, badgeWithdrawnAt: null })
  })

  it('is found out in the night, by what changed without a file', async () => {
    const { geometry, town } = compiledTown(FIRST_TOWN)
    const [minLon, minLat, maxLon, maxLat] = town.bounds
    const area = { geometry, minLon, minLat, maxLon, maxLat }
    await onPlatform((db) => db.update(townAreas).set(area).where(eq(townAreas.town, 'lemgo')))
    await passDays(1)
    expect((await last())?.lines.find(({ requirement }) => requirement === 'overlap')?.state).toBe('missing')
    expect((await last())?.failingSince).not.toBeNull()
  })
})

describe('of a failing town', () => {
  it('its admin and the operator hear once, and once more when the mark is withdrawn', async () => {
    await addOperator()
    await apply(LAWLESS)
    await work()
    const told = () => world.mails.map(({ to, subject }) => [to, subject]).sort()
    const began = 'Bad Salzuflen: gemeinsame Standards nicht mehr erfüllt'
    expect(told()).toEqual([
      [OPERATOR, began],
      [world.people.Clara.email, began],
    ])
    const { text } = world.mails[0]!
    expect(text).toContain('Bitte bessern Sie es bis Montag, 30. November nach.')
    expect(text).toContain('- Impressum, Datenschutz und Barrierefreiheit sind da')
    expect(text).toContain('http://127.0.0.1:3000/amt/bad-salzuflen/konformitaet')

    await passDays(20)
    const withdrawn = 'Bad Salzuflen: Zeichen im Verzeichnis entzogen'
    expect(told()).toEqual([
      [OPERATOR, withdrawn],
      [OPERATOR, began],
      [world.people.Clara.email, withdrawn],
      [world.people.Clara.email, began],
    ])
  })

  it('the neighbour’s admin hears nothing, and nobody else of the town', async () => {
    await apply(LAWLESS)
    await passDays(20)
    expect(new Set(world.mails.map(({ to }) => to))).toEqual(new Set([world.people.Clara.email]))
  })

  it('each hears in their own language', async () => {
    await addOperator('en')
    await apply(LAWLESS)
    await work()
    const mail = world.mails.find(({ to }) => to === OPERATOR)
    expect(mail?.subject).toBe('Bad Salzuflen: shared standards no longer met')
    expect(mail?.text).toContain('Hello Olga,')
    expect(mail?.html).toContain('<html lang="en" dir="ltr">')
    expect(mail?.html).toContain('Hello Olga,')
  })

  it('nobody hears when it was put right before the mail went out', async () => {
    world.failMail(new DeliveryError('down', { permanent: false }))
    await apply(LAWLESS)
    await work()
    await apply({})
    world.failMail(null)
    await passDays(1)
    expect(world.mails).toEqual([])
  })

  it('a mail that fails is tried again, without a second one to the others', async () => {
    await addOperator()
    await apply(LAWLESS)
    world.failMail(new DeliveryError('down', { permanent: false }))
    await runDueWork(world.clock)
    world.failMail(null)
    await work()
    expect(world.mails).toHaveLength(1)
    world.pass(60_000)
    await work()
    expect(world.mails.map(({ to }) => to).sort()).toEqual([OPERATOR, world.people.Clara.email].sort())
  })
})

describe('the check of every night', () => {
  it('is planned once per public town, however often it is applied', async () => {
    for (const name of ['A', 'B', 'C']) await apply({ name })
    expect((await nightly()).map(({ town }) => town).sort()).toEqual(TOWNS)
  })

  it('runs between two and four, asks the interfaces, and comes again the next night', async () => {
    const [planned] = (await nightly()).filter(({ town }) => town === FIRST_TOWN)
    expect((await last())?.lines.find(({ requirement }) => requirement === 'interfaces')?.state).toBe('hint')
    world.pass(planned!.runAt.getTime() - world.now().getTime())
    await work()
    const { lines, checkedAt } = (await last())!
    expect(checkedAt).toEqual(world.now())
    expect(lines.find(({ requirement }) => requirement === 'interfaces')).toMatchObject({
      state: 'met',
      facts: { addresses: ['/', '/api/v1/towns/bad-salzuflen/categories'] },
    })
    const [next] = (await nightly()).filter(({ town }) => town === FIRST_TOWN)
    expect(next!.runAt.getTime() - planned!.runAt.getTime()).toBe(DAY_MS)
    expect(next).toMatchObject({ attempts: 0, failedAt: null })
    // A lease that is over says when the last turn was, and keeps nobody out.
    expect(next!.claimedUntil!.getTime()).toBeLessThan(world.now().getTime())
  })

  it('ends with the town’s time in public', async () => {
    await apply({ live: false }, 'lemgo')
    await passDays(1)
    expect((await nightly()).map(({ town }) => town)).not.toContain('lemgo')
  })

  it.each([
    ['winter', '2026-12-10T20:00:00Z'],
    ['winter, after midnight', '2026-12-10T23:30:00Z'],
    ['summer', '2026-07-10T08:00:00Z'],
    ['summer, just before', '2026-07-09T23:59:00Z'],
  ])('lies between two and four on German clocks in %s', async (_when, now) => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
    for (const town of [...TOWNS, 'aa', 'zz', 'vlotho', 'detmold']) {
      const at = await nextNight(town, new Date(now))
      expect(clock.format(at) >= '02:00' && clock.format(at) < '04:00').toBe(true)
      expect(at.getTime() - Date.parse(now)).toBeLessThanOrEqual(DAY_MS + 2 * 3_600_000)
      expect(at > new Date(now)).toBe(true)
    }
  })
})

it('only the clock may run it, and no check is made for a town nobody knows', async () => {
  const Clara = await world.as(world.people.Clara)
  await expect(recheckConformance(Clara, world.clock.platform)).rejects.toMatchObject({ code: 'forbidden' })
  const circumstances = { now: world.now(), isDemo: true }
  await expect(checkConformance(world.database, 'nirgends', circumstances)).rejects.toMatchObject({ code: 'not_found' })
})

describe('towns conformance', () => {
  const run = (...args: string[]) =>
    runCommand(
      world.database,
      { tenantsDir: 'tenants', by: 'Clara', now: world.now, isDemo: true },
      { command: 'towns', args: ['conformance', ...args] },
    )

  it('says of every town whether it keeps to the standard', async () => {
    const { ok, output } = await run()
    expect(ok).toBe(true)
    for (const name of ['Bad Salzuflen', 'Herford', 'Kreis Lippe', 'Lemgo'])
      expect(output).toContain(`${name}: Ja. Alle Pflichtpunkte sind erfüllt.`)
  })

  it('names file, line and what to write, failures first', async () => {
    await apply(LAWLESS)
    const { ok, output, data } = await run('--town', FIRST_TOWN)
    expect(ok).toBe(false)
    const lines = output.split('\n')
    expect(lines[0]).toBe('Bad Salzuflen: Noch nicht. 2 Punkte fehlen.')
    expect(lines[2]).toBe('  fehlt: Impressum, Datenschutz und Barrierefreiheit sind da')
    expect(lines[4]).toMatch(/→ bad-salzuflen\/town\.yaml:\d+: Nennen Sie die Adressen der Seiten/)
    expect(output).toContain('          legal:\n            imprint: https://www.bad-salzuflen.de/…')
    expect(data).toMatchObject([{ town: FIRST_TOWN, isLive: true, isMet: false }])
    expect((data as { lines: unknown[] }[])[0]?.lines[0]).toMatchObject({ requirement: 'legal', state: 'missing' })
  })

  it('answers in English, and refuses a town nobody knows', async () => {
    expect((await run('--town', 'lemgo', '--lang', 'en')).output).toContain('Lemgo: Yes. Everything that binds is met.')
    expect(await run('--town', 'nirgends')).toMatchObject({ ok: false })
  })
})
