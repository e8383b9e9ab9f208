/** A system at the desk does what its key is for, in its department, and nothing that people decide. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../db/schema/interfaces.ts'
import type { Ctx, KeyActor } from '../../server/context.ts'
import { CHANGES, type Noun } from '../../server/http/clerk/changes.ts'
import { listKeys } from '../../server/keys/list-keys.ts'
import { listPeople } from '../../server/people/list-people.ts'
import { listQueue } from '../../server/reports/list-queue.ts'
import { listDeskReports, readDeskReport } from '../../server/reports/read-desk.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { IN_FIRST_TOWN, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const ALL: Scope[] = ['submit', 'update', 'read', 'contact', 'work']
/** What a back office does; the other nouns are for people. */
const AT_THE_DESK: Noun[] = ['acceptance', 'return', 'plan', 'closure', 'refusal', 'note', 'answer', 'handover']
/** A partner's reply comes by the same way; there is none to reply here. */
const ELSEWHERE: Noun[] = ['partner-return']

const asKey = (department: string | null, scopes = ALL, town = FIRST_TOWN): Promise<Ctx> => {
  const actor: KeyActor = { kind: 'key', keyId: crypto.randomUUID(), name: 'Software', scopes, department }
  return world.asActor(actor, town)
}
const FIELDS = {
  ...{ version: 1, answer: 'Das ist erledigt.', text: 'x', silent: false, date: '2030-01-01', days: '3' },
  ...{ department: 'depot', category: 'tree', partnerKey: 'stadtwerke', instruction: 'x', priority: 'urgent' },
  ...{ what: 'report', visibility: 'shown', photo: crypto.randomUUID(), notice: crypto.randomUUID(), ...IN_FIRST_TOWN },
  ...{ clerkId: '', decision: 'kept', partner: 'Stadtwerke' },
}
const REASONS: Partial<Record<Noun, string>> = {
  refusal: 'no_defect',
  handover: 'county',
  'partner-return': 'partner_done',
}

async function tryIt(ctx: Ctx, noun: Noun, number: number, other: number): Promise<string> {
  const { schema, run } = CHANGES[noun]
  const input = { ...FIELDS, number, reason: REASONS[noun] ?? 'repaired', numbers: [other], lead: other }
  const parsed = schema.safeParse(input)
  try {
    await run(ctx, (parsed.data ?? input) as never)
    return 'done'
  } catch (error) {
    return (error as { code?: string; reason?: string }).reason ?? String(error)
  }
}
const submit = async () => (await submitPothole(world)).report.number
const versionOf = async (number: number) => {
  const { report } = await readReport(await world.as(world.people.Clara), { number })
  return report.version
}
const nouns = Object.keys(CHANGES) as Noun[]

describe('a key that may do everything keys may', () => {
  it.each(AT_THE_DESK)('does %s in its own department, and in no other', async (noun) => {
    const [number, other] = [await submit(), await submit()]
    expect(await tryIt(await asKey('green'), noun, number, other)).toBe('other_department')
    expect(await tryIt(await asKey('roads', ['read', 'contact', 'submit']), noun, number, other)).toBe(
      'key_not_for_this',
    )
    expect(await tryIt(await asKey('roads', ALL, NEIGHBOUR), noun, number, other)).toBe('report_not_found')
    expect(await versionOf(number)).toBe(1)
    expect(await tryIt(await asKey('roads'), noun, number, other)).toBe('done')
  })

  it.each(nouns.filter((noun) => ![...AT_THE_DESK, ...ELSEWHERE].includes(noun)))('never does %s', async (noun) => {
    const [number, other] = [await submit(), await submit()]
    expect(await tryIt(await asKey(null), noun, number, other)).toBe('sign_in_needed')
    expect([await versionOf(number), await versionOf(other)]).toEqual([1, 1])
  })

  it('sees neither the queue, nor a report as its clerks do, nor people, nor other keys', async () => {
    const number = await submit()
    const ctx = await asKey(null)
    const unauthenticated = { code: 'unauthenticated' }
    await expect(listQueue(ctx, { view: 'open', page: 1 })).rejects.toMatchObject(unauthenticated)
    await expect(readReport(ctx, { number })).rejects.toMatchObject(unauthenticated)
    await expect(async () => listPeople(ctx)).rejects.toMatchObject(unauthenticated)
    await expect(async () => listKeys(ctx)).rejects.toMatchObject(unauthenticated)
  })
})

it('the desk is closed to people: a clerk has the queue, and Dirk has nothing', async () => {
  const number = await submit()
  for (const person of [world.people.Bernd, world.people.Dirk]) {
    const ctx = await world.as(person)
    await expect(async () => listDeskReports(ctx, { limit: 5 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readDeskReport(ctx, { number })).rejects.toMatchObject({ code: 'forbidden' })
  }
})
