/** What other systems are told of a report, and that they can prove who told it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { submitPothole } from '../support/reports.ts'
import { PUBLIC_URL } from '../support/world.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

it('a filed report is told once, signed as the library of the specification expects', async () => {
  const { secret } = await stage.make()
  const { report } = await submitPothole(stage.world)
  await stage.work()
  expect(stage.receiver.received).toHaveLength(1)
  const [message] = stage.receiver.received
  expect(message!.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'Anliegenwerk',
    'webhook-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(stage.verify(secret, message!)).toEqual({
    type: 'report.received',
    timestamp: report.receivedAt.toISOString(),
    data: {
      town: 'bad-salzuflen',
      number: report.number,
      department: 'roads',
      category: 'pothole',
      status: 'received',
      version: 1,
      url: `${PUBLIC_URL}/bad-salzuflen/anliegen/${report.number}`,
      apiUrl: `${PUBLIC_URL}/api/v1/towns/bad-salzuflen/reports/${report.number}`,
    },
  })
  expect(() => stage.verify(secret, { ...message!, body: message!.body.replace('roads', 'green') })).toThrow()
})

it('a town without webhooks has no delivery and no call', async () => {
  await submitPothole(stage.world)
  await stage.work()
  expect(stage.receiver.received).toEqual([])
})
