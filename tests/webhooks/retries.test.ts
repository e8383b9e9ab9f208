/** What does not arrive comes again, for three days; then somebody hears of it and can send it once more. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { type Clock, runDueWork } from '../../server/jobs.ts'
import { startClock, workOffDue } from '../../server/lanes.ts'
import { WAITS_MS } from '../../server/webhooks/retries.ts'
import { rotateSecret } from '../../server/webhooks/rotate-secret.ts'
import { sendAgain } from '../../server/webhooks/send-again.ts'
import { startWebhook } from '../../server/webhooks/start-webhook.ts'
import { stopWebhook } from '../../server/webhooks/stop-webhook.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { openStage, type Stage } from './stage.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
/** The longest that chance adds to a wait. */
const MOST_LONGER = 1.1

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const planned = () =>
  stage.world.database.inTransaction(null, (db) => db.select().from(dueWork).where(eq(dueWork.kind, 'call_webhook')))
const waitOf = async () => (await planned())[0]!.runAt.getTime() - stage.world.now().getTime()
const ids = () => stage.receiver.received.map(({ headers }) => headers['webhook-id'])
/** To the time of the next try, and a moment more. */
const passToNext = async () => {
  stage.world.pass((await waitOf()) + 1)
  await stage.work()
}

describe('a system that is down', () => {
  it('is tried ten times by the schedule of the specification, each time signed anew under the same id', async () => {
    const { id, secret } = await stage.make()
    stage.receiver.answers({ status: 500 })
    await submitPothole(stage.world)
    await stage.work()
    for (const [index, wait] of WAITS_MS.entries()) {
      expect(stage.receiver.received).toHaveLength(index + 1)
      const waits = await waitOf()
      expect(waits).toBeGreaterThanOrEqual(wait)
      expect(waits).toBeLessThanOrEqual(wait * MOST_LONGER)
      await stage.work()
      expect(stage.receiver.received).toHaveLength(index + 1)
      stage.verify(secret, stage.receiver.received.at(-1)!)
      await passToNext()
    }
    expect(stage.receiver.received).toHaveLength(10)
    expect(new Set(ids()).size).toBe(1)
    expect(new Set(stage.receiver.received.map(({ body }) => body)).size).toBe(1)
    expect(await planned()).toEqual([])
    expect(await stage.log(id)).toMatchObject([{ state: 'failed', attempts: 10, status: 500, failure: 'status_wrong' }])
    expect(await stage.list()).toMatchObject([{ stoppedBecause: 'failing' }])
  })

  it('gets what it missed once it is back', async () => {
    const { id } = await stage.make()
    stage.receiver.answers({ status: 503 })
    await submitPothole(stage.world)
    await stage.work()
    stage.receiver.answers({ status: 200, body: 'ok' })
    await passToNext()
    expect(await stage.log(id)).toMatchObject([{ state: 'sent', attempts: 2, status: 200, failure: null }])
    expect(await planned()).toEqual([])
  })

  it('is not asked about everything else at once: that waits a minute', async () => {
    await stage.make()
    stage.receiver.answers({ status: 503 })
    for (let n = 0; n < 20; n++) await submitPothole(stage.world)
    await stage.work()
    expect(stage.receiver.received).toHaveLength(1)
    stage.receiver.answers({ status: 204 })
    stage.world.pass(MINUTE_MS + 1)
    await stage.work()
    expect(new Set(ids()).size).toBe(20)
  })
})

it('Retry-After of a busy system is honoured', async () => {
  await stage.make()
  stage.receiver.answers({ status: 429, headers: { 'Retry-After': '600' } })
  await submitPothole(stage.world)
  await stage.work()
  expect(await waitOf()).toBeGreaterThanOrEqual(600 * SECOND_MS)
})

describe('no success', () => {
  it.each([301, 302, 307, 308])('%i: a redirect, which is not followed', async (status) => {
    const { id } = await stage.make()
    stage.receiver.answers({ status, headers: { Location: `${stage.receiver.url}/anderswo` } })
    await submitPothole(stage.world)
    await stage.work()
    expect(stage.receiver.received.map(({ path }) => path)).toEqual(['/ereignisse'])
    expect(await stage.log(id)).toMatchObject([{ state: 'waiting', failure: 'redirected', status }])
  })

  it('nobody listens there any more', async () => {
    const { id } = await stage.make({ url: 'http://127.0.0.1:9/' })
    await submitPothole(stage.world)
    await stage.work()
    expect(await stage.log(id)).toMatchObject([{ state: 'waiting', failure: 'unreachable', status: null }])
  })
})

