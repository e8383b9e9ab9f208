/** /amt/{town}/anliegen/{number}/beleg: a sheet of paper with the reporter's own link. */
import { type Context, Hono } from 'hono'
import { ReceiptPage } from '../../../client/clerk/ReceiptPage.tsx'
import { formatFullDate, words } from '../../../client/i18n/index.ts'
import { clerk as clerkPaths, town as townPaths } from '../../../client/paths.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { readTaken, type TakenReport } from '../../reports/read-taken.ts'
import type { AppEnv } from '../app-env.ts'
import { reportNumber } from '../report-number.ts'
import { sendPage } from '../respond.ts'
import { townUrl } from '../urls.ts'
import { clerkFrame } from './frame.ts'

type C = Context<AppEnv>

export const receipt = new Hono<AppEnv>().get('/:number/beleg', async (c) => {
  const { language: ours, town } = c.var
  const { report, text, token } = await readTaken(c.var.ctx, { number: reportNumber(c) })
  const language = LANGUAGES.find((one) => one === report.language) ?? 'de'
  const category = town.categories.find(({ key }) => key === report.category)
  const frame = await clerkFrame(c, words(ours).receipt.title(report.number))
  return sendPage(
    c,
    <ReceiptPage
      frame={frame}
      language={language}
      number={report.number}
      town={{ officialName: town.officialName, phone: town.contact.phone, logoHref: frame.town?.logoHref }}
      category={category?.name[language] ?? report.category}
      text={text?.description}
      answers={text?.answers ?? []}
      place={text?.address ?? pointInWords({ report })}
      receivedAt={formatFullDate(language, report.receivedAt)}
      department={town.departments.find(({ key }) => key === report.department)?.name ?? report.department}
      until={formatFullDate(language, report.answerDueAt)}
      trackingUrl={trackingUrl(c, token)}
      backHref={clerkPaths.taken(town.key, report.number)}
    />,
    { secret: true },
  )
})

/** Written out on paper, so absolute. */
export const trackingUrl = (c: C, token: string) =>
  `${townUrl(c.var.deps.publicUrl, c.var.town)}${townPaths('').tracking(token)}`

const DECIMALS = 5

export function pointInWords({ report: { lat, lon } }: Pick<TakenReport, 'report'>): string | undefined {
  return lat === null || lon === null ? undefined : `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`
}
