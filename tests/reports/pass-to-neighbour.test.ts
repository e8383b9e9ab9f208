import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passToNeighbour } from '../../server/reports/pass-to-neighbour.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { placeBeyond } from '../support/border.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const nearPlace = { ...placeBeyond('bad-salzuflen', NEIGHBOUR, [20, 80]), townChosen: true }
const pass = async (number: number, version = 1) => {
  const { Bernd } = world.people
  const to = await world.asActor(Bernd.actor, NEIGHBOUR)
  return passToNeighbour(await world.as(Bernd), to, { number, version, town: NEIGHBOUR })
}

describe('a report near the border', () => {
  it('goes on with the neighbour, without the contact data', async () => {
    const { report } = await submitPothole(world, { ...nearPlace, contact: CONTACT, description: 'Loch an der Grenze' })
    const passed = await pass(report.number)
    expect(passed).toMatchObject({ status: 'handed_over', closedReason: 'neighbouring_town', partner: 'Herford' })

    const { events } = await readReport(await world.as(world.people.Bernd), { number: report.number })
    const { elsewhere } = events.find(({ action }) => action === 'handed_over')!.facts
    const theirs = await readReport(await world.as(world.people.Dirk, NEIGHBOUR), { number: elsewhere!.number })
    expect(theirs.text?.description).toBe('Loch an der Grenze')
    expect(theirs.contact).toBeNull()
    expect(theirs.report.routedBecause.border).toBeUndefined()
  })

  it('tells everybody where it goes on', async () => {
    const { report } = await submitPothole(world, nearPlace)
    await pass(report.number)
    const page = await world.app.fetch(new Request(`${PUBLIC_URL}/bad-salzuflen/anliegen/${report.number}`))
    const text = await page.text()
    const link = /href="http:\/\/127\.0\.0\.1:3000(\/herford\/anliegen\/\d+)"/.exec(text)?.[1]
    expect(text).toContain('Abgegeben an Herford')
    expect((await world.app.fetch(new Request(PUBLIC_URL + link))).status).toBe(200)
  })

  it('is passed on once, however often it is pressed', async () => {
    const { report } = await submitPothole(world, nearPlace)
    const outcomes = await Promise.allSettled([pass(report.number), pass(report.number), pass(report.number)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const numbers = await Promise.all(
      (await readReport(await world.as(world.people.Bernd), { number: report.number })).events.flatMap(
        ({ facts }) => facts.elsewhere?.number ?? [],
      ),
    )
    expect(numbers).toHaveLength(1)
  })

  it('far from the border stays', async () => {
    const { report } = await submitPothole(world)
    await expect(pass(report.number)).rejects.toMatchObject({ reason: 'not_near_border' })
  })

  it('is offered to its clerk, and to nobody of another department', async () => {
    const { report } = await submitPothole(world, nearPlace)
    const near = await world.deps.registry.neighboursNear('bad-salzuflen', { lat: report.lat!, lon: report.lon! }, 100)
    expect(near).toMatchObject([{ key: NEIGHBOUR, metres: 0 }])
    const { Eva } = world.people
    const to = await world.as(CITIZEN, NEIGHBOUR)
    await expect(
      passToNeighbour(await world.as(Eva), to, { number: report.number, version: 1, town: NEIGHBOUR }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})
