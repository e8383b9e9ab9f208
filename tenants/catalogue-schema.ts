/** What a category is: in the shared catalogue, as a town changes it, and as the application reads it. */
import { z } from 'zod'
import { Key } from './key.ts'
import { inEveryLanguage, Text, type Words, WordsInFile } from './languages.ts'
import { RetentionChange } from './retention.ts'
import { TextModule } from './text-module.ts'

export { Key }

export const QUESTION_TYPES = ['text', 'long_text', 'number', 'yes_no', 'date', 'one_of', 'several_of'] as const
export const CATEGORY_KINDS = ['defect', 'idea', 'praise', 'service_order'] as const
/** What strangers see at once: place first and text after a clerk's release, everything, or nothing ever. */
export const DISCLOSURES = ['place_first', 'all_at_once', 'never'] as const
/** Whom to call instead of writing: rescue and fire, police, the number of the department's people on call. */
export const EMERGENCIES = ['112', '110', 'on_call'] as const
export type Emergency = (typeof EMERGENCIES)[number]
export const CONTACT_POLICIES = ['none', 'optional', 'required'] as const

/** An answer: the key of an option, or yes and no. */
export const AnswerValue = z.union([Text, z.boolean()])

/** What a certain answer brings about. Its words stand under the answer's key. */
const EffectShape = z.strictObject({
  is: AnswerValue.describe('Bei dieser Antwort.'),
  /** Shows the words beside the question. */
  warn: z.boolean().default(false).describe('Zeigt einen Hinweis neben der Frage.'),
  /** Holds the form and says whom to call first; going on stays possible. */
  stop: z.enum(EMERGENCIES).optional().describe('Hält an und sagt, wen man zuerst anruft.'),
  /** What strangers see of a report with this answer. */
  disclosure: z.enum(DISCLOSURES).optional().describe('Was Fremde dann sehen.'),
  /** Marked in the queue, and due on the next working day. */
  urgent: z.boolean().default(false).describe('Kommt nach oben in der Liste.'),
})

const QuestionShape = z.strictObject({
  key: Key.describe('Kurzname der Frage.'),
  type: z.enum(QUESTION_TYPES).describe('Art der Antwort.'),
  required: z.boolean().default(false).describe('true: Ohne Antwort geht es nicht weiter. Sparsam verwenden.'),
  /** Option keys of `one_of` and `several_of`. */
  options: z.array(Key).min(2).optional().describe('Kurznamen der Antworten zur Auswahl.'),
  /** Asked only when another question of the category has this answer. */
  showIf: z
    .strictObject({ question: Key, is: AnswerValue })
    .optional()
    .describe('Nur fragen, wenn eine frühere Frage so beantwortet ist.'),
  /** The answer may stand on the public page. Free text never does before a clerk has released it. */
  public: z.boolean().default(false).describe('true: Die Antwort darf auf der öffentlichen Seite stehen.'),
  effects: z.array(EffectShape).max(6).default([]).describe('Was eine Antwort bewirkt.'),
})

/** Month and day, such as 11-01. */
const DayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'day_of_year')
/** Both days belong to it; it may go over the turn of the year. */
export const Season = z.strictObject({
  from: DayOfYear.describe('Monat-Tag, zum Beispiel 11-01.'),
  until: DayOfYear.describe('Letzter Tag.'),
})
export type Season = z.infer<typeof Season>

/** What a town may set differently from the catalogue, beside the words. */
const changeable = {
  photo: z.enum(['none', 'welcome', 'wanted']).describe('Foto: keins, gern, sehr erwünscht.'),
  disclosure: z.enum(DISCLOSURES).describe('Was Fremde sehen: zuerst nur den Ort, alles sofort, oder nie etwas.'),
  contact: z.enum(CONTACT_POLICIES).describe('Kontaktangabe: keine, freiwillig, nötig.'),
  /** Working days until the first answer. */
  answerWithin: z.number().int().min(1).max(90).describe('Arbeitstage bis zur ersten Antwort.'),
  season: Season.describe('Nur in dieser Zeit des Jahres.'),
  retention: RetentionChange.describe('Andere Aufbewahrung als in der Kommune, nur für diese Kategorie.'),
}

