import { words } from '../i18n/index.ts'
import { ChoiceRows } from '../ui/Choices.tsx'
import { problemOf } from '../ui/field.ts'
import { Select } from '../ui/Select.tsx'
import type { PanelProps } from './PanelFields.tsx'

/** Up to this many stand open below each other; more would push the answer out of sight. */
const ROWS_UP_TO = 4

type Props = Pick<PanelProps, 'frame' | 'panel'> & { reasons: string[]; label?: string }

export function ReasonField({ frame, panel, reasons, label }: Props) {
  const { clerk: w } = words(frame.language)
  const choices = reasons.map((value) => ({ value, label: w.reason(value) }))
  const field = {
    name: 'reason',
    label: label ?? w.panel.reason,
    value: panel.values.reason,
    error: problemOf(panel.errors, 'reason'),
  }
  return choices.length > ROWS_UP_TO ? (
    <Select {...field} options={choices} empty={w.panel.choose} />
  ) : (
    <ChoiceRows {...field} choices={choices} />
  )
}
