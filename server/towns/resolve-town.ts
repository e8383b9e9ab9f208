/** A town as the application reads it: catalogue ← town file ← settings. Pure. */
import { type Category, resolveCategory, type WholeCategory } from '../../tenants/catalogue-schema.ts'
import { NO_SETTINGS, type StoredTown, type Town, type TownSettings } from '../../tenants/schema.ts'
import { formsOf } from './compile-town.ts'

/** @throws Error when the stored town names a category its catalogue does not have: `apply` never lets that in */
export function resolveTown(
  stored: StoredTown,
  catalogue: ReadonlyMap<string, WholeCategory>,
  settings: TownSettings = NO_SETTINGS,
): Town {
  const categories = stored.categories.map((entry): Category => {
    const change = settings.categories['catalogue' in entry ? entry.catalogue : entry.key] ?? {}
    if (!('catalogue' in entry)) return resolveCategory(entry, [change])
    const whole = catalogue.get(entry.catalogue)
    if (!whole) throw new Error(`the catalogue of ${stored.key} has no ${entry.catalogue}`)
    return resolveCategory(whole, [entry.change, change])
  })
  return {
    ...stored,
    // A version applied before they were kept knows neither.
    closedDays: stored.closedDays ?? [],
    modules: stored.modules ?? [],
    forms: stored.forms ?? formsOf(stored.name, stored.kind),
    texts: { ...stored.texts, ...settings.texts },
    departments: stored.departments.map((department) => ({
      ...department,
      ...existing(settings.departments[department.key], stored),
    })),
    categories,
  }
}

/** A deputy that a later file no longer has would get reports nobody sees. */
function existing(setting: TownSettings['departments'][string] | undefined, { departments }: StoredTown) {
  const { deputy, ...others } = setting ?? {}
  return departments.some(({ key }) => key === deputy) ? { ...others, deputy } : others
}

type Pause = { paused?: { until?: string | undefined } | undefined }

/** Until the end of its last day; without one until somebody ends it. */
export const isPaused = ({ paused }: Pause, today: string): boolean =>
  paused !== undefined && (paused.until === undefined || paused.until >= today)

/** Nobody can choose it today: paused by the town, or out of its season. @param today 2026-11-25 */
export function isResting({ paused, season }: Pick<Category, 'paused' | 'season'>, today: string): boolean {
  if (isPaused({ paused }, today)) return true
  if (!season) return false
  const day = today.slice(5)
  const isOverNewYear = season.from > season.until
  const inSeason = isOverNewYear ? day >= season.from || day <= season.until : day >= season.from && day <= season.until
  return !inSeason
}
