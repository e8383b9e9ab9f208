import { words } from '../i18n/index.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import type { ClerkReportPageProps, NearbyReport } from './report-props.ts'

type Props = Pick<ClerkReportPageProps, 'frame' | 'map' | 'address' | 'point' | 'nearby'>

export function ReportPlace({ frame, map, address, point, nearby }: Props) {
  const { report } = words(frame.language).clerk
  return (
    <div class="matter__place">
      <section aria-labelledby="ort">
        <h2 id="ort">{report.place}</h2>
        {map && <div class="matter__map">{map}</div>}
        <p>{address ?? (point ? null : report.noPlace)}</p>
        {point && (
          <p class="meta">
            {report.coordinates}: <bdi>{`${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`}</bdi>
          </p>
        )}
      </section>
      <section aria-labelledby="naehe">
        <h2 id="naehe">{report.nearby}</h2>
        {nearby.length > 0 ? <NearbyList reports={nearby} /> : <p class="meta">{report.noneNearby}</p>}
      </section>
    </div>
  )
}

function NearbyList({ reports }: { reports: NearbyReport[] }) {
  return (
    <ul class="nearby">
      {reports.map(({ number, href, category, status, age }) => (
        <li key={number}>
          <a class="row__link" href={href}>
            {category}
          </a>
          <span class="nearby__line">
            <span>
              #{number} · {age}
            </span>
            <StatusMark status={status} />
          </span>
        </li>
      ))}
    </ul>
  )
}
