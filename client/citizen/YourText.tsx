import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'

/** What was written and could not be taken: given back, so that it can be copied. */
export function YourText({ language, texts, lead }: { language: Language; texts: string[]; lead?: string }) {
  if (texts.length === 0) return null
  return (
    <section class="your-text" aria-labelledby="your-text">
      <h2 id="your-text">{words(language).citizen.tracking.yourText}</h2>
      {lead && <p>{lead}</p>}
      {texts.map((text) => (
        <p key={text} class="card prose">
          {text}
        </p>
      ))}
    </section>
  )
}