const categoryFields = {
  key: Key.describe('Kurzname. Er wird nie mehr geändert.'),
  group: Key.describe('Gruppe, in der die Kategorie steht.'),
  icon: Key.describe('Zeichen neben dem Namen.'),
  kind: z.enum(CATEGORY_KINDS).default('defect').describe('Mangel, Idee, Lob oder Auftrag.'),
  photo: changeable.photo.default('welcome'),
  disclosure: changeable.disclosure.default('place_first'),
  contact: changeable.contact.default('optional'),
  answerWithin: changeable.answerWithin.default(2),
  season: changeable.season.optional(),
  retention: changeable.retention.optional(),
  /** A point on the map, or an address in words: for orders that belong to a house. */
  place: z.enum(['point', 'address']).default('point').describe('Ein Punkt auf der Karte oder eine Anschrift.'),
  /** The question that asks for the number on the object, such as a lamp's. */
  objectNumber: Key.optional().describe('Frage nach der Nummer am Gegenstand, etwa an der Laterne.'),
  /** Numbers that the notice must name. */
  emergency: z.array(z.enum(EMERGENCIES)).default([]).describe('Nummern, die der Hinweis nennen muss.'),
}

const CategoryShape = z.strictObject({
  ...categoryFields,
  questions: z.array(QuestionShape).max(8).default([]).describe('Fragen an die meldende Person.'),
})

