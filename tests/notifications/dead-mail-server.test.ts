/** A real mail server that hangs, refuses, hangs up or asks to come back later: reports are taken, and mails go once. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../server/adapters/mail-smtp.ts'
import { type Clock, runDueWork } from '../../server/jobs.ts'
import { startClock } from '../../server/lanes.ts'
import { claimDueWork } from '../../server/notifications/rows.ts'
import type { Mailer } from '../../server/ports.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, IN_NEIGHBOUR, POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Instead of the 20 s of the product, so that the suite need not wait for them. */
const TIMEOUT_MS = 300

let world: World
const closings: (() => Promise<void>)[] = []
beforeEach(async () => {
  world = await createWorld()
})
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
  await world.close()
})

async function listening(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}

/** Behaves as told; `mood` may change while it runs. */
type Mood = 'well' | 'hangs' | 'refuses' | 'drops' | 'later'
async function mailServer(mood: Mood) {
  const received: Email[] = []
  const state = { mood, connections: 0 }
  const smtp = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(state.mood === 'later' ? Object.assign(new Error('4.7.1 come back later'), { responseCode: 451 }) : null),
    onData: (stream, _session, done) => {
      if (state.mood === 'drops') return hangUp()
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', async () => {
        received.push(await PostalMime.parse(Buffer.concat(chunks)))
        done()
      })
    },
  })
  const inner = await new Promise<number>((ready) => {
    smtp.listen(0, '127.0.0.1', () => ready((smtp.server.address() as AddressInfo).port))
  })
  const sockets = new Set<Socket>()
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  const front = createServer((socket) => {
    state.connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    if (state.mood === 'refuses') return void socket.end('554 5.3.2 not today\r\n')
    if (state.mood === 'hangs') return
    const behind = connect(inner, '127.0.0.1')
    behind.on('error', () => socket.destroy())
    socket.pipe(behind).pipe(socket)
  })
  const port = await listening(front)
  closings.push(async () => {
    hangUp()
    await Promise.all([new Promise((done) => front.close(done)), new Promise<void>((done) => smtp.close(() => done()))])
  })
  const mailerOf = (timeoutMs?: number) => smtpMailer(`smtp://127.0.0.1:${port}`, 'anliegen@kommune.example', timeoutMs)
  // Only where it hangs: a machine that is busy is not a mail server that is dead.
  const [impatient, patient] = [mailerOf(TIMEOUT_MS), mailerOf()]
  const mailer: Mailer = { send: (message) => (state.mood === 'hangs' ? impatient : patient).send(message) }
  return { received, state, clock: { ...world.clock, mailer } satisfies Clock }
}

const claimAndDie = () =>
  world.database.inTransaction(null, (db) => claimDueWork(db, { now: world.now(), lease: 120_000, only: ['tell'] }))
const work = async (clock: Clock) => {
  while (await runDueWork(clock));
}
const Bernd = () => world.as(world.people.Bernd)

describe.each(['hangs', 'refuses', 'drops', 'later'] as const)('a mail server that %s for an hour', (mood) => {
  it('and a worker killed in between keep no report out, and afterwards every mail arrives once and in its order', async () => {
    const { received, state, clock } = await mailServer(mood)
    const { report } = await submitPothole(world, { contact: CONTACT })
    await work(clock)
    const ctx = await Bernd()
    await answerReport(ctx, { number: report.number, version: 1, answer: 'Wir sehen es uns an.' })
    await work(clock)
    for (let minutes = 0; minutes < 60; minutes += 10) {
      world.pass(10 * MINUTE_MS)
      // In the middle the worker is killed with something in its hands; the next one begins with an empty head.
      if (minutes === 30) await claimAndDie()
      await work({ ...clock })
    }
    const answered = await world.app.fetch(
      new Request(`${PUBLIC_URL}/api/v1/towns/bad-salzuflen/reports`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...POTHOLE, contact: CONTACT }),
      }),
    )
    expect(answered.status).toBe(201)
    await closeReport(ctx, {
      number: report.number,
      version: 2,
      reason: 'repaired',
      answer: 'Erledigt.',
      silent: false,
    })
    expect(received).toEqual([])

    state.mood = 'well'
    for (let hours = 0; hours < 8; hours++) {
      await work(clock)
      world.pass(HOUR_MS)
    }
    const subjects = received.map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject?.includes(`#${report.number}`))).toEqual([
      `Ihr Anliegen #${report.number} ist angekommen`,
      `Ihr Anliegen #${report.number}: wir haben geantwortet`,
      `Ihr Anliegen #${report.number} ist erledigt`,
    ])
    expect(subjects).toHaveLength(4)
    const { undelivered, contact } = await readReport(ctx, { number: report.number })
    expect([undelivered, contact?.undeliverableAt]).toEqual([[], null])
  })
})

it('each town writes under its own name, is answered at its own address, and every mail can be stopped', async () => {
  const { received, clock } = await mailServer('well')
  await submitPothole(world, { contact: CONTACT })
  const neighbour = await world.as(CITIZEN, NEIGHBOUR)
  await submitReport(neighbour, { ...POTHOLE, ...IN_NEIGHBOUR, contact: CONTACT }, { intakeChannel: 'web' })
  await work(clock)
  const heads = received.map(({ from, replyTo, headers }) => ({
    from,
    replyTo: replyTo?.[0]?.address,
    stop: headers.find(({ key }) => key === 'list-unsubscribe')?.value,
  }))
  expect(heads).toEqual([
    {
      from: { name: 'Stadt Bad Salzuflen, Anliegen', address: 'anliegen@kommune.example' },
      replyTo: 'anliegen@bad-salzuflen.example',
      stop: expect.stringMatching(/^<http:\/\/127\.0\.0\.1:3000\/bad-salzuflen\/abmelden\/1-/),
    },
    {
      from: { name: expect.stringContaining('Herford'), address: 'anliegen@kommune.example' },
      replyTo: 'anliegen@herford.example',
      stop: expect.stringMatching(/\/herford\/abmelden\/1-|^<http:\/\/[^/]+\/abmelden\/1-/),
    },
  ])
})

it('fifty mails that hang keep no question of any town from ending in time', async () => {
  const { state, clock } = await mailServer('hangs')
  const withContact = await submitPothole(world, { contact: CONTACT })
  const number = withContact.report.number
  await askReporter(await Bernd(), { number, version: 1, text: 'Wo?', days: 1 })
  for (let n = 0; n < 50; n++) await submitPothole(world, { contact: CONTACT })
  world.pass(24 * HOUR_MS)
  const stop = startClock(clock, () => undefined)
  const statusOf = async () => (await readReport(await Bernd(), { number })).report.status
  await expect.poll(statusOf, { timeout: 20_000, interval: 100 }).toBe('received')
  // Far fewer than the fifty have had their try: the question did not stand behind them.
  expect(state.connections).toBeLessThan(40)
  await stop()
})
