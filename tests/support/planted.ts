/**
 * Towns full of everything that can be in one, with a word of the town's own in each text, name, mailbox, mail address
 * and picture: whatever shows that word elsewhere has leaked.
 */
import {
  apiKeys,
  contentNotices,
  erasures,
  events,
  foreignUpdates,
  partnerFeeds,
  partnerReports,
  townAddresses,
  webhookDeliveries,
  webhooks,
} from '../../db/schema/index.ts'
import { type Ctx, inTransaction } from '../../server/context.ts'
import { beginDraft } from '../../server/drafts/begin-draft.ts'
import { sendFeedback } from '../../server/notifications/send-feedback.ts'
import { addDraftPhotos } from '../../server/photos/draft-photos.ts'
import { keepPhotos } from '../../server/photos/keep-photos.ts'
import { endingOf } from '../../server/photos/photo-key.ts'
import { listPhotoRows } from '../../server/photos/rows.ts'
import { setPhotoVisibility } from '../../server/photos/set-photo-visibility.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerQuestion } from '../../server/reports/answer-question.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { assignReport } from '../../server/reports/assign-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { confirmFollowing } from '../../server/reports/follow-by-link.ts'
import { followToken } from '../../server/reports/follow-link.ts'
import { followReport } from '../../server/reports/follow-report.ts'
import { findFollowerRowByEmail } from '../../server/reports/follower-rows.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { objectToEnd } from '../../server/reports/object-to-end.ts'
import { rateReport } from '../../server/reports/rate-report.ts'
import { getReportRow, type ReportRow } from '../../server/reports/rows.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { stopToken } from '../../server/reports/stop-link.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { newPress, undoably } from '../../server/reports/undoable.ts'
import { randomToken } from '../../server/secrets.ts'
import type { StoredTown } from '../../tenants/schema.ts'
import { addCast, type Cast } from './cast.ts'
import { changeTown, linkTo, tellAll } from './outside.ts'
import { CITIZEN } from './people.ts'
import { paintedPhoto } from './photos.ts'
import { compiledTown } from './towns.ts'
import type { World } from './world.ts'

/** What may be read on the town's own pages: released, or meant for everybody. */
export const PUBLIC_KINDS = ['oeffentlich', 'bild', 'fachbereich', 'stelle', 'antwort', 'willkommen', 'ort', 'strasse']

/** Of one report: where it is and who can open it by which link. */
type PlantedReport = { number: number; id: string; tracking: string; stop: string }

export type Planted = {
  town: string
  word: string
  people: Cast
  /** Released with its text and a photo, worked on by the clerk, followed by somebody. */
  shown: PlantedReport & { photo: { id: string; ending: string }; following: string }
  /** Nobody has released it; its photo waits. */
  hidden: PlantedReport & { photo: { id: string; ending: string } }
  /** Given to the partner, who has the link. */
  order: PlantedReport & { outside: string; photo: { id: string; ending: string } }
  /** Closed, rated and objected to. */
  ended: PlantedReport
  draft: { token: string; photo: string }
  /** The press of the clerk that can still be taken back. */
  press: string
}

type Plot = { town: string; word: string; at: { lat: number; lon: number } }

export async function plant(world: World, plot: Plot): Promise<Planted> {
  const { town, word } = plot
  await changeTown(world, town, wordedTown(plot))
  const people = await addCast(world, plot)
  const citizen = await world.as(CITIZEN, town)
  const clerk = await world.as(people.clerk, town)

  const shown = await plantShown(world, plot, { citizen, clerk })
  const hidden = await plantHidden(world, plot, { citizen, clerk, clerkId: people.clerk.id })
  const order = await plantOrder(world, plot, { citizen, clerk })
  const ended = await plantEnded(world, plot, { citizen, clerk })
  const draft = await plantDraft(world, citizen, word)
  await sendFeedback(citizen, { text: `${word}-rueckmeldung`, email: `${word}-barriere@post.example` })
  await plantUnfilled(citizen, { word, reportId: shown.id })
  await tellAll(world)

  const press = newPress(clerk)
  const { number } = await submitWorded(world, plot, 'gedrueckt')
  await undoably(clerk, press, { number, change: (ctx) => acceptReport(ctx, { number, version: 1 }) })
  for (const [key, bytes] of world.files) if (key.startsWith(`${town}/`)) world.files.set(key, marked(bytes, word))
  return { town, word, people, shown, hidden, order, ended, draft, press: press.id }
}

