/** Every route of the application × everybody who may call it, against the hand-written rules. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGES } from '../../server/http/clerk/changes.ts'
import { cookieOf } from '../support/cast.ts'
import { callOf, changeCallOf, type Expendable, needsExpendable, newExpendable } from './requests.ts'
import { BEFORE_ROUTES, type Outcome, ROLES, type Role, RULED, WHO, type Who } from './rules.ts'
import { openStage, outcomeOf, type Stage, stateOf } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = (await openStage()).here
}, 180_000)
afterAll(() => stage.world.close())

/** What a parameter looks like aside, and a town's own host like its path. */
const inRules = (path: string) => path.replace(/\{.*?\}(?=\/|$)/g, '').replace(/^\/~\/:town/, '/:town')
const routesOf = (isAny: boolean) => {
  const routes = stage.world.app.routes.filter(({ method }) => (method === 'ALL') === isAny)
  return [...new Set(routes.map(({ method, path }) => (isAny ? inRules(path) : `${method} ${inRules(path)}`)))]
}
const without = (list: readonly string[], known: readonly string[]) => list.filter((one) => !known.includes(one))

describe('the rules', () => {
  const ruled = RULED.map(({ route }) => route)

  it('name every route of the application', () => {
    const where = 'has no rule: write its line into tests/access/rules.ts, below whoever may call it'
    expect(without(routesOf(false), ruled).map((route) => `${route} ${where}`)).toEqual([])
  })

  it('name everything that answers any method', () => {
    const where = 'answers any method: into BEFORE_ROUTES of tests/access/rules.ts, if it only comes before others'
    expect(without(routesOf(true), BEFORE_ROUTES).map((path) => `${path} ${where}`)).toEqual([])
  })

  it('name no route twice and none that is gone', () => {
    expect(ruled.filter((route, index) => ruled.indexOf(route) !== index)).toEqual([])
    const gone = [...without(ruled, routesOf(false)), ...without(BEFORE_ROUTES, routesOf(true))]
    expect(gone.map((route) => `${route} is no route any more: take it out of tests/access/rules.ts`)).toEqual([])
  })
})

const expected = (who: Who, role: Role): Outcome => WHO[who][role]
const mayChange = (who: Who) => ROLES.filter((role) => expected(who, role) === 'yes')
const mayNot = (who: Who) => ROLES.filter((role) => expected(who, role) !== 'yes')

describe('is for whom the rules say, and changes nothing for others:', () => {
  it.each(RULED)('$route – $who', async ({ route, who }) => {
    const callAs = async (role: Role, expendable?: Expendable) => [
      role,
      await outcomeOf(stage, role, await callOf({ stage, role, route, expendable })),
    ]
    const target = needsExpendable(route) ? await newExpendable(stage) : undefined
    const before = await stateOf(stage)
    for (const role of mayNot(who)) {
      const outcome = expected(who, role)
      expect(await callAs(role, target)).toEqual([role, outcome === 'unchanged' ? 'yes' : outcome])
    }
    if (mayNot(who).length > 0) expect(await stateOf(stage)).toEqual(before)

    for (const role of mayChange(who)) {
      const own = needsExpendable(route) ? await newExpendable(stage) : undefined
      expect(await callAs(role, own)).toEqual([role, 'yes'])
      // Who has just signed out comes back.
      const person = stage.people[role]
      if (route === 'POST /amt/abmelden' && person) stage.cookies[role] = await cookieOf(stage.world, person)
    }
  })

  it.each(Object.keys(CHANGES))('POST /amt/:town/anliegen/:number/%s – staff of the department', async (noun) => {
    const who: Who = 'staff of the department'
    const asked = await changeCallOf(stage, noun, await newExpendable(stage))
    const before = await stateOf(stage)
    for (const role of mayNot(who))
      expect([role, await outcomeOf(stage, role, asked)]).toEqual([role, expected(who, role)])
    expect(await stateOf(stage)).toEqual(before)
    // The report has no such photo and no such complaint; that is said only to whoever may know.
    const isOfAnother = noun === 'photo-visibility' || noun === 'notice-decision'
    expect(await outcomeOf(stage, 'clerk', asked)).toBe(isOfAnother ? 404 : 'yes')
  })
})

it('a town’s own host is no way in: its inner addresses do not exist on the platform', async () => {
  for (const { route, who } of RULED.filter(({ route }) => / \/:town(\/|$)/.test(route))) {
    const asked = await callOf({ stage, role: 'reporter', route })
    const inner = { ...asked, path: `/~${asked.path}` }
    expect([route, who, await outcomeOf(stage, 'reporter', inner)]).toEqual([route, who, 404])
  }
})
