import type { ComponentChildren } from 'preact'
import { words } from '../../i18n/index.ts'
import { town as addresses } from '../../paths.ts'
import { EmergencyHint } from '../../ui/EmergencyHint.tsx'
import { problemOf } from '../../ui/field.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { NotJoinedNote } from '../NotJoined.tsx'
import type { NotJoinedTown } from '../town-face.ts'
import { CategoryNotice, type Notice } from './CategoryNotice.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

const MOST_TEXT = 4000

export type DescribeStepProps = StepFrameProps & {
  text?: string
  /** An order says by itself what it is about. */
  isOrder?: boolean
  /** Of the category that the link offered. */
  notice?: Notice
  notJoined?: NotJoinedTown
  photos?: ComponentChildren
  next: string
}

export function DescribeStep({ text, isOrder, notice, notJoined, photos, next, ...frame }: DescribeStepProps) {
  const { language, town, errors } = frame
  const { common, form } = words(language)
  return (
    <StepFrame
      {...frame}
      title={isOrder ? form.remark : form.describe}
      isTitleQuiet
      hasFiles={photos !== undefined}
      next={{ label: next }}
    >
      {notJoined && <NotJoinedNote language={language} town={town} {...notJoined} />}
      {notice && <CategoryNotice language={language} {...notice} />}
      <TextArea
        name="description"
        label={form.description}
        hint={isOrder ? undefined : form.descriptionHint}
        optional={isOrder ? common.optional : undefined}
        value={text}
        error={problemOf(errors, 'description')}
        maxLength={MOST_TEXT}
        isFirst={errors.length === 0}
      />
      {photos}
      <div class="steps__small">
        <EmergencyHint words={common} />
        <p class="small">
          <a href={`${addresses(town.base).rules()}#nicht`}>{form.notFor}</a>
        </p>
      </div>
    </StepFrame>
  )
}
