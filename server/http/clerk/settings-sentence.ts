/** A change of a town's settings in words, for the history and for whoever was slower. */
import type { Context } from 'hono'
import { formatDateTime, formatDay, words } from '../../../client/i18n/index.ts'
import { inEveryLanguage, type WordsInFile } from '../../../tenants/languages.ts'
import type { TownSettings } from '../../../tenants/schema.ts'
import type { PastChange, SettingsForAdmin } from '../../towns/read-settings.ts'
import { type Difference, settingsDifferences } from '../../towns/settings-differences.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'

type C = Context<AppEnv>

export function pastChangeInWords(c: C, { row, before, after }: PastChange, { file, names }: SettingsForAdmin) {
  const { language, deps } = c.var
  const { actor } = words(language).clerk
  const differences = settingsDifferences(before, after)
  const isAbsence = (key: string) =>
    differences.some((one) => one.of === 'department' && one.field === 'absentUntil' && one.key === key)
  // The sentence of an absence names the deputy.
  const told = differences.filter((one) => !(one.of === 'department' && one.field === 'deputy' && isAbsence(one.key)))
  const fileDeputy = (key: string) => file.departments.find((one) => one.key === key)?.deputy
  return {
    who: row.changedBy ? (names.get(row.changedBy) ?? actor.former) : actor.system,
    when: formatDateTime(language, row.changedAt, deps.now()),
    dateTime: row.changedAt.toISOString(),
    what: told.map((difference) => sentenceOf(c, difference, after, fileDeputy)),
  }
}

function sentenceOf(
  c: C,
  difference: Difference,
  after: TownSettings,
  fileDeputy: (key: string) => string | undefined,
) {
  const { history } = words(c.var.language).settings
  if (difference.of === 'text') return history[difference.field](own(c, after.texts[difference.field]))
  if (difference.of === 'department') return departmentSentence(c, difference, after, fileDeputy)
  const { field } = difference
  const name = plainName(categoryName(c, difference.key))
  const now = after.categories[difference.key] ?? {}
  if (field !== 'paused') return history[field](name, own(c, now[field]))
  if (!now.paused) return history.resumed(name)
  const { until, because } = now.paused
  return history.paused(name, until && day(c, until), own(c, because))
}

function departmentSentence(
  c: C,
  { key, field }: Extract<Difference, { of: 'department' }>,
  after: TownSettings,
  fileDeputy: (key: string) => string | undefined,
): string {
  const { history } = words(c.var.language).settings
  const name = departmentName(c, key)
  const now = after.departments[key] ?? {}
  const deputy = now.deputy ?? fileDeputy(key)
  switch (field) {
    case 'absentUntil':
      if (!now.absentUntil) return history.returned(name)
      return history.absent(name, day(c, now.absentUntil), deputy ? departmentName(c, deputy) : '')
    case 'deputy':
      return history.deputy(name, now.deputy && departmentName(c, now.deputy))
    case 'onCall':
      return history.onCall(name, [now.onCall?.phone, now.onCall?.hours].filter(Boolean).join(', ') || undefined)
    default:
      return history[field](name, now[field])
  }
}

/** "25. November" */
export const day = (c: C, date: string) => formatDay(c.var.language, `${date}T12:00:00Z`, c.var.deps.now())

const own = (c: C, text: WordsInFile | undefined) =>
  text === undefined ? undefined : inEveryLanguage(text)[c.var.language]

/** Without the soft hyphens that only narrow columns need. */
export const plainName = (name: string) => name.replaceAll('\u00ad', '')
