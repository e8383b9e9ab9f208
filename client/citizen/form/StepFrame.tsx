import type { ComponentChildren } from 'preact'
import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { type FormStep, STEP_PATHS } from '../../paths.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { FieldProblem } from '../../ui/field.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import type { TownFace } from '../town-face.ts'

const STEPS = Object.keys(STEP_PATHS) as FormStep[]

export type StepFrameProps = {
  language: Language
  town: TownFace
  step: FormStep
  /** Where the form goes. */
  action: string
  /** Absent on the first step in another website's frame: there is nothing before it. */
  backHref?: string
  /** Sent along unseen. */
  hidden?: Record<string, string | undefined>
  errors: FieldProblem[]
  /** Beside the step on a wide screen. */
  aside?: ComponentChildren
}

type Props = StepFrameProps & {
  title: string
  lead?: string
  /** Above the title: a map. */
  above?: ComponentChildren
  /** The one button that goes on; without it the page brings its own. */
  next?: { label: string; icon?: IconName; busy?: string; busyLong?: string }
  /** Another field has the focus when the page opens. */
  isTitleQuiet?: boolean
  hasFiles?: boolean
  children?: ComponentChildren
}

/** One step: where one is, what is asked, and the button that goes on. */
export function StepFrame(props: Props) {
  const { language, town, step, action, hidden = {}, errors, title, lead, above, aside, hasFiles, children } = props
  const { common } = words(language)
  const isQuiet = props.isTitleQuiet || errors.length > 0
  return (
    <form
      class={`steps steps--${step} on-ground${above || aside ? ' steps--wide' : ''}`}
      action={action}
      method="post"
      encType={hasFiles ? 'multipart/form-data' : undefined}
      noValidate
      data-island="StepKeeper"
      data-props={JSON.stringify({ town: town.key, step })}
    >
      {/* Enter in a field presses the first button of a form: it goes on, and does nothing else. */}
      {props.next && <button type="submit" class="sr" tabIndex={-1} aria-hidden="true" />}
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <StepHead {...props} />
      <div class="steps__body">
        <ErrorSummary title={common.checkFields(errors.length)} errors={errors} />
        {above && <div class="steps__above">{above}</div>}
        <div class="steps__main">
          {/* biome-ignore lint/a11y/noAutofocus: a new page of the same form; whoever cannot see it hears where it goes on */}
          <h1 tabIndex={-1} autoFocus={!isQuiet}>
            {title}
          </h1>
          {lead && <p class="lead small">{lead}</p>}
          {children}
        </div>
        {props.next && <StepFoot {...props} />}
      </div>
      {aside && <aside class="steps__aside">{aside}</aside>}
    </form>
  )
}

function StepHead({ language, step, backHref }: Props) {
  const { steps } = words(language)
  const at = STEPS.indexOf(step) + 1
  return (
    <div class="steps__head">
      <div class="steps__bar">
        {backHref && (
          <a class="steps__back" href={backHref}>
            <Icon name="arrow-left" size="l" class="icon--along" />
            {step === 'describe' ? steps.start : steps.back}
          </a>
        )}
        <button type="submit" class="link-button" name="do" value="later">
          {steps.later}
        </button>
      </div>
      <div class="steps__bars" aria-hidden="true">
        {STEPS.map((one, index) => (
          <span key={one} class={index < at ? 'is-done' : undefined} />
        ))}
      </div>
      <p class="steps__where">
        {steps.progress(at, STEPS.length)} · <strong>{steps.names[step]}</strong>
      </p>
    </div>
  )
}

function StepFoot({ language, step, backHref, next }: Props) {
  const { steps } = words(language)
  if (!next) return null
  return (
    <div class="steps__foot">
      <Button size="l" icon={next.icon} wide busy={next.busy} busyLong={next.busyLong}>
        {next.label}
      </Button>
      {backHref && (
        <span class="steps__foot-back">
          <ButtonLink href={backHref} kind="secondary" size="l">
            {step === 'describe' ? steps.start : steps.back}
          </ButtonLink>
        </span>
      )}
    </div>
  )
}
