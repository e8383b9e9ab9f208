/** The steps after the matter itself: seen already, contact, everything once more. */
import { CheckStep } from '../../../../client/citizen/form/CheckStep.tsx'
import { ContactStep } from '../../../../client/citizen/form/ContactStep.tsx'
import { ElsewhereStep } from '../../../../client/citizen/form/ElsewhereStep.tsx'
import { SimilarStep } from '../../../../client/citizen/form/SimilarStep.tsx'
import { town as townPaths } from '../../../../client/paths.ts'
import { retentionOf } from '../../../../tenants/retention.ts'
import { categoryOf } from '../../../drafts/check-draft.ts'
import { reportRow } from '../report-row.ts'
import { formPaths } from './form-base.ts'
import type { C, StepView } from './step-view.ts'
import { SoFar, summaryOf } from './summary.tsx'
import { FROM_CHECK } from './ways.ts'

export function similarPage(c: C, view: StepView) {
  const reports = view.standing.similar ?? []
  return (
    <SimilarStep
      {...view.frame}
      next={view.next}
      reports={reports.map((report) => ({ ...reportRow(c, report), metres: report.metres }))}
      aside={SoFar(c, view)}
    />
  )
}

export function contactPage(c: C, view: StepView) {
  const { fields, frame, next } = view
  const category = categoryOf(c.var.ctx, fields)
  return (
    <ContactStep
      {...frame}
      next={next}
      values={fields.contact ?? {}}
      isDeclined={fields.contact?.isWanted === false}
      isRequired={category?.contact === 'required'}
      keepMonths={retentionOf(c.var.town, category?.key).contact}
      aside={SoFar(c, view)}
    />
  )
}

export function checkPage(c: C, view: StepView) {
  const category = categoryOf(c.var.ctx, view.fields)
  const isAsked = category?.contact !== 'none'
  const parts = ['describe', 'place', 'category', ...(isAsked ? (['contact'] as const) : [])] as const
  return (
    <CheckStep
      {...view.frame}
      items={summaryOf(c, view, [...parts], FROM_CHECK)}
      disclosure={category?.disclosure ?? 'place_first'}
      challenge={c.var.town.protection.proofOfWork ? townPaths(c.var.base).challenge() : undefined}
    />
  )
}

export function elsewherePage(c: C, { frame, token = '', standing }: StepView) {
  const { town, isCounty, metres } = standing.elsewhere ?? {}
  return (
    <ElsewhereStep
      {...frame}
      name={town?.name}
      isCounty={isCounty}
      nearMetres={metres}
      changeHref={formPaths(c).step(token, frame.step, { von: c.req.query('von'), aendern: '1' })}
    />
  )
}
