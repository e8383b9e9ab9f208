import { words } from '../i18n/index.ts'
import { CheckRows, ChoiceRows } from '../ui/Choices.tsx'
import { problemOf } from '../ui/field.ts'
import { TextField } from '../ui/TextField.tsx'
import type { PanelProps } from './report-props.ts'

/** What is the same, which of it stays, and who gets mail. */
export function MergeFields({ frame, panel, nearby, number }: PanelProps) {
  const { merge: w } = words(frame.language).clerk
  const choices = nearby.map((one) => ({
    value: String(one.number),
    label: `#${one.number} ${one.category}`,
    hint: [one.status.label, one.age, one.hasMail ? w.mail : w.noMail].join(' · '),
  }))
  return (
    <>
      {choices.length > 0 ? (
        <CheckRows
          name="numbers"
          label={w.open}
          hint={w.hint}
          error={problemOf(panel.errors, 'numbers')}
          choices={choices}
          values={(panel.values.numbers ?? '').split(',')}
        />
      ) : (
        <p class="meta">{w.none}</p>
      )}
      <TextField
        name="others"
        label={w.others}
        hint={w.othersHint}
        value={panel.values.others}
        error={
          problemOf(panel.errors, 'others') ?? (choices.length > 0 ? undefined : problemOf(panel.errors, 'numbers'))
        }
        inputMode="numeric"
      />
      {choices.length > 0 && (
        <ChoiceRows
          name="into"
          label={w.lead}
          error={problemOf(panel.errors, 'into')}
          value={panel.values.into || String(number)}
          choices={[
            { value: String(number), label: w.self(number) },
            ...choices.map(({ value, label }) => ({ value, label })),
          ]}
        />
      )}
    </>
  )
}
