import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { StatusGlyph, type StatusKey } from './StatusGlyph.tsx'

export type TimelineStep = {
  /** A status, or an icon for steps that are none. */
  mark: StatusKey | { icon: IconName }
  title: string
  when?: string
  dateTime?: string
  text?: string
  /** The text is somebody's own words and stands in quotation marks. */
  quoted?: boolean
  who?: string
  /** Where it goes on. */
  link?: { href: string; label: string }
}

/** Newest first, unless it tells what is to come. */
export function Timeline({ steps }: { steps: TimelineStep[] }) {
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li class="timeline__step" key={`${step.title}${step.dateTime ?? step.when ?? ''}`}>
          <span class={`timeline__disc${typeof step.mark === 'string' ? ` st--${step.mark}` : ''}`}>
            {typeof step.mark === 'string' ? (
              <StatusGlyph status={step.mark} />
            ) : (
              <Icon name={step.mark.icon} size="s" />
            )}
          </span>
          <div class="timeline__body">
            <p class="timeline__head">
              <strong>{step.title}</strong> {step.when && <time dateTime={step.dateTime}>{step.when}</time>}
            </p>
            {step.text &&
              (step.quoted ? <q class="timeline__text">{step.text}</q> : <p class="timeline__text">{step.text}</p>)}
            {step.link && (
              <p class="timeline__text">
                <a href={step.link.href}>{step.link.label}</a>
              </p>
            )}
            {step.who && <p class="timeline__who">{step.who}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
