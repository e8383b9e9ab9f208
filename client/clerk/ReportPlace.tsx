import { words } from '../i18n/index.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import type { ClerkReportPageProps, NearbyReport } from './report-props.ts'

type Props = Pick<
  ClerkReportPageProps,
  'frame' | 'map' | 'address' | 'point' | 'nearby' | 'neighbours' | 'version' | 'actionHref'
>

export function ReportPlace(props: Props) {
  const { frame, map, address, point, nearby, neighbours } = props
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
        {neighbours.map((neighbour) => (
          <NearBorder key={neighbour.key} {...props} neighbour={neighbour} />
        ))}
      </section>
      <section aria-labelledby="naehe">
        <h2 id="naehe">{report.nearby}</h2>
        {nearby.length > 0 ? <NearbyList reports={nearby} /> : <p class="meta">{report.noneNearby}</p>}
      </section>
    </div>
  )
}

type NearBorderProps = Props & { neighbour: Props['neighbours'][number] }

/** Near a border the official line is no surer than a phone: the clerk may choose. */
function NearBorder({ frame, version, actionHref, neighbour }: NearBorderProps) {
  const { nearBorder, busy } = words(frame.language).clerk
  return (
    <form class="near-border" method="post" action={actionHref('neighbour')} data-busy={busy}>
      <p>
        <strong>{nearBorder.title(neighbour.metres, neighbour.name)}</strong>
      </p>
      <p class="meta">{nearBorder.text}</p>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="town" value={neighbour.key} />
      <button type="submit" class="btn btn--quiet btn--staff">
        {nearBorder.pass(neighbour.name)}
      </button>
    </form>
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
