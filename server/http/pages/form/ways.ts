/** From step to step: what comes next, what came before, and what cannot be reached yet. */
import { type FormStep, STEP_PATHS, town as townPaths } from '../../../../client/paths.ts'
import type { Ctx } from '../../../context.ts'
import { checkStep } from '../../../drafts/check-draft.ts'
import type { Draft } from '../../../drafts/draft-fields.ts'

export const STEPS = Object.keys(STEP_PATHS) as FormStep[]

export const stepOf = (segment: string): FormStep | undefined => STEPS.find((step) => STEP_PATHS[step] === segment)

export const isBefore = (a: FormStep, b: FormStep) => STEPS.indexOf(a) < STEPS.indexOf(b)

/** The next step that the draft has a page for. */
export async function stepAfter(ctx: Ctx, draft: Draft, step: FormStep): Promise<FormStep> {
  return (await firstShown(ctx, draft, STEPS.slice(STEPS.indexOf(step) + 1))) ?? 'check'
}

/** The one before; none before the first. */
export function stepBefore(ctx: Ctx, draft: Draft, step: FormStep): Promise<FormStep | undefined> {
  return firstShown(ctx, draft, STEPS.slice(0, STEPS.indexOf(step)).reverse())
}

async function firstShown(ctx: Ctx, draft: Draft, steps: FormStep[]): Promise<FormStep | undefined> {
  for (const step of steps) {
    if (!(await checkStep(ctx, draft, step)).isSkipped) return step
  }
  return undefined
}

/** Somebody came from the last step to change this one, and goes back there. */
export const FROM_CHECK = { von: STEP_PATHS.check }

export const isFromCheck = (from: string | undefined) => from === FROM_CHECK.von

/** Where a finished step leads. */
export async function pathAfter(
  ctx: Ctx,
  { draft, step, token, base, from }: { draft: Draft; step: FormStep; token: string; base: string; from?: string },
): Promise<string> {
  const next = isFromCheck(from) ? 'check' : await stepAfter(ctx, draft, step)
  return townPaths(base).step(token, next)
}
