import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { problemOf } from '../ui/field.ts'
import { Note } from '../ui/Note.tsx'
import type { ClerkReportPageProps, ShownNotice } from './report-props.ts'

/** What somebody holds against the public report, and the decision of a person. */
export function NoticePanel(page: ClerkReportPageProps) {
  const { notices = [], frame } = page
  if (notices.length === 0) return null
  const { desk: w } = words(frame.language).protection
  return (
    <section class="notices" aria-labelledby="beanstandet">
      <h2 id="beanstandet">{w.title(notices.length)}</h2>
      {notices.map((notice) => (
        <NoticeForm key={notice.id} page={page} notice={notice} />
      ))}
    </section>
  )
}

function NoticeForm({ page, notice }: { page: ClerkReportPageProps; notice: ShownNotice }) {
  const { frame, panel, version, actionHref } = page
  const { clerk, protection } = words(frame.language)
  const { desk: w } = protection
  const mine = panel?.values.notice === notice.id ? panel : undefined
  const error = problemOf(mine?.errors ?? [], 'answer')
  const id = `beanstandung-${notice.id}`
  return (
    <Note tone="warn" title={notice.reason}>
      <p class="prose">{notice.text}</p>
      <p class="muted small">{notice.line}</p>
      <form class="notices__form" method="post" action={actionHref('notice-decision')} data-busy={clerk.busy}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="notice" value={notice.id} />
        <fieldset class="notices__what">
          <legend class="field__label">{w.what}</legend>
          {notice.hideable.map((what) => (
            <label key={what} class="notices__choice">
              <input
                type="radio"
                name="what"
                value={what}
                checked={(mine?.values.what ?? notice.hideable[0]) === what}
              />
              {w.hideable[what]}
            </label>
          ))}
        </fieldset>
        <div class={`field${error ? ' field--error' : ''}`}>
          <label class="field__label" for={id}>
            {w.answer}
          </label>
          <p class="field__hint" id={`${id}-hint`}>
            {notice.isAnswered ? w.answerHint : w.noAddress}
          </p>
          <FieldError name={id} message={error} />
          <textarea
            class="input input--area"
            id={id}
            name="answer"
            rows={2}
            maxLength={4000}
            value={mine?.values.answer ?? ''}
            aria-describedby={error ? `${id}-hint f-${id}-error` : `${id}-hint`}
            aria-invalid={error ? true : undefined}
          />
        </div>
        <div class="actions">
          <Button size="s" name="decision" value="hidden">
            {w.hide}
          </Button>
          <Button size="s" kind="secondary" name="decision" value="kept">
            {w.keep}
          </Button>
        </div>
      </form>
    </Note>
  )
}
