/** /amt/{town}/loeschnachweis: for the town's admin; ….csv the same as a table. */
import { type Context, Hono } from 'hono'
import { ErasuresPage, type ErasuresPageProps } from '../../../client/clerk/ErasuresPage.tsx'
import { formatDateTime, formatMonth, words } from '../../../client/i18n/index.ts'
import { retentionExceptions } from '../../../tenants/retention.ts'
import { PARTS } from '../../retention/erasure-rows.ts'
import { type Proof, readProof } from '../../retention/read-proof.ts'
import type { AppEnv } from '../app-env.ts'
import { csvOf } from '../csv.ts'
import { categoryName } from '../names.ts'
import { sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'

type C = Context<AppEnv>

export const erasures = new Hono<AppEnv>()
  .get('/loeschnachweis', async (c) => {
    const proof = await readProof(c.var.ctx)
    const frame = await clerkFrame(c, words(c.var.language).proof.title)
    return sendPage(c, <ErasuresPage {...propsOf(c, proof)} frame={frame} />, { secret: true })
  })
  .get('/loeschnachweis.csv', async (c) => {
    const { months } = await readProof(c.var.ctx)
    const head = ['month', 'what', 'erased', 'on_time', 'on_request']
    const rows = months.map(({ month, what, erased, onTime, onRequest }) => [month, what, erased, onTime, onRequest])
    c.header('Cache-Control', 'no-store')
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="${c.var.town.key}-erasures.csv"`)
    return c.body(csvOf([head, ...rows]))
  })

/** About two years on one page. */
const MOST_ROWS = 72

function propsOf(c: C, { months, due, turn }: Proof): Omit<ErasuresPageProps, 'frame'> {
  const { language, town, deps } = c.var
  const day = (date: Date) => formatDateTime(language, date, deps.now())
  return {
    town: town.key,
    overdue: PARTS.reduce((sum, part) => sum + due[part].overdue, 0),
    hasFailed: turn?.hasFailed ?? false,
    lastRun: turn?.lastAt ? day(turn.lastAt) : undefined,
    nextRun: turn ? day(turn.runAt) : undefined,
    due: PARTS.map((part) => ({ part, ...due[part] })),
    months: months.slice(0, MOST_ROWS).map((row) => ({ ...row, label: formatMonth(language, row.month) })),
    retention: town.retention,
    exceptions: retentionExceptions(town).map(({ key, ...retention }) => ({
      name: categoryName(c, key).replaceAll('\u00ad', ''),
      retention,
    })),
  }
}
