import { z } from 'zod'
import { words } from '../../../../client/i18n/index.ts'
import { invalid } from '../../../errors.ts'
import { listSimilar } from '../../../reports/list-similar.ts'
import { reportItem } from '../../api/shapes.ts'
import { categoryName } from '../../names.ts'
import { Category, enterTown, Language, Lat, Lon, Town, tool } from '../tool.ts'

const Item = z.object({
  number: z.int(),
  category: z.string(),
  categoryName: z.string(),
  statusLabel: z.string(),
  metres: z.number(),
  receivedAt: z.string(),
  description: z.string().optional().describe('Only after a clerk has released it.'),
  url: z.string().describe('Public page, where one can follow the report instead of sending it once more.'),
})

export const findSimilarReports = tool({
  name: 'find_similar_reports',
  title: 'What is known nearby',
  description:
    'Lists at most five open public reports within 100 metres of a place, those of the same kind first. Ask whether one of them is meant before anything is reported twice.',
  input: z.object({ town: Town, category: Category, lat: Lat, lon: Lon, language: Language }),
  output: z.object({ reports: z.array(Item) }),
  isReadOnly: true,
  async run(c, { town: key, ...near }) {
    const { language, deps } = c.var
    const { town, ctx } = await enterTown(c, key)
    if (!town.categories.some((one) => one.key === near.category))
      throw invalid([{ pointer: '/category', reason: 'category_unknown' }])
    const similar = await listSimilar(ctx, near)
    const reports = similar.map((report) => {
      const { number, category, statusLabel, receivedAt, description, url } = reportItem(report, {
        publicUrl: deps.publicUrl,
        town,
        language,
      })
      const name = categoryName(c, category)
      return { number, category, categoryName: name, statusLabel, metres: report.metres, receivedAt, description, url }
    })
    const { chatbot } = words(language)
    const lines = reports.map((one) => chatbot.similar(one.number, one.categoryName, one.statusLabel, one.metres))
    return { say: [lines.length > 0 ? lines.join(' ') : chatbot.noSimilar], facts: { reports } }
  },
})
