import { answerField, QuestionField } from '../citizen/QuestionField.tsx'
import { words } from '../i18n/index.ts'
import { FieldError } from '../ui/FieldError.tsx'
import { problemOf } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import { IntakeRow } from './IntakeRow.tsx'
import type { IntakePageProps } from './intake-props.ts'

/** A search for whoever has script, over a plain list for everybody. */
export function IntakeCategoryFields({ frame, groups, values, errors }: IntakePageProps) {
  const { intake: w } = words(frame.language)
  const error = problemOf(errors, 'category')
  const described = ['f-category-said', error && 'f-category-error'].filter(Boolean).join(' ')
  return (
    <IntakeRow jump="2">
      <div class={`intake__category${error ? ' field--error' : ''}`}>
        <div class="field" data-needs-script>
          <label class="field__label" for="f-category-search">
            {w.search}
          </label>
          <input
            class="input"
            id="f-category-search"
            type="search"
            autoComplete="off"
            aria-describedby="f-category-said"
            data-category-search
            data-found={w.found('{category}', 2).replace('2', '{n}')}
            data-only={w.found('{category}', 0)}
            data-none={w.foundNone}
            data-keep="no"
          />
        </div>
        <div class="field">
          <label class="field__label" for="f-category">
            {w.category}
          </label>
          <FieldError name="category" message={error} />
          <span class="select">
            <select
              class="input"
              id="f-category"
              name="category"
              aria-describedby={described}
              aria-invalid={error ? true : undefined}
            >
              <option value="">{w.chooseCategory}</option>
              {groups.map((group) => (
                <optgroup key={group.key} label={group.name}>
                  {group.categories.map(({ key, name, search, isResting }) => (
                    <option
                      key={key}
                      value={key}
                      selected={key === values.category}
                      disabled={isResting}
                      data-search={search}
                    >
                      {isResting ? w.resting(name) : name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            <Icon name="chevron-down" />
          </span>
        </div>
        <p class="field__hint" id="f-category-said" role="status" data-needs-script>
          {w.searchHint}
        </p>
      </div>
      <button
        class="btn btn--quiet btn--staff intake__ask"
        type="submit"
        name="step"
        value="questions"
        data-without-script
      >
        {w.check}
      </button>
    </IntakeRow>
  )
}

/** What belongs to the chosen category; replaced as a whole when another one is chosen. */
export function IntakeQuestions({ frame, chosen, values, errors }: IntakePageProps) {
  const { form, intake: w } = words(frame.language)
  if (!chosen || (!chosen.notice && chosen.questions.length === 0)) return null
  return (
    <IntakeRow jump="4">
      <section class="intake__questions" aria-label={`${w.questions}: ${chosen.name}`}>
        {chosen.notice && (
          <Note tone="warn" icon="siren" title={form.danger}>
            <p>{chosen.notice}</p>
            {chosen.onCall && (
              <p>
                {form.onCall}: <PhoneLink number={chosen.onCall.phone} />
                {chosen.onCall.hours && `, ${chosen.onCall.hours}`}
              </p>
            )}
          </Note>
        )}
        {chosen.questions.map((question) => (
          <QuestionField
            key={question.key}
            language={frame.language}
            question={question}
            all={chosen.questions}
            answers={values.answers ?? {}}
            error={problemOf(errors, answerField(question.key))}
          />
        ))}
      </section>
    </IntakeRow>
  )
}
