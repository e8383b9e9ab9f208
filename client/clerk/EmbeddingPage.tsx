import { h } from 'preact'
import { LANGUAGE_NAMES, words } from '../i18n/index.ts'
import { clerk, platform, WIDGETS } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { CodeBlock } from './CodeBlock.tsx'
import { EmbeddingFacts } from './EmbeddingFacts.tsx'
import type { EmbeddingPageProps } from './embedding-props.ts'
import { SettingsSection } from './SettingsFrame.tsx'
import { SubjectFrame } from './SubjectFrame.tsx'

const ROWS = [3, 5, 10, 20]

/** For web editors: choose, look, copy. */
export function EmbeddingPage(page: EmbeddingPageProps) {
  const { frame, town, chosen, attributes, fallback, snippet, frameSnippet } = page
  const { embedding: w } = words(frame.language)
  return (
    <SubjectFrame
      frame={frame}
      search={{ action: clerk.queue(town), keep: { view: 'open' } }}
      back={{ href: clerk.interfaces(town), label: words(frame.language).keys.back }}
      title={w.title}
      lead={w.lead}
      class="embedding"
    >
      <Choice {...page} />
      <SettingsSection id="code" title={w.code}>
        <p class="muted">{w.codeHint}</p>
        <CodeBlock language={frame.language} label={w.code} code={snippet} />
      </SettingsSection>
      <SettingsSection id="vorschau" title={w.preview}>
        <p class="muted">{w.previewHint}</p>
        {/* The very element, as the website will have it. */}
        {h(
          `anliegen-${chosen.element}`,
          { ...attributes, class: 'embedding__preview' },
          <a href={fallback.href}>{fallback.label}</a>,
        )}
        <script type="module" src={platform.embedScript()} />
      </SettingsSection>
      <SettingsSection id="ohne-script" title={w.frame}>
        <p class="muted">{w.frameHint}</p>
        <CodeBlock language={frame.language} label={w.frame} code={frameSnippet} />
      </SettingsSection>
      <EmbeddingFacts {...page} />
    </SubjectFrame>
  )
}

function Choice({ frame, town, chosen, categories, languages }: EmbeddingPageProps) {
  const { embedding: w } = words(frame.language)
  return (
    <SettingsSection id="auswahl" title={w.choose}>
      <form class="embedding__choice" action={clerk.embedding(town)}>
        <Select
          name="element"
          label={w.element}
          value={chosen.element}
          options={WIDGETS.map((value) => ({ value, label: w.elements[value] }))}
        />
        <Select
          name="kategorie"
          label={w.category}
          value={chosen.category}
          empty={w.everyCategory}
          options={categories}
        />
        <Select
          name="sprache"
          label={w.language}
          value={chosen.language}
          options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <Select
          name="zeilen"
          label={w.rows}
          value={String(chosen.rows)}
          options={ROWS.map((rows) => ({ value: String(rows), label: String(rows) }))}
        />
        <Button size="s">{w.show}</Button>
      </form>
    </SettingsSection>
  )
}
