/** The end of a server: in good order when it is asked to go, at once when it is asked again, told when it was an error. */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { newSending, TOWN } from '../support/sendings.ts'
import { dropDataDir, type RunningServer, startServer } from '../support/server.ts'

let server: RunningServer
afterEach(async () => {
  await server?.stop().catch(() => undefined)
  dropDataDir(server.dataDir)
})

/** A report whose last bytes have not been sent yet. */
async function slowReport(url: string) {
  const { key, text } = await newSending('slow', { hasPhoto: false })
  const body = JSON.stringify({ category: 'pothole', description: text, lat: 52.0862, lon: 8.7443 })
  const asking = request(`${url}/api/v1/towns/${TOWN}/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'Idempotency-Key': key },
    agent: new Agent({ keepAlive: true }),
  })
  const answered = new Promise<number>((resolve, reject) => {
    asking.once('response', (answer) => resolve(answer.resume().statusCode ?? 0)).once('error', reject)
  })
  asking.write(body.slice(0, 10))
  // The server has seen the beginning once it answers somebody who came later.
  await once(asking, 'socket')
  await fetch(`${url}/healthz`)
  return { answered, finish: () => asking.end(body.slice(10)) }
}

const port = () => Number(new URL(server.url).port)

/** Whether somebody still listens. */
const isOpen = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port(), '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

describe('a server that is asked to go', () => {
  it('takes nobody new, answers who is being answered, and ends with 0 although connections are kept open', async () => {
    server = await startServer()
    const idle = connect(port(), '127.0.0.1')
    await once(idle, 'connect')
    const slow = await slowReport(server.url)

    server.signal('SIGTERM')
    await expect.poll(isOpen, { interval: 50 }).toBe(false)
    slow.finish()
    expect(await slow.answered).toBe(201)
    expect(await server.ended()).toBe(0)
    idle.destroy()
  })

  it('does not wait for ever for somebody who does not finish, and has what it acknowledged when it is back', async () => {
    server = await startServer()
    const slow = await slowReport(server.url)
    const cut = slow.answered.catch((error: Error) => error.message)
    const askedAt = performance.now()
    server.signal('SIGTERM')
    expect(await server.ended()).toBe(0)
    expect(performance.now() - askedAt).toBeLessThan(15_000)
    expect(await cut).toMatch(/hang up|ECONNRESET/)
  })

  it('goes at once when it is asked a second time, and not because npm says it twice', async () => {
    server = await startServer()
    const slow = await slowReport(server.url)
    slow.answered.catch(() => undefined)
    server.signal('SIGTERM')
    server.signal('SIGTERM')
    await expect.poll(isOpen, { interval: 50 }).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const askedAt = performance.now()
    server.signal('SIGTERM')
    expect(await server.ended()).toBe(1)
    expect(performance.now() - askedAt).toBeLessThan(5_000)
  })
})

describe('an error that nobody caught', () => {
  it.each(['throw', 'reject'])('is logged once, and the server ends with 1: %s', async (how) => {
    const code =
      how === 'throw'
        ? "setImmediate(() => { throw new Error('on purpose') })"
        : "Promise.reject(new Error('on purpose'))"
    const late = `data:text/javascript,process.on('SIGUSR2', () => { ${code} })`
    server = await startServer(undefined, { NODE_OPTIONS: `--import="${encodeURI(late)}"` })
    server.signal('SIGUSR2')
    expect(await server.ended()).toBe(1)
    expect(server.output().match(/ended by an error/g)).toHaveLength(1)
    expect(server.output()).toContain('on purpose')
    server = await startServer(server.dataDir)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })
})