describe('a webhook is stopped, and its town’s admin hears of it', () => {
  it('at once when the other side says 410', async () => {
    const { id } = await stage.make()
    stage.receiver.answers({ status: 410 })
    await submitPothole(stage.world)
    await submitPothole(stage.world)
    await stage.work()
    expect(stage.receiver.received).toHaveLength(1)
    expect(await stage.list()).toMatchObject([{ stoppedBecause: 'gone' }])
    expect(await stage.log(id)).toMatchObject([{ state: 'failed' }, { state: 'failed' }])
    const { Clara } = stage.world.people
    expect(stage.world.mails.map(({ to }) => to)).toEqual([Clara.email])
    const [mail] = stage.world.mails
    expect(mail!.subject).toBe('Bad Salzuflen: Ein Webhook ist angehalten')
    expect(mail!.text).toContain('Die Gegenseite will nichts mehr (Antwort 410).')
    expect(mail!.text).toContain('/amt/bad-salzuflen/schnittstellen/webhooks')
    // Addresses may carry keys of the other side.
    expect(mail!.text).not.toContain('/ereignisse')
  })

  it('at once when the address leads into an inner network by now', async () => {
    const { id } = await stage.make()
    await submitPothole(stage.world)
    while (await runDueWork({ ...stage.world.clock, outgoing: stage.publicOnly }));
    expect(await stage.log(id)).toMatchObject([{ state: 'failed', failure: 'address_forbidden', attempts: 1 }])
    expect(await stage.list()).toMatchObject([{ stoppedBecause: 'failing' }])
    expect(stage.receiver.received).toEqual([])
  })

  it('and nobody when it runs again before the mail goes out', async () => {
    const { id } = await stage.make()
    stage.receiver.answers({ status: 410 })
    await submitPothole(stage.world)
    while (await runDueWork(stage.world.clock, { but: ['tell_webhook'] }));
    await startWebhook(stage.Clara, id)
    await stage.work()
    expect(stage.world.mails).toEqual([])
  })
})

