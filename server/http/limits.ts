/**
 * How often what may be done from outside: every public write has a line here, and a test says so. Whole town halls,
 * schools and mobile networks stand behind one address, so the numbers stop machines and never a class of thirty.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { AppError } from '../errors.ts'
import { type Counted, countAll, type Most, tooManyUntil } from '../limits/count.ts'
import { isProven } from '../proof/proof.ts'
import { isOf } from '../visitor.ts'
import type { AppEnv } from './app-env.ts'
import { countVisits } from './visits.ts'

const MINUTES = 60_000
const HOUR = 60 * MINUTES
const DAY = 24 * HOUR

type Line = {
  /** For one address, in all towns together. */
  address?: Most[]
  /** For one town, whoever it is. */
  town?: Most[]
  why: string
}

const often = (most: number): Most => ({ most, windowMs: 10 * MINUTES })
const hourly = (most: number): Most => ({ most, windowMs: HOUR })
const daily = (most: number): Most => ({ most, windowMs: DAY })

export const LINES = {
  report: {
    address: [often(40), hourly(120)],
    why: 'A school class that walks through the town sends thirty within a lesson. The town’s own most: protection.',
  },
  unproven: {
    address: [hourly(10)],
    why: 'Where a town asks for proof of work, what comes without: by hand yes, by machine hardly.',
  },
  draft: { address: [often(120), hourly(600)], town: [hourly(6000)], why: 'Begun and left costs only a row for 48 h.' },
  step: {
    address: [often(900)],
    why: 'Six steps, forth and back, for a class at once; refusing here would lose words.',
  },
  photo: { address: [often(200), hourly(600)], why: 'Five each for a class; cleaning one costs a tenth of a second.' },
  concern: {
    address: [often(60), hourly(200)],
    town: [hourly(2000)],
    why: 'A count that others read must be dear to fake.',
  },
  follow: { address: [often(20), hourly(60)], town: [hourly(600)], why: 'Each writes a mail to somebody.' },
  own: { address: [often(100)], why: 'Behind a link that only its reporter has.' },
  outside: { address: [often(200)], why: 'A partner’s whole office, each by a link of its own.' },
  renewal: { address: [hourly(30)], why: 'Each writes a mail; the verb counts by link besides.' },
  mails: { address: [often(900)], why: 'Mail providers end mails for all their people from a few addresses.' },
  feedback: { address: [hourly(20)], why: 'Each writes a mail; the verb counts by town besides.' },
  wish: { address: [hourly(60)], town: [daily(2000)], why: 'Only a number, but one that opens doors.' },
  notice: { address: [often(10), hourly(30)], town: [daily(300)], why: 'Each one takes minutes of a person.' },
  concernAgain: { address: [daily(1)], why: 'Once a day for each report; a second press is nothing new.' },
  systems: {
    address: [often(1200), hourly(6000)],
    why: 'All reports of another system come from one address; its key counts besides, and this stops who guesses one.',
  },
  desk: { address: [often(6000)], why: 'Only with a key, which is counted by itself; this holds up who has none.' },
  signIn: { address: [often(300)], why: 'A town hall in the morning; the verb counts by account besides.' },
} satisfies Record<string, Line>
export type LimitName = keyof typeof LINES

/** Every public write, as its route is called below the town. */
export const WRITES: Record<string, LimitName> = {
  // With photos as many as drafts may begin; what becomes a report is counted as one when its proof has been read.
  'POST /api/v1/towns/:town/reports': 'draft',
  'POST /open311/v2/requests.xml': 'systems',
  'POST /open311/v2/requests.json': 'systems',
  'POST /open311/v2/servicerequestupdates.xml': 'systems',
  'POST /open311/v2/servicerequestupdates.json': 'systems',
  'POST /api/v1/towns/:town/desk/reports/:number/events': 'desk',
  'POST /amt/anmelden': 'signIn',
  'POST /amt/anmelden/code': 'signIn',
  'POST /amt/anmelden/:town': 'signIn',
  'POST /amt/passwort': 'signIn',
  'POST /amt/passwort/:token': 'signIn',
  'POST /amt/einladung/:token': 'signIn',
  // Only preparing a report begins anything, and is counted there.
  'POST /mcp': 'draft',
  'POST /melden': 'draft',
  'POST /melden/fotos': 'photo',
  'POST /melden/:draft/fotos': 'photo',
  'POST /melden/:draft/fotos/:id/entfernen': 'step',
  // Sending itself is counted as a report where it happens.
  'POST /melden/:draft/:step': 'step',
  'POST /anliegen/:number/betrifft-mich': 'concern',
  'POST /anliegen/:number/folgen': 'follow',
  'POST /anliegen/:number/beanstanden': 'notice',
  'POST /verfolgen/:token/rueckzug': 'own',
  'POST /verfolgen/:token/rueckgaengig': 'own',
  'POST /verfolgen/:token/widerspruch': 'own',
  'POST /verfolgen/:token/zufriedenheit': 'own',
  'POST /verfolgen/:token/antwort': 'own',
  'POST /verfolgen/:token/fotos': 'photo',
  'POST /verfolgen/:token/kontaktloeschung': 'own',
  'POST /verfolgen/:token/loeschung': 'own',
  'POST /auftrag/:token/neuer-link': 'renewal',
  'POST /auftrag/:token/:noun': 'outside',
  'POST /abmelden/:token': 'mails',
  'POST /folgen/:token': 'mails',
  'POST /barrierefreiheit': 'feedback',
  'POST /wunsch': 'wish',
}

