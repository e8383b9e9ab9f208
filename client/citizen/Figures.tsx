import type { Language } from '../../tenants/languages.ts'
import { formatNumber, formatPercent, words } from '../i18n/index.ts'

export type TownFigures = {
  medianDays: number
  /** Between 0 and 1: solved, not merely closed. */
  solvedShare: number
  /** Closed reports behind both figures. */
  ended: number
}

/** Below this, one report more or less would change the picture. */
const FEWEST = 5

export function Figures({ language, figures }: { language: Language; figures: TownFigures | null }) {
  const text = words(language).citizen.start
  return (
    <section class="figures" aria-labelledby="zahlen">
      <h2 id="zahlen">{text.figures}</h2>
      {figures && figures.ended >= FEWEST ? (
        <dl>
          <div>
            <dt>{text.daysMeaning}</dt>
            <dd>{text.days(figures.medianDays)}</dd>
          </div>
          <div>
            <dt>{text.solvedMeaning(formatNumber(language, figures.ended))}</dt>
            <dd>{formatPercent(language, figures.solvedShare)}</dd>
          </div>
        </dl>
      ) : (
        <p class="muted small">{text.tooFew}</p>
      )}
    </section>
  )
}
