/** What an admin changes in one go, and the settings afterwards. Pure. An empty field removes its setting. */
import { z } from 'zod'
import { Key } from '../../tenants/catalogue-schema.ts'
import { LANGUAGES, SOURCE_LANGUAGE } from '../../tenants/languages.ts'
import type { TownSettings } from '../../tenants/schema.ts'
import { plainText } from '../plain-text.ts'

const MOST_LINE = 200
const MOST_SENTENCES = 500
const MOST_TEXT = 2000

const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const isDay = (text: string) => z.iso.date().safeParse(text).success

const Line = z.preprocess(blankIsAbsent, plainText().trim().max(MOST_LINE).optional())
const Phone = z.preprocess(
  blankIsAbsent,
  plainText()
    .trim()
    .refine((text) => /^\+?[\d\s()/-]{3,30}$/.test(text), 'phone_wrong')
    .optional(),
)
const Day = z.preprocess(blankIsAbsent, z.string().refine(isDay, 'date_wrong').optional())
const OptionalKey = z.preprocess(blankIsAbsent, Key.optional())

/** Forms send the line ends of typewriters. */
const townWords = () => plainText().overwrite((text) => text.replaceAll('\r\n', '\n'))

/** One text per language; other languages only beside the German one, which stands in for the missing. */
const Words = (most: number) =>
  z.preprocess(
    withoutBlanks,
    z
      .partialRecord(z.enum(LANGUAGES), townWords().trim().max(most))
      .superRefine((words, check) => {
        if (words[SOURCE_LANGUAGE]) return
        check.addIssue({ code: 'custom', message: 'german_missing', path: [SOURCE_LANGUAGE] })
      })
      .optional(),
  )

function withoutBlanks(words: unknown): unknown {
  if (typeof words !== 'object' || words === null) return blankIsAbsent(words)
  const filled = Object.entries(words).filter(([, text]) => blankIsAbsent(text) !== undefined)
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}

export const SettingsChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('texts'), news: Words(MOST_SENTENCES), welcome: Words(MOST_TEXT) }),
  z
    .object({
      what: z.literal('reach'),
      department: Key,
      phone: Phone,
      hours: Line,
      onCallPhone: Phone,
      onCallHours: Line,
    })
    .superRefine(({ onCallPhone, onCallHours }, check) => {
      if (!onCallHours || onCallPhone) return
      check.addIssue({ code: 'custom', message: 'on_call_phone_missing', path: ['onCallPhone'] })
    }),
  z.object({
    what: z.literal('absence'),
    department: Key,
    absentUntil: z.string().refine(isDay, 'absence_day_missing'),
    deputy: OptionalKey,
  }),
  z.object({ what: z.literal('return'), department: Key }),
  z.object({ what: z.literal('pause'), category: Key, until: Day, because: Words(MOST_SENTENCES) }),
  z.object({ what: z.literal('resume'), category: Key }),
  z.object({ what: z.literal('answer'), category: Key, instantAnswer: Words(MOST_SENTENCES) }),
])
export type SettingsChange = z.infer<typeof SettingsChange>

type DepartmentSettings = TownSettings['departments'][string]
type CategorySettings = TownSettings['categories'][string]

export function withChange(settings: TownSettings, change: SettingsChange): TownSettings {
  const department = (key: string, values: DepartmentSettings): TownSettings => ({
    ...settings,
    departments: laid(settings.departments, key, values),
  })
  const category = (key: string, values: CategorySettings): TownSettings => ({
    ...settings,
    categories: laid(settings.categories, key, values),
  })
  switch (change.what) {
    case 'texts':
      return { ...settings, texts: definedOf({ news: change.news, welcome: change.welcome }) }
    case 'reach': {
      const { phone, hours, onCallPhone, onCallHours } = change
      const onCall = onCallPhone ? definedOf({ phone: onCallPhone, hours: onCallHours }) : undefined
      return department(change.department, { phone, hours, onCall } as DepartmentSettings)
    }
    case 'absence':
      return department(change.department, { absentUntil: change.absentUntil, deputy: change.deputy })
    case 'return':
      return department(change.department, { absentUntil: undefined, deputy: undefined })
    case 'pause': {
      const { until, because } = change
      return category(change.category, { paused: definedOf({ until, because }) })
    }
    case 'resume':
      return category(change.category, { paused: undefined })
    case 'answer':
      return category(change.category, { instantAnswer: change.instantAnswer })
  }
}

/** The values laid over those of one key; what is left without any setting has no entry. */
function laid<Values extends object>(all: Record<string, Values>, key: string, values: Values): Record<string, Values> {
  const { [key]: before, ...others } = all
  const after = definedOf({ ...before, ...values })
  return Object.keys(after).length > 0 ? { ...others, [key]: after as Values } : others
}

function definedOf<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values
}
