import { words } from '../i18n/index.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { SettingsFrame } from './SettingsFrame.tsx'
import type { SettingsSubject, SetWords } from './settings-props.ts'
import { WordsFields } from './WordsFields.tsx'

export type SettingsTextsPageProps = SettingsSubject & { news: SetWords; welcome: SetWords }

export function SettingsTextsPage({ news, welcome, ...page }: SettingsTextsPageProps) {
  const { settings: w } = words(page.frame.language)
  const field = { frame: page.frame, refused: page.refused, what: 'texts' }
  return (
    <SettingsFrame {...page} title={w.texts.title} lead={w.texts.lead}>
      <SettingsForm {...page} what="texts" submit={w.save}>
        <WordsFields {...field} name="news" label={w.texts.news} hint={w.texts.newsHint} words={news} />
        <WordsFields {...field} name="welcome" label={w.texts.welcome} hint={w.texts.welcomeHint} words={welcome} />
      </SettingsForm>
    </SettingsFrame>
  )
}
