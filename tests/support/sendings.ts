/** Reports as other programs send them, with keys of their own, some with a photo; and what a database holds of them. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, gt, inArray } from 'drizzle-orm'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { Database } from '../../db/client.ts'
import { deliveries, events } from '../../db/schema/events.ts'
import { draftPhotos } from '../../db/schema/intake.ts'
import { dueWork } from '../../db/schema/platform.ts'
import { reportPhotos, reports, reportTexts } from '../../db/schema/reports.ts'

export const TOWN = 'bad-salzuflen'

export type Sending = { key: string; text: string; email: string; photo?: { bytes: Uint8Array; width: number } }
export type Filed = { number: number; trackingUrl: string; replayed: boolean }
/** 0: the server went away before it answered. */
export type Answered = { status: number; filed?: Filed; problem?: { title: string; reason: string } }

let made = 0

/** Every second one with a picture of its own, so that a mixed-up one shows. */
export async function newSending(name = 'report', { hasPhoto = made % 2 === 1 } = {}): Promise<Sending> {
  const n = ++made
  const sending = { key: `key-of-${name}-${n}`, text: `Schlagloch ${name}-${n}.`, email: `${name}-${n}@post.example` }
  if (!hasPhoto) return sending
  const width = 64 + (n % 191)
  const background = { r: n % 256, g: (n * 7) % 256, b: (n * 13) % 256 }
  const image = sharp({ create: { width, height: 48, channels: 3, background } })
  return { ...sending, photo: { bytes: new Uint8Array(await image.jpeg({ quality: 90 }).toBuffer()), width } }
}

const PATIENCE_MS = 20_000

/** @throws for an answer that takes too long: a client must not be left hanging */
export async function send(url: string, { key, text, email, photo }: Sending): Promise<Answered> {
  const report = { category: 'pothole', description: text, lat: 52.0862, lon: 8.7443, contact: { email } }
  const form = new FormData()
  form.set('report', JSON.stringify(report))
  if (photo) form.set('photo', new Blob([new Uint8Array(photo.bytes)], { type: 'image/jpeg' }), 'foto.jpg')
  const address = `${url}/api/v1/towns/${TOWN}/reports`
  const limit = AbortSignal.timeout(PATIENCE_MS)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body: form,
      signal: limit,
    })
    const body = await answer.json()
    if (answer.status !== 201) return { status: answer.status, problem: body }
    return { status: 201, filed: { ...body, replayed: answer.headers.get('Idempotent-Replayed') === 'true' } }
  } catch (error) {
    if (limit.aborted) throw new Error(`${key}: no answer within ${PATIENCE_MS / 1000} s`, { cause: error })
    return { status: 0 }
  }
}

/** Everything a report consists of is in the database and among the files, of each of these and of nothing twice. */
export async function expectAllKept(database: Database, blobDir: string, kept: Map<Sending, Filed>): Promise<void> {
  const numbers = [...kept.values()].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  const rows = await database.inTransaction(TOWN, async (db) => {
    const found = await db
      .select()
      .from(reports)
      .innerJoin(reportTexts, and(eq(reportTexts.town, reports.town), eq(reportTexts.reportId, reports.id)))
      .where(and(eq(reports.town, TOWN), inArray(reports.number, numbers)))
    const ids = found.map((row) => row.reports.id)
    return {
      found,
      photos: await db.select().from(reportPhotos).where(inArray(reportPhotos.reportId, ids)),
      told: await db.select().from(events).where(inArray(events.reportId, ids)),
      // In this order: what is told meanwhile leaves the one for the other.
      due: await db.select().from(dueWork).where(eq(dueWork.town, TOWN)),
      sent: await db.select().from(deliveries).where(eq(deliveries.state, 'sent')),
    }
  })
  const byNumber = new Map(rows.found.map((row) => [row.reports.number, row]))
  for (const [{ key, text, photo }, { number }] of kept) {
    const row = byNumber.get(number)
    expect(row?.report_texts.description, key).toBe(text)
    const id = row!.reports.id
    const submitted = rows.told.filter((event) => event.reportId === id && event.action === 'submitted')
    expect(submitted, key).toHaveLength(1)
    const isDue = rows.due.some(({ kind, ref }) => kind === 'tell' && ref === submitted[0]!.id)
    const isSent = rows.sent.some(({ eventId }) => eventId === submitted[0]!.id)
    expect(isDue || isSent, `${key} is told or will be`).toBe(true)
    const own = rows.photos.filter(({ reportId }) => reportId === id)
    expect(
      own.map(({ width }) => width),
      key,
    ).toEqual(photo ? [photo.width] : [])
    for (const { blobKey, thumbKey, contentHash } of own) {
      expect(sha256(readFileSync(join(blobDir, blobKey))), key).toBe(contentHash)
      if (thumbKey) expect(existsSync(join(blobDir, thumbKey)), key).toBe(true)
    }
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

/** Each file is named by a row, or the clock knows that it has to look at it. */
export async function expectNoForgottenFiles(database: Database, blobDir: string): Promise<void> {
  const known = await database.inTransaction(TOWN, async (db) => [
    ...(await db.select({ id: reportPhotos.id }).from(reportPhotos)),
    ...(await db.select({ id: draftPhotos.id }).from(draftPhotos)),
    ...(await db.select({ id: dueWork.ref }).from(dueWork).where(eq(dueWork.kind, 'erase_photo'))),
  ])
  const ids = new Set(known.map(({ id }) => id))
  const files = [`${TOWN}/photos`, '.unfinished'].flatMap((folder) => namesIn(join(blobDir, folder)))
  expect(files.filter((name) => !ids.has(ID.exec(name)?.[0] ?? name))).toEqual([])
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

/** From the first of ours on, without pair and gap. */
export async function expectUnbrokenNumbers(database: Database, first: number): Promise<void> {
  const rows = await database.inTransaction(TOWN, (db) =>
    db
      .select({ number: reports.number })
      .from(reports)
      .where(and(eq(reports.town, TOWN), gt(reports.number, first - 1))),
  )
  const numbers = rows.map(({ number }) => number).sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, index) => first + index))
}
