/** What an imported report must have: the rules of one that is sent, as far as the past can keep them. */
import type { RoutingReason } from '../../db/schema/reports.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Point } from '../ports.ts'
import { placeIn } from './check-submission.ts'
import { ImportedRow, type Refusal, type RefusalReason } from './imported-row.ts'

export type SoundRow = {
  row: ImportedRow
  category: Category
  point: Point | null
  border?: NonNullable<RoutingReason['border']> | undefined
}
export type CheckedRow = { sound: SoundRow } | { refusals: Refusal[] }

/** Questions are not asked again, and neither a place nor a contact is demanded of what came in without. */
export async function checkImport(ctx: Ctx, given: unknown): Promise<CheckedRow> {
  const parsed = ImportedRow.safeParse(given)
  if (!parsed.success) return { refusals: parsed.error.issues.map((issue) => shapeRefusal(given, issue)) }
  const row = parsed.data
  const refused = (field: string, reason: RefusalReason, value?: string): CheckedRow => ({
    refusals: [{ line: row.line, ref: row.ref, field, reason, ...(value ? { value } : {}) }],
  })
  const category = ctx.town.categories.find(({ key }) => key === row.category)
  if (!category) return refused('category', 'category_unknown', row.category)
  const isOver = /^(done|declined|handed_over)/.test(row.status)
  if (isOver && !row.closedAt) return refused('closedAt', 'end_missing')
  if (isOver && row.closedAt! < row.receivedAt) return refused('closedAt', 'end_before')
  try {
    const { point, border } = await placeOf(ctx, row, category)
    return { sound: { row, category, point, border } }
  } catch (error) {
    if (error instanceof AppError) return refused('lat', 'outside_town', `${row.lat}, ${row.lon}`)
    throw error
  }
}

/** Most places lie inside, which needs no question to the database. */
async function placeOf(ctx: Ctx, { lat, lon }: ImportedRow, category: Category) {
  const isInside = lat !== undefined && lon !== undefined && (await ctx.places.covers(ctx.town.key, { lat, lon }))
  if (isInside && category.place !== 'address') return { point: { lat, lon } }
  return placeIn(ctx, { lat, lon, townChosen: true }, category)
}

type Issue = { code: string; path: PropertyKey[] }

function shapeRefusal(given: unknown, { code, path }: Issue): Refusal {
  const { line = 0, ref = '', ...row } = given as Partial<ImportedRow>
  const field = path.map(String).join('.')
  const at = { line, ref, field }
  if (code === 'too_big') return { ...at, reason: 'too_long' }
  if (code === 'too_small') return { ...at, reason: 'too_short' }
  if (field === 'status') return { ...at, reason: 'status_unknown', value: row.status ?? '' }
  return { ...at, reason: 'not_an_address' }
}
