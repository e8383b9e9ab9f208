import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceRows } from '../ui/Choices.tsx'
import { Note } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'

const MOST_TEXT = 4000
const STEPS = [5, 4, 3, 2, 1] as const

export type AfterEndProps = {
  language: Language
  rating?: { action: string; score?: number; isThanked?: boolean; error?: string }
  objection?: {
    /** `over`: four weeks have passed. */
    state: 'possible' | 'waits' | 'answered' | 'over'
    action: string
    /** Formatted: last day. */
    until: string
    /** How to reach the town afterwards. */
    town: string
    value?: string
    error?: string
  }
}

/** Once a report is over: how content the reporter is, and what is not right. */
export function AfterEnd({ language, rating, objection }: AfterEndProps) {
  return (
    <>
      {rating && <Rating language={language} rating={rating} />}
      {objection && <Objection language={language} objection={objection} />}
    </>
  )
}

function Rating({ language, rating }: { language: Language; rating: NonNullable<AfterEndProps['rating']> }) {
  const { rating: w } = words(language).after
  const { score, isThanked, error } = rating
  return (
    <section class="after-end" id="zufriedenheit" aria-labelledby="zufrieden">
      <h2 id="zufrieden">{w.title}</h2>
      {isThanked && (
        <Note tone="ok" role="status">
          <p>{w.thanks}</p>
          {score !== undefined && score <= 2 && (
            <p>
              <a href="#widerspruch">{w.objectInstead}</a>
            </p>
          )}
        </Note>
      )}
      <form method="post" action={rating.action} noValidate>
        <ChoiceRows
          name="score"
          label={w.legend}
          error={error}
          value={score === undefined ? undefined : String(score)}
          choices={STEPS.map((step) => ({ value: String(step), label: w.steps[step] }))}
        />
        <Button kind="secondary" wide>
          {score === undefined ? w.submit : w.change}
        </Button>
      </form>
    </section>
  )
}

function Objection({
  language,
  objection,
}: {
  language: Language
  objection: NonNullable<AfterEndProps['objection']>
}) {
  const { objection: w } = words(language).after
  const { state, action, until, town, value, error } = objection
  if (state !== 'possible') {
    return (
      <section class="after-end" id="widerspruch" aria-label={w.title}>
        <Note tone={state === 'waits' ? 'ok' : 'info'} role={state === 'waits' ? 'status' : undefined}>
          <p>{state === 'over' ? w.over(town) : w[state]}</p>
        </Note>
      </section>
    )
  }
  return (
    <section class="after-end" id="widerspruch" aria-labelledby="nicht-einverstanden">
      <h2 id="nicht-einverstanden">{w.title}</h2>
      <p>{w.text(until)}</p>
      <form method="post" action={action} noValidate>
        <TextArea
          name="text"
          label={w.label}
          hint={w.hint}
          value={value}
          error={error}
          rows={4}
          maxLength={MOST_TEXT}
        />
        <Button kind="secondary" wide>
          {w.submit}
        </Button>
      </form>
    </section>
  )
}
