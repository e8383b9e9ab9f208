/** Bodies over a real socket: what is too much is refused while it comes, and a place is not held for ever. */
import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { ServerType } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listenOn } from '../../server/adapters/node-server.ts'
import { countAll } from '../../server/limits/count.ts'
import { addDraftPhotos } from '../../server/photos/draft-photos.ts'
import { newDraft } from '../support/drafts.ts'
import { CITIZEN } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { createWorld, FIRST_TOWN, type World } from '../support/world.ts'

const MB = 1024 * 1024
const FORM = `/${FIRST_TOWN}/melden/entwurf/ort`
const PHOTOS = `/${FIRST_TOWN}/melden/fotos`
const API = `/api/v1/towns/${FIRST_TOWN}/reports`

let world: World
let server: ServerType
let port: number
beforeAll(async () => {
  world = await createWorld()
  const patience = { headMs: 300, requestMs: 60_000, silenceMs: 1000, lookMs: 50 }
  ;({ server, port } = await listenOn((asked) => world.app.fetch(asked), { host: '127.0.0.1', port: 0 }, patience))
  expect((server.address() as AddressInfo).port).toBe(port)
})
afterAll(async () => {
  server.close()
  await world.close()
})

const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed

/** Sends up to so many bytes without saying how many, and stops when it is answered. */
async function pour(path: string, { type, bytes, head = '' }: { type: string; bytes: number; head?: string }) {
  const asked: ClientRequest = request({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    headers: { 'Content-Type': type },
  })
  let status: number | undefined
  const ended = new Promise<void>((resolve) => {
    asked.once('response', (answer) => {
      status = answer.statusCode
      answer.resume().once('close', resolve)
    })
    asked.once('error', () => resolve())
  })
  const before = held()
  let most = 0
  let sent = 0
  const chunk = Buffer.alloc(64 * 1024, 'x')
  asked.write(head)
  while (status === undefined && sent < bytes && !asked.destroyed) {
    if (!asked.write(chunk)) await Promise.race([once(asked, 'drain').catch(() => undefined), ended])
    sent += chunk.length
    most = Math.max(most, held() - before)
  }
  asked.end()
  await ended
  asked.destroy()
  return { status, sent, most }
}

describe('a body without a told length', () => {
  it('of 200 MB is refused as a form after a few kilobytes, and memory stays small', async () => {
    const { status, sent, most } = await pour(FORM, { type: 'application/x-www-form-urlencoded', bytes: 200 * MB })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(20 * MB)
    expect(most).toBeLessThan(60 * MB)
  })

  it('of 200 MB is refused as JSON', async () => {
    const { status, sent } = await pour(API, { type: 'application/json', bytes: 200 * MB })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(20 * MB)
  })

  it('of 200 MB is refused as photos before it has come', async () => {
    const head = '--a\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
    const { status, sent } = await pour(PHOTOS, { type: 'multipart/form-data; boundary=a', bytes: 200 * MB, head })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(120 * MB)
  })
})

describe('a told length', () => {
  it('that is too much is refused at once', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST ${FORM} HTTP/1.1\r\nHost: x\r\nContent-Length: 200000000\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413/)
    socket.destroy()
  })
})

describe('a form of a thousand parts', () => {
  it('is refused for its parts, however little it weighs', async () => {
    const parts = (n: number) => {
      const form = new FormData()
      for (let at = 0; at < n; at++) form.append('a', '1')
      return world.app.fetch(new Request(`http://127.0.0.1:3000${FORM}`, { method: 'POST', body: form }))
    }
    expect((await parts(1000)).status).toBe(413)
    expect((await parts(50)).status).toBe(410)
  })
})

describe('a connection that only holds a place', () => {
  it('is closed when its head does not come', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    socket.resume()
    await once(socket, 'close')
    expect(socket.destroyed).toBe(true)
  })

  it('is closed when its body stops coming', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST ${PHOTOS} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n`)
    socket.write('Content-Type: multipart/form-data; boundary=a\r\n\r\n--a\r\n')
    socket.resume()
    await once(socket, 'close')
    expect(socket.destroyed).toBe(true)
  })
})

describe('a town with more photos than it keeps in a day', () => {
  it('says so of the photo, and the report goes on', async () => {
    const most = 2 * 1024 ** 3
    const bytes = { what: 'photo bytes', who: `town ${FIRST_TOWN}`, most, windowMs: 86_400_000, amount: most }
    await countAll(world.deps, [bytes])
    const ctx = await world.as(CITIZEN)
    const files = [{ name: 'loch.jpg', bytes: await paintedPhoto(40, 30) }]
    const { added, refused } = await addDraftPhotos(ctx, world.deps, { draft: await newDraft(ctx), files })
    expect([added, refused]).toEqual([[], [{ name: 'loch.jpg', reason: 'photos_town_full' }]])
  })
})
