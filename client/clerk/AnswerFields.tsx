import { words } from '../i18n/index.ts'
import { ChoiceRow } from '../ui/Choices.tsx'
import { problemOf } from '../ui/field.ts'
import { TextArea } from '../ui/TextArea.tsx'
import type { PanelProps } from './report-props.ts'
import { Gaps, TextModules } from './TextModules.tsx'

type Props = Pick<PanelProps, 'frame' | 'panel' | 'contact' | 'visibility' | 'help'> & {
  silent?: boolean
  optional?: boolean
}

/** Public words, and where they go, said before they are sent. */
export function AnswerFields({ frame, panel, contact, visibility, help, silent = false, optional = false }: Props) {
  const { common, clerk: w } = words(frame.language)
  return (
    <>
      <TextModules language={frame.language} help={help} field="answer" />
      <TextArea
        name="answer"
        label={w.panel.answer}
        hint={reach(w.panel, contact?.email, visibility.report === 'shown')}
        error={problemOf(panel.errors, 'answer')}
        optional={optional ? common.optional : undefined}
        value={panel.values.answer}
        rows={5}
      />
      <Gaps />
      {silent && (
        <ChoiceRow
          type="checkbox"
          name="silent"
          choice={{ value: 'true', label: w.panel.silent, hint: w.panel.silentHint }}
          checked={Boolean(panel.values.silent)}
        />
      )}
    </>
  )
}

type Reach = { answerTo: To; answerPublic: string; answerHidden: To; answerNobody: string }
type To = (email: string) => string

function reach(w: Reach, email: string | undefined, isPublic: boolean): string {
  if (email) return isPublic ? w.answerTo(email) : w.answerHidden(email)
  return isPublic ? w.answerPublic : w.answerNobody
}
