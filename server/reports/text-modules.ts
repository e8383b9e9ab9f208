/** Text modules that fit a report and a step, filled in. Pure. */
import { formatDay } from '../../client/i18n/index.ts'
import { inEveryLanguage, LANGUAGES, type Language } from '../../tenants/languages.ts'
import type { ModuleAction, TextModule } from '../../tenants/text-module.ts'
import type { RegisteredTown } from '../context.ts'
import type { ReportRow, TextRow } from './rows.ts'

/** `text` is in the reporter's language, as far as the module has it. */
export type ReadyModule = { key: string; title: string; text: string; reason?: string | undefined }

type For = { town: RegisteredTown; report: ReportRow; text: TextRow | null; action: string; now: Date }

/** Those of the category first: the first of all is the one most likely meant. */
export function modulesFor({ town, report, text, action, now }: For): ReadyModule[] {
  const fitting = town.modules.filter(
    (one) => one.for.includes(action as ModuleAction) && (!one.categories || one.categories.includes(report.category)),
  )
  const language = LANGUAGES.find((one) => one === report.language) ?? 'de'
  const facts = factsOf({ town, report, text, action, now }, language)
  return [...fitting.filter(isOwn), ...fitting.filter((one) => !isOwn(one))].map(({ key, title, text, reason }) => ({
    key,
    title,
    text: filled(inEveryLanguage(text)[language], facts),
    reason,
  }))
}

const isOwn = ({ categories }: TextModule) => categories !== undefined

function filled(text: string, facts: Record<string, string | null>): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_whole, name: string) => facts[name] ?? `[${name}]`)
}

/** What nobody knows stays a gap. The day of planned work is known once it is chosen. */
function factsOf({ town, report, text, action, now }: For, language: Language): Record<string, string | null> {
  const category = town.categories.find(({ key }) => key === report.category)
  const department = town.departments.find(({ key }) => key === report.department)
  return {
    Nummer: `#${report.number}`,
    Kategorie: (category?.name[language] ?? report.category).replaceAll('\u00ad', ''),
    Ort: text?.address ?? null,
    Fachbereich: department?.name ?? town.name,
    Datum: action === 'schedule' ? null : formatDay(language, now, now),
  }
}

/** The gap that the chosen day fills. */
export const DATE_GAP = '[Datum]'

/** As a day stands in such a text. @param day 2026-12-03 */
export const dayInText = (language: string, day: string): string =>
  formatDay(LANGUAGES.find((one) => one === language) ?? 'de', new Date(`${day}T12:00:00Z`))
