/** The chosen category as the form shows it, in the reader's language. */
import type { ReportFormProps } from '../../../client/citizen/ReportForm.tsx'
import type { Category, Question } from '../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../tenants/languages.ts'
import type { RegisteredTown } from '../../context.ts'
import { effectsOf } from '../../reports/answer-effects.ts'
import { checkAnswers } from '../../reports/check-answers.ts'
import { phoneFor } from '../../towns/on-call.ts'

export function chosenCategory(category: Category, language: Language): NonNullable<ReportFormProps['chosen']> {
  const { key, name, notice, disclosure, place, contact, kind, questions } = category
  return {
    key,
    name: name[language],
    notice: notice?.[language],
    disclosure,
    place,
    contact,
    kind,
    questions: questions.map((question) => formQuestion(question, language)),
  }
}

function formQuestion({ key, type, label, hint, required, options, showIf, effects }: Question, language: Language) {
  return {
    key,
    type,
    required,
    showIf,
    label: label[language],
    hint: hint?.[language],
    options: options?.map((option) => ({ key: option.key, label: option.label[language] })),
    effects: effects.flatMap(({ is, text, stop }) =>
      text ? [{ is, text: text[language], isStop: stop !== undefined }] : [],
    ),
  }
}

type Given = { category: Category; answers: Record<string, unknown>; language: Language }

/** Answers that hold the form: whom to call first, and why. */
export function stopsOf(town: RegisteredTown, { category, answers, language }: Given) {
  const given = checkAnswers(category, answers, language).answers
  const values = Object.fromEntries(given.map(({ key, value }) => [key, value]))
  return effectsOf(category, values).flatMap(({ stop, text }) =>
    stop ? [{ phone: phoneFor(town, category, stop), text: text?.[language] ?? '' }] : [],
  )
}