/** The town's own file with its word wherever somebody of the town hall writes something. */
function wordedTown({ town, word }: Plot): Partial<StoredTown> {
  const { departments, partners } = compiledTown(town).town
  return {
    departments: departments.map((one) => ({
      ...one,
      name: `${one.name} ${word}-fachbereich`,
      mailbox: `${word}-postfach-${one.key}@amt.example`,
    })),
    partners: [...partners, { key: 'planted', name: `${word}-stelle`, mailbox: `${word}-partnerpost@stelle.example` }],
    modules: [
      {
        key: 'planted',
        title: `${word}-baustein`,
        text: `${word}-bausteintext`,
        for: ['answer', 'close', 'decline', 'handOver', 'schedule', 'ask'],
      },
    ],
    texts: { welcome: `${word}-willkommen` },
  }
}

type Actors = { citizen: Ctx; clerk: Ctx }

/** A pothole, for the clerk's department; its words end with what they are. */
export async function submitWorded(world: World, { town, word, at }: Plot, kind: string, photos = 0) {
  const citizen = await world.as(CITIZEN, town)
  const cleaned = await Promise.all(
    Array.from({ length: photos }, async () => world.deps.photos.clean(await paintedPhoto(64, 40))),
  )
  const { report, trackingToken } = await submitReport(
    citizen,
    {
      category: 'pothole',
      description: `${word}-${kind}`,
      address: `${word}-${kind === 'oeffentlich' ? 'ort' : 'anschrift'} 1`,
      ...at,
      answers: {},
      contact: { name: `${word}-name`, email: `${word}-kontakt@post.example`, phone: `0123 ${word}-telefon` },
    },
    {
      intakeChannel: 'web',
      key: `${word} ${crypto.randomUUID()}`,
      photos: await keepPhotos(citizen, world.deps.blobs, cleaned),
    },
  )
  const { stop, photo } = await inTransaction(citizen, async (ctx) => {
    const [first] = await listPhotoRows(ctx, report.id)
    return { stop: await stopToken(ctx, report), photo: { id: first?.id ?? '', ending: endingOf('image/jpeg') } }
  })
  return { number: report.number, id: report.id, tracking: trackingToken, stop, photo }
}

const rowOf = (ctx: Ctx, number: number): Promise<ReportRow> => inTransaction(ctx, (ctx) => getReportRow(ctx, number))

async function plantShown(world: World, plot: Plot, { citizen, clerk }: Actors) {
  const { word } = plot
  const report = await submitWorded(world, plot, 'oeffentlich', 1)
  const { number } = report
  await setVisibility(clerk, { number, version: 1, what: 'text', visibility: 'shown' })
  await setPhotoVisibility(clerk, { number, version: 2, photo: report.photo.id, visibility: 'shown' })
  await noteReport(clerk, { number, text: `${word}-vermerk` })
  await answerReport(clerk, { number, version: (await rowOf(citizen, number)).version, answer: `${word}-antwort` })
  const email = `${word}-folgt@post.example`
  await followReport(citizen, { number, email })
  const following = await inTransaction(citizen, async (ctx) => {
    const follower = await findFollowerRowByEmail(ctx, report.id, email)
    return followToken(ctx, follower!)
  })
  await confirmFollowing(citizen, following)
  return { ...report, following }
}

async function plantHidden(world: World, plot: Plot, { citizen, clerk, clerkId }: Actors & { clerkId: string }) {
  const { word } = plot
  const report = await submitWorded(world, plot, 'verborgen', 1)
  const { number } = report
  await assignReport(clerk, { number, version: 1, clerkId })
  await askReporter(clerk, { number, version: 2, text: `${word}-rueckfrage`, days: 14 })
  const reporter = { ...citizen, actor: { kind: 'reporter', reportId: report.id } } as const
  await answerQuestion(reporter, { number, version: 3, text: `${word}-auskunft` })
  return report
}

