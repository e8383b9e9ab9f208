import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { clerk } from '../paths.ts'
import { SubjectFrame } from './SubjectFrame.tsx'
import type { SettingsSubject } from './settings-props.ts'

type Props = Pick<SettingsSubject, 'frame' | 'town'> & { title: string; lead?: string; children: ComponentChildren }

/** A page about one of the settings, or of what else a town's admin sees to. */
export function SettingsFrame({ town, ...page }: Props) {
  const search = { action: clerk.queue(town), keep: { view: 'open' } }
  const back = { href: clerk.settings(town), label: words(page.frame.language).settings.back }
  return <SubjectFrame {...page} search={search} back={back} />
}

export function SettingsSection({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="settings__section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
