import { LANGUAGE_NAMES, words } from '../i18n/index.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { bound } from './SettingsForm.tsx'
import type { SettingsSubject, SetWords } from './settings-props.ts'

type Props = Pick<SettingsSubject, 'frame' | 'refused'> & {
  what: string
  name: string
  label: string
  hint: string
  words: SetWords
}

const ROWS = 3

/** German, and below it whatever else the town speaks. */
export function WordsFields({ frame, refused, what, name, label, hint, words: { languages, set, file } }: Props) {
  const { common, settings: w } = words(frame.language)
  const [first, ...others] = languages.map((language) => ({
    ...bound({ refused }, what, `${name}.${language}`, set[language]),
    label: w.inLanguage(label, LANGUAGE_NAMES[language]),
  }))
  const without = file && w.fileValue(`„${file}“`)
  const isUsed = others.some(({ value, error }) => value || error)
  return (
    <>
      {first && (
        <TextArea
          {...first}
          label={label}
          hint={[hint, without].filter(Boolean).join(' ')}
          optional={common.optional}
          rows={ROWS}
        />
      )}
      {others.length > 0 && (
        <details class="settings__more" open={isUsed}>
          <summary>{w.otherLanguages}</summary>
          {others.map((other) => (
            <TextArea key={other.name} {...other} optional={common.optional} rows={ROWS} />
          ))}
        </details>
      )}
    </>
  )
}
