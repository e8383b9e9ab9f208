/** What certain answers bring about: a warning, a stop with a number to call, visibility, urgency. Pure. */
import type { Visibility } from '../../db/schema/reports.ts'
import type { Category, Effect } from '../../tenants/catalogue-schema.ts'

type Answers = Readonly<Record<string, unknown>>
export type AnsweredEffect = Effect & { question: string }

/** Effects of the answers given, in the order of the questions. */
export function effectsOf(category: Pick<Category, 'questions'>, answers: Answers): AnsweredEffect[] {
  return category.questions.flatMap(({ key, effects }) => {
    const given = [answers[key]].flat()
    return effects.filter(({ is }) => given.includes(is)).map((effect) => ({ ...effect, question: key }))
  })
}

/** From all at once to never: of several the one that shows least. */
const BY_CAUTION = ['all_at_once', 'place_first', 'never'] as const

/** What strangers see of a new report: as the category says, or less when an answer demands it. */
export function disclosureOf(
  category: Pick<Category, 'disclosure' | 'questions'>,
  answers: Answers,
): { visibility: Visibility; textVisibility: Visibility } {
  const demanded = [category.disclosure, ...effectsOf(category, answers).flatMap(({ disclosure }) => disclosure ?? [])]
  const least = Math.max(...demanded.map((one) => BY_CAUTION.indexOf(one)))
  switch (BY_CAUTION[least]) {
    case 'all_at_once':
      return { visibility: 'shown', textVisibility: 'shown' }
    case 'never':
      return { visibility: 'hidden', textVisibility: 'hidden' }
    default:
      return { visibility: 'shown', textVisibility: 'waiting' }
  }
}

/** Working days until the first answer where somebody may be in danger. */
const URGENT_WITHIN = 1

/** Working days until the first answer: an urgent report does not wait for the round. */
export function answerWithinOf(category: Pick<Category, 'answerWithin' | 'questions'>, answers: Answers): number {
  return priorityOf(category, answers) === 'urgent' ? URGENT_WITHIN : category.answerWithin
}

export const PRIORITIES = ['normal', 'urgent'] as const
type Priority = (typeof PRIORITIES)[number]

/** Urgent reports are marked, and due on the next working day. */
export function priorityOf(category: Pick<Category, 'questions'>, answers: Answers): Priority {
  return effectsOf(category, answers).some(({ urgent }) => urgent) ? 'urgent' : 'normal'
}
