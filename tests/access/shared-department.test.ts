/**
 * A department that works for another town too: its clerk is let into that town for what its routing sends there, and
 * for nothing else; the lender's other people are neighbours like any others.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOperator, cookieOf } from '../support/cast.ts'
import { type Planted, PUBLIC_KINDS, plant } from '../support/planted.ts'
import { COUNTY, LEMGO, submitAround } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'
import { callOf, type Expendable, needsExpendable } from './requests.ts'
import { type Outcome, RULED, WHO, type Who } from './rules.ts'
import { call, everythingIn, kindsIn, outcomeIn, outcomeOf, type Stage, stateOf } from './stage.ts'

const SERVED = { town: LEMGO, word: 'zeisig', at: { lat: 52.0277, lon: 8.8996 } }
const LENDER = { town: COUNTY, word: 'dompfaff', at: { lat: 52.0171, lon: 9.0602 } }
const SHARED = `/amt/gemeinsam/${COUNTY}/roads`

let world: World
/** The served town, called by the lent clerk in the place of its own clerk, and by the lender's admin as its neighbour. */
let stage: Stage
let lent: Expendable
beforeAll(async () => {
  world = await createWorld()
  const own = await plant(world, SERVED)
  const other = await plant(world, LENDER)
  const { number } = await submitAround(world, 'cyclePath', { description: 'zeisig-geliehen' })
  lent = { number, version: 1 }
  const people = { clerk: other.people.clerk, neighbour: other.people.admin, operator: await addOperator(world) }
  const cookies = {
    clerk: await cookieOf(world, people.clerk),
    neighbour: await cookieOf(world, people.neighbour),
    admin: await cookieOf(world, own.people.admin),
  }
  stage = {
    world,
    own,
    other,
    plot: SERVED,
    people,
    cookies,
    webhook: crypto.randomUUID(),
    spareKey: crypto.randomUUID(),
    keys: {},
    spare: own.people.colleague.actor.personId,
  }
}, 180_000)
afterAll(() => world.close())

/** What the rules mean for a lent clerk, where a route is about a report of another department. */
const FOR_LENT: Partial<Record<Who, Outcome>> = {
  'staff of the department': 403,
  'staff, for reports of their department': 'unchanged',
  'the town’s admin': 403,
  'the town’s admin and the operator': 403,
  'the operator': 404,
  'whoever pressed': 404,
  'clerks of the shared department': 'yes',
}
const STAFF = RULED.filter(({ route }) => / \/amt\/(:town|gemeinsam|betreiber)/.test(route))

describe('the lent clerk', () => {
  it('may in the served town what the rules say, and not what is another department’s or the admin’s', async () => {
    const others = { number: stage.own.shown.number, version: 1 }
    for (const { route, who } of STAFF) {
      const outcome = FOR_LENT[who]
      const before = outcome === 'yes' || !outcome ? null : await stateOf(stage)
      const asked = await callOf({
        stage,
        role: 'clerk',
        route,
        expendable: needsExpendable(route) ? others : undefined,
      })
      const got = await outcomeOf(stage, 'clerk', asked)
      expect([route, got]).toEqual([route, outcome === 'unchanged' ? 'yes' : (outcome ?? WHO[who].clerk)])
      if (before) expect([route, await stateOf(stage)]).toEqual([route, before])
    }
  })

  it('opens what is lent, and may not decide where in the town it goes', async () => {
    const path = `/amt/${LEMGO}/anliegen/${lent.number}`
    expect(await outcomeOf(stage, 'clerk', { method: 'GET', path })).toBe('yes')
    const fields: Record<string, Record<string, string>> = {
      assignment: { department: 'roads' },
      category: { category: 'pothole' },
    }
    const before = await stateOf(stage)
    for (const [noun, more] of Object.entries(fields)) {
      const body = new URLSearchParams({ version: '1', ...more })
      const asked = { method: 'POST', path: `${path}/${noun}`, body }
      expect([noun, await outcomeOf(stage, 'clerk', asked)]).toEqual([noun, 403])
    }
    expect(await stateOf(stage)).toEqual(before)
  })

  it('reads of the served town what strangers read, the modules, the names of colleagues, and what is lent', async () => {
    const pages = [
      ...['open', 'all', 'new'].flatMap((view) => [`/amt/${LEMGO}/anliegen?view=${view}`, `${SHARED}?view=${view}`]),
      `/amt/${LEMGO}/anliegen/${lent.number}`,
      ...['answer', 'close', 'assign', 'merge', 'involvePartner'].map(
        (action) => `/amt/${LEMGO}/anliegen/${lent.number}?aktion=${action}`,
      ),
      `/amt/${LEMGO}/anliegen/karte?view=all`,
      `/amt/${LEMGO}/aufnehmen/nahe?lat=${SERVED.at.lat}&lon=${SERVED.at.lon}`,
      `/amt/${LEMGO}/anliegen/${stage.own.shown.number}`,
      `/amt/${LEMGO}/anliegen/${stage.own.hidden.number}/beleg`,
    ]
    const kinds = await kindsOn('clerk', pages, stage.own)
    const fine = [...PUBLIC_KINDS, 'baustein', 'bausteintext', 'geliehen', 'admin', 'dispatcher']
    expect([...kinds].filter((kind) => !fine.includes(kind))).toEqual([])
    expect(kinds).toContain('geliehen')
  })
})

describe('the lender’s admin', () => {
  it('is a neighbour in the served town', async () => {
    const before = await stateOf(stage)
    for (const { route, who } of STAFF) {
      const expendable = needsExpendable(route) ? lent : undefined
      const asked = await callOf({ stage, role: 'neighbour', route, expendable })
      const answer = await call(stage, 'neighbour', asked)
      expect([route, await outcomeIn(answer.clone())]).toEqual([route, WHO[who].neighbour])
      expect([route, kindsIn(await everythingIn(answer), stage.own)]).toEqual([route, new Set()])
    }
    expect(await stateOf(stage)).toEqual(before)
  })
})

describe('the served town’s admin', () => {
  it('reads nothing of the lender but the names of the clerks it lends', async () => {
    const pages = [
      ...['open', 'all'].map((view) => `/amt/${LEMGO}/anliegen?view=${view}`),
      `/amt/${LEMGO}/anliegen/${lent.number}`,
      `/amt/${LEMGO}/anliegen/${lent.number}?aktion=assign`,
      `/amt/${LEMGO}/einstellungen`,
      `/amt/${LEMGO}/einstellungen/fachbereich/county-roads`,
      `/amt/${COUNTY}/anliegen`,
      `/amt/${COUNTY}/anliegen/${stage.other.shown.number}`,
      SHARED,
    ]
    expect([...(await kindsOn('admin', pages, stage.other))]).toEqual(['clerk'])
  })
})

async function kindsOn(role: 'clerk' | 'admin', pages: string[], of: Planted): Promise<Set<string>> {
  const kinds = new Set<string>()
  for (const path of pages) {
    const answer = await call(stage, role, { method: 'GET', path })
    for (const kind of kindsIn(await everythingIn(answer), of)) kinds.add(kind)
  }
  return kinds
}
