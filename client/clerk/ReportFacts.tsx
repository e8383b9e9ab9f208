import type { ComponentChildren } from 'preact'
import { words } from '../i18n/index.ts'
import { Icon } from '../ui/Icon.tsx'
import type { ClerkReportPageProps } from './report-props.ts'

type Props = Pick<
  ClerkReportPageProps,
  'frame' | 'erased' | 'answers' | 'received' | 'contact' | 'department' | 'why' | 'clerk' | 'link' | 'undelivered'
>

export function ReportFacts(props: Props) {
  const { frame, answers, received, contact, department, why, clerk, link } = props
  const { report, undelivered } = words(frame.language).clerk
  return (
    <dl class="facts">
      {answers.map(({ label, words }) => (
        <Fact key={label} term={label}>
          <span dir="auto">{words}</span>
        </Fact>
      ))}
      <Fact term={report.received}>{received}</Fact>
      <Fact term={report.person}>
        {contact ? <Contact {...contact} /> : (props.erased.contact ?? report.anonymous)}
      </Fact>
      {props.undelivered.length > 0 && (
        <Fact term={undelivered.title}>
          <ul class="contact">
            {props.undelivered.map((line) => (
              <li key={line} class="undelivered">
                <Icon name="alert" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact term={report.department}>
        <details class="why">
          <summary>
            {department.name} <span class="why__ask">{report.why}</span>
          </summary>
          <p>{why}</p>
        </details>
      </Fact>
      <Fact term={report.clerk}>{clerk?.name ?? report.nobody}</Fact>
      {link && (
        <Fact term={report.link}>
          <ul class="contact">
            <li>{link.who}</li>
            <li>{link.acknowledged}</li>
            <li class="muted">{link.since}</li>
            <li class="muted">{link.until}</li>
          </ul>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="facts__item">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Contact({ name, email, phone }: NonNullable<Props['contact']>) {
  return (
    <ul class="contact">
      {name && <li>{name}</li>}
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {phone && (
        <li>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </li>
      )}
    </ul>
  )
}
