import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

type Props = { language: Language; label: string; code: string }

/** Text to take along. It scrolls by keyboard where it is wider than the page. */
export function CodeBlock({ language, label, code }: Props) {
  const { common, embedding } = words(language)
  return (
    <div class="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="code__box" tabIndex={0} aria-label={embedding.toCopy(label)}>
        <pre>
          <code>{code}</code>
        </pre>
      </section>
      <CopyButton text={code} words={common} about={label} />
    </div>
  )
}
