/** Photos of a sent report: the town's, the reporter's, and who sees them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ctx, inTransaction } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { copyPassedPhotos } from '../../server/photos/copy-photos.ts'
import { readPhotoForClerk, readPhotoForReporter, readShownPhoto } from '../../server/photos/read-photo.ts'
import { addOwnPhoto, addResultPhoto, requirePhoto } from '../../server/photos/report-photos.ts'
import { listPhotoRows, type PhotoRow } from '../../server/photos/rows.ts'
import { setPhotoVisibility } from '../../server/photos/set-photo-visibility.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { ListReports, listPublicReports } from '../../server/reports/list-public-reports.ts'
import { passToNeighbour } from '../../server/reports/pass-to-neighbour.ts'
import { readReport } from '../../server/reports/read-report.ts'
import type { ReportRow } from '../../server/reports/rows.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { placeBeyond } from '../support/border.ts'
import { CITIZEN } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
let Bernd: Ctx
beforeAll(async () => {
  world = await createWorld()
  Bernd = await world.as(world.people.Bernd)
})
afterAll(() => world.close())

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => `${error.code} ${error.reason}`,
  )
const file = async (width = 120) => ({ name: 'foto.jpg', bytes: await paintedPhoto(width, 90) })
const reporterOf = ({ id }: ReportRow, town?: string) => world.asActor({ kind: 'reporter', reportId: id }, town)
const rowsOf = (report: ReportRow) => inTransaction(Bernd, (ctx) => listPhotoRows(ctx, report.id))

async function addResult(ctx: Ctx, { number }: ReportRow) {
  const photo = await requirePhoto(world.deps.photos, await file(200))
  return addResultPhoto(ctx, world.deps.blobs, { number, name: 'foto.jpg', photo })
}

/** A report to which its reporter has added a photo. */
async function withPhoto(more = {}): Promise<{ report: ReportRow; photo: PhotoRow }> {
  const { report } = await submitPothole(world, more)
  const { number } = report
  const added = await addOwnPhoto(await reporterOf(report), world.deps, { number, file: await file() })
  return { report: added, photo: (await rowsOf(report))[0]! }
}

const show = (ctx: Ctx, { number, version }: ReportRow, photo: PhotoRow, visibility: 'shown' | 'hidden' = 'shown') =>
  setPhotoVisibility(ctx, { number, version, photo: photo.id, visibility })

describe('a photo of the reporter', () => {
  it('waits for a clerk, and stands in the history by its id alone', async () => {
    const { report, photo } = await withPhoto()
    expect(photo).toMatchObject({ visibility: 'waiting', isResult: false, position: 1 })
    const { events, photos } = await readReport(Bernd, { number: report.number })
    expect(events[0]).toMatchObject({ action: 'photo_added', actorKind: 'reporter', facts: { photoId: photo.id } })
    expect(photos.map(({ id }) => id)).toEqual([photo.id])
  })

  it('is refused by name when it is none', async () => {
    const { report } = await submitPothole(world)
    const attempt = addOwnPhoto(await reporterOf(report), world.deps, {
      number: report.number,
      file: { name: 'film.mp4', bytes: new TextEncoder().encode('\u0000\u0000\u0000\u0018ftypmp42') },
    })
    await expect(attempt).rejects.toMatchObject({
      reason: 'photo_wrong_kind',
      facts: { name: 'film.mp4', kind: 'video' },
    })
  })

  it('is one of five at most, and none once the report is closed', async () => {
    const { report } = await submitPothole(world)
    const { number } = report
    const reporter = await reporterOf(report)
    for (let n = 0; n < 5; n++) await addOwnPhoto(reporter, world.deps, { number, file: await file(100 + n) })
    expect(await outcome(addOwnPhoto(reporter, world.deps, { number, file: await file() }))).toBe(
      'invalid photos_too_many',
    )
    const closed = await closeReport(Bernd, { number, version: 6, reason: 'repaired', silent: true })
    expect(closed.status).toBe('done')
    expect(await outcome(addOwnPhoto(reporter, world.deps, { number, file: await file() }))).toBe(
      'conflict not_possible_now',
    )
  })

  it('comes from the reporter of this very report', async () => {
    const { report } = await submitPothole(world)
    const other = (await submitPothole(world)).report
    const attempt = async (ctx: Ctx) => addOwnPhoto(ctx, world.deps, { number: report.number, file: await file() })
    expect(await outcome(attempt(await reporterOf(other)))).toMatch(/^not_found/)
    expect(await outcome(attempt(await reporterOf(report, NEIGHBOUR)))).toMatch(/^not_found/)
    expect(await outcome(attempt(Bernd))).toMatch(/^not_found/)
    expect(await rowsOf(report)).toEqual([])
  })
})

describe('a photo of the result', () => {
  it('is shown at once beside the others, in their order', async () => {
    const { report, photo } = await withPhoto()
    const added = await addResult(Bernd, report)
    await show(Bernd, added, photo)
    const { photos } = await getPublicReport(await world.as(CITIZEN), report.number)
    expect(photos.map(({ isResult, width }) => [isResult, width])).toEqual([
      [false, 120],
      [true, 200],
    ])
  })

  it('comes after closing too', async () => {
    const { report } = await submitPothole(world)
    await closeReport(Bernd, { number: report.number, version: 1, reason: 'repaired', silent: true })
    expect((await addResult(Bernd, report)).version).toBe(3)
  })

  it('comes from nobody else', async () => {
    const { report } = await submitPothole(world)
    expect(await outcome(addResult(await world.as(world.people.Dirk), report))).toMatch(/^not_found/)
    expect(await outcome(addResult(await world.as(world.people.Dirk, NEIGHBOUR), report))).toMatch(/^not_found/)
    expect(await outcome(addResult(await world.as(world.people.Eva), report))).toMatch(/^forbidden/)
    expect(await outcome(addResult(await world.as(CITIZEN), report))).toMatch(/^unauthenticated/)
    expect(await rowsOf(report)).toEqual([])
  })
})

