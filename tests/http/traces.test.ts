/** What must leave no trace: people in logs, cameras and places in photos. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDueWork } from '../../server/jobs.ts'
import { NIGHTLY } from '../../server/towns/recheck.ts'
import { callsOf } from '../support/calls.ts'
import { tellAll } from '../support/outside.ts'
import { paintedPhoto } from '../support/photos.ts'
import { reportPath } from '../support/report-path.ts'
import { NO_SHARED_DATA, sharedData } from '../support/shared-data.ts'
import { createWorld, FIRST_TOWN, type World } from '../support/world.ts'

const CANARY = 'kanarienvogel'
const DAY_MS = 86_400_000

let world: World
let calls: ReturnType<typeof callsOf>
beforeAll(async () => {
  world = await createWorld()
  calls = callsOf(world)
})
afterAll(() => world.close())

/** Everything logged so far, also what an error object carries. */
const logged = () =>
  world.logLines
    .map(({ level, facts, message }) =>
      JSON.stringify([level, message, facts], (_key, value) =>
        value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value,
      ),
    )
    .join('\n')

const withPhoto = async (name: string, more: Record<string, string> = {}) => {
  const form = new FormData()
  const bytes = (await paintedPhoto(80, 60)) as Uint8Array<ArrayBuffer>
  form.set('photo', new File([bytes], name, { type: 'image/jpeg' }))
  for (const [key, value] of Object.entries(more)) form.set(key, value)
  return form
}

describe('over the whole life of a report', () => {
  it('no log line knows anything of a person: neither words nor address nor secret link', async () => {
    const path = reportPath(world)
    await path.begin({ description: `${CANARY} in der Beschreibung` })
    await calls.call(`${path.draft()}/fotos`, { body: await withPhoto(`${CANARY}.jpg`) })
    expect(world.files.size).toBe(2)
    const contact = { name: `${CANARY} Name`, email: `${CANARY}@post.example`, phone: '05222 424242' }
    await path.post('place', { lat: '52.0862', lon: '8.7443', address: `${CANARY}-Straße 1` })
    await path.post('category', { category: 'pothole', asked: 'pothole', 'answers.size': 'wheel' })
    await path.post('contact', { ...contact, email: `${CANARY} ist keine Adresse` })
    await path.post('contact', contact)
    const sent = await path.post('check')
    expect(sent.status).toBe(303)
    const token = /verfolgen\/([\w-]+)/.exec(sent.location)![1]!
    const own = `/${FIRST_TOWN}/verfolgen/${token}`
    await tellAll(world)

    const cookie = await calls.signIn(world.people.Bernd)
    const report = `/amt/${FIRST_TOWN}/anliegen/1`
    const act = async (noun: string, fields: Record<string, string>) => {
      const version = /name="version" value="(\d+)"/.exec((await calls.call(report, { cookie })).text)![1]!
      const answer = await calls.call(`${report}/${noun}`, { cookie, body: { version, ...fields } })
      expect([noun, answer.status]).toEqual([noun, 303])
    }
    await act('note', { text: `${CANARY} im Vermerk` })
    await act('question', { text: `${CANARY} in der Frage`, days: '14' })
    await calls.call(`${own}/antwort`, { body: { text: `${CANARY} in der Auskunft` } })
    await calls.call(`/amt/${FIRST_TOWN}/anliegen?view=open&q=${CANARY}`, { cookie })
    await act('closure', { reason: 'repaired', answer: `${CANARY} am Ende` })
    await calls.call(`${own}/widerspruch`, { body: { text: `${CANARY} im Einwand` } })
    await calls.call(`/api/v1/towns/${FIRST_TOWN}/reports`, { body: { description: CANARY } })
    await calls.call(`${own}/daten.json`)
    await calls.call(`${own}/kontaktloeschung`, { body: {} })
    world.pass(4_000 * DAY_MS)
    await tellAll(world)
    await calls.call(own)

    expect(world.logLines.length).toBeGreaterThan(20)
    for (const secret of [CANARY, '424242', token, path.draft().split('/').pop()!, cookie.split('=')[1]!])
      expect(logged()).not.toContain(secret)
  })

  it('not even when the database refuses with the values in its hands', async () => {
    const { database } = world.clock
    const failing: typeof database = {
      ...database,
      inTransaction: (town, work) =>
        database.inTransaction(town, async (db) => {
          if (town !== null) await db.execute(`select '${CANARY}'::int` as never)
          return work(db)
        }),
    }
    world.pass(2 * DAY_MS)
    const townCtx = async (town: string) => ({ ...(await world.asActor({ kind: 'system' }, town)), database: failing })
    while (await runDueWork({ ...world.clock, townCtx }, { only: NIGHTLY }));
    expect(logged()).toContain('due work failed')
    expect(logged()).not.toContain(CANARY)
  })
})

const FOLDER = sharedData('photos')
/** Names that cameras, phones and their programs write beside the pixels. */
const TRACES =
  /GPS|Exif|http:\/\/ns\.adobe|Photoshop|ICC_PROFILE|Nikon|NIKON|iPhone|Canon|CANON|HUAWEI|SONY|FUJIFILM|Panasonic|Samsung|SAMSUNG|Pixel \d/

describe.skipIf(!FOLDER)(`a photo of a real camera${FOLDER ? '' : ` (skipped: ${NO_SHARED_DATA})`}`, () => {
  const names = ['gps', 'orientation'].flatMap((folder) =>
    FOLDER ? readdirSync(join(FOLDER, folder)).map((name) => join(folder, name)) : [],
  )
  // What is stored when the same comes in through the form, with its thumbnail.
  it('brings place and camera along, and nothing of it is in any byte that is stored', async () => {
    const sources = names.map((name) => readFileSync(join(FOLDER!, name)))
    expect(sources.filter((bytes) => TRACES.test(bytes.toString('latin1'))).length).toBeGreaterThan(5)
    world.files.clear()
    for (const [index, bytes] of sources.entries()) {
      const path = reportPath(world)
      await path.begin()
      const form = new FormData()
      form.set('photo', new File([bytes as Uint8Array<ArrayBuffer>], `foto-${index}.jpg`, { type: 'image/jpeg' }))
      const answer = await calls.call(`${path.draft()}/fotos`, { body: form })
      expect([names[index], answer.status]).toEqual([names[index], 303])
    }
    expect(world.files.size).toBe(sources.length * 2)
    for (const [key, bytes] of world.files) {
      expect([key, TRACES.exec(Buffer.from(bytes).toString('latin1'))?.[0]]).toEqual([key, undefined])
      expect(key).toMatch(/^[a-z-]+\/photos\/[\da-f-]{36}(-small)?\.jpg$/)
    }
  }, 240_000)
})