type C = Context<AppEnv>

/** A report, and how it comes: where the town wants proof of work, one without is counted more strictly. */
export async function countReport(c: C, proof: unknown): Promise<void> {
  const { deps, town } = c.var
  const isEnough = isByKey(c) || !town.protection.proofOfWork || (await isProven({ ...deps, town: town.key }, proof))
  await countVisit(c, 'report', ...(isEnough ? [] : (['unproven'] as const)))
}

const isByKey = ({ var: { ctx } }: C) => ctx?.actor.kind === 'key'

/** `/:town/melden`, `/~/:town/melden` and the form in another website's frame are the same write. */
export const belowTown = (path: string) => path.replace(/^\/(~\/)?:town(\/embed)?(?=\/)/, '').replace(/(?<=.)\/$/, '')

/** Counts a public write before its body is read. @throws too_many */
export const limitVisits: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { method } = c.req
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return next()
  const route = matchedRoutes(c).find((one) => one.method === method && WRITES[`${method} ${belowTown(one.path)}`])
  if (route && !isCountedWhenRead(c)) await countVisit(c, WRITES[`${method} ${belowTown(route.path)}`]!)
  return next()
}

/** A report without photos costs nothing to read, and is counted then, as a report: once instead of twice. */
const isCountedWhenRead = (c: C) =>
  c.req.path.startsWith('/api/') && !c.req.header('Content-Type')?.startsWith('multipart/form-data')

/** Whether this address says for the first time today that a report concerns it. */
export async function isFirstConcern(c: C, number: number): Promise<boolean> {
  const counted = countedIn(c, 'concernAgain').map((one) => ({
    ...one,
    what: `${one.what} ${c.var.town.key} ${number}`,
  }))
  return countAll(c.var.deps, counted).then(
    () => true,
    (error) => {
      if (error instanceof AppError && error.code === 'too_many') return false
      throw error
    },
  )
}

/** @throws too_many with `retryAfter` */
export function countVisit(c: C, ...names: LimitName[]): Promise<void> {
  const { deps } = c.var
  return countAll(
    deps,
    names.flatMap((name) => countedIn(c, name)),
  )
}

function countedIn(c: C, what: LimitName): Counted[] {
  const { deps, visitor, town } = c.var
  const line: Line = LINES[what]
  if (isOf(visitor, deps.limitsExempt)) return []
  // Without an address there is nobody to tell apart, and a key has a count of its own: only the town's most holds then.
  const isNobody = visitor === 'unknown' || isByKey(c)
  const ofTown = what === 'report' && town ? [hourly(town.protection.reportsPerHour)] : (line.town ?? [])
  return [
    ...(isNobody ? [] : (line.address ?? []).map((most) => ({ what, who: visitor, ...most }))),
    ...(town ? ofTown.map((most) => ({ what, who: `town ${town.key}`, ...most })) : []),
  ]
}

/** Address searches of one visitor, in this process: a question for every few letters costs no row. */
const countSearch = countVisits({ most: 900, windowMs: 10 * MINUTES })

/** @throws too_many */
export const limitSearches: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { deps, visitor } = c.var
  const now = deps.now()
  const { isOver, endsInMs } = countSearch(visitor, now)
  if (isOver && visitor !== 'unknown' && !isOf(visitor, deps.limitsExempt))
    throw tooManyUntil(now.getTime() + endsInMs, now)
  return next()
}
