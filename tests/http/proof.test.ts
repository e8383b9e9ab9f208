/** Proof of work: ours and ALTCHA's own solver speak the same, once each, and nobody is kept out without it. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { solveProof } from '../../client/citizen/solve-proof.ts'
import { isProven, makeChallenge } from '../../server/proof/proof.ts'
import { changeTown } from '../support/outside.ts'
import { IN_NEIGHBOUR, POTHOLE } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
let HOME: string
let used = 0
beforeAll(async () => {
  world = await createWorld()
  await changeTown(world, FIRST_TOWN, { protection: { proofOfWork: true, reportsPerHour: 500 } })
})
beforeEach(() => {
  HOME = `198.51.100.${++used}`
})
afterAll(() => world.close())

const at = (town = FIRST_TOWN) => ({ ...world.deps, town })
const get = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))
const asked = async () => (await (await get(`/${FIRST_TOWN}/aufgabe`)).json()) as Challenge & { signature: string }
const send = async (altcha?: string, input = POTHOLE, town = FIRST_TOWN) =>
  world.app.fetch(
    new Request(`${PUBLIC_URL}/api/v1/towns/${town}/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...input, altcha }),
    }),
    { peer: HOME },
  )
const statuses = async (times: number, altcha?: () => Promise<string>) => {
  const answers: number[] = []
  for (let n = 0; n < times; n++) answers.push((await send(await altcha?.())).status)
  return answers
}

describe('a proof of work', () => {
  it('from our own solver is accepted, and only once', async () => {
    const proof = await solveProof(await asked())
    expect(await isProven(at(), proof)).toBe(true)
    expect(await isProven(at(), proof)).toBe(false)
  })

  it('from ALTCHA’s own solver is accepted', async () => {
    const challenge = await asked()
    const solution = await solveChallenge({ challenge, deriveKey })
    expect(await isProven(at(), btoa(JSON.stringify({ challenge, solution })))).toBe(true)
  })

  it('is nothing when it is over, of another town, changed, or no proof at all', async () => {
    const proof = await solveProof((await makeChallenge(at())) as never)
    const broken = btoa(atob(proof).replace(/"counter":\d+/, '"counter":1'))
    const cheap = btoa(atob(proof).replace(/"keyPrefix":"[0-9a-f]+"/, '"keyPrefix":"00"'))
    for (const wrong of [broken, cheap, 'x', '', undefined, btoa('null'), 'ä', 'A'.repeat(5000)]) {
      expect(await isProven(at(), wrong)).toBe(false)
    }
    expect(await isProven(at(NEIGHBOUR), proof)).toBe(false)
    world.pass(10 * 60_000)
    expect(await isProven(at(), proof)).toBe(false)
  })
})

describe('where a town wants it', () => {
  it('a report without it is taken all the same, but not many an hour from one address', async () => {
    expect(await statuses(11)).toEqual([...Array(10).fill(201), 429])
    expect((await send(await solveProof(await asked()))).status).toBe(201)
  })

  it('a report with it is not counted so', async () => {
    expect(new Set(await statuses(12, async () => solveProof(await asked())))).toEqual(new Set([201]))
  })

  it('the same proof for every report helps nobody', async () => {
    const proof = await solveProof(await asked())
    expect((await statuses(12, async () => proof)).at(-1)).toBe(429)
  })
})

describe('where a town does not want it', () => {
  it('there is nothing to solve and nothing is counted more strictly', async () => {
    expect((await get(`/${NEIGHBOUR}/aufgabe`)).status).toBe(404)
    expect((await get(`/api/v1/towns/${NEIGHBOUR}/challenge`)).status).toBe(404)
    const sent = []
    for (let n = 0; n < 11; n++) sent.push(await send(undefined, { ...POTHOLE, ...IN_NEIGHBOUR }, NEIGHBOUR))
    expect(sent.at(-1)!.status).toBe(201)
  })
})
