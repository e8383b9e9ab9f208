import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import type { HistoryStep } from './report-props.ts'

/** Everything that happened, also what only staff may read. */
export function HistoryList({ language, steps }: { language: Language; steps: HistoryStep[] }) {
  return (
    <ol class="timeline timeline--staff">
      {steps.map((step) => (
        <li class="timeline__step" key={step.id}>
          <span class={`timeline__disc${step.status ? ` st--${step.status}` : ''}`}>
            {step.status ? <StatusGlyph status={step.status} /> : <Icon name={iconOf(step)} size="s" />}
          </span>
          <div class="timeline__body">
            <p class="timeline__head">
              <strong>{step.who}</strong> <time dateTime={step.dateTime}>{step.when}</time>
            </p>
            {step.internal ? <InternalNote language={language} step={step} /> : <Said step={step} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

function iconOf({ internal, text }: HistoryStep) {
  if (internal) return 'lock'
  return text ? 'mail' : 'arrow-right'
}

function Said({ step }: { step: HistoryStep }) {
  return (
    <>
      <p>{step.what}</p>
      {step.text && (
        <blockquote class="timeline__quote" dir="auto">
          {step.text}
        </blockquote>
      )}
    </>
  )
}

/** `what` is kept where it says more than "note", such as the reason of a report given back. */
function InternalNote({ language, step }: { language: Language; step: HistoryStep }) {
  const { clerk: w } = words(language)
  return (
    <p class="internal" dir="auto">
      <strong>{step.what === w.history.noted ? w.report.internalNote : `${step.what}.`}</strong> {step.text}
    </p>
  )
}
