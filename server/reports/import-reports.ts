/** A town brings its earlier reports along: each once, as it stood there, and nobody is told. */
import { z } from 'zod'
import { dayOf } from '../../client/i18n/index.ts'
import type { Status, Visibility } from '../../db/schema/reports.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'
import { IMPORT_CHANNELS } from '../../tenants/import-schema.ts'
import { Key } from '../../tenants/key.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { forbidden } from '../errors.ts'
import { routeReport } from '../routing/route-report.ts'
import { derive } from '../secrets.ts'
import { answerWithinOf, disclosureOf } from './answer-effects.ts'
import { type CheckedRow, checkImport, type SoundRow } from './check-import.ts'
import { addImportedRows, holdLastNumber, listImportedRows, setLastNumber } from './import-rows.ts'
import type { Refusal } from './imported-row.ts'
import { type PastEvent, recordPastEvents } from './record-event.ts'
import { trackingHash, trackingToken } from './tracking-link.ts'
import { addWorkingDays } from './working-days.ts'

/** Rows of one transaction: a statement takes at most 65,535 values, and who reports meanwhile waits so long. */
export const MOST_ROWS = 500

export const ImportReports = z.object({
  source: Key,
  publish: z.boolean().default(false),
  channel: z.enum(IMPORT_CHANNELS).default('web'),
  language: z.enum(LANGUAGES).default('de'),
  /** Whom a report was handed over to, where the row does not say. */
  otherPartner: z.string(),
  isDryRun: z.boolean().default(false),
  /** In the order of their numbers. */
  rows: z.array(z.unknown()).max(MOST_ROWS),
})
type Input = z.input<typeof ImportReports>

export type Imported = {
  taken: number
  /** Here already, from an earlier time. */
  known: number
  /** Of the known ones, those whose row is another now. They stay as they are. */
  differing: string[]
  refusals: Refusal[]
  categories: Record<string, number>
  statuses: Record<string, number>
  withoutPlace: number
}

/** @throws forbidden for everybody but the installation itself */
export async function importReports(ctx: Ctx, input: Input): Promise<Imported> {
  if (ctx.actor.kind !== 'system') throw forbidden()
  const { rows, ...told } = ImportReports.parse(input)
  const checked: CheckedRow[] = []
  // One after the other: all at once would each ask for the boundary that the first leaves in memory.
  for (const row of rows) checked.push(await checkImport(ctx, row))
  const sound = await Promise.all(
    checked.flatMap((one) => ('sound' in one ? [withContent(ctx, told.source, one.sound)] : [])),
  )
  const refusals = checked.flatMap((one) => ('refusals' in one ? one.refusals : []))
  return inTransaction(ctx, async (ctx) => {
    const last = told.isDryRun ? 0 : await holdLastNumber(ctx)
    const refs = sound.map(({ row }) => row.ref)
    const known = await listImportedRows(ctx, told.source, refs)
    const fresh = sound.filter(({ row }) => !known.has(row.ref))
    if (!told.isDryRun && fresh.length > 0) await write(ctx, told, fresh, last)
    return {
      taken: fresh.length,
      known: known.size,
      differing: sound.filter(({ row, content }) => known.has(row.ref) && known.get(row.ref) !== content).map(refOf),
      refusals,
      categories: counted(fresh.map(({ row }) => row.category)),
      statuses: counted(fresh.map(({ row }) => splitStatus(row.status).status)),
      withoutPlace: fresh.filter(({ point }) => point === null).length,
    }
  })
}

type Told = Omit<z.output<typeof ImportReports>, 'rows'>
type Fresh = SoundRow & { content: string }

/** Keyed, because it outlives the words it was made from. */
async function withContent(ctx: Ctx, source: string, sound: SoundRow): Promise<Fresh> {
  const { line: _, ...row } = sound.row
  return { ...sound, content: await derive(ctx.secret, 'import', ctx.town.key, source, JSON.stringify(row)) }
}

