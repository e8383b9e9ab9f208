/** The number of a report in an address. */
import type { Context } from 'hono'
import { notFound } from '../errors.ts'
import { ReportNumber } from '../reports/inputs.ts'
import type { AppEnv } from './app-env.ts'

/** @throws not_found for what is no number of a report */
export function reportNumber(c: Context<AppEnv>): number {
  const parsed = ReportNumber.safeParse(c.req.param('number'))
  if (!parsed.success) throw notFound('report_not_found')
  return parsed.data
}
