import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceRows } from '../ui/Choices.tsx'
import { Note } from '../ui/Note.tsx'
import { PhoneLink } from '../ui/PhoneLink.tsx'
import { TextArea } from '../ui/TextArea.tsx'

const MOST_TEXT = 4000
/** Scores that say: not settled. */
const UNHAPPY = 2

export type AfterEndProps = {
  language: Language
  version: number
  rating: { action: string; score?: number; error?: string; isThanked: boolean }
  objection: {
    action: string
    /** Open: since when; not objected yet: until when; otherwise over or answered. */
    state: { is: 'possible'; until: string } | { is: 'open'; since: string } | { is: 'answered' } | { is: 'over' }
    value?: string
    error?: string
  }
  contact: { phone?: string; email?: string }
}

/** Once the town has ended a report: is it well so, and if not, what then. */
export function AfterEnd(props: AfterEndProps) {
  return (
    <>
      {props.objection.state.is !== 'over' && <Rating {...props} />}
      <Objection {...props} />
    </>
  )
}

function Rating({ language, rating, objection }: AfterEndProps) {
  const { rating: text } = words(language).reply
  const { score } = rating
  const given = score ? text.steps[score - 1] : undefined
  return (
    <section class="after-end" aria-labelledby="zufriedenheit">
      <h2 id="zufriedenheit" tabIndex={-1}>
        {text.title}
      </h2>
      {rating.isThanked && (
        <Note tone="ok" role="status">
          <p>{text.thanks}</p>
          {score !== undefined && score <= UNHAPPY && objection.state.is === 'possible' && <p>{text.unhappy}</p>}
        </Note>
      )}
      <form action={rating.action} method="post">
        <ChoiceRows
          name="score"
          label={text.question}
          hint={given ? text.given(given) : text.hint}
          error={rating.error}
          value={score ? String(score) : undefined}
          choices={text.steps.map((label, n) => ({ value: String(n + 1), label })).reverse()}
        />
        <Button kind="secondary">{text.send}</Button>
      </form>
    </section>
  )
}

function Objection({ language, version, objection, contact }: AfterEndProps) {
  const { objection: text } = words(language).reply
  const { state } = objection
  return (
    <section class="after-end" aria-labelledby="widerspruch">
      <h2 id="widerspruch" tabIndex={-1}>
        {text.title}
      </h2>
      {state.is === 'open' && (
        <Note tone="info">
          <p>{text.open(state.since)}</p>
        </Note>
      )}
      {state.is === 'answered' && <p>{text.once}</p>}
      {state.is === 'over' && <p>{text.over}</p>}
      {(state.is === 'over' || state.is === 'answered') && (contact.phone || contact.email) && (
        <p>
          {text.reach} {contact.phone && <PhoneLink number={contact.phone} />}{' '}
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </p>
      )}
      {state.is === 'possible' && (
        <form action={objection.action} method="post">
          <input type="hidden" name="version" value={version} />
          <TextArea
            name="objection"
            label={text.question}
            hint={text.hint(state.until)}
            value={objection.value}
            error={objection.error}
            rows={3}
            maxLength={MOST_TEXT}
          />
          <Button kind="secondary">{text.send}</Button>
        </form>
      )}
    </section>
  )
}
