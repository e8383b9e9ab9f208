/** The chosen category as the form shows it, in the reader's language. */
import type { Notice } from '../../../../client/citizen/form/CategoryNotice.tsx'
import type { CategoryStepProps } from '../../../../client/citizen/form/CategoryStep.tsx'
import type { Stop } from '../../../../client/citizen/form/EmergencyStep.tsx'
import type { Category, Question } from '../../../../tenants/catalogue-schema.ts'
import type { Language } from '../../../../tenants/languages.ts'
import type { RegisteredTown } from '../../../context.ts'
import { effectsOf } from '../../../reports/answer-effects.ts'
import { checkAnswers } from '../../../reports/check-answers.ts'
import { onCallOf, phoneFor } from '../../../towns/on-call.ts'

export function chosenCategory(
  town: RegisteredTown,
  category: Category,
  language: Language,
): NonNullable<CategoryStepProps['chosen']> {
  const { key, name, questions } = category
  return {
    key,
    name: name[language],
    notice: noticeOf(town, category, language),
    questions: questions.map((question) => formQuestion(question, language)),
  }
}

/** Who is on call is named below the notice, where the notice is to name it. */
export function noticeOf(town: RegisteredTown, category: Category, language: Language): Notice | undefined {
  const text = category.notice?.[language]
  return text === undefined ? undefined : { text, onCall: onCallFor(town, category) }
}

export function onCallFor(town: RegisteredTown, category: Category) {
  return (category.emergency.includes('on_call') && onCallOf(town, category)) || undefined
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
export function stopsOf(town: RegisteredTown, { category, answers, language }: Given): Stop[] {
  const given = checkAnswers(category, answers, language).answers
  const values = Object.fromEntries(given.map(({ key, value }) => [key, value]))
  return effectsOf(category, values).flatMap(({ stop, text, question }) =>
    stop
      ? [
          {
            phone: phoneFor(town, category, stop),
            text: text?.[language] ?? '',
            answer: given.find(({ key }) => key === question)?.words,
          },
        ]
      : [],
  )
}
