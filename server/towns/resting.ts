/** Why a category cannot be chosen today, in the citizen's words. */
import { formatDay, words } from '../../client/i18n/index.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'
import type { Language } from '../../tenants/languages.ts'
import { isPaused, isResting } from './resolve-town.ts'

/** @param today 2026-11-25 */
export function restingReason(language: Language, category: Category, today: string): string | undefined {
  if (!isResting(category, today)) return undefined
  const { resting } = words(language).form
  const { paused, season } = category
  const day = (date: string) => formatDay(language, `${date}T12:00:00Z`, new Date(`${today}T12:00:00Z`))
  if (paused && isPaused(category, today)) {
    const sentence = paused.until ? resting.until(day(paused.until)) : resting.now
    return [sentence, paused.because?.[language]].filter(Boolean).join(' ')
  }
  return season ? resting.season(day(nextStart(season.from, today))) : resting.now
}

/** The first day of the season that is still to come. */
function nextStart(from: string, today: string): string {
  const year = Number(today.slice(0, 4))
  return `${today.slice(5) < from ? year : year + 1}-${from}`
}
