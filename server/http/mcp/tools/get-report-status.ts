import { z } from 'zod'
import { words } from '../../../../client/i18n/index.ts'
import { STATUSES } from '../../../../db/schema/reports.ts'
import { getPublicReport } from '../../../reports/get-public-report.ts'
import { reportItem } from '../../api/shapes.ts'
import { categoryName } from '../../names.ts'
import { timelineSteps } from '../../pages/timeline-steps.ts'
import { statusSentence } from '../../status-sentence.ts'
import { enterTown, Language, Town, tool } from '../tool.ts'

/** Numbers are integers of the database. */
const HIGHEST_NUMBER = 2_147_483_647

export const getReportStatus = tool({
  name: 'get_report_status',
  title: 'What became of a report',
  description:
    'Tells the public status of a report by its number, in a sentence and with its history. What is not public is not found here; whoever reported it sees more by the secret link they got.',
  input: z.object({
    town: Town,
    number: z.int().positive().max(HIGHEST_NUMBER).describe('Number of the report, such as 1042.'),
    language: Language,
  }),
  output: z.object({
    number: z.int(),
    category: z.string(),
    categoryName: z.string(),
    status: z.enum(STATUSES).exclude(['question']),
    statusLabel: z.string(),
    sentence: z.string(),
    receivedAt: z.string(),
    changedAt: z.string(),
    url: z.string(),
    mergedInto: z.int().optional().describe('Number of the report that is worked on in its place.'),
    timeline: z.array(z.object({ at: z.string(), title: z.string(), text: z.string().optional() })),
  }),
  isReadOnly: true,
  async run(c, { town: key, number }) {
    const { language, deps } = c.var
    const { town, ctx } = await enterTown(c, key)
    const report = await getPublicReport(ctx, number)
    const { category, status, statusLabel, receivedAt, changedAt, url } = reportItem(report, {
      publicUrl: deps.publicUrl,
      town,
      language,
    })
    const sentence = statusSentence(c, report)
    const name = categoryName(c, category)
    const timeline = timelineSteps(c, report.timeline).map(({ dateTime, title, text }) => ({
      at: dateTime ?? '',
      title,
      text,
    }))
    const mergedInto = report.mergedInto ?? undefined
    return {
      say: [words(language).chatbot.status(number, name, statusLabel), sentence, url],
      facts: {
        number,
        category,
        categoryName: name,
        status,
        statusLabel,
        sentence,
        receivedAt,
        changedAt,
        url,
        mergedInto,
        timeline,
      },
    }
  },
})
