/** What the town hall changes without a file: checked, versioned, undone, and where it counts. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../server/context.ts'
import { runDueWork } from '../../server/jobs.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { recategoriseReport } from '../../server/reports/recategorise-report.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { reasonInWords } from '../../server/routing/reason-in-words.ts'
import { ChangeSettings, changeSettings } from '../../server/towns/change-settings.ts'
import { onCallOf } from '../../server/towns/on-call.ts'
import { readSettings } from '../../server/towns/read-settings.ts'
import { resolveTown } from '../../server/towns/resolve-town.ts'
import { restingReason } from '../../server/towns/resting.ts'
import { restoreSettings } from '../../server/towns/restore-settings.ts'
import { settingsDifferences } from '../../server/towns/settings-differences.ts'
import { NO_SETTINGS } from '../../tenants/schema.ts'
import { CITIZEN, type Person } from '../support/people.ts'
import { POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

/** Longer than a server goes on with the version it knows. */
const FOLLOWED_MS = 2_500

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const clara = () => world.as(world.people.Clara)
const read = async () => readSettings(await clara())

/** As a form does it: with the version just seen. */
async function set(change: Record<string, unknown>, { seen, who }: { seen?: number; who?: Person } = {}) {
  const version = seen ?? (await read()).version
  const parsed = ChangeSettings.parse({ seen: version, change })
  const saved = await changeSettings(await world.as(who ?? world.people.Clara), parsed)
  world.pass(FOLLOWED_MS)
  return saved
}

/** Back to the file alone, whatever a test has left. */
beforeEach(async () => {
  const { version } = await read()
  await restoreSettings(await clara(), { seen: version, version: 0 })
  world.pass(FOLLOWED_MS)
})

const pothole = async () => submitReport(await world.as(CITIZEN), POTHOLE, { intakeChannel: 'web' })

describe('a change', () => {
  it('counts within seconds on every server, and the file again when it is taken away', async () => {
    await set({ what: 'reach', department: 'roads', phone: '05222 1', hours: 'nachts', onCallPhone: '0171 2' })
    const { town } = await clara()
    const roads = town.departments.find(({ key }) => key === 'roads')
    expect(roads).toMatchObject({ phone: '05222 1', hours: 'nachts', onCall: { phone: '0171 2' } })
    expect(onCallOf(town, { key: 'pothole' })).toEqual({ phone: '0171 2' })
    await set({ what: 'reach', department: 'roads', phone: ' ', hours: '', onCallPhone: '', onCallHours: '' })
    expect((await clara()).town.departments.find(({ key }) => key === 'roads')?.phone).toBe('030 23125 120')
    expect((await read()).settings).toEqual(NO_SETTINGS)
  })

  it('is one more version with who and when, and none where nothing changes', async () => {
    const before = (await read()).version
    const first = await set({ what: 'texts', news: { de: 'Rathaus zu' }, welcome: {} })
    expect(first).toEqual({ version: before + 1, changed: true })
    expect(await set({ what: 'texts', news: { de: ' Rathaus zu ', en: '' } })).toEqual({ ...first, changed: false })
    const { history, names } = await read()
    expect(history[0]?.row).toMatchObject({ version: first.version, changedBy: world.people.Clara.id })
    expect(names.get(world.people.Clara.id)).toBe('Clara')
    expect(settingsDifferences(history[0]!.before, history[0]!.after)).toEqual([{ of: 'text', field: 'news' }])
  })

  it('leaves every other setting as it is', async () => {
    await set({ what: 'texts', news: { de: 'Rathaus zu' } })
    await set({ what: 'pause', category: 'graffiti', because: { de: 'Frost' } })
    await set({ what: 'answer', category: 'graffiti', instantAnswer: { de: 'Montags' } })
    expect((await read()).settings).toEqual({
      texts: { news: { de: 'Rathaus zu' } },
      departments: {},
      categories: { graffiti: { paused: { because: { de: 'Frost' } }, instantAnswer: { de: 'Montags' } } },
    })
    await set({ what: 'resume', category: 'graffiti' })
    expect((await read()).settings.categories).toEqual({ graffiti: { instantAnswer: { de: 'Montags' } } })
  })

  it('made of a version that is no longer the newest is refused and changes nothing', async () => {
    const { version: seen } = await read()
    await set({ what: 'texts', news: { de: 'Zuerst' } })
    await expect(set({ what: 'texts', news: { de: 'Zu spät' } }, { seen })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'changed_meanwhile',
      facts: { seen, version: seen + 1 },
    })
    expect((await read()).settings.texts).toEqual({ news: { de: 'Zuerst' } })
  })

  it('by two at the same moment is saved once', async () => {
    const { version: seen } = await read()
    const [ctx, other] = [await clara(), await clara()]
    const outcomes = await Promise.allSettled(
      [ctx, other].map((one, index) =>
        changeSettings(one, { seen, change: { what: 'texts', news: { de: `Stand ${index}` } } }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read()).version).toBe(seen + 1)
  })
})

