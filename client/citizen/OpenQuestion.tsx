import type { Language } from '../../tenants/languages.ts'
import { words } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { TownFace } from './town-face.ts'

const MOST_TEXT = 4000

export type OpenQuestionProps = {
  language: Language
  town: TownFace
  question: {
    text: string
    /** Department, or how else the town signs. */
    who?: string
    /** Formatted. */
    askedAt?: string
    until?: string
    /** Where the answer is posted, field `text`. */
    action: string
    value?: string
    error?: string
  }
}

/** The town waits for the reporter: first on the page, in a frame. */
export function OpenQuestion({ language, town, question }: OpenQuestionProps) {
  const { common, citizen } = words(language)
  const text = citizen.tracking
  return (
    <section class="question" aria-labelledby="rueckfrage">
      <h2 class="question__title st--question" id="rueckfrage">
        <StatusGlyph status="question" />
        {text.question[town.kind]}
      </h2>
      <form class="question__body" action={question.action} method="post">
        <div>
          <q class="prose">{question.text}</q>
          {(question.who || question.askedAt) && (
            <p class="muted small">{[question.who, question.askedAt].filter(Boolean).join(' · ')}</p>
          )}
        </div>
        <TextArea
          name="text"
          label={text.yourAnswer}
          value={question.value}
          error={question.error}
          rows={3}
          maxLength={MOST_TEXT}
        />
        <Button wide>{text.sendAnswer}</Button>
        {question.until && (
          <p class="question__until">
            <Icon name="clock" />
            {text.answerUntil(question.until, common.kind[town.kind].genitive)}
          </p>
        )}
      </form>
    </section>
  )
}
