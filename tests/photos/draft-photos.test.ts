/** Photos of a begun report: added, refused one by one, removed, taken over, and forgotten by the clock. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ctx } from '../../server/context.ts'
import { inTransaction } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { copyDraftPhotos } from '../../server/photos/copy-photos.ts'
import {
  addDraftPhotos,
  listDraftPhotos,
  readDraftPhoto,
  removeDraftPhoto,
  removeDraftPhotos,
} from '../../server/photos/draft-photos.ts'
import { removeReportPhotos } from '../../server/photos/erase-photo.ts'
import { listPhotoRows } from '../../server/photos/rows.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { hashOf } from '../../server/secrets.ts'
import { newDraft } from '../support/drafts.ts'
import { CITIZEN } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { POTHOLE } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

const HOUR_MS = 3_600_000

let world: World
let Anna: Ctx
let draft: string
beforeAll(async () => {
  world = await createWorld()
  Anna = await world.as(CITIZEN)
})
beforeEach(async () => {
  draft = await newDraft(Anna)
})
afterAll(() => world.close())

const photo = async (width: number) => ({ name: `${width}.jpg`, bytes: await paintedPhoto(width, 100) })
const add = (files: { name: string; bytes: Uint8Array }[], to = draft) =>
  addDraftPhotos(Anna, world.deps, { draft: to, files })
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code,
  )
const tick = async () => {
  while (await runDueWork(world.clock));
}
const rowsOf = (reportId: string) => inTransaction(Anna, (ctx) => listPhotoRows(ctx, reportId))

describe('adding', () => {
  it('keeps the picture and a small one under keys that name the town', async () => {
    const { added } = await add([await photo(640)])
    expect(added).toMatchObject([{ position: 1, width: 640, height: 100, contentType: 'image/jpeg' }])
    expect(added[0]!.blobKey).toBe(`${FIRST_TOWN}/photos/${added[0]!.id}.jpg`)
    expect(world.files.get(added[0]!.blobKey)).toHaveLength(added[0]!.bytes)
    expect(world.files.has(added[0]!.thumbKey!)).toBe(true)
  })

  it('loses no good photo because of a bad one', async () => {
    const svg = { name: 'a.jpg', bytes: new TextEncoder().encode('<svg/>') }
    const { added, refused } = await add([await photo(100), svg, await photo(101)])
    expect(added.map(({ width }) => width)).toEqual([100, 101])
    expect(refused).toEqual([{ name: 'a.jpg', reason: 'photo_wrong_kind', kind: 'other' }])
  })

  it('takes five and no sixth, also when they come at the same time', async () => {
    const files = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => photo(200 + n)))
    const outcomes = await Promise.all(files.map((file) => add([file])))
    expect(
      outcomes
        .flatMap(({ added }) => added)
        .map(({ position }) => position)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5])
    expect(outcomes.flatMap(({ refused }) => refused).map(({ reason }) => reason)).toEqual([
      'photos_too_many',
      'photos_too_many',
    ])
    expect(await listDraftPhotos(Anna, draft)).toHaveLength(5)
  })

  it('recognises a photo that is sent again because its answer got lost', async () => {
    const first = await add([await photo(300)])
    const again = await add([await photo(300)])
    expect(again.added.map(({ id }) => id)).toEqual(first.added.map(({ id }) => id))
    expect(await listDraftPhotos(Anna, draft)).toHaveLength(1)
  })

  it('is over with the draft, and in no other town', async () => {
    expect(await outcome(add([await photo(1)], 'unknown'))).toBe('gone')
    const there = await world.as(CITIZEN, NEIGHBOUR)
    expect(await outcome(addDraftPhotos(there, world.deps, { draft, files: [] }))).toBe('gone')
    world.pass(49 * HOUR_MS)
    expect(await outcome(add([await photo(1)]))).toBe('gone')
  })
})

describe('removing', () => {
  it('takes the photo away, and the clock its blobs', async () => {
    const { added } = await add([await photo(310)])
    const { id, blobKey, thumbKey } = added[0]!
    await removeDraftPhoto(Anna, { draft, id })
    await removeDraftPhoto(Anna, { draft, id })
    expect(await listDraftPhotos(Anna, draft)).toEqual([])
    await tick()
    expect(world.files.has(blobKey) || world.files.has(thumbKey!)).toBe(false)
  })

  it('and reading are for whoever has this very draft', async () => {
    const { added } = await add([await photo(311)])
    const { id } = added[0]!
    const other = await newDraft(Anna)
    await removeDraftPhoto(Anna, { draft: other, id })
    expect(await outcome(readDraftPhoto(Anna, { draft: other, id }))).toBe('not_found')
    expect(await readDraftPhoto(Anna, { draft, id })).toMatchObject({ id })
    const there = await world.as(CITIZEN, NEIGHBOUR)
    expect(await outcome(readDraftPhoto(there, { draft, id }))).toBe('gone')
    expect(await outcome(removeDraftPhoto(there, { draft, id }))).toBe('gone')
  })

  it('comes by itself when the draft is over', async () => {
    const { added } = await add([await photo(312)])
    world.pass(50 * HOUR_MS)
    await tick()
    expect(world.files.has(added[0]!.blobKey)).toBe(false)
  })

  it('can go before the draft itself', async () => {
    const { added } = await add([await photo(313)])
    const draftHash = await hashOf(draft)
    await inTransaction(Anna, (ctx) => removeDraftPhotos(ctx, draftHash))
    await tick()
    expect(world.files.has(added[0]!.blobKey)).toBe(false)
  })
})

describe('sending', () => {
  const send = async (more: object = {}) =>
    submitReport(Anna, { ...POTHOLE, ...more }, { intakeChannel: 'web', draftHash: await hashOf(draft) })

  it('hands the photos over to the report, in their order, waiting for a clerk; the clock leaves them alone', async () => {
    await add([await photo(320), await photo(321)])
    const { report } = await send()
    world.pass(60 * HOUR_MS)
    await tick()
    const rows = await rowsOf(report.id)
    expect(rows.map(({ width, visibility, isResult }) => [width, visibility, isResult])).toEqual([
      [320, 'waiting', false],
      [321, 'waiting', false],
    ])
    for (const { blobKey, thumbKey } of rows) {
      expect(world.files.has(blobKey)).toBe(true)
      expect(world.files.has(thumbKey!)).toBe(true)
    }
  })

  it('hides them with the text where an answer says that nobody may see it', async () => {
    await add([await photo(330)])
    const { report } = await send({ category: 'graffiti', answers: { hate: true, surface: 'building' } })
    expect(report.textVisibility).toBe('hidden')
    expect((await rowsOf(report.id))[0]!.visibility).toBe('hidden')
  })

  it('leaves nothing of a report that is erased', async () => {
    await add([await photo(340)])
    const { report } = await send()
    const [row] = await rowsOf(report.id)
    await inTransaction(Anna, (ctx) => removeReportPhotos(ctx, report.id))
    await tick()
    expect(await rowsOf(report.id)).toEqual([])
    expect(world.files.has(row!.blobKey)).toBe(false)
  })
})

it('a draft that goes on in the neighbour’s town takes its photos along, under that town’s keys', async () => {
  const { added } = await add([await photo(350)])
  const there = await world.as(CITIZEN, NEIGHBOUR)
  const next = await newDraft(there)
  await copyDraftPhotos({ ctx: Anna, draft }, { ctx: there, draft: next }, world.deps.blobs)
  const [copy] = await listDraftPhotos(there, next)
  expect(copy!.blobKey).toBe(`${NEIGHBOUR}/photos/${copy!.id}.jpg`)
  expect(world.files.get(copy!.blobKey)).toEqual(world.files.get(added[0]!.blobKey))
  expect(await listDraftPhotos(Anna, draft)).toHaveLength(1)
})
