/** Figures of use, counted on the server without a person in them. */
import type { IntakeChannel } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
import { AppError } from '../errors.ts'
import { addUse } from './rows.ts'

export const STEPS = [
  'start_opened',
  'form_opened',
  'form_refused',
  'passed_describe',
  'passed_place',
  'passed_category',
  'passed_similar',
  'passed_contact',
  'submitted',
  'wished',
] as const
export const DEVICES = ['phone', 'desk', 'other'] as const

export type Use = {
  step: (typeof STEPS)[number]
  intakeChannel: IntakeChannel
  device: (typeof DEVICES)[number]
  via?: string | undefined
}

/** Adds one to the day's counter of this combination. A page that only counts is shown without it when nothing can be written. */
export async function countUsage(ctx: Ctx | TxCtx, { step, intakeChannel, device, via = '' }: Use): Promise<void> {
  const day = ctx.now().toISOString().slice(0, 10)
  const use = { day, step, intakeChannel, device, via }
  if ('db' in ctx) return addUse(ctx, use)
  await inTransaction(ctx, (ctx) => addUse(ctx, use)).catch((error) => {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error
  })
}

/** Phone or desk from the User-Agent; nothing else of it is looked at or kept. */
export function deviceOf(userAgent: string | undefined): Use['device'] {
  if (!userAgent) return 'other'
  return /Mobi|Android|iPhone/i.test(userAgent) ? 'phone' : 'desk'
}
