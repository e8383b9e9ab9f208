/** Looks again and again what became of what a partner's own system has. */

import type { Partner } from '../../tenants/schema.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { AppError, DeliveryError } from '../errors.ts'
import { fetchPhotos, photosToFetch } from './fetch-photos.ts'
import { readToken } from './open311-client.ts'
import { type News, readStandings, readUpdates } from './open311-updates.ts'
import type { System } from './open311-wire.ts'
import { changeFeedRow, findFeedRowById, keepNumber, listWaitingRows, type Waiting } from './rows.ts'
import { NEWS_EVERY_MS, tellNumber } from './send-to-partner.ts'
import { systemOf, type Wires } from './system-of.ts'
import { takeNews } from './take-news.ts'

const MINUTE_MS = 60_000
/** Their list may be late, and their clock wrong: what is read twice is taken once. */
const OVERLAP_MS = 120 * MINUTE_MS
const AHEAD_MS = 10 * MINUTE_MS
/** Nothing is with them, or they do not answer. */
const REST_MS = 60 * MINUTE_MS
const FAILED_MS = 15 * MINUTE_MS
/** Numbers in one address. */
const MOST_REFS = 50
/** So long may tokens take of the lease that the clock has on this. */
const MOST_TOKENS = 3
/** And photos, of so many news. */
const MOST_PICTURED = 3

/**
 * @param feedId of a due work row of kind `read_partner`
 * @returns when to look again; nothing when the partner has no such system any more
 */
export async function readPartner(ctx: Ctx, wires: Wires, feedId: string): Promise<Date | undefined> {
  const feed = await inTransaction(ctx, (ctx) => findFeedRowById(ctx, feedId))
  const found = feed && systemOf(ctx, wires, feed.partner)
  if (!feed || !found) return undefined
  const waiting = await inTransaction(ctx, (ctx) => listWaitingRows(ctx, feed.partner))
  if (!waiting.some(({ status }) => status === 'with_partner')) return after(ctx, REST_MS)
  const readAt = ctx.now()
  try {
    await learnNumbers(ctx, { partner: feed.partner, system: found.system, waiting })
    const known = waiting.filter((one): one is Known => one.ref !== null)
    const from = new Date(feed.readUntil.getTime() - OVERLAP_MS)
    const until = new Date(readAt.getTime() + AHEAD_MS)
    const updates = await readUpdates(found.system, { from, until })
    const news = updates ?? (await readAllStandings(found.system, known))
    const isAll = await takeAll(ctx, wires, { partner: found.partner, known, news })
    if (!isAll) return after(ctx, MINUTE_MS)
    await inTransaction(ctx, (ctx) => changeFeedRow(ctx, feedId, { readUntil: readAt, failure: null }))
    return after(ctx, NEWS_EVERY_MS)
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    await inTransaction(ctx, (ctx) => changeFeedRow(ctx, feedId, { failure: error.reason }))
    return after(ctx, FAILED_MS)
  }
}

type Known = Waiting & { ref: string }

const after = (ctx: Ctx, ms: number) => new Date(ctx.now().getTime() + ms)

type Learning = { partner: string; system: System; waiting: Waiting[] }

/** Systems that work in batches give a token first. */
async function learnNumbers(ctx: Ctx, { partner, system, waiting }: Learning): Promise<void> {
  const unknown = waiting.filter(({ ref, token }) => ref === null && token !== null).slice(0, MOST_TOKENS)
  for (const one of unknown) {
    const ref = await readToken(system, one.token!)
    if (ref === null) continue
    await inTransaction(ctx, async (ctx) => {
      await keepNumber(ctx, { reportId: one.reportId, partner, ref })
      await tellNumber(ctx, one.number, { partner, ref })
    })
    one.ref = ref
  }
}

async function readAllStandings(system: System, known: readonly Known[]): Promise<News[]> {
  const all: News[] = []
  for (let at = 0; at < known.length; at += MOST_REFS) {
    const refs = known.slice(at, at + MOST_REFS).map(({ ref }) => ref)
    all.push(...(await readStandings(system, refs)))
  }
  return all
}

/** That it has arrived was known. */
const isReceipt = ({ status, at }: News, { takenAt }: Waiting) =>
  status.toLowerCase() === 'open' && takenAt !== null && Date.parse(at) <= takenAt.getTime() + MINUTE_MS

type Taking = { partner: Partner; known: readonly Known[]; news: readonly News[] }

/**
 * In the order in which they happened. Their list may be of all their clients: what is not ours is left out.
 * @returns false when so many photos were fetched that the rest must wait
 */
async function takeAll(ctx: Ctx, wires: Wires, { partner, known, news }: Taking): Promise<boolean> {
  const ours = new Map(known.map((one) => [one.ref, one]))
  const timeOf = ({ at }: News) => Date.parse(at) || 0
  let fetched = 0
  for (const one of [...news].sort((a, b) => timeOf(a) - timeOf(b))) {
    const report = ours.get(one.ref)
    if (!report || !one.id || isReceipt(one, report)) continue
    const told = { partner: partner.key, number: report.number, reportId: report.reportId, news: one }
    const urls = await photosToFetch(ctx, wires, told)
    if (urls.length > 0 && ++fetched > MOST_PICTURED) return false
    const pictured = urls.length > 0 ? await fetchPhotos(ctx, wires, { name: partner.name, urls }) : null
    try {
      await takeNews(ctx, { ...told, pictured })
    } catch (error) {
      // Somebody was faster at this moment: it is read again.
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    }
  }
  return true
}
