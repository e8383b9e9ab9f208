import type { Language } from '../../tenants/languages.ts'
import { formatNumber, words } from '../i18n/index.ts'

export type TopicDurations = { medianDays: number; nineOfTenDays?: number; done: number }

type Props = { language: Language; durations: TopicDurations | null; isSecret: boolean }

/** How long such reports take, or honestly that nobody can say. */
export function HowLong({ language, durations, isSecret }: Props) {
  const { topics: text } = words(language)
  return (
    <section class="topic__part" aria-labelledby="dauer">
      <h2 id="dauer">{text.duration}</h2>
      {durations ? (
        <>
          <p class="display topic__days">{text.days(durations.medianDays)}</p>
          <p>
            {text.half} {durations.nineOfTenDays !== undefined && text.nineOfTen(durations.nineOfTenDays)}{' '}
            <span class="muted">{text.cases(durations.done)}</span>
          </p>
          {durations.nineOfTenDays !== undefined && (
            <Bar language={language} median={durations.medianDays} most={durations.nineOfTenDays} />
          )}
        </>
      ) : (
        <p class="muted">{isSecret ? text.notCounted : text.tooFew}</p>
      )}
    </section>
  )
}

/** Where the ninth of ten stands on the bar, in percent: behind it the last one. */
const NINTH = 87
/** Nearer to an end than this, the number in the middle would run into its neighbour. */
const ROOM = 12

/** The same once more to look at; the words above say it all. */
function Bar({ language, median, most }: { language: Language; median: number; most: number }) {
  const { topics: text } = words(language)
  const half = Math.round((NINTH * median) / most)
  const fits = half > ROOM && half < NINTH - 2 * ROOM
  return (
    <svg class="topic__bar" width="100%" height="40" aria-hidden="true" focusable="false">
      <rect class="topic__all" width="100%" height="12" />
      <rect class="topic__ninth" width={`${NINTH}%`} height="12" />
      <rect class="topic__half" width={`${half}%`} height="12" />
      <text x="0" y="34">
        0
      </text>
      {fits && (
        <text x={`${half}%`} y="34" text-anchor="middle">
          {formatNumber(language, median)}
        </text>
      )}
      <text x={`${NINTH}%`} y="34" text-anchor="end">
        {text.days(most)}
      </text>
    </svg>
  )
}
