import { words } from '../i18n/index.ts'
import { Note } from '../ui/Note.tsx'
import { TextField } from '../ui/TextField.tsx'
import { bound, SettingsForm } from './SettingsForm.tsx'
import { SettingsFrame, SettingsSection } from './SettingsFrame.tsx'
import type { SettingsSubject, SetWords } from './settings-props.ts'
import { WordsFields } from './WordsFields.tsx'

export type SettingsCategoryPageProps = SettingsSubject & {
  name: string
  until?: string
  because: SetWords
  instantAnswer: SetWords
  /** Why nobody can choose it today, as citizens read it. */
  resting?: string
  /** By a setting that a button can end. */
  isPaused: boolean
}

export function SettingsCategoryPage(page: SettingsCategoryPageProps) {
  const { settings } = words(page.frame.language)
  const w = settings.categories
  const { because, instantAnswer, resting, isPaused, until } = page
  return (
    <SettingsFrame {...page} title={page.name}>
      <SettingsSection id="pause" title={w.pause}>
        {resting && (
          <Note tone="warn" icon="clock" title={isPaused ? w.paused : w.outOfSeason}>
            <p>{resting}</p>
          </Note>
        )}
        <p class="muted">{w.pauseHint}</p>
        <SettingsForm {...page} what="pause" submit={isPaused ? w.changePause : w.savePause}>
          <TextField
            {...bound(page, 'pause', 'until', until)}
            label={w.until}
            hint={w.untilHint}
            optional={words(page.frame.language).common.optional}
            type="date"
            width="short"
          />
          <WordsFields {...page} what="pause" name="because" label={w.because} hint={w.becauseHint} words={because} />
        </SettingsForm>
        {isPaused && <SettingsForm {...page} what="resume" submit={w.resume} kind="secondary" />}
      </SettingsSection>
      <SettingsSection id="antwort" title={w.answer}>
        <SettingsForm {...page} what="answer" submit={settings.save}>
          <WordsFields
            {...page}
            what="answer"
            name="instantAnswer"
            label={w.instantAnswer}
            hint={w.answerHint}
            words={instantAnswer}
          />
        </SettingsForm>
      </SettingsSection>
    </SettingsFrame>
  )
}