describe('undo', () => {
  it('brings the version before back as a new one', async () => {
    await set({ what: 'texts', news: { de: 'Eins' } })
    const two = await set({ what: 'texts', news: { de: 'Zwei' } })
    const undone = await restoreSettings(await clara(), { seen: two.version, version: two.version - 1 })
    expect(undone).toEqual({ version: two.version + 1, changed: true })
    expect((await read()).settings.texts).toEqual({ news: { de: 'Eins' } })
  })

  it('reaches any version of the history, and nothing that never was', async () => {
    const one = await set({ what: 'texts', news: { de: 'Eins' } })
    await set({ what: 'pause', category: 'graffiti' })
    const three = await set({ what: 'texts', news: {} })
    await restoreSettings(await clara(), { seen: three.version, version: one.version })
    expect((await read()).settings).toEqual({ texts: { news: { de: 'Eins' } }, departments: {}, categories: {} })
    const wrong = restoreSettings(await clara(), { seen: three.version + 1, version: 9_999 })
    await expect(wrong).rejects.toMatchObject({ code: 'not_found', reason: 'version_not_found' })
  })

  it('by somebody who has not seen the newest version is refused', async () => {
    const { version } = await read()
    await set({ what: 'texts', news: { de: 'Eins' } })
    await expect(restoreSettings(await clara(), { seen: version, version: 0 })).rejects.toMatchObject({
      reason: 'changed_meanwhile',
    })
  })
})

