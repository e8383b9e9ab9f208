import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'
import type { ConformanceLineProps, LineState } from './oversight-props.ts'

export const ICONS: Record<LineState, IconName> = { met: 'check-circle', hint: 'warn', missing: 'alert' }

type Props = { language: Language; line: ConformanceLineProps }

/** One requirement; what fails says where to write what. */
export function ConformanceLine({ language, line }: Props) {
  const { conformance } = words(language)
  const { state, title, sentence, binding, source, remedy } = line
  return (
    <li class={`norm norm--${state}`}>
      <Icon name={ICONS[state]} size="l" class="norm__icon" />
      <div class="norm__what">
        <h3>{title}</h3>
        <p>{sentence}</p>
        <p class="norm__source">
          {binding ? conformance.binding : conformance.voluntary} · {source}
        </p>
      </div>
      <p class="norm__state">{conformance.state[state]}</p>
      {remedy && (
        <div class="norm__remedy">
          <p>{remedy.text}</p>
          {remedy.file && <p class="norm__where">{conformance.whereToWrite(remedy.file, remedy.field)}</p>}
          {remedy.write && <pre>{remedy.write}</pre>}
        </div>
      )}
    </li>
  )
}