/** `catalogue/catalogue.yaml`: the shared standard without its words. */
export const CatalogueFile = z.strictObject({
  /** Raised with every change: towns and the register say which one they have. */
  version: z.number().int().positive().describe('Wird mit jeder Änderung um eins größer.'),
  groups: z.array(Key).min(1).describe('Gruppen in ihrer Reihenfolge.'),
  categories: z.array(CategoryShape).min(1).describe('Alles, was man melden kann.'),
  /** With their words: only German is needed. */
  modules: z.array(TextModule).default([]).describe('Textbausteine für alle Kommunen.'),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>

/** `catalogue/words/<language>.yaml`: the words of the catalogue in one language. */
export const CatalogueWords = z.strictObject({
  groups: z.record(Key, Text),
  categories: z.record(
    Key,
    z.strictObject({
      name: Text,
      /** Shown above the form when somebody may be in danger. */
      notice: Text.optional(),
      /** What happens next without anybody doing anything: "The round is on Tuesdays." */
      instantAnswer: Text.optional(),
      /** What people call it; used by the search. */
      search: z.array(Text).default([]),
      questions: z
        .record(
          Key,
          z.strictObject({
            label: Text,
            hint: Text.optional(),
            options: z.record(Key, Text).optional(),
            /** By the answer: an option's key, `yes` or `no`. */
            effects: z.record(Text, Text).optional(),
          }),
        )
        .optional(),
    }),
  ),
})
export type CatalogueWords = z.infer<typeof CatalogueWords>

/** A rest: nobody can choose the category until the day is over. */
const Pause = z.strictObject({
  until: z.iso.date().optional().describe('Letzter Tag der Pause.'),
  because: WordsInFile.optional().describe('Warum, in Worten.'),
})

/** What differs from the catalogue in one town, by file or by setting. */
export const CategoryChange = z.strictObject({
  name: WordsInFile.optional().describe('Anderer Name.'),
  notice: WordsInFile.optional().describe('Hinweis über dem Formular.'),
  instantAnswer: WordsInFile.optional().describe('Antwort, die sofort kommt: „Die Runde fährt jeden Dienstag.“'),
  photo: changeable.photo.optional(),
  disclosure: changeable.disclosure.optional(),
  contact: changeable.contact.optional(),
  answerWithin: changeable.answerWithin.optional(),
  season: changeable.season.optional(),
  retention: changeable.retention.optional(),
  paused: Pause.optional().describe('Niemand kann sie gerade wählen.'),
})
export type CategoryChange = z.infer<typeof CategoryChange>

const Effect = EffectShape.extend({ text: WordsInFile.optional().describe('Was bei dieser Antwort dasteht.') })
const Question = QuestionShape.omit({ options: true }).extend({
  label: WordsInFile.describe('Die Frage.'),
  hint: WordsInFile.optional().describe('Hilfe unter der Frage.'),
  options: z
    .array(z.strictObject({ key: Key.describe('Kurzname der Antwort.'), label: WordsInFile.describe('Die Antwort.') }))
    .min(2)
    .optional()
    .describe('Antworten zur Auswahl.'),
  effects: z.array(Effect).max(6).default([]).describe('Was eine Antwort bewirkt.'),
})

/** A category with its words beside it: as a town writes its own, and as the catalogue is kept when compiled. */
export const WholeCategory = z.strictObject({
  ...categoryFields,
  icon: Key.default('dots').describe('Zeichen neben dem Namen.'),
  name: WordsInFile.describe('Name der Kategorie.'),
  /** Needed only for a group that the catalogue does not have. */
  groupName: WordsInFile.optional().describe('Name der Gruppe, wenn der Katalog sie nicht kennt.'),
  notice: WordsInFile.optional().describe('Hinweis über dem Formular.'),
  instantAnswer: WordsInFile.optional().describe('Antwort, die sofort kommt.'),
  search: z.array(Text).default([]).describe('Wörter, mit denen man sie findet.'),
  paused: Pause.optional().describe('Niemand kann sie gerade wählen.'),
  questions: z.array(Question).max(8).default([]).describe('Fragen an die meldende Person.'),
})
export type WholeCategory = z.infer<typeof WholeCategory>

type InAllLanguages<T, Keys extends keyof T> = Omit<T, Keys> & {
  [K in Keys]: undefined extends T[K] ? Words | undefined : Words
}
type FileQuestion = z.infer<typeof Question>
export type Effect = InAllLanguages<z.infer<typeof Effect>, 'text'>
export type Question = InAllLanguages<Omit<FileQuestion, 'options' | 'effects'>, 'label' | 'hint'> & {
  options?: { key: string; label: Words }[] | undefined
  effects: Effect[]
}
/** A category as the application reads it: every word in every language. */
export type Category = InAllLanguages<
  Omit<WholeCategory, 'questions' | 'paused' | 'groupName'>,
  'name' | 'notice' | 'instantAnswer'
> & {
  groupName: Words
  questions: Question[]
  paused?: { until?: string | undefined; because?: Words | undefined } | undefined
}

const filled = (words: WordsInFile | undefined) => (words === undefined ? undefined : inEveryLanguage(words))

/** Every word in every language, and the town's changes over the catalogue's values. */
export function resolveCategory(whole: WholeCategory, changes: readonly CategoryChange[] = []): Category {
  const { questions, paused, ...category }: WholeCategory = Object.assign({}, whole, ...changes.map(definedOf))
  const retention = Object.assign({}, ...[whole, ...changes].map((one) => definedOf(one.retention ?? {})))
  return {
    ...category,
    // Span by span: who changes one keeps the others.
    ...(category.retention ? { retention } : {}),
    name: inEveryLanguage(category.name),
    groupName: inEveryLanguage(category.groupName ?? category.group),
    notice: filled(category.notice),
    instantAnswer: filled(category.instantAnswer),
    paused: paused && { until: paused.until, because: filled(paused.because) },
    questions: questions.map(({ options, effects, ...question }) => ({
      ...question,
      label: inEveryLanguage(question.label),
      hint: filled(question.hint),
      options: options?.map(({ key, label }) => ({ key, label: inEveryLanguage(label) })),
      effects: effects.map((effect) => ({ ...effect, text: filled(effect.text) })),
    })),
  }
}

function definedOf<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
