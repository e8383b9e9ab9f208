import { Icon } from './Icon.tsx'
import { type StatusLabel, StatusMark } from './StatusMark.tsx'

/** A report in a list: words already in the reader's language. */
export type ReportRowData = {
  number: number
  href: string
  category: string
  icon: string
  place?: string
  text?: string
  status: StatusLabel
  /** "gestern", "vor 4 Tagen" */
  age: string
  /** ISO 8601, for machines. */
  dateTime: string
  /** Address of a small picture that everybody may see. */
  photo?: string
}

export function ReportRow({ report }: { report: ReportRowData }) {
  return (
    <article class="row" data-report={report.number}>
      <span class="row__tile">
        <Icon name={report.icon} />
      </span>
      <div class="row__body">
        <h3 class="row__title">
          <a class="row__link" href={report.href}>
            {report.category}
          </a>
        </h3>
        {report.place && <p class="row__place">{report.place}</p>}
        {report.text && <p class="row__text">{report.text}</p>}
        <p class="row__meta">
          <StatusMark status={report.status} />
          <span class="row__age">
            #{report.number} · <time dateTime={report.dateTime}>{report.age}</time>
          </span>
        </p>
      </div>
      {report.photo && <img class="row__photo" src={report.photo} alt="" width="72" height="72" loading="lazy" />}
    </article>
  )
}

export function ReportRows({ reports, label }: { reports: ReportRowData[]; label?: string }) {
  return (
    <ul class="rows" aria-label={label}>
      {reports.map((report) => (
        <li key={report.number}>
          <ReportRow report={report} />
        </li>
      ))}
    </ul>
  )
}
