import { words } from '../../i18n/index.ts'
import { Button } from '../../ui/Button.tsx'
import type { ReportRowData } from '../../ui/ReportRow.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { StepFrame, type StepFrameProps } from './StepFrame.tsx'

type Near = ReportRowData & { metres: number }
export type SimilarStepProps = StepFrameProps & { reports: Near[]; next: string }

/** Open matters nearby: following one helps more than reporting it again. */
export function SimilarStep({ reports, next, ...frame }: SimilarStepProps) {
  const { steps } = words(frame.language)
  return (
    <StepFrame {...frame} title={steps.similar} lead={steps.similarHint} next={{ label: next }}>
      <ul class="similar">
        {reports.map((report) => (
          <li key={report.number} class="card similar__one">
            <h2 class="similar__title">
              <a href={report.href}>{report.category}</a>
            </h2>
            <p class="muted small">
              {steps.away(report.metres)} · <time dateTime={report.dateTime}>{report.age}</time> · #{report.number}
            </p>
            <StatusMark status={report.status} />
            {report.place && <p class="small">{report.place}</p>}
            {report.text && <blockquote class="similar__text">{report.text}</blockquote>}
            <input type="hidden" name="others" value={report.number} />
            <Button name="follow" value={String(report.number)} kind="secondary" wide>
              {steps.thisOne}
              <span class="sr">, #{report.number}</span>
            </Button>
          </li>
        ))}
      </ul>
    </StepFrame>
  )
}