async function plantOrder(world: World, plot: Plot, { clerk }: Actors) {
  const { word } = plot
  const report = await submitWorded(world, plot, 'auftrag', 1)
  const input = { number: report.number, version: 1, partnerKey: 'planted', days: 14 }
  await involvePartner(clerk, { ...input, instruction: `${word}-anweisung` })
  await tellAll(world)
  return { ...report, outside: linkTo(world, `${word}-partnerpost@stelle.example`).token }
}

async function plantEnded(world: World, plot: Plot, { citizen, clerk }: Actors) {
  const { word } = plot
  const report = await submitWorded(world, plot, 'beendet')
  const { number } = report
  await closeReport(clerk, { number, version: 1, reason: 'repaired', answer: `${word}-antwort`, silent: false })
  const reporter = { ...citizen, actor: { kind: 'reporter', reportId: report.id } } as const
  await rateReport(reporter, { number, version: 2, score: 2 })
  await objectToEnd(reporter, { number, version: 3, text: `${word}-einspruch` })
  return report
}

export async function plantDraft(world: World, citizen: Ctx, word: string) {
  const token = randomToken()
  await beginDraft(citizen, { token, fields: { describe: { description: `${word}-entwurf` } } })
  const files = [{ name: 'a.jpg', bytes: await paintedPhoto(90, 60) }]
  const { added } = await addDraftPhotos(citizen, world.deps, { draft: token, files })
  return { token, photo: added[0]!.id }
}

/** Tables that nothing a test can do in a moment fills. */
function plantUnfilled(citizen: Ctx, { word, reportId }: { word: string; reportId: string }): Promise<void> {
  return inTransaction(citizen, async ({ db, town: { key: town }, now }) => {
    const id = () => crypto.randomUUID()
    await db
      .insert(erasures)
      .values({ town, id: id(), reportId, what: 'contact', because: 'retention', dueAt: now(), erasedAt: now() })
    const notice = { reason: 'personal', text: `${word}-hinweis`, email: `${word}-hinweis@post.example` }
    await db.insert(contentNotices).values({ town, id: id(), reportId, ...notice, language: 'de', sentAt: now() })
    const street = { street: `${word}-strasse`, folded: `${word}-strasse`, number: '', part: '' }
    await db.insert(townAddresses).values({ town, ...street, lat: 52.1, lon: 8.7 })
    const made = { createdAt: now(), createdBy: id() }
    const key = { name: `${word}-schluessel`, keyHash: `${word}-hash`, ending: 'abcd', scopes: [], perHour: 1 }
    await db.insert(apiKeys).values({ town, id: id(), ...key, ...made })
    const webhookId = id()
    const hook = { url: `https://haken.example/${encodeURIComponent(word)}`, types: [], secret: `${word}-geheim` }
    await db.insert(webhooks).values({ town, id: webhookId, ...hook, ...made, stoppedAt: now() })
    const [event] = await db.select().from(events).limit(1)
    const sent = { type: 'report.received', state: 'sent' as const, attempts: 1, createdAt: now(), changedAt: now() }
    await db.insert(webhookDeliveries).values({ town, id: id(), webhookId, eventId: event!.id, ...sent })
    const update = { sender: 'key/planted', updateId: `${word}-nachricht` }
    await db.insert(foreignUpdates).values({ town, ...update, reportId, takenAt: now() })
    await db.insert(partnerReports).values({ town, reportId, partner: 'planted', ref: `${word}-ref`, givenAt: now() })
    await db.insert(partnerFeeds).values({ town, partner: 'planted', id: id(), readUntil: now() })
  })
}

/** Behind the end of the picture, where no reader looks. */
function marked(bytes: Uint8Array, word: string): Uint8Array {
  const mark = new TextEncoder().encode(`${word}-bild`)
  const whole = new Uint8Array(bytes.length + mark.length)
  whole.set(bytes)
  whole.set(mark, bytes.length)
  return whole
}
