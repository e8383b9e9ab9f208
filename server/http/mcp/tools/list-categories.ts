import { z } from 'zod'
import { dayOf, words } from '../../../../client/i18n/index.ts'
import { EMERGENCIES } from '../../../../tenants/catalogue-schema.ts'
import { fitsCategory } from '../../../towns/fits-category.ts'
import { restingReason } from '../../../towns/resting.ts'
import { CategoryItem, categoryItem } from '../../api/shapes.ts'
import { dangerOf } from '../danger.ts'
import { enterTown, Language, Town, tool, Words } from '../tool.ts'

const Item = CategoryItem.extend({
  emergency: z
    .array(z.enum(EMERGENCIES))
    .describe('Where somebody may be in danger: say first whom to call. on_call: the town hall’s people on call.'),
})

export const listCategories = tool({
  name: 'list_categories',
  title: 'What can be reported in a town',
  description:
    'Lists what can be reported in a town, with the questions that belong to each category and the notices to pass on first. resting: nobody can choose it today, restingReason says why. Give search to find the few that fit what somebody describes.',
  input: z.object({ town: Town, search: Words(100).optional().describe('Words for the matter.'), language: Language }),
  output: z.object({ categories: z.array(Item) }),
  isReadOnly: true,
  async run(c, { town: key, search }) {
    const { language, deps } = c.var
    const { town } = await enterTown(c, key)
    const { chatbot } = words(language)
    const fitting = town.categories.filter((one) => search === undefined || fitsCategory(one, search))
    const today = dayOf(deps.now())
    const categories = fitting.map((category) => {
      const because = restingReason(language, category, today)
      const resting = because ? { resting: true as const, restingReason: because } : {}
      return { ...categoryItem(category, language), ...resting, emergency: dangerOf(category) }
    })
    const isDangerous = categories.some(({ emergency }) => emergency.length > 0)
    const names = categories.map(
      ({ name, key, restingReason: rest }) => `${chatbot.named(name, key)}${rest ? `: ${rest}` : ''}`,
    )
    return {
      say: [...(isDangerous ? [chatbot.danger] : []), names.length > 0 ? names.join('; ') : chatbot.noCategory],
      facts: { categories },
    }
  },
})
