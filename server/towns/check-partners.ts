/** Partners with a short name of their own, and a table for their system that names nothing unknown. */
import type { StoredTown } from '../../tenants/schema.ts'
import type { Check } from './check.ts'
import { categoryUnknown, offeredBy } from './check-categories.ts'
import { answersInWords, questionsOf } from './check-rules.ts'
import { nearestOf } from './problem.ts'
import type { Asked } from './rule-logic.ts'

/** Stands for every category that the table does not name. */
const EVERYTHING_ELSE = 'other'

export function checkPartners(check: Check, town: StoredTown): void {
  const { file, say, found } = check
  const questions = [...questionsOf(check, town).values()].flat()
  file.partners.forEach(({ key, open311 }, index) => {
    if (file.partners.findIndex((other) => other.key === key) !== index)
      found(['partners', index, 'key'], say.partnerTwice(key))
    for (const category of Object.keys(open311?.services ?? {})) {
      const wrong = category === EVERYTHING_ELSE ? null : categoryUnknown(check, category, offeredBy(check))
      if (wrong) found(['partners', index, 'open311', 'services', category], wrong)
    }
    for (const [code, { question, values }] of Object.entries(open311?.attributes ?? {})) {
      const path = ['partners', index, 'open311', 'attributes', code]
      if (question === undefined) continue
      const asked = questions.filter((one) => one.key === question)
      if (asked.length === 0) found([...path, 'question'], questionUnknown(check, question, questions))
      else
        for (const [answer, message] of strangeAnswers(check, asked, values))
          found([...path, 'values', answer], message)
    }
  })
}

function questionUnknown({ say }: Check, question: string, questions: Asked): string {
  const keys = [...new Set(questions.map(({ key }) => key))]
  const meant = nearestOf(question, keys)
  return meant ? say.field.meantKey(question, meant) : say.attribute.questionUnknown(question)
}

/** Several categories may have a question of this name: an answer to one of them is enough. */
function strangeAnswers({ say }: Check, asked: Asked, values: Record<string, string> = {}): [string, string][] {
  const possible = asked.flatMap(({ type, options }) =>
    type === 'yes_no' ? ['yes', 'no'] : (options ?? []).map(({ key }) => key),
  )
  if (possible.length === 0) return []
  const strange = Object.keys(values).filter((answer) => !possible.includes(answer))
  return strange.map((answer) => [
    answer,
    say.rule.answerUnknown(answer, asked[0]!.key, answersInWords(asked[0]!, say)),
  ])
}
