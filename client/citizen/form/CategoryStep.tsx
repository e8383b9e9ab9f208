import { words } from '../../i18n/index.ts'
import { ChoiceRow } from '../../ui/Choices.tsx'
import { FieldError } from '../../ui/FieldError.tsx'
import { fieldId, problemOf } from '../../ui/field.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type CategoryGroup, CategoryGroups, type CategoryRow } from '../CategoryGroups.tsx'
import { type Answers, answerField, type FormQuestion, QuestionField } from '../QuestionField.tsx'
import { CategoryNotice, type Notice } from './CategoryNotice.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

export type CategoryStepProps = StepFrameProps & {
  /** What the text suggests, and what is chosen already. */
  suggested: CategoryRow[]
  /** All others. */
  groups: CategoryGroup[]
  value?: string
  /** The category whose questions are on the page. */
  chosen?: { key: string; name: string; notice?: Notice; questions: FormQuestion[] }
  answers: Answers
  next: string
}

export function CategoryStep({ suggested, groups, value, chosen, answers, next, ...frame }: CategoryStepProps) {
  const { language, errors } = frame
  const { steps } = words(language)
  const error = problemOf(errors, 'category')
  const others = groups.flatMap(({ categories }) => categories).length
  const isAll = suggested.length === 0
  return (
    <StepFrame {...frame} title={steps.category} next={{ label: next }}>
      <fieldset
        class={`field${error ? ' field--error' : ''}`}
        id={fieldId('category')}
        tabIndex={error ? -1 : undefined}
        aria-describedby={error ? `${fieldId('category')}-error` : undefined}
      >
        <legend class="sr">{steps.category}</legend>
        <FieldError name="category" message={error} />
        {!isAll && (
          <div class="choices">
            {suggested.map(({ key, name, icon, hint, resting }) => (
              <ChoiceRow
                key={key}
                name="category"
                choice={{ value: key, label: name, icon, hint: resting ?? hint, isDisabled: resting !== undefined }}
                checked={key === value && !resting}
              />
            ))}
          </div>
        )}
        {isAll ? (
          <CategoryGroups language={language} groups={groups} value={value} />
        ) : (
          <details class="fold fold--others" open={error !== undefined}>
            <summary>
              <span class="fold__name">{steps.otherCategory(others)}</span>
              <Icon name="chevron-down" />
            </summary>
            <CategoryGroups language={language} groups={groups} value={value} />
          </details>
        )}
      </fieldset>
      <div id="questions" aria-live="polite">
        {chosen && <Questions {...frame} chosen={chosen} answers={answers} />}
      </div>
    </StepFrame>
  )
}

type QuestionsProps = Pick<CategoryStepProps, 'language' | 'errors' | 'answers'> & {
  chosen: NonNullable<CategoryStepProps['chosen']>
}

function Questions({ language, errors, chosen, answers }: QuestionsProps) {
  const { key, name, notice, questions } = chosen
  return (
    <>
      {/* Says whose questions were on the page: chosen anew without script, the others come first. */}
      <input type="hidden" name="asked" value={key} />
      {(notice || questions.length > 0) && (
        <section class="steps__questions" aria-labelledby="fragen">
          <h2 id="fragen" class="sr">
            {words(language).form.questions(name)}
          </h2>
          {notice && <CategoryNotice language={language} {...notice} />}
          {questions.map((question) => (
            <QuestionField
              key={question.key}
              language={language}
              question={question}
              all={questions}
              answers={answers}
              error={problemOf(errors, answerField(question.key))}
            />
          ))}
        </section>
      )}
    </>
  )
}
