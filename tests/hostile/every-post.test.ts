/**
 * Every route that takes something, called rightly but for one thing: no answer is a fault of ours, none tells of the
 * inside, and nothing of the neighbour is other than before.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGES } from '../../server/http/clerk/changes.ts'
import { startSession } from '../../server/people/sessions.ts'
import type { Role } from '../access/rules.ts'
import { type Call, call, openStage, type Stage, stateOf } from '../access/stage.ts'
import { bodyAs, type Mutation, mutation, PATH_PARTS, query } from './nasty.ts'
import { ALL_ROUTES, callerOf, rightCall, rightChange } from './routes.ts'
import { expectSoundAnswer } from './sound.ts'

/** The same every time, and another for each route. */
const seedOf = (route: string) => [...route].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 20_261_122)
const RUNS = 30
const RUNS_ASKED = 20

let stage: Stage
beforeAll(async () => {
  stage = (await openStage()).here
}, 180_000)
afterAll(() => stage.world.close())

/** Which parts of the path are filled in: those that differ from the pattern. */
function bentPath(route: string, path: string, { at, value }: { at: number; value: string }): string {
  const pattern = route.split(' ')[1]!.split('/')
  const [bare = '', asked] = path.split('?')
  const parts = bare.split('/')
  const free = pattern.flatMap((part, index) => (part.startsWith(':') ? [index] : []))
  const index = free[at % Math.max(free.length, 1)]
  if (index === undefined) return `${bare}/${value}`
  parts[index] = value
  return parts.join('/') + (asked ? `?${asked}` : '')
}

type Fields = [name: string, value: FormDataEntryValue][]

function fieldsOf({ body }: Call): Fields | null {
  if (body instanceof URLSearchParams) return [...body]
  if (body instanceof FormData) return [...body]
  if (typeof body === 'string') return Object.entries(JSON.parse(body)).map(([name, value]) => [name, String(value)])
  return null
}

const asForm = (fields: Fields): BodyInit => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  if (fields.some(([, value]) => typeof value !== 'string')) return form
  return new URLSearchParams(fields as [string, string][])
}

function bent(route: string, right: Call, by: Mutation): Call {
  const fields = fieldsOf(right) ?? []
  const isJson = typeof right.body === 'string'
  const sent = (changed: Fields): Call => ({
    ...right,
    body: isJson ? JSON.stringify(Object.fromEntries(changed)) : asForm(changed),
  })
  if (by.of === 'path') return { ...right, path: bentPath(route, right.path, by) }
  if (by.of === 'query') return { ...right, path: `${right.path.split('?')[0]}?${by.value}` }
  if (by.of === 'header') return { ...right, headers: { ...right.headers, [by.name]: by.value } }
  if (by.of === 'more') return sent([...fields, [by.name, by.value]])
  if (by.of === 'body') {
    const { type, body } = bodyAs(
      by.how,
      new URLSearchParams(fields.filter((one) => typeof one[1] === 'string') as [string, string][]),
    )
    return { ...right, body, headers: { ...right.headers, ...(type ? { 'Content-Type': type } : {}) } }
  }
  if (fields.length === 0) return right
  const index = by.at % fields.length
  const [name, value] = fields[index]!
  const without = fields.toSpliced(index, 1)
  if (by.how === 'drop') return sent(without)
  if (by.how === 'twice') return sent([...fields, [name, value], [name, by.value]])
  if (by.how === 'file') return sent([...without, [name, new File([by.value.slice(0, 1_000)], by.value.slice(0, 300))]])
  if (by.how === 'nested')
    return sent([...without, [`${name}[a][__proto__]`, by.value], [`${name}.constructor`, by.value]])
  return sent(without.toSpliced(index, 0, [name, by.value]))
}

/** Whoever was signed out by a call comes back. */
async function comeBack(role: Role, answer: Response) {
  const person = stage.people[role]
  const isOut = answer.headers.get('Location')?.startsWith('/amt/anmelden') || answer.headers.has('Set-Cookie')
  if (!person || !isOut) return
  const token = await startSession(stage.world.deps, { personId: person.id, via: 'password' })
  stage.cookies[role] = `__Host-session=${token}`
}

const OTHERS = () => stage.other.town
async function othersState() {
  return Object.fromEntries(Object.entries(await stateOf(stage)).filter(([name]) => name.startsWith(`${OTHERS()}:`)))
}

async function holdsFor(route: string, role: Role, right: Call) {
  const before = await othersState()
  await fc.assert(
    fc.asyncProperty(mutation, async (by) => {
      const asked = bent(route, right, by)
      const answer = await call(stage, role, asked)
      await comeBack(role, answer)
      await expectSoundAnswer(stage.world, asked, answer)
    }),
    { seed: seedOf(route), numRuns: RUNS, endOnFailure: true },
  )
  if (!route.endsWith('/neighbour')) expect(await othersState()).toEqual(before)
}

describe('one thing is wrong, and the answer is sound:', () => {
  it('every route of the application is called here', () => {
    const inRules = (path: string) => path.replace(/\{.*?\}(?=\/|$)/g, '').replace(/^\/~\/:town/, '/:town')
    const routes = stage.world.app.routes.filter(({ method }) => method !== 'ALL')
    const missing = routes
      .map(({ method, path }) => `${method} ${inRules(path)}`)
      .filter((route) => !ALL_ROUTES.includes(route) && !route.endsWith('/anliegen/:number/:noun'))
    expect([...new Set(missing)]).toEqual([])
  })

  it.each(ALL_ROUTES.filter((route) => !route.startsWith('GET ')))('%s', async (route) => {
    await holdsFor(route, callerOf(route), await rightCall(stage, route))
  })

  it.each(Object.keys(CHANGES))('POST /amt/:town/anliegen/:number/%s', async (noun) => {
    await holdsFor(`POST /amt/:town/anliegen/:number/${noun}`, 'clerk', await rightChange(stage, noun))
  })
})

describe('a page is asked for with garbage, and the answer is sound:', () => {
  it.each(ALL_ROUTES.filter((route) => route.startsWith('GET ')))('%s', async (route) => {
    const role = callerOf(route)
    const right = await rightCall(stage, route)
    const asked = fc.oneof(
      { weight: 3, arbitrary: query.map((value) => `${right.path.split('?')[0]}?${value}`) },
      {
        weight: 2,
        arbitrary: fc
          .record({ at: fc.nat(4), value: fc.constantFrom(...PATH_PARTS) })
          .map((by) => bentPath(route, right.path, by)),
      },
    )
    await fc.assert(
      fc.asyncProperty(asked, async (path) => {
        const answer = await call(stage, role, { method: 'GET', path })
        await comeBack(role, answer)
        await expectSoundAnswer(stage.world, { method: 'GET', path }, answer)
      }),
      { seed: seedOf(route), numRuns: RUNS_ASKED, endOnFailure: true },
    )
  })
})