async function write(ctx: TxCtx, told: Told, fresh: Fresh[], last: number): Promise<void> {
  const dueAt = deadlines(ctx)
  const today = dayOf(ctx.now())
  const built = await Promise.all(
    fresh.map((one, index) => buildReport(ctx, told, { ...one, number: last + index + 1, dueAt, today })),
  )
  await addImportedRows(ctx, {
    reports: built.map(({ report }) => report),
    texts: built.map(({ report, row }) => ({
      reportId: report.id,
      description: row.description,
      address: row.address ?? null,
      answers: [],
    })),
    contacts: built.flatMap(({ report, row, category }) =>
      row.contact && category.contact !== 'none'
        ? [{ reportId: report.id, name: null, email: null, phone: null, ...row.contact }]
        : [],
    ),
  })
  await recordPastEvents(
    ctx,
    built.flatMap((one) => historyOf(told, one)),
  )
  await setLastNumber(ctx, last + fresh.length)
}

type Building = Fresh & { number: number; today: string; dueAt: (from: Date, days: number) => Date }

async function buildReport(ctx: TxCtx, told: Told, building: Building) {
  const { row, category, point, border, content, number, dueAt, today } = building
  const id = crypto.randomUUID()
  const { department, because, district } = routeReport(ctx.town, { category: category.key, point, answers: {}, today })
  const { status, closedReason } = splitStatus(row.status)
  const receivedAt = new Date(row.receivedAt)
  const closedAt = closedReason ? new Date(row.closedAt!) : null
  const partner = status === 'handed_over' ? (row.partner ?? told.otherPartner) : null
  const report = {
    id,
    number,
    category: category.key,
    status,
    closedReason,
    closedAt,
    partner,
    ...shownOf(category, told.publish),
    department,
    routedBecause: border ? { ...because, border } : because,
    priority: 'normal',
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    placeSource: point ? 'point' : 'words',
    district,
    intakeChannel: told.channel,
    language: told.language,
    tokenVersion: 1,
    trackingHash: await trackingHash(await trackingToken(ctx, { id, tokenVersion: 1 })),
    receivedAt,
    changedAt: ctx.now(),
    answerDueAt: dueAt(receivedAt, answerWithinOf(category, {})),
    source: told.source,
    sourceRef: row.ref,
    // A version for the way in, and one for its end or its answer.
    version: closedAt || row.answer ? 2 : 1,
  }
  return { report, row, category, content, today }
}

type Built = Awaited<ReturnType<typeof buildReport>>

const END = { done: 'closed', declined: 'declined', handed_over: 'handed_over' } as const

function historyOf({ source }: Told, { report, row, content, today }: Built): PastEvent[] {
  const { id, status, closedAt, closedReason, partner, category, department, receivedAt } = report
  const { answer } = row
  const cameIn = {
    report: { id, version: 1 },
    action: 'imported' as const,
    facts: { to: closedAt ? 'received' : status, category, department, source, content, date: today },
    happenedAt: receivedAt,
  }
  const second = { report: { id, version: 2 }, happenedAt: closedAt ?? new Date(row.closedAt ?? receivedAt) }
  const said = answer ? { answer } : {}
  if (!closedAt) return answer ? [cameIn, { ...second, action: 'answered', facts: said }] : [cameIn]
  const facts = { from: 'received', to: status, reason: closedReason!, ...(partner ? { partner } : {}), ...said }
  return [cameIn, { ...second, action: END[status as keyof typeof END], facts }]
}

/** Where the row does not say why it was ended. */
const USUAL = { done: 'repaired', declined: 'no_action_needed', handed_over: 'other' } as const

export function splitStatus(text: string): { status: Status; closedReason: string | null } {
  const [status = '', reason] = text.split('/')
  return { status: status as Status, closedReason: reason ?? (USUAL as Record<string, string>)[status] ?? null }
}

/** Unless the town says that all may be read, words wait for a clerk; what is never public never becomes it. */
function shownOf(category: Category, publish: boolean): { visibility: Visibility; textVisibility: Visibility } {
  const { visibility } = disclosureOf(category, {})
  if (visibility === 'hidden') return { visibility, textVisibility: 'hidden' }
  return { visibility, textVisibility: publish ? 'shown' : 'waiting' }
}

/** Thousands of rows fall on few days: each day is looked up once. */
function deadlines({ town }: TxCtx): Building['dueAt'] {
  const known = new Map<string, number>()
  return (from, days) => {
    const key = `${dayOf(from)} ${days}`
    const after = known.get(key) ?? addWorkingDays(from, days, town).getTime() - from.getTime()
    known.set(key, after)
    return new Date(from.getTime() + after)
  }
}

const refOf = ({ row }: Fresh) => row.ref

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
