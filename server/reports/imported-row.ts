/** A report from elsewhere on its way in, and why one stays outside. */
import { z } from 'zod'
import { IMPORTED_STATUSES } from '../../tenants/import-schema.ts'
import { plainText } from '../plain-text.ts'

/** Half a sign, as a cut emoji leaves it, is none to the database. */
const words = () => plainText().overwrite((text) => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))

/** The same lengths as in a report that is sent; a longer text is refused, never cut. */
export const ImportedRow = z.object({
  line: z.number().int(),
  ref: words().trim().min(1).max(200),
  category: z.string().max(63),
  status: z.enum(IMPORTED_STATUSES),
  description: words().trim().min(3).max(4000),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  address: words().trim().max(200).optional(),
  receivedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
  answer: words().trim().min(3).max(4000).optional(),
  partner: words().trim().min(2).max(120).optional(),
  contact: z
    .object({
      name: words().trim().max(120).optional(),
      email: z.email().max(254).optional(),
      phone: words().trim().max(40).optional(),
    })
    .optional(),
})
export type ImportedRow = z.infer<typeof ImportedRow>

export const REFUSALS = [
  'broken_line',
  'cells',
  'id_missing',
  'twice',
  'category_missing',
  'category_unmapped',
  'category_unknown',
  'status_missing',
  'status_unmapped',
  'status_unknown',
  'received_missing',
  'not_a_day',
  'in_future',
  'place_half',
  'not_degrees',
  'outside_town',
  'end_missing',
  'end_before',
  'too_short',
  'too_long',
  'not_an_address',
] as const
export type RefusalReason = (typeof REFUSALS)[number]

/** `value` is what stood there, where it is no citizen's word. */
export type Refusal = { line: number; ref: string; field: string; reason: RefusalReason; value?: string }
