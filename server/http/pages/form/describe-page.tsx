import { DescribeStep } from '../../../../client/citizen/form/DescribeStep.tsx'
import { PhotoField } from '../../../../client/citizen/PhotoField.tsx'
import { categoryOf } from '../../../drafts/check-draft.ts'
import { notJoined } from '../document-of.tsx'
import { noticeOf } from './chosen-category.ts'
import type { C, StepView } from './step-view.ts'

export function describePage(c: C, { frame, fields, next, photos, uploadPath }: StepView) {
  const category = categoryOf(c.var.ctx, fields)
  return (
    <DescribeStep
      {...frame}
      next={next}
      text={fields.describe?.description}
      isOrder={category?.kind === 'service_order'}
      notice={category && noticeOf(c.var.town, category, c.var.language)}
      notJoined={notJoined(c)}
      photos={
        category?.photo === 'none' ? undefined : (
          <PhotoField language={c.var.language} uploadPath={uploadPath} photos={photos} problems={frame.errors} />
        )
      }
    />
  )
}
