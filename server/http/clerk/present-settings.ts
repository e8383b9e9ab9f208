/** The settings of a town as the props of the admin's pages. */
import type { Context } from 'hono'
import type { SettingsCategoryPageProps } from '../../../client/clerk/SettingsCategoryPage.tsx'
import type { SettingsDepartmentPageProps } from '../../../client/clerk/SettingsDepartmentPage.tsx'
import type { SettingsTextsPageProps } from '../../../client/clerk/SettingsTextsPage.tsx'
import type { SettingsItem, SettingsPageProps, SetWords } from '../../../client/clerk/settings-props.ts'
import { dayOf, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../../client/paths.ts'
import type { Category } from '../../../tenants/catalogue-schema.ts'
import { inEveryLanguage, SOURCE_LANGUAGE, type WordsInFile } from '../../../tenants/languages.ts'
import type { Department, Town } from '../../../tenants/schema.ts'
import { notFound } from '../../errors.ts'
import { isAbsent } from '../../towns/check-settings.ts'
import type { SettingsForAdmin } from '../../towns/read-settings.ts'
import { isPaused } from '../../towns/resolve-town.ts'
import { restingReason } from '../../towns/resting.ts'
import type { AppEnv } from '../app-env.ts'
import { departmentName } from '../names.ts'
import { day, pastChangeInWords, plainName } from './settings-sentence.ts'

type C = Context<AppEnv>

export function overviewOf(c: C, data: SettingsForAdmin): Omit<SettingsPageProps, 'frame' | 'done' | 'stale'> {
  const { town } = data
  return {
    town: town.key,
    version: data.version,
    texts: textItems(c, town),
    departments: town.departments.map((department) => departmentItem(c, department)),
    categories: [...new Set(town.categories.map(({ groupName }) => groupName[c.var.language]))].map((group) => ({
      group,
      items: town.categories
        .filter(({ groupName }) => groupName[c.var.language] === group)
        .map((category) => categoryItem(c, category)),
    })),
    history: data.history.map((past) => ({
      ...pastChangeInWords(c, past, data),
      version: past.row.version,
      restores: past.row.version === data.version ? data.version - 1 : past.row.version,
    })),
  }
}

function textItems(c: C, { key, texts }: Town): SettingsItem[] {
  const { settings: w } = words(c.var.language)
  const href = clerkPaths.settingsTexts(key)
  return (['news', 'welcome'] as const).map((field) => {
    const text = texts[field]
    return { name: w.texts[field], href, lines: [text ? inEveryLanguage(text)[c.var.language] : w.none] }
  })
}

function departmentItem(c: C, department: Department): SettingsItem {
  const { settings } = words(c.var.language)
  const absence = absenceOf(c, department)
  const { phone, hours, onCall } = department
  const lines = [
    absence,
    [phone, hours].filter(Boolean).join(', '),
    onCall && settings.departments.onCallLine([onCall.phone, onCall.hours].filter(Boolean).join(', ')),
  ].filter((line): line is string => Boolean(line))
  return {
    name: department.name,
    href: clerkPaths.settingsDepartment(c.var.town.key, department.key),
    lines: lines.length > 0 ? lines : [settings.none],
    isMarked: absence !== undefined,
  }
}

function absenceOf(c: C, { absentUntil, deputy }: Department): string | undefined {
  const { departments: w } = words(c.var.language).settings
  if (!absentUntil || !isAbsent({ absentUntil }, dayOf(c.var.deps.now()))) return undefined
  return w.absentLine(day(c, absentUntil), deputy ? departmentName(c, deputy) : '')
}

function categoryItem(c: C, category: Category): SettingsItem {
  const { language, deps } = c.var
  const { categories: w } = words(language).settings
  const today = dayOf(deps.now())
  const rests = restingReason(language, category, today)
  const { until } = category.paused ?? {}
  const state = isPaused(category, today) ? (until ? w.pausedUntil(day(c, until)) : w.paused) : rests && w.outOfSeason
  const because = state === undefined ? undefined : category.paused?.because?.[language]
  const answer = category.instantAnswer && w.answerLine(category.instantAnswer[language])
  return {
    name: plainName(category.name[language]),
    href: clerkPaths.settingsCategory(c.var.town.key, category.key),
    lines: [[state, because].filter(Boolean).join(': '), answer].filter((line): line is string => Boolean(line)),
    isMarked: state !== undefined,
  }
}

type PropsOf<Props> = Omit<Props, 'frame' | 'refused'>

export function textsOf(c: C, { version, settings, file }: SettingsForAdmin): PropsOf<SettingsTextsPageProps> {
  const { key } = file
  return {
    town: key,
    version,
    action: clerkPaths.settingsTexts(key),
    news: setWords(c, settings.texts.news, file.texts.news),
    welcome: setWords(c, settings.texts.welcome, file.texts.welcome),
  }
}

/** @throws not_found for a department the town does not have */
export function departmentOf(c: C, data: SettingsForAdmin, key: string): PropsOf<SettingsDepartmentPageProps> {
  const { version, settings, file, town } = data
  const department = town.departments.find((one) => one.key === key)
  const inFile = file.departments.find((one) => one.key === key)
  if (!department || !inFile) throw notFound()
  const { phone, hours, onCall } = settings.departments[key] ?? {}
  const absence = absenceOf(c, department)
  return {
    town: file.key,
    version,
    action: clerkPaths.settingsDepartment(file.key, key),
    name: department.name,
    set: {
      phone,
      hours,
      onCallPhone: onCall?.phone,
      onCallHours: onCall?.hours,
      absentUntil: absence && department.absentUntil,
    },
    file: {
      phone: inFile.phone,
      hours: inFile.hours,
      onCallPhone: inFile.onCall?.phone,
      onCallHours: inFile.onCall?.hours,
    },
    deputy: department.deputy,
    others: town.departments.filter((one) => one.key !== key),
    absence,
  }
}

/** @throws not_found for a category the town does not have */
export function categoryOf(c: C, data: SettingsForAdmin, key: string): PropsOf<SettingsCategoryPageProps> {
  const { version, settings, file, town } = data
  const category = town.categories.find((one) => one.key === key)
  const inFile = file.categories.find((one) => one.key === key)
  if (!category || !inFile) throw notFound()
  const today = dayOf(c.var.deps.now())
  const { paused, instantAnswer } = settings.categories[key] ?? {}
  const holds = paused !== undefined && isPaused({ paused }, today)
  return {
    town: file.key,
    version,
    action: clerkPaths.settingsCategory(file.key, key),
    name: plainName(category.name[c.var.language]),
    until: holds ? paused.until : undefined,
    because: setWords(c, holds ? paused.because : undefined, undefined),
    instantAnswer: setWords(c, instantAnswer, inFile.instantAnswer),
    resting: restingReason(c.var.language, category, today),
    isPaused: holds,
  }
}

function setWords(c: C, set: WordsInFile | undefined, file: WordsInFile | undefined): SetWords {
  const spoken = c.var.town.languages
  return {
    languages: [SOURCE_LANGUAGE, ...spoken.filter((language) => language !== SOURCE_LANGUAGE)],
    set: typeof set === 'string' ? { [SOURCE_LANGUAGE]: set } : (set ?? {}),
    file: file === undefined ? undefined : inEveryLanguage(file)[SOURCE_LANGUAGE],
  }
}
