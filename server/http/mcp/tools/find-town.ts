import { z } from 'zod'
import { words } from '../../../../client/i18n/index.ts'
import { invalid } from '../../../errors.ts'
import { type C, Language, Lat, Lon, TownFacts, tool, townFacts, Words } from '../tool.ts'

const MOST_FOUND = 10
const MOST_NEAR = 5

const Found = TownFacts.extend({
  member: z
    .boolean()
    .describe('False: it has not joined; a report there is passed on by e-mail, where that is possible.'),
  responsible: z.boolean().optional().describe('Searched by place: this municipality answers for it.'),
})

export const findTown = tool({
  name: 'find_town',
  title: 'Find a town',
  description:
    'Finds municipalities by name or postcode (search), or by place (lat and lon): then the responsible one comes first. The key it returns is what all other tools take as town.',
  input: z.object({
    search: Words(100).optional().describe('Name or beginning of it, or a postcode of 2 to 5 digits.'),
    lat: Lat.optional(),
    lon: Lon.optional(),
    language: Language,
  }),
  output: z.object({ towns: z.array(Found) }),
  isReadOnly: true,
  async run(c, { search, lat, lon }) {
    const found = lat !== undefined && lon !== undefined ? await near(c, { lat, lon }) : await named(c, search)
    const { chatbot } = words(c.var.language)
    const names = found.map(({ name, key, responsible }) =>
      chatbot.named(responsible ? chatbot.responsible(name) : name, key),
    )
    return { say: [names.length > 0 ? names.join('; ') : chatbot.noTown], facts: { towns: found } }
  },
})

async function named(c: C, search: string | undefined) {
  if (search === undefined) throw invalid([{ pointer: '/search', reason: 'field_missing' }])
  const towns = await c.var.deps.registry.search(search, MOST_FOUND)
  return towns.map((town) => ({ ...townFacts(c, town), member: town.member, responsible: undefined }))
}

async function near(c: C, point: { lat: number; lon: number }) {
  const { registry } = c.var.deps
  const [rows, answers] = [await registry.near(point, MOST_NEAR), await registry.municipalityAt(point)]
  return rows.map((row) => ({ ...townFacts(c, row), member: row.member, responsible: row.key === answers?.key }))
}
