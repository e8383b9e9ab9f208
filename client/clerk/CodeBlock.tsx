import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

type Props = { language: Language; label: string; code: string }

/** Text to take along. A line that is wider than the page is broken, and copied as it is. */
export function CodeBlock({ language, label, code }: Props) {
  return (
    <div class="code">
      <pre class="code__box" translate={false}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} words={words(language).common} about={label} />
    </div>
  )
}
