/** What is done for a town each night, each town at its own minute. */
import { dayOf } from '../../client/i18n/index.ts'
import type { Db } from '../../db/client.ts'
import { ensureDueWork } from '../notifications/rows.ts'
import type { DueKind } from '../reports/record-event.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** From two to four on the clocks of Germany; in the two nights when they change an hour beside it. */
const NIGHT = { from: 2 * HOUR_MS, long: 2 * HOUR_MS }

/** Also of a town that is brought in with its history: nobody is told by it. */
export const NIGHTLY = ['recheck_conformance', 'erase_old'] as const satisfies DueKind[]

/** One piece of work of a kind per town, however often it is applied. */
export async function ensureNightly(db: Db, kind: (typeof NIGHTLY)[number], town: string, now: Date): Promise<void> {
  const id = await idOf(`${kind} ${town}`)
  await ensureDueWork(db, { id, kind, town, ref: crypto.randomUUID(), runAt: await nextNight(town, now) })
}

/** The town's own minute in the coming night. */
export async function nextNight(town: string, now: Date): Promise<Date> {
  const [first = 0, second = 0] = await digest(town)
  const share = (first * 256 + second) / 65_536
  for (let days = 0; ; days++) {
    const day = Date.parse(`${dayOf(new Date(now.getTime() + days * DAY_MS))}T00:00:00Z`)
    const at = day + NIGHT.from + Math.floor(share * NIGHT.long) - aheadOfUtc(day)
    if (at > now.getTime()) return new Date(at)
  }
}

/** How far German clocks are ahead of UTC on the night of a day. */
function aheadOfUtc(day: number): number {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' })
  return Number(clock.format(day)) * HOUR_MS
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

/** The same uuid for the same words, in every process. */
async function idOf(text: string): Promise<string> {
  const hex = Array.from(await digest(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