describe('by hand', () => {
  it('stopped, nothing is sent, nor what waits; started, what happens from then on', async () => {
    const { id } = await stage.make()
    stage.receiver.answers({ status: 500 })
    await submitPothole(stage.world)
    await stage.work()
    await stopWebhook(stage.Clara, id)
    stage.receiver.answers({ status: 204 })
    await submitPothole(stage.world)
    stage.world.pass(HOUR_MS)
    await stage.work()
    expect(stage.receiver.received).toHaveLength(1)
    expect(await stage.log(id)).toMatchObject([{ state: 'failed', failure: 'webhook_stopped' }])
    await expect(sendAgain(stage.Clara, { webhook: id })).rejects.toMatchObject({ reason: 'webhook_stopped' })
    await startWebhook(stage.Clara, id)
    const { report } = await submitPothole(stage.world)
    await stage.work()
    expect(stage.bodies().at(-1)!.data.number).toBe(report.number)
    expect(stage.receiver.received).toHaveLength(2)
  })

  it('started and caught up, what happened meanwhile goes too, once, and only what this one wants', async () => {
    const { id } = await stage.make()
    const { id: roads } = await stage.make({ url: `${stage.receiver.url}/strassen`, department: 'roads' })
    const { id: green } = await stage.make({ url: `${stage.receiver.url}/gruen`, department: 'green' })
    await submitPothole(stage.world)
    await stage.work()
    for (const one of [id, green]) await stopWebhook(stage.Clara, one)
    // Told only after the stop, though it happened before.
    const { report } = await submitPothole(stage.world)
    stage.world.pass(3 * HOUR_MS)
    await stage.work()
    await submitPothole(stage.world)
    await stage.work()
    expect([(await stage.log(id)).length, (await stage.log(roads)).length]).toEqual([1, 3])

    expect(await startWebhook(stage.Clara, id, { isCatchingUp: true })).toEqual({ queued: 2, isAll: true })
    expect(await startWebhook(stage.Clara, green, { isCatchingUp: true })).toEqual({ queued: 0, isAll: true })
    stage.receiver.received.length = 0
    await stage.work()
    expect(stage.bodies().map(({ data }) => data.number)).toEqual([report.number, report.number + 1])
    expect(await stage.log(id)).toHaveLength(3)
    // It runs: there is nothing to catch up on.
    expect(await startWebhook(stage.Clara, id, { isCatchingUp: true })).toEqual({ queued: 0, isAll: true })
    const Dirk = await stage.world.as(stage.world.people.Dirk)
    await expect(startWebhook(Dirk, id, { isCatchingUp: true })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('one or all that failed is sent again under the same id, with the secret of now', async () => {
    const { id, secret: before } = await stage.make()
    stage.receiver.answers({ status: 410 })
    for (let n = 0; n < 3; n++) await submitPothole(stage.world)
    await stage.work()
    const failed = await stage.log(id)
    expect(failed.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
    stage.receiver.received.length = 0
    stage.receiver.answers({ status: 204 })
    const secret = await rotateSecret(stage.Clara, id)
    await startWebhook(stage.Clara, id)
    stage.world.pass(48 * HOUR_MS)

    expect(await sendAgain(stage.Clara, { webhook: id, delivery: failed[0]!.id })).toBe(1)
    await stage.work()
    expect(ids()).toEqual([failed[0]!.id])
    expect(await sendAgain(stage.Clara, { webhook: id })).toBe(2)
    await stage.work()
    expect(new Set(ids())).toEqual(new Set(failed.map((row) => row.id)))
    expect(await sendAgain(stage.Clara, { webhook: id })).toBe(0)
    for (const message of stage.receiver.received) {
      stage.verify(secret, message)
      expect(() => stage.verify(before, message)).toThrow()
    }
    // What has arrived can be sent again too, for a system that lost it.
    expect(await sendAgain(stage.Clara, { webhook: id, delivery: failed[0]!.id })).toBe(1)
    await stage.work()
    expect(ids().filter((one) => one === failed[0]!.id)).toHaveLength(2)
  })
})

const PATIENCE_MS = 60_000

describe('several events of a town go one after another', () => {
  const REPORTS = 5
  const troubles: unknown[] = []
  const onTrouble = (error: unknown) => void troubles.push(error)
  beforeEach(async () => {
    troubles.length = 0
    await stage.make()
    for (let n = 0; n < REPORTS; n++) await submitPothole(stage.world)
  })
  afterEach(() => vi.useRealTimers())

  it('all at one waking of a runtime that sleeps', async () => {
    await workOffDue(stage.world.clock, { withinMs: PATIENCE_MS, most: 100, onTrouble })
    expect(stage.receiver.received).toHaveLength(REPORTS)
    expect(await planned()).toEqual([])
    expect(troubles).toEqual([])
  })

  it('the next as soon as one has ended, without a rest, in one that stays', async () => {
    while (await runDueWork(stage.world.clock, { but: ['call_webhook'] }));
    expect(await planned()).toHaveLength(REPORTS)
    // No rest ever ends. The waiting for all of them is not done by `poll`, which would let this time pass.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const stop = startClock(stage.world.clock, onTrouble)
    while ((await planned()).length > 0) await new Promise((done) => setImmediate(done))
    expect(stage.receiver.received).toHaveLength(REPORTS)
    vi.useRealTimers()
    await stop()
    expect(troubles).toEqual([])
  })
})

describe('several workers', () => {
  const REPORTS = 30

  it('send each event once', async () => {
    await stage.make()
    for (let n = 0; n < REPORTS; n++) await submitPothole(stage.world)
    const troubles: unknown[] = []
    const begin = () => startClock({ ...stage.world.clock }, (error) => troubles.push(error))
    const stops = [begin(), begin()]
    try {
      await expect.poll(async () => stage.receiver.received.length, { timeout: PATIENCE_MS }).toBe(REPORTS)
      await expect.poll(async () => (await planned()).length, { timeout: PATIENCE_MS }).toBe(0)
    } finally {
      for (const stop of stops) await stop()
    }
    expect(troubles).toEqual([])
    expect(new Set(ids()).size).toBe(REPORTS)
    expect(ids()).toHaveLength(REPORTS)
  }, 120_000)

  it('keep no mail waiting for a system that does not answer', async () => {
    await stage.make()
    stage.receiver.answers({ status: 204, isSilent: true })
    await submitPothole(stage.world)
    while (await runDueWork(stage.world.clock, { but: ['call_webhook'] }));
    let called = 0
    const { outgoing } = stage.world.clock
    const watched: Clock['outgoing'] = {
      ...outgoing,
      call: (call) => {
        called++
        return outgoing.call(call)
      },
    }
    const stop = startClock({ ...stage.world.clock, outgoing: watched }, () => undefined)
    await expect.poll(() => called, { timeout: PATIENCE_MS }).toBe(1)
    for (let n = 0; n < 3; n++) await submitPothole(stage.world, { contact: CONTACT })
    await expect.poll(() => stage.world.mails.length, { timeout: PATIENCE_MS }).toBe(3)
    // The town's next calls wait for the first one's end; the silent one is still the only one.
    expect(called).toBe(1)
    await stop(10)
    expect((await planned()).every(({ claimedUntil }) => claimedUntil === null)).toBe(true)
  }, 120_000)
})
