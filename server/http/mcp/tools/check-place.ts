import { z } from 'zod'
import { dayOf, words } from '../../../../client/i18n/index.ts'
import { invalid } from '../../../errors.ts'
import type { OtherTown } from '../../../ports.ts'
import { BORDER_METRES } from '../../../reports/check-submission.ts'
import { routeReport } from '../../../routing/route-report.ts'
import { type C, Category, enterTown, Language, Lat, Lon, TownFacts, tool, townFacts } from '../tool.ts'

export const checkPlace = tool({
  name: 'check_place',
  title: 'Who answers for a place',
  description:
    'Tells which municipality answers for a place, and for a category (such as a road of the county) whether the county does instead. Near a border it names the neighbours too. town is null outside of all municipalities.',
  input: z.object({ lat: Lat, lon: Lon, category: Category.optional(), language: Language }),
  output: z.object({
    town: TownFacts.nullable(),
    answers: z.enum(['town', 'county', 'nobody']).describe('Who takes the report.'),
    county: TownFacts.optional(),
    neighbours: z.array(TownFacts.extend({ metres: z.number() })).describe(`Others within ${BORDER_METRES} metres.`),
  }),
  isReadOnly: true,
  async run(c, { lat, lon, category }) {
    const point = { lat, lon }
    const { registry } = c.var.deps
    const { chatbot } = words(c.var.language)
    const found = await registry.municipalityAt(point)
    if (!found) return { say: [chatbot.outside], facts: { town: null, answers: 'nobody' as const, neighbours: [] } }
    const county = category === undefined ? null : await countyFor(c, { key: found.key, category, point })
    const near = await registry.neighboursNear(found.key, point, BORDER_METRES)
    return {
      say: [
        county ? chatbot.county(county.name, found.name) : chatbot.answers(found.name),
        ...near.map(({ name, metres }) => chatbot.border(name, metres)),
      ],
      facts: {
        town: townFacts(c, found),
        answers: county ? ('county' as const) : ('town' as const),
        ...(county ? { county: townFacts(c, county) } : {}),
        neighbours: near.map((one) => ({ ...townFacts(c, one), metres: one.metres })),
      },
    }
  },
})

type Matter = { key: string; category: string; point: { lat: number; lon: number } }

/** The county, where the town's rules leave the matter to it and it is on the platform. */
async function countyFor(c: C, { key, category, point }: Matter): Promise<OtherTown | null> {
  const { town, ctx } = await enterTown(c, key)
  if (!town.categories.some((one) => one.key === category))
    throw invalid([{ pointer: '/category', reason: 'category_unknown' }])
  const { isForCounty } = routeReport(town, { category, point, answers: {}, today: dayOf(ctx.now()) })
  return isForCounty ? ctx.places.townByAgs(town.ags.slice(0, 5)) : null
}
