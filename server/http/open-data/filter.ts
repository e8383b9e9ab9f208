/** Which of the public reports are wanted, in files and in the feed: the filters of the list. */
import type { Context } from 'hono'
import { z } from 'zod'
import { ListReports, publicFilter } from '../../reports/list-public-reports.ts'
import type { PublicFilter } from '../../reports/public-rows.ts'
import type { AppEnv } from '../app-env.ts'
import { Bbox } from '../ogc/query.ts'
import { strictQuery } from '../strict-query.ts'

const { category, status, since, q } = ListReports.shape
const district = z.string().regex(/^[\w-]{1,63}$/)
const PLACES = { category, bbox: Bbox.optional(), district: district.optional() }

/** @throws malformed */
export function fileFilter(c: Context<AppEnv>): PublicFilter {
  const { district, ...filter } = strictQuery(c, { ...PLACES, status, since, q })
  return { ...publicFilter(filter), district }
}

/** @throws malformed */
export function feedFilter(c: Context<AppEnv>): PublicFilter {
  const { lang: _, ...filter } = strictQuery(c, PLACES)
  return filter
}
