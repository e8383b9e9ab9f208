import { words } from '../i18n/index.ts'
import { CodeBlock } from './CodeBlock.tsx'
import type { EmbeddingPageProps } from './embedding-props.ts'
import { SettingsSection } from './SettingsFrame.tsx'

const ATTRIBUTES = ['heading', 'level', 'theme', 'height', 'via'] as const
const EVENTS = ['open', 'close', 'sent', 'ready', 'status', 'error'] as const

/** Which websites may, how it can look, what it says, and what a strict website has to allow. */
export function EmbeddingFacts({ frame, hosts, policy, pinnedSnippet, colours }: EmbeddingPageProps) {
  const { embedding: w } = words(frame.language)
  const { properties } = w.look
  return (
    <>
      <SettingsSection id="websites" title={w.hosts.title}>
        <p>{hosts.length > 0 ? w.hosts.some : w.hosts.none}</p>
        {hosts.length > 0 && (
          <ul class="embedding__hosts">
            {hosts.map((host) => (
              <li key={host}>
                <code>{host}</code>
              </li>
            ))}
          </ul>
        )}
        <p class="muted">{w.hosts.where}</p>
      </SettingsSection>
      <SettingsSection id="aussehen" title={w.look.title}>
        <p>{w.look.text}</p>
        <p>{w.look.colours}</p>
        <CodeBlock language={frame.language} label={w.look.title} code={colours} />
        <Terms rows={Object.entries(properties).map(([name, what]) => [`--anliegen-${name}`, what])} />
      </SettingsSection>
      <SettingsSection id="angaben" title={w.attributes.title}>
        <Terms rows={ATTRIBUTES.map((name) => [name, w.attributes[name]])} />
      </SettingsSection>
      <SettingsSection id="ereignisse" title={w.events.title}>
        <p>{w.events.text}</p>
        <Terms rows={EVENTS.map((name) => [`anliegen-${name}`, w.events[name]])} />
      </SettingsSection>
      <SettingsSection id="regeln" title={w.policy.title}>
        <p>{w.policy.text}</p>
        <CodeBlock language={frame.language} label={w.policy.title} code={policy} />
        <h3>{w.policy.hash}</h3>
        <p>{w.policy.hashText}</p>
        <CodeBlock language={frame.language} label={w.policy.hash} code={pinnedSnippet} />
      </SettingsSection>
    </>
  )
}

function Terms({ rows }: { rows: [code: string, what: string][] }) {
  return (
    <dl class="embedding__terms">
      {rows.map(([code, what]) => (
        <div key={code}>
          <dt>
            <code>{code}</code>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
