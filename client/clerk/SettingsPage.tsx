import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { Chip } from '../ui/Chip.tsx'
import { Note } from '../ui/Note.tsx'
import { SummaryList } from '../ui/SummaryList.tsx'
import { ClerkDocument } from './ClerkDocument.tsx'
import { SettingsSection } from './SettingsFrame.tsx'
import { SettingsHistory, UndoForm } from './SettingsHistory.tsx'
import { StaffHeader } from './StaffHeader.tsx'
import { StaleNote } from './StaleNote.tsx'
import type { SettingsItem, SettingsPageProps } from './settings-props.ts'

/** Everything that can be changed without a file, as it stands, and who changed what. */
export function SettingsPage(page: SettingsPageProps) {
  const { frame, town, texts, departments, categories } = page
  const { settings: w } = words(frame.language)
  return (
    <ClerkDocument frame={frame}>
      <StaffHeader frame={frame} search={{ action: clerk.queue(town), keep: { view: 'open' } }} />
      <main class="settings" id="inhalt" tabIndex={-1}>
        <div class="settings__head">
          <Outcome {...page} />
          <h1>{w.title}</h1>
          <p class="muted">{w.lead}</p>
          <Sections {...page} />
        </div>
        <div class="settings__main">
          <SettingsSection id="texte" title={w.texts.title}>
            <Items frame={frame} items={texts} />
          </SettingsSection>
          <SettingsSection id="fachbereiche" title={w.departments.title}>
            <Items frame={frame} items={departments} />
          </SettingsSection>
          <SettingsSection id="kategorien" title={w.categories.title}>
            {categories.map(({ group, items }) => (
              <div class="settings__group" key={group}>
                <h3>{group}</h3>
                <Items frame={frame} items={items} />
              </div>
            ))}
          </SettingsSection>
        </div>
        <div class="settings__aside">
          <SettingsSection id="verlauf" title={w.history.title}>
            <SettingsHistory {...page} />
          </SettingsSection>
        </div>
      </main>
    </ClerkDocument>
  )
}

function Outcome({ frame, town, version, done, stale }: SettingsPageProps) {
  if (stale) return <StaleNote language={frame.language} stale={stale} />
  if (!done) return null
  return (
    <Note tone="ok" role="status" title={done.sentence}>
      {done.canUndo && (
        <UndoForm town={town} version={version} restores={version - 1}>
          {words(frame.language).settings.undo}
        </UndoForm>
      )}
    </Note>
  )
}

function Sections({ frame }: SettingsPageProps) {
  const { settings: w } = words(frame.language)
  const sections = [
    { id: 'texte', title: w.texts.title },
    { id: 'fachbereiche', title: w.departments.title },
    { id: 'kategorien', title: w.categories.title },
    { id: 'verlauf', title: w.history.title },
  ]
  return (
    <nav aria-label={w.toSection}>
      <ul class="chips">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <Chip href={`#${id}`}>{title}</Chip>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Items({ frame, items }: { frame: SettingsPageProps['frame']; items: SettingsItem[] }) {
  const { settings: w } = words(frame.language)
  return (
    <SummaryList
      items={items.map(({ name, href, lines, isMarked }) => ({
        term: name,
        value: <Lines lines={lines} isMarked={isMarked} />,
        change: { href, word: w.edit, hidden: name },
      }))}
    />
  )
}

/** What is out of the ordinary stands first and stronger. */
function Lines({ lines, isMarked = false }: Pick<SettingsItem, 'lines' | 'isMarked'>) {
  return (
    <>
      {lines.map((line, index) => (
        <span key={line} class="settings__line">
          {isMarked && index === 0 ? <strong>{line}</strong> : line}
        </span>
      ))}
    </>
  )
}
