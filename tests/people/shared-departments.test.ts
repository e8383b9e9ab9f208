/** A department that works for several towns: who gets where, as what, and for how long. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import { type Actor, type Ctx, inTransaction } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { ensureDemoPeople } from '../../server/people/demo-people.ts'
import { listColleagueRows, listMembershipRows } from '../../server/people/rows.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { giveBackReport } from '../../server/reports/give-back-report.ts'
import { ListQueue, listQueue } from '../../server/reports/list-queue.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { recategoriseReport } from '../../server/reports/recategorise-report.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { problemLine } from '../../server/towns/problem.ts'
import type { Person } from '../support/people.ts'
import { COUNTY, LEMGO, submitAround } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

const LENT = { town: LEMGO, department: 'county-roads', role: 'clerk', via: 'kreis-lippe/roads' }

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const membershipsOf = ({ id }: Person) => world.database.inTransaction(null, (db) => listMembershipRows(db, id))
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.reason,
  )
const karlIn = (town: string) => world.as(world.people.Karl, town)
const adminOf = (town: string): Promise<Ctx> => {
  const admin: Actor = {
    kind: 'clerk',
    personId: crypto.randomUUID(),
    name: 'Ada',
    memberships: [{ town, department: '', role: 'admin' }],
  }
  return world.asActor(admin, town)
}

describe('memberships', () => {
  it('bring a clerk of the lent department into that department of each town it serves, as a clerk', async () => {
    const own = { town: COUNTY, department: 'roads', role: 'clerk' }
    expect(await membershipsOf(world.people.Karl)).toEqual([own, LENT])
  })

  it('bring nobody else there: not the lender’s admin, not the neighbour, not another town’s clerks', async () => {
    for (const { name } of [world.people.Kira, world.people.Dirk, world.people.Bernd, world.people.Clara])
      expect(await membershipsOf(world.people[name as keyof typeof world.people])).toHaveLength(1)
  })

  it('list the lent clerks among whom the served town can assign to, and only in that department', async () => {
    const { id, name } = world.people.Karl
    const colleagues = async (department: string, town = LEMGO) =>
      inTransaction(await adminOf(town), (ctx) => listColleagueRows(ctx, department))
    expect(await colleagues('county-roads')).toEqual([{ id, name }])
    expect(await colleagues('roads')).toEqual([])
    expect((await colleagues('roads', COUNTY)).map((one) => one.name)).toEqual(['Karl', 'Kira'])
    expect((await colleagues('traffic', COUNTY)).map((one) => one.name)).toEqual(['Kira'])
  })

  it('are the lender’s: the demo makes no second person for the served town', async () => {
    const towns = await Promise.all([COUNTY, LEMGO].map((key) => world.deps.registry.town(key)))
    const { database, now } = world
    const passwords = { hash: async () => 'x', verify: async () => false }
    const people = await ensureDemoPeople(
      { database, passwords, now: now() },
      towns.filter((town) => town !== null),
      'x',
    )
    expect(people.filter(({ town }) => town === LEMGO).map(({ department }) => department)).toEqual([
      '',
      'roads',
      'depot',
      'green',
      'order',
      '',
    ])
  })
})

describe('in the served town', () => {
  it('routing by category and by area reaches the lent department, and its clerk sees that and nothing else', async () => {
    const path = await submitAround(world, 'cyclePath')
    const through = await submitAround(world, 'cyclePath', { category: 'pothole', lat: 52.0143, lon: 8.9765 })
    const elsewhere = await submitAround(world, 'cyclePath', { category: 'pothole' })
    const lamp = await submitAround(world, 'lamp')
    expect([path, through, elsewhere].map(({ department }) => department)).toEqual([
      'county-roads',
      'county-roads',
      'roads',
    ])
    const { rows } = await listQueue(await karlIn(LEMGO), ListQueue.parse({ view: 'open' }))
    expect(rows.map(({ report }) => report.number)).toEqual([path.number, through.number])
    const all = await listQueue(await adminOf(LEMGO), ListQueue.parse({ view: 'open' }))
    expect(all.total).toBe(4)

    const seen = await readReport(await karlIn(LEMGO), { number: path.number })
    expect(seen.nearby.map(({ number }) => number)).toEqual([])
    expect((await readReport(await adminOf(LEMGO), { number: path.number })).nearby).toHaveLength(2)
    expect(await outcome(readReport(await karlIn(LEMGO), { number: lamp.number }))).toBe('other_department')
  })

  it('the lent clerk works, is named in the history, and gives back to the town’s own dispatcher', async () => {
    const { number } = await submitAround(world, 'cyclePath')
    const accepted = await acceptReport(await karlIn(LEMGO), { number, version: 1 })
    const { names, events } = await readReport(await adminOf(LEMGO), { number })
    expect(events.map(({ action }) => action)).toContain('accepted')
    expect([...names.values()]).toContain('Karl')
    const returned = await giveBackReport(await karlIn(LEMGO), { number, version: accepted.version, reason: 'Privat.' })
    expect(returned.department).toBe('dispatch')
    expect(await outcome(readReport(await karlIn(LEMGO), { number }))).toBe('other_department')
  })

  it('where a report goes otherwise is decided by the town’s own people', async () => {
    const { number } = await submitAround(world, 'cyclePath')
    const seen = { number, version: 1 }
    const karl = await karlIn(LEMGO)
    expect(await outcome(assignReport(karl, { ...seen, department: 'roads' }))).toBe('only_own_people')
    expect(await outcome(recategoriseReport(karl, { ...seen, category: 'pothole' }))).toBe('only_own_people')
    const { actions } = await readReport(karl, { number })
    expect(actions).toEqual(expect.arrayContaining(['accept', 'giveBack', 'assign', 'close']))
    expect(actions).not.toContain('recategorise')

    const assigned = await assignReport(karl, { ...seen, clerkId: world.people.Karl.id })
    expect(assigned.clerkId).toBe(world.people.Karl.id)
    const moved = await assignReport(await adminOf(LEMGO), { number, version: assigned.version, department: 'roads' })
    const back = { number, version: moved.version, department: 'county-roads', clerkId: world.people.Karl.id }
    expect((await assignReport(await adminOf(LEMGO), back)).clerkId).toBe(world.people.Karl.id)
  })
})

describe('the lender’s consent', () => {
  const problemsOf = (...changes: [from: string, to: string][]) => {
    const { catalogue, towns } = readTenants('tenants')
    const changed = (text: string) => changes.reduce((now, [from, to]) => now.replace(from, to), text)
    const folders = towns.map((one) => (one.key === LEMGO ? { ...one, townYaml: changed(one.townYaml) } : one))
    return checkTowns({ catalogue, towns: folders }).problems.map(problemLine)
  }
  const TREE_TO_NOBODY: [string, string] = ['categories: [tree, playground]', 'categories: [playground]']
  it.each([
    ['by ownership', [TREE_TO_NOBODY, ['[cycle-path]', '[cycle-path, tree]']]],
    ['as what is left', [TREE_TO_NOBODY, ['[cycle-path]', 'rest']]],
    ['by a rule', [['- category: pothole\n', '- category: [pothole, tree]\n']]],
    ['for somebody absent', [['- key: green\n', '- key: green\n    deputy: county-roads\n']]],
  ] satisfies [string, [string, string][]][])(
    'covers every way on which a category gets there: %s',
    (_way, changes) => {
      expect(problemsOf(...changes)).toEqual([expect.stringContaining('„kreis-lippe/roads“ übernimmt „tree“ nicht.')])
    },
  )

  it('does not stretch to catching whatever nobody else answers for', () => {
    const lines = problemsOf(['    dispatcher: true\n', ''], ['[cycle-path]', '[cycle-path]\n    dispatcher: true'])
    expect(lines).toEqual([expect.stringContaining('„kreis-lippe/roads“ übernimmt')])
  })
})

describe('the end of it', () => {
  it('is refused while the department has open reports, and then is there at once', async () => {
    const lemgo = checkTowns(readTenants('tenants')).towns.find(({ town }) => town.key === LEMGO)!
    const { departments, rules } = lemgo.town
    const town = {
      ...lemgo.town,
      departments: departments.filter(({ from }) => !from),
      rules: rules.filter(({ to }) => to !== 'county-roads'),
    }
    const drop = () => applyTown(world.database, { ...lemgo, town }, 'test', world.now())
    expect(await outcome(drop())).toBe('still_in_use')
    expect(await membershipsOf(world.people.Karl)).toContainEqual(LENT)

    const open = await listQueue(await karlIn(LEMGO), ListQueue.parse({ view: 'open' }))
    for (const { report } of open.rows) {
      const { number, version } = report
      await giveBackReport(await karlIn(LEMGO), { number, version, reason: 'Der Vertrag endet.' })
    }
    expect(await outcome(drop())).toBe('done')
    expect(await membershipsOf(world.people.Karl)).not.toContainEqual(LENT)
  })
})
