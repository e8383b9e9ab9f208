import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { KeyCap } from './KeyCap.tsx'
import type { PanelHelp } from './report-props.ts'

type Props = { language: Language; help?: PanelHelp | undefined; field: 'answer' | 'text' }

/** Keys have one digit. */
const MOST_KEYS = 9

/** Above the field they fill. Without script a press loads the panel again with the text in it. */
export function TextModules({ language, help, field }: Props) {
  const { modules } = words(language).desk
  if (!help || help.modules.length === 0) return null
  return (
    <fieldset class="modules">
      <legend class="field__label">{modules.title}</legend>
      <ul class="chips">
        {help.modules.map(({ key, title, text, reason }, index) => (
          <li key={key}>
            <button
              type="submit"
              class="chip"
              name="baustein"
              value={key}
              formAction={help.previewHref}
              data-module={text}
              data-field={field}
              data-reason={reason}
              data-key={index < MOST_KEYS ? index + 1 : undefined}
            >
              <span>{title}</span>
              {index < MOST_KEYS && <KeyCap>{String(index + 1)}</KeyCap>}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Filled by the browser: each gap as a way to it. The server refuses what has one. */
export function Gaps() {
  return (
    <div class="gaps" role="status" data-gaps>
      <Icon name="warn" />
      <span data-gaps-words />
    </div>
  )
}
