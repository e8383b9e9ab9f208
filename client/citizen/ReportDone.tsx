import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { town as addresses } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { fieldId } from '../ui/field.ts'
import { Icon } from '../ui/Icon.tsx'
import { Island } from '../ui/Island.tsx'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { Timeline, type TimelineStep } from '../ui/Timeline.tsx'
import type { TownFace } from './town-face.ts'

export type ReportDoneProps = {
  language: Language
  town: TownFace
  number: number
  department: string
  /** Formatted, with weekday. Absent where nobody has promised it. */
  answerBy?: string
  trackingHref: string
  /** Absolute: to copy and to keep. */
  trackingUrl: string
  email?: string
  /** Median for the category, if there are enough cases to say so. */
  usualDays?: number
  /** What happens without anybody doing anything, in the town's words. */
  instantAnswer?: string
}

export function ReportDone(props: ReportDoneProps) {
  const { language, town, number, department, answerBy, trackingHref, email } = props
  const { form } = words(language)
  return (
    <div class="page done">
      <Island name="DraftKeeper" props={{ town: town.key }} />
      <h1>{form.done}</h1>
      <div class="card">
        <div class="done__number">
          <p class="muted">{form.yourNumber}</p>
          <p class="display">#{number}</p>
        </div>
        <SummaryList
          flat
          items={[
            { term: form.department, value: <strong>{department}</strong> },
            ...(answerBy ? [{ term: form.answerBy, value: <strong>{answerBy}</strong> }] : []),
          ]}
        />
      </div>
      {props.instantAnswer && (
        <Note tone="info" icon="info">
          <p class="prose">{props.instantAnswer}</p>
        </Note>
      )}
      {email && (
        <Note tone="info" icon="mail">
          <p>{form.mailSent(email)}</p>
        </Note>
      )}
      <section aria-labelledby="weiter">
        <h2 id="weiter">{form.next}</h2>
        <Timeline steps={comingSteps(props)} />
      </section>
      <KeepLink {...props} />
      <div class="done__actions">
        <ButtonLink href={trackingHref} size="l" wide>
          {form.seeStatus}
        </ButtonLink>
        <ButtonLink href={addresses(town.base).report()} kind="secondary" wide>
          {form.another}
        </ButtonLink>
      </div>
    </div>
  )
}

function KeepLink({ language, trackingUrl }: ReportDoneProps) {
  const { form } = words(language)
  const id = fieldId('tracking-link')
  return (
    <section class="field done__link" aria-labelledby="link">
      <h2 id="link">
        <label for={id}>{form.keepLink}</label>
      </h2>
      <p class="field__hint" id={`${id}-hint`}>
        {form.keepLinkHint}
      </p>
      <span class="input-icon">
        <Icon name="link" />
        <input class="input" id={id} value={trackingUrl} readOnly aria-describedby={`${id}-hint`} />
      </span>
      <CopyButton text={trackingUrl} words={{ copy: form.copyLink, copied: form.copied }} />
    </section>
  )
}

function comingSteps({ language, answerBy, usualDays }: ReportDoneProps): TimelineStep[] {
  const { form, citizen } = words(language)
  const { forwarded, byMail } = citizen.notJoined
  const steps: TimelineStep[] = [
    { mark: 'done', title: form.today, text: form.todayText },
    answerBy
      ? { mark: 'received', title: form.until(answerBy), text: form.untilText }
      : { mark: { icon: 'mail' }, title: forwarded, text: byMail },
  ]
  if (usualDays) steps.push({ mark: { icon: 'calendar' }, title: form.usually(usualDays), text: form.usuallyText })
  return steps
}
