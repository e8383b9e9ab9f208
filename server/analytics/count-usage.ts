/** Figures of use, counted on the server without a person in them. */
import type { IntakeChannel } from '../../db/schema/reports.ts'
import { type Ctx, inTransaction, type TxCtx } from '../context.ts'
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

/** Adds one to the day's counter of this combination. */
export async function countUsage(ctx: Ctx | TxCtx, { step, intakeChannel, device, via = '' }: Use): Promise<void> {
  const day = ctx.now().toISOString().slice(0, 10)
  await inTransaction(ctx, (ctx) => addUse(ctx, { day, step, intakeChannel, device, via }))
}

/** Phone or desk from the User-Agent; nothing else of it is looked at or kept. */
export function deviceOf(userAgent: string | undefined): Use['device'] {
  if (!userAgent) return 'other'
  return /Mobi|Android|iPhone/i.test(userAgent) ? 'phone' : 'desk'
}
