/** One press over several reports. Each is changed for itself by the verb of its own, or refused with the reason. */
import { z } from 'zod'
import type { Ctx, TxCtx } from '../context.ts'
import { AppError } from '../errors.ts'
import { requireStaff } from '../people/permissions.ts'
import { AcceptReport, acceptReport } from './accept-report.ts'
import { AssignReport, assignReport } from './assign-report.ts'
import { CloseReport, closeReport } from './close-report.ts'
import { DeclineReport, declineReport } from './decline-report.ts'
import type { ReportRow } from './rows.ts'
import { SetPriority, setPriority } from './set-priority.ts'
import { newPress, type Press, undoably } from './undoable.ts'

/** A page of the queue. */
const MOST_AT_ONCE = 50

/** `1042:3`: the report and the version that was seen. */
const Picked = z
  .string()
  .regex(/^\d{1,9}:\d{1,9}$/)
  .transform((text) => {
    const [number, version] = text.split(':').map(Number) as [number, number]
    return { number, version }
  })

export const BULK_CHANGES = ['accept', 'assign', 'close', 'decline', 'priority'] as const
export type BulkChange = (typeof BULK_CHANGES)[number]

export const ChangeReports = z.object({
  change: z.enum(BULK_CHANGES),
  picked: z
    .array(Picked)
    .refine((picked) => picked.length > 0, 'nothing_picked')
    .refine((picked) => picked.length <= MOST_AT_ONCE, 'too_many_picked'),
  /** Of the change, as its own form sends them. */
  fields: z.record(z.string(), z.string()).default({}),
})

export type Refusal = { number: number; reason: string }
export type Changed = { press: Press; changed: ReportRow[]; refused: Refusal[] }

type Verb = { schema: z.ZodType; run: (ctx: TxCtx, input: never) => Promise<ReportRow> }
const verb = <Schema extends z.ZodType>(
  schema: Schema,
  run: (ctx: TxCtx, input: z.infer<Schema>) => Promise<ReportRow>,
): Verb => ({ schema, run })

const VERBS: Record<BulkChange, Verb> = {
  accept: verb(AcceptReport, acceptReport),
  assign: verb(AssignReport, assignReport),
  close: verb(CloseReport, closeReport),
  decline: verb(DeclineReport, declineReport),
  priority: verb(SetPriority, setPriority),
}

/**
 * @throws invalid when the fields fit no report at all, so that nothing is changed by half a form
 * @throws not_found for a clerk of another town
 */
export async function changeReports(
  ctx: Ctx,
  { change, picked, fields }: z.infer<typeof ChangeReports>,
): Promise<Changed> {
  requireStaff(ctx)
  const { schema, run } = VERBS[change]
  const press = newPress(ctx)
  const inputs = picked.map((seen) => schema.safeParse({ ...fields, ...seen }))
  const wrong = inputs[0]!.error
  if (wrong) throw new AppError('invalid', 'invalid', { facts: { issues: wrong.issues } })

  const result: Changed = { press, changed: [], refused: [] }
  for (const [index, { number }] of picked.entries()) {
    const input = inputs[index]!.data as never
    try {
      result.changed.push(await undoably(ctx, press, { number, change: (ctx) => run(ctx, input) }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      result.refused.push({ number, reason: error.errors[0]?.reason ?? error.reason })
    }
  }
  return result
}
