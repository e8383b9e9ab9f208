import type { Language } from '../../../tenants/languages.ts'
import { words } from '../../i18n/index.ts'
import { ClusterMark, DraftMark, PinMark } from '../../map/marks.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ICONS } from '../../ui/icons.ts'
import { STATUS_KEYS } from '../../ui/StatusGlyph.tsx'
import { StatusBadge, StatusMark } from '../../ui/StatusMark.tsx'
import { Part } from './Part.tsx'

const ROLES = [
  'ground',
  'surface',
  'ink',
  'muted',
  'line',
  'line2',
  'edge',
  'focus',
  'accent',
  'accent-soft',
  'info',
  'ok',
  'warn',
  'bad',
]

/** Colours, type, icons, and the marks that lists and maps share. */
export function Foundations({ language }: { language: Language }) {
  return (
    <>
      <Part name="Colours">
        <ul class="showcase__grid">
          {ROLES.map((role) => (
            <li key={role} class="showcase__swatch">
              <span class={`showcase__colour showcase__colour--${role}`} />
              {role}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="Type">
        <p class="display">#1042</p>
        <p class="showcase__h1">h1: one per page</p>
        <p class="showcase__h2">h2: sections</p>
        <p class="lead">lead: what the page is for</p>
        <p>body: what people read, 66 characters at most in a line of text</p>
        <p class="small">small: secondary text, hints, rows</p>
        <p class="small muted">muted: when, how many</p>
      </Part>
      <Part name="Status: shape, word, colour">
        <Statuses language={language} />
      </Part>
      <Part name="Map marks">
        <svg class="showcase__marks" viewBox="0 0 620 90" role="img" aria-label="Pins, clusters, the draft pin">
          {STATUS_KEYS.map((status, n) => (
            <g key={status} transform={`translate(${30 + n * 50} 60)`}>
              <PinMark status={status} />
            </g>
          ))}
          <g transform="translate(440 60)">
            <PinMark status="in_progress" isChosen />
          </g>
          <g transform="translate(500 45)">
            <ClusterMark count={24} open={15} />
          </g>
          <g transform="translate(570 75)">
            <DraftMark />
          </g>
        </svg>
      </Part>
      <Part name="Icon">
        <ul class="showcase__grid">
          {Object.keys(ICONS).map((name) => (
            <li key={name} class="showcase__icon">
              <Icon name={name} size="l" />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Statuses({ language }: { language: Language }) {
  const { status } = words(language)
  return (
    <ul class="showcase__grid showcase__grid--wide" lang={language}>
      {STATUS_KEYS.map((key) => (
        <li key={key} class="showcase__row">
          <StatusBadge status={{ key, label: status.label[key] }} />
          <StatusMark status={{ key, label: status.short[key] }} />
        </li>
      ))}
    </ul>
  )
}