describe('publishing and hiding', () => {
  it('shows a photo with its report and hides it again', async () => {
    const Anna = await world.as(CITIZEN)
    const { report, photo } = await withPhoto()
    const wanted = { number: report.number, id: photo.id }
    expect(await outcome(readShownPhoto(Anna, wanted))).toMatch(/^not_found/)
    const shown = await show(Bernd, report, photo)
    expect(await readShownPhoto(Anna, wanted)).toMatchObject({ id: photo.id })
    const { items } = await listPublicReports(Anna, ListReports.parse({ q: String(report.number) }))
    expect(items[0]!.photos).toEqual([
      { id: photo.id, ending: 'jpg', width: 120, height: 90, isResult: false, hasSmall: true },
    ])

    const closed = await setVisibility(Bernd, { ...shown, what: 'report', visibility: 'hidden' })
    expect(await outcome(readShownPhoto(Anna, wanted))).toMatch(/^not_found/)
    const open = await setVisibility(Bernd, { ...closed, what: 'report', visibility: 'shown' })
    await show(Bernd, open, photo, 'hidden')
    expect(await outcome(readShownPhoto(Anna, wanted))).toMatch(/^not_found/)
    expect((await getPublicReport(Anna, report.number)).photos).toEqual([])
  })

  it('tells what happened to which photo', async () => {
    const { report, photo } = await withPhoto()
    await show(Bernd, report, photo)
    const { events } = await readReport(Bernd, { number: report.number })
    expect(events[0]).toMatchObject({
      action: 'visibility_changed',
      facts: { what: 'photo', visibility: 'shown', photoId: photo.id },
    })
  })

  it('loses against whoever was faster', async () => {
    const { report, photo } = await withPhoto()
    await show(Bernd, report, photo)
    expect(await outcome(show(Bernd, report, photo, 'hidden'))).toBe('conflict changed_meanwhile')
    expect((await rowsOf(report))[0]!.visibility).toBe('shown')
  })

  it('is not for the neighbour’s clerk, another department, a citizen, nor by another report', async () => {
    const { report, photo } = await withPhoto()
    const other = (await withPhoto()).report
    expect(await outcome(show(await world.as(world.people.Dirk), report, photo))).toMatch(/^not_found/)
    expect(await outcome(show(await world.as(world.people.Dirk, NEIGHBOUR), report, photo))).toMatch(/^not_found/)
    expect(await outcome(show(await world.as(world.people.Eva), report, photo))).toMatch(/^forbidden/)
    expect(await outcome(show(await world.as(CITIZEN), report, photo))).toMatch(/^unauthenticated/)
    expect(await outcome(show(Bernd, other, photo))).toMatch(/^not_found/)
    expect((await rowsOf(report))[0]!.visibility).toBe('waiting')
  })
})

describe('a report that is passed to the neighbour', () => {
  it('takes its photos along, once, and they wait there', async () => {
    const { report, photo } = await withPhoto({
      ...placeBeyond('bad-salzuflen', NEIGHBOUR, [20, 80]),
      townChosen: true,
    })
    const shown = await show(Bernd, report, photo)
    const there = await world.asActor(world.people.Bernd.actor, NEIGHBOUR)
    const to = { ctx: there, blobs: world.deps.blobs }
    const { number, version } = shown
    expect(await outcome(copyPassedPhotos(Bernd, to, number))).toMatch(/^conflict/)
    await passToNeighbour(Bernd, there, { number, version, town: NEIGHBOUR })
    await copyPassedPhotos(Bernd, to, number)
    await copyPassedPhotos(Bernd, to, number)
    const Dirk = await world.as(world.people.Dirk, NEIGHBOUR)
    const { photos } = await readReport(Dirk, { number: 1 })
    expect(photos).toMatchObject([{ visibility: 'waiting', contentHash: photo.contentHash }])
    expect(photos[0]!.blobKey).toMatch(new RegExp(`^${NEIGHBOUR}/`))
    expect(await outcome(copyPassedPhotos(await world.as(world.people.Dirk), to, number))).toMatch(/^not_found/)
  })
})

describe('a photo that waits', () => {
  it('is seen by its clerks and its reporter, and by nobody else', async () => {
    const { report, photo } = await withPhoto()
    const other = (await submitPothole(world)).report
    const wanted = { number: report.number, id: photo.id }
    expect(await readPhotoForClerk(Bernd, wanted)).toMatchObject({ id: photo.id })
    expect(await readPhotoForReporter(await reporterOf(report), wanted)).toMatchObject({ id: photo.id })
    expect(await outcome(readPhotoForClerk(await world.as(world.people.Dirk), wanted))).toMatch(/^not_found/)
    expect(await outcome(readPhotoForClerk(await world.as(world.people.Dirk, NEIGHBOUR), wanted))).toMatch(/^not_found/)
    expect(await outcome(readPhotoForClerk(await world.as(world.people.Eva), wanted))).toMatch(/^forbidden/)
    expect(await outcome(readPhotoForClerk(Bernd, { ...wanted, number: other.number }))).toMatch(/^not_found/)
    expect(await outcome(readPhotoForReporter(await reporterOf(other), wanted))).toMatch(/^not_found/)
    expect(await outcome(readShownPhoto(await world.as(CITIZEN, NEIGHBOUR), wanted))).toMatch(/^not_found/)
  })
})
