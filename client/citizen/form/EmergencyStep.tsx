import { words } from '../../i18n/index.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { PhoneLink } from '../../ui/PhoneLink.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

/** Somebody may be in danger: first this number, then the report. */
export type Stop = { phone: string; text: string; answer?: string }
export type EmergencyStepProps = StepFrameProps & {
  stops: Stop[]
  onCall?: { phone: string; hours?: string }
  /** The same step with its fields. */
  changeHref: string
}

export function EmergencyStep({ stops, onCall, changeHref, ...frame }: EmergencyStepProps) {
  const { language } = frame
  const { form, steps } = words(language)
  const phones = [...new Set(stops.map(({ phone }) => phone))]
  const answers = stops.flatMap(({ answer }) => answer ?? [])
  const call = (phone: string) => (steps.calls as Record<string, string>)[phone] ?? form.call(phone)
  return (
    <StepFrame {...frame} title={steps.stop}>
      {stops.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      <div class="steps__choices">
        {phones.map((phone, index) => (
          <ButtonLink
            key={phone}
            href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
            icon="phone"
            kind={index === 0 ? 'danger' : 'secondary'}
            size="l"
            wide
          >
            {call(phone)}
          </ButtonLink>
        ))}
      </div>
      {onCall && !phones.includes(onCall.phone) && (
        <section class="steps__on-call">
          <h2>{form.onCall}</h2>
          <p>
            <Icon name="phone" /> <PhoneLink number={onCall.phone} />
            {onCall.hours && `, ${onCall.hours}`}
          </p>
        </section>
      )}
      <Note>
        <p>{steps.deaf}</p>
      </Note>
      <div class="steps__deliberate">
        <p class="muted">
          {answers.length > 0 && `${steps.yourAnswer(answers.join(', '))} `}
          <a href={changeHref}>{steps.changeAnswer}</a>
        </p>
        <p class="field__hint">{form.stopHint}</p>
        <Button name="do" value="called" kind="secondary" wide>
          {steps.called}
        </Button>
      </div>
    </StepFrame>
  )
}
