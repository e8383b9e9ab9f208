/** What was acknowledged outlives a killed process, and one folder has one server. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropDataDir, mailsTo, type RunningServer, runCommand, startServer } from '../support/server.ts'

const TOWN = 'bad-salzuflen'
const ROUNDS = 10
const CLIENTS = 4
const MAIL_MS = 30_000

type Sent = { key: string; text: string; email: string }
type Filed = { number: number; trackingUrl: string; replayed: boolean }

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server?.stop()
  if (server) dropDataDir(server.dataDir)
})

/** Null when the server went away before it answered. */
async function submit({ key, text, email }: Sent): Promise<Filed | null> {
  const answer = await fetch(`${server.url}/api/v1/towns/${TOWN}/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({
      category: 'pothole',
      description: text,
      lat: 52.0862,
      lon: 8.7443,
      contact: { email },
    }),
  }).catch(() => null)
  const body = answer && (await answer.json().catch(() => null))
  if (!answer || !body) return null
  expect(answer.status, JSON.stringify(body)).toBe(201)
  return { ...body, replayed: answer.headers.get('Idempotent-Replayed') === 'true' }
}

/** After a restart the port is another. */
const here = (address: string) => `${server.url}${new URL(address).pathname}`

/** Everything a report consists of is there: row and event by the interface, text by the tracking page. */
async function expectKept({ text }: Sent, { number, trackingUrl }: Filed) {
  const report = await fetch(`${server.url}/api/v1/towns/${TOWN}/reports/${number}`)
  expect(report.status, `#${number}`).toBe(200)
  expect((await report.json()).timeline).toEqual([expect.objectContaining({ action: 'submitted' })])
  const tracking = await fetch(here(trackingUrl))
  expect(tracking.status, `#${number}`).toBe(200)
  const page = await tracking.text()
  expect(page).toContain(`#${number}`)
  expect(page).toContain(text)
}

const expectMailed = ({ email }: Sent, { number }: Filed) =>
  expect
    .poll(() => mailsTo(server, email).filter((mail) => mail.includes(`#${number} ist angekommen`)).length, {
      timeout: MAIL_MS,
    })
    .toBeGreaterThan(0)

const sending = (name: string): Sent => ({
  key: `key-of-${name}`,
  text: `Schlagloch, gemeldet von ${name}.`,
  email: `${name}@post.example`,
})

describe('a killed server', () => {
  it('has kept the report it had just acknowledged, and answers its key with it', async () => {
    const sent = sending('anna')
    const filed = await submit(sent)
    await server.kill()
    expect(filed).toMatchObject({ replayed: false })

    server = await server.restart()
    await expectKept(sent, filed!)
    await expectMailed(sent, filed!)
    expect(await submit(sent)).toMatchObject({ number: filed!.number, replayed: true })
  })

  it('loses nothing, gives no number twice and leaves no gap, killed ten times among many clients', async () => {
    const before = (await submit(sending('the-one-before')))!.number
    const numbers: number[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const sentThen = new Map<Sent, Filed | null>()
      const client = async (name: string) => {
        for (let turn = 1; ; turn++) {
          const sent = sending(`${name}-${turn}`)
          sentThen.set(sent, null)
          const filed = await submit(sent)
          if (!filed) return
          sentThen.set(sent, filed)
        }
      }
      const clients = Array.from({ length: CLIENTS }, (_, index) => client(`client-${round}-${index}`))
      // Later from round to round, so that the kill falls into different moments.
      await expect
        .poll(() => [...sentThen.values()].filter(Boolean).length, { interval: 1, timeout: MAIL_MS })
        .toBeGreaterThanOrEqual(round)
      await server.kill()
      await Promise.all(clients)

      server = await server.restart()
      for (const [sent, filed] of sentThen) {
        const again = await submit(sent)
        expect(again, sent.key).not.toBeNull()
        if (filed) expect(again).toMatchObject({ number: filed.number, replayed: true })
        await expectKept(sent, again!)
        numbers.push(again!.number)
      }
      for (const [sent, filed] of sentThen) if (filed) await expectMailed(sent, filed)
    }
    numbers.sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => before + 1 + index))
    expect(numbers.length).toBeGreaterThanOrEqual(ROUNDS)
  })

  it('leaves a socket behind that does not keep the next one from starting', async () => {
    await server.kill()
    expect(existsSync(join(server.dataDir, 'control.sock'))).toBe(true)
    server = await server.restart()
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })
})

describe('a data folder in use', () => {
  it('is refused to a second server, in a sentence that names DATA_DIR', async () => {
    const second = await runCommand(['server'], { DATA_DIR: server.dataDir })
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/^DATA_DIR: /)
    expect(second.output).toContain(server.dataDir)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('takes commands through the server that runs on it', async () => {
    const { code, output } = await runCommand(['towns', 'apply'], { DATA_DIR: server.dataDir })
    expect(output).toMatch(/^bad-salzuflen: Version 1, unverändert$/m)
    expect(code).toBe(0)
    expect((await fetch(`${server.url}/${TOWN}/`)).status).toBe(200)
  })
})
