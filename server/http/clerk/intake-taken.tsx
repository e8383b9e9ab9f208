/** /amt/{town}/aufnehmen/{number}: what to say once it is saved. */
import { Hono } from 'hono'
import { IntakeDonePage } from '../../../client/clerk/IntakeDonePage.tsx'
import { CALLER_CHANNELS } from '../../../client/clerk/intake-props.ts'
import { formatDate, languageName, words } from '../../../client/i18n/index.ts'
import { readTaken } from '../../reports/read-taken.ts'
import type { AppEnv } from '../app-env.ts'
import { categoryName, departmentName } from '../names.ts'
import { reportNumber } from '../report-number.ts'
import { sendPage } from '../respond.ts'
import { clerkFrame } from './frame.ts'
import { pointInWords, trackingUrl } from './receipt.tsx'

export const taken = new Hono<AppEnv>().get('/:number', async (c) => {
  const { language, town } = c.var
  const { report, text, hasEmail, token, isOwn } = await readTaken(c.var.ctx, { number: reportNumber(c) })
  const frame = await clerkFrame(c, `#${report.number} ${words(language).intake.done}`)
  return sendPage(
    c,
    <IntakeDonePage
      frame={frame}
      town={town.key}
      number={report.number}
      category={categoryName(c, report.category)}
      place={text?.address ?? pointInWords({ report })}
      department={departmentName(c, report.department)}
      until={formatDate(language, report.answerDueAt, c.var.deps.now())}
      trackingUrl={trackingUrl(c, token)}
      mailIn={hasEmail ? languageName(language, report.language) : undefined}
      channel={CALLER_CHANNELS.find((one) => one === report.intakeChannel) ?? 'phone'}
      isOwn={isOwn}
    />,
    { secret: true },
  )
})