describe('what does not fit', () => {
  const SHAPES: [string, Record<string, unknown>, string[]][] = [
    ['a number without digits', { what: 'reach', department: 'roads', phone: 'ruf an' }, ['/change/phone phone_wrong']],
    [
      'hours of nobody on call',
      { what: 'reach', department: 'roads', onCallHours: 'nachts' },
      ['/change/onCallPhone on_call_phone_missing'],
    ],
    [
      'an absence without its end',
      { what: 'absence', department: 'roads', absentUntil: '' },
      ['/change/absentUntil absence_day_missing'],
    ],
    ['a day that is none', { what: 'pause', category: 'tree', until: '2026-02-31' }, ['/change/until date_wrong']],
    ['English alone', { what: 'texts', news: { en: 'Closed' } }, ['/change/news/de german_missing']],
  ]
  it.each(SHAPES)('%s is named by its field', (_name, change, expected) => {
    const { error } = ChangeSettings.safeParse({ seen: 0, change })
    expect(error?.issues.map(({ path, message }) => `/${path.join('/')} ${message}`)).toEqual(expected)
  })

  const FUTURE = '2026-12-01'
  const REFUSED: [string, Record<string, unknown>, string, string][] = [
    ['an unknown department', { what: 'return', department: 'nobody' }, 'department', 'department_unknown'],
    ['an unknown category', { what: 'pause', category: 'nothing' }, 'category', 'category_unknown'],
    ['a pause that is over', { what: 'pause', category: 'tree', until: '2026-11-01' }, 'until', 'date_past'],
    [
      'an absence that is over',
      { what: 'absence', department: 'roads', absentUntil: '2026-11-01', deputy: 'depot' },
      'absentUntil',
      'date_past',
    ],
    [
      'an absence without a deputy',
      { what: 'absence', department: 'green', absentUntil: FUTURE },
      'deputy',
      'deputy_missing',
    ],
    [
      'a department as its own deputy',
      { what: 'absence', department: 'roads', absentUntil: FUTURE, deputy: 'roads' },
      'deputy',
      'deputy_self',
    ],
    [
      'a deputy the town does not have',
      { what: 'absence', department: 'green', absentUntil: FUTURE, deputy: 'nobody' },
      'deputy',
      'deputy_missing',
    ],
  ]
  it.each(REFUSED)('%s is refused', async (_name, change, field, reason) => {
    await expect(set(change)).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ pointer: `/change/${field}`, reason }],
    })
  })

  it('nobody stands in who is absent, and nobody leaves who stands in', async () => {
    await set({ what: 'absence', department: 'roads', absentUntil: FUTURE, deputy: 'depot' })
    await expect(
      set({ what: 'absence', department: 'green', absentUntil: FUTURE, deputy: 'roads' }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/change/deputy', reason: 'deputy_absent' }] })
    await expect(
      set({ what: 'absence', department: 'depot', absentUntil: FUTURE, deputy: 'green' }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/change/absentUntil', reason: 'deputising_now' }] })
  })
})

describe('only the town’s own admin', () => {
  const CHANGE = { seen: 0, change: { what: 'texts' as const, news: { de: 'x' }, welcome: undefined } }

  it.each(['Bernd', 'Lea'] as const)('and not its %s', async (name) => {
    const ctx = await world.as(world.people[name])
    await expect(changeSettings(ctx, CHANGE)).rejects.toMatchObject({ code: 'forbidden', reason: 'admin_only' })
    await expect(restoreSettings(ctx, { seen: 0, version: 0 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readSettings(ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('the neighbour’s admin finds nothing, and changes nothing here by changing his own', async () => {
    const here = await world.as(world.people.Dirk)
    await expect(changeSettings(here, CHANGE)).rejects.toMatchObject({ code: 'not_found' })
    await expect(restoreSettings(here, { seen: 0, version: 0 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readSettings(here)).rejects.toMatchObject({ code: 'not_found' })
    await set({ what: 'texts', news: { de: 'kanarienvogel' } })
    const there = await world.as(world.people.Dirk, NEIGHBOUR)
    expect(await changeSettings(there, CHANGE)).toEqual({ version: 1, changed: true })
    expect(JSON.stringify(await readSettings(there))).not.toContain('kanarienvogel')
    expect((await read()).settings.texts.news).toEqual({ de: 'kanarienvogel' })
  })

  it('neither the operator nor a citizen', async () => {
    const operator: Actor = {
      kind: 'clerk',
      personId: crypto.randomUUID(),
      name: 'Olaf',
      memberships: [{ town: '', department: '', role: 'operator' }],
    }
    await expect(changeSettings(await world.asActor(operator), CHANGE)).rejects.toMatchObject({ code: 'not_found' })
    await expect(changeSettings(await world.as(CITIZEN), CHANGE)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('an absence', () => {
  it('sends new reports to the deputy, says so, and ends by itself', async () => {
    const before = await pothole()
    await set({ what: 'absence', department: 'roads', absentUntil: '2026-12-01', deputy: 'depot' })
    const { report } = await pothole()
    const { town } = await clara()
    expect([before.report.department, report.department]).toEqual(['roads', 'depot'])
    expect(report.routedBecause).toMatchObject({ by: 'category', deputyOf: 'roads' })
    expect(reasonInWords('de', town, report.routedBecause, report.category)).toContain('Bauhof')
    expect((await readReport(await clara(), { number: before.report.number })).report.department).toBe('roads')
    const late = town.departments.map((one) => (one.key === 'roads' ? { ...one, absentUntil: '2026-11-01' } : one))
    const over = await submitReport({ ...(await world.as(CITIZEN)), town: { ...town, departments: late } }, POTHOLE, {
      intakeChannel: 'web',
    })
    expect(over.report.department).toBe('roads')
  })

  it('ends when somebody says so', async () => {
    await set({ what: 'absence', department: 'roads', absentUntil: '2026-12-01', deputy: 'depot' })
    await set({ what: 'return', department: 'roads' })
    expect((await pothole()).report.department).toBe('roads')
    expect((await read()).settings).toEqual(NO_SETTINGS)
  })

  it('whose deputy a later file no longer has leaves the department in charge', async () => {
    const { town } = await clara()
    const stored = { ...town, categories: [], departments: town.departments.filter(({ key }) => key !== 'depot') }
    const settings = { ...NO_SETTINGS, departments: { green: { absentUntil: '2026-12-01', deputy: 'depot' } } }
    const green = resolveTown(stored, new Map(), settings).departments.find(({ key }) => key === 'green')
    expect(green?.deputy).toBeUndefined()
  })
})

describe('a paused category', () => {
  const pause = () => set({ what: 'pause', category: 'pothole', until: '2026-11-30', because: { de: 'Frost.' } })

  it('takes no new report and says until when and why', async () => {
    await pause()
    await expect(pothole()).rejects.toMatchObject({
      code: 'invalid',
      errors: [
        {
          pointer: '/category',
          reason: 'category_resting',
          detail: 'Bis einschließlich 30. November nicht möglich. Frost.',
        },
      ],
    })
  })

  it('still answers what was sent before with the report of then', async () => {
    const citizen = await world.as(CITIZEN)
    const key = 'sent-before-the-pause'
    const first = await submitReport(citizen, POTHOLE, { intakeChannel: 'api', key })
    await pause()
    const again = await submitReport(await world.as(CITIZEN), POTHOLE, { intakeChannel: 'api', key })
    expect(again).toMatchObject({ replayed: true, report: { number: first.report.number } })
  })

  it('leaves open reports to be worked on, and clerks may still sort one into it', async () => {
    const open = (await pothole()).report
    await pause()
    const Bernd = await world.as(world.people.Bernd)
    expect((await acceptReport(Bernd, { number: open.number, version: open.version })).status).toBe('in_progress')
    const drain = await recategoriseReport(Bernd, { number: open.number, version: 2, category: 'drain' })
    const sorted = await recategoriseReport(Bernd, { number: open.number, version: drain.version, category: 'pothole' })
    expect(sorted.category).toBe('pothole')
  })

  it('is there again after its last day', async () => {
    await pause()
    const category = (await clara()).town.categories.find(({ key }) => key === 'pothole')!
    expect(restingReason('en', category, '2026-11-30')).toBe('Not available up to and including 30 November. Frost.')
    expect(restingReason('en', category, '2026-12-01')).toBeUndefined()
  })
})

it('a category out of season says when it begins again', async () => {
  const category = (await clara()).town.categories[0]!
  const winter = { ...category, paused: undefined, season: { from: '11-01', until: '03-31' } }
  expect(restingReason('de', winter, '2026-10-31')).toBe('Zurzeit nicht möglich, wieder ab 1. November.')
  expect(restingReason('de', winter, '2026-11-01')).toBeUndefined()
  const summer = { ...winter, season: { from: '04-01', until: '09-30' } }
  expect(restingReason('de', summer, '2026-12-01')).toBe('Zurzeit nicht möglich, wieder ab 1. April 2027.')
})

it('the receipt carries the instant answer in the reporter’s language', async () => {
  await set({
    what: 'answer',
    category: 'pothole',
    instantAnswer: { de: 'Die Runde fährt dienstags.', en: 'The round is on Tuesdays.' },
  })
  for (const language of ['de', 'en'] as const) {
    await submitPothole(world, { language, contact: { email: `${language}@post.example` } })
  }
  while (await runDueWork(world.clock));
  const textTo = (address: string) => world.mails.find(({ to }) => to === address)?.text
  expect(textTo('de@post.example')).toContain('Die Runde fährt dienstags.')
  expect(textTo('en@post.example')).toContain('The round is on Tuesdays.')
})
