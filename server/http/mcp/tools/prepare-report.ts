import { z } from 'zod'
import { dayOf, words } from '../../../../client/i18n/index.ts'
import { town as townPaths } from '../../../../client/paths.ts'
import type { Category as CategoryOfTown } from '../../../../tenants/catalogue-schema.ts'
import { beginDraft } from '../../../drafts/begin-draft.ts'
import type { Answers, DraftFields } from '../../../drafts/draft-fields.ts'
import { AppError, invalid } from '../../../errors.ts'
import { effectsOf } from '../../../reports/answer-effects.ts'
import { checkSubmission, placeIn } from '../../../reports/check-submission.ts'
import { SubmitReport } from '../../../reports/submit-report.ts'
import { randomToken } from '../../../secrets.ts'
import { phoneFor } from '../../../towns/on-call.ts'
import { restingReason } from '../../../towns/resting.ts'
import { CHATBOT } from '../../intake-channel.ts'
import { countVisit } from '../../limits.ts'
import { townUrl } from '../../urls.ts'
import { dangerOf } from '../danger.ts'
import { type C, Category, enterTown, Language, Lat, Lon, Town, tool, Words } from '../tool.ts'

const { description } = SubmitReport.shape
const MOST_ADDRESS = 200

export const prepareReport = tool({
  name: 'prepare_report',
  title: 'Prepare a report',
  description:
    'Checks category, place and answers of a matter and returns a link to the town’s form with all of it filled in. It reports nothing: the person opens the link, looks at it, may add photos and contact details, and sends it. With a description the link is secret and lasts 48 hours; give it to nobody else. Never put names, contact details or number plates into the description. If callFirst is set, tell the person that first.',
  input: z.object({
    town: Town,
    category: Category,
    description: description.optional().describe('What is the matter, in the person’s own words.'),
    lat: Lat.optional(),
    lon: Lon.optional(),
    address: Words(MOST_ADDRESS)
      .optional()
      .describe('Street and number, or the place in words, where there are no coordinates.'),
    answers: z
      .record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]))
      .optional()
      .describe('Answers to the category’s questions, by their keys.'),
    language: Language,
  }),
  output: z.object({
    link: z.string(),
    isSecret: z.boolean(),
    category: z.string(),
    callFirst: z.string().optional().describe('Somebody may be in danger: this comes before anything else.'),
    notice: z.string().optional(),
  }),
  isReadOnly: false,
  async run(c, { town: key, ...matter }) {
    const { language } = c.var
    const { town } = await enterTown(c, key)
    const category = town.categories.find((one) => one.key === matter.category)
    if (!category) throw invalid([{ pointer: '/category', reason: 'category_unknown' }])
    const callFirst = callFirstOf(c, category, matter.answers ?? {})
    const checked = await check(c, category, matter).catch((error) => {
      // Whatever else is wrong: who is in danger calls first.
      throw error instanceof AppError
        ? new AppError(error.code, error.reason, { ...error, facts: { ...error.facts, callFirst } })
        : error
    })
    const path = matter.description === undefined ? openForm(matter) : await begin(c, checked)
    const link = townUrl(c.var.deps.publicUrl, town) + path + languageOf(language, path)
    const { chatbot } = words(language)
    const notice = category.notice?.[language]
    return {
      say: [callFirst, notice, chatbot.prepared, link].filter((one) => one !== undefined),
      facts: { link, isSecret: matter.description !== undefined, category: category.key, callFirst, notice },
    }
  },
})

type Matter = {
  category: string
  description?: string | undefined
  lat?: number | undefined
  lon?: number | undefined
  address?: string | undefined
  answers?: Record<string, unknown> | undefined
}
type Checked = Matter & { answers: Record<string, unknown> }

/** Everything but what the person adds by themselves. @throws as checkSubmission */
async function check(c: C, category: CategoryOfTown, matter: Matter): Promise<Checked> {
  const { ctx, language } = c.var
  const resting = restingReason(language, category, dayOf(ctx.now()))
  if (resting) throw invalid([{ pointer: '/category', reason: 'category_resting', detail: resting }])
  const { answers = {} } = matter
  const contact = { phone: 'later' }
  try {
    await checkSubmission(ctx, { ...matter, answers, contact }, language)
  } catch (error) {
    if (!(error instanceof AppError) || !onlyLacks(error)) throw error
    await placeIn(ctx, matter, category)
  }
  return { ...matter, answers }
}

/** What was not asked yet the form asks. */
const MAY_LACK = ['answer_missing', 'place_missing', 'address_missing']
const onlyLacks = ({ code, errors }: AppError) =>
  code === 'invalid' && errors.length > 0 && errors.every(({ reason }) => MAY_LACK.includes(reason))

function callFirstOf(c: C, category: CategoryOfTown, answers: Record<string, unknown>): string | undefined {
  const { language, town } = c.var
  const { form, chatbot } = words(language)
  const stop = effectsOf(category, answers).find((effect) => effect.stop)
  if (stop?.stop) {
    return [form.stop, form.call(phoneFor(town, category, stop.stop)), stop.text?.[language]]
      .filter(Boolean)
      .join(' – ')
  }
  return dangerOf(category).length > 0 ? chatbot.danger : undefined
}

/** Nothing a person wrote stands in an address. */
function openForm({ category, lat, lon }: Matter): string {
  return townPaths('').report({ kategorie: category, lat: lat?.toString(), lon: lon?.toString(), via: CHATBOT })
}

/** Their words are kept on the server until they are sent or 48 hours are over. @throws too_many */
async function begin(c: C, { category, description, lat, lon, address, answers }: Checked): Promise<string> {
  await countVisit(c, 'draft')
  const token = randomToken()
  const place = { lat: lat?.toString(), lon: lon?.toString(), address }
  const fields: DraftFields = {
    describe: { description: description! },
    ...(lat === undefined && address === undefined ? {} : { place }),
    prefill: { category, lat: place.lat, lon: place.lon },
    ...(Object.keys(answers).length > 0 ? { category: { key: category, answers: asTyped(answers) } } : {}),
    via: CHATBOT,
  }
  await beginDraft(c.var.ctx, { token, fields })
  return townPaths('').draft(token)
}

/** As the form would have sent them. */
function asTyped(answers: Record<string, unknown>): Answers {
  const typed = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, Array.isArray(value) ? value.map(typed) : typed(value)]),
  )
}

const languageOf = (language: string, path: string) =>
  language === 'de' ? '' : `${path.includes('?') ? '&' : '?'}lang=${language}`
