/** The place where photos lie fails: nothing is half taken, nothing typed is lost, and what is to go goes later. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Clock, runDueWork } from '../../server/jobs.ts'
import { addDraftPhotos, listDraftPhotos, removeDraftPhoto } from '../../server/photos/draft-photos.ts'
import type { Blobs } from '../../server/ports.ts'
import { newDraft } from '../support/drafts.ts'
import { CITIZEN } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { POTHOLE } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

const HOUR_MS = 3_600_000
const SENTENCE = 'Fotos können wir gerade nicht annehmen. Bitte senden Sie Ihr Anliegen ohne Foto.'
const TEXT = 'Das Loch ist tiefer als ein Schuh hoch ist.'

let world: World
let well: Blobs
beforeEach(async () => {
  world = await createWorld()
  well = { ...world.deps.blobs }
})
afterEach(() => world.close())

const reject = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('ENOSPC: /secret/path'), { code: 'ENOSPC' }))
const fail = (name: keyof Blobs) => Object.assign(world.deps.blobs, { [name]: reject })
const mend = () => Object.assign(world.deps.blobs, well)
const tick = async (clock: Clock = world.clock) => {
  while (await runDueWork(clock));
}
const call = (path: string, init: RequestInit = {}) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { ...init, headers: { Origin: PUBLIC_URL, ...init.headers } }))

async function photoForm(fields: Record<string, string>): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('photo', new Blob([new Uint8Array(await paintedPhoto())], { type: 'image/jpeg' }), 'loch.jpg')
  return form
}

const post = async (key: string) =>
  call(`/api/v1/towns/${FIRST_TOWN}/reports`, {
    method: 'POST',
    headers: { 'Idempotency-Key': key },
    body: await photoForm({ report: JSON.stringify(POTHOLE) }),
  })

it('a report with a photo is answered with 503 and the reason, and the same key files it once afterwards', async () => {
  fail('put')
  const refused = await post('key-of-anna')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('Retry-After')).toBe('60')
  expect(await refused.json()).toMatchObject({ reason: 'photos_unavailable', title: SENTENCE })

  mend()
  const filed = await post('key-of-anna')
  expect(filed.status).toBe(201)
  const { number } = await filed.json()
  const again = await post('key-of-anna')
  expect(again.headers.get('Idempotent-Replayed')).toBe('true')
  expect((await again.json()).number).toBe(number)
})

it('the outage is logged with its code and without a path', async () => {
  fail('put')
  await post('key-of-anna')
  const outage = world.logLines.find(({ message }) => message === 'unavailable')
  expect(outage).toMatchObject({ level: 'error', facts: { reason: 'photos_unavailable' } })
})

it('half a photo is not left for ever: the clock takes what was written before the failure', async () => {
  let puts = 0
  world.deps.blobs.put = (...args) => (++puts === 1 ? well.put(...args) : Promise.reject(new Error('gone')))
  expect((await post('key-of-anna')).status).toBe(503)
  expect(world.files.size).toBe(1)
  mend()
  world.pass(50 * HOUR_MS)
  await tick()
  expect(world.files.size).toBe(0)
})

it('the form shows its step again with the text in it and the reason, and goes on without the photo', async () => {
  fail('put')
  const draft = await newDraft(await world.as(CITIZEN))
  const path = `/${FIRST_TOWN}/melden/${draft}/beschreiben`
  const answer = await call(path, { method: 'POST', body: await photoForm({ description: TEXT }) })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(TEXT)
  expect(html).toContain(SENTENCE)
  const without = new FormData()
  without.set('description', TEXT)
  expect((await call(path, { method: 'POST', body: without })).status).toBe(303)
})

it('a photo sent by the field itself is answered with 503, and the same one is taken afterwards', async () => {
  const Anna = await world.as(CITIZEN)
  const draft = await newDraft(Anna)
  const upload = async () =>
    call(`/${FIRST_TOWN}/melden/${draft}/fotos`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: await photoForm({}),
    })
  fail('put')
  expect((await upload()).status).toBe(503)
  mend()
  expect((await upload()).status).toBe(200)
  expect(await listDraftPhotos(Anna, draft)).toHaveLength(1)
})

it('a photo that cannot be read is 503 by itself, and its page stands', async () => {
  const { trackingUrl } = await (await post('key-of-anna')).json()
  fail('get')
  const page = await call(new URL(trackingUrl).pathname)
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(html).toContain(POTHOLE.description)
  const [picture] = /\/[^"]*\/fotos\/[0-9a-f-]{36}(?=[/"])/.exec(html)!
  const answer = await call(picture)
  expect(answer.status).toBe(503)
  expect(await answer.text()).not.toContain('secret')
  mend()
  expect((await call(picture)).status).toBe(200)
})

it('what could not be removed is removed later', async () => {
  const Anna = await world.as(CITIZEN)
  const draft = await newDraft(Anna)
  const files = [{ name: 'a.jpg', bytes: await paintedPhoto() }]
  const { added } = await addDraftPhotos(Anna, world.deps, { draft, files })
  await removeDraftPhoto(Anna, { draft, id: added[0]!.id })
  fail('remove')
  await tick()
  expect(world.files.size).toBe(2)
  mend()
  world.pass(HOUR_MS)
  await tick()
  expect(world.files.size).toBe(0)
})
