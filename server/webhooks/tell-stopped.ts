/** Tells an admin of the town that events do not arrive at an address any more. */
import { words } from '../../client/i18n/index.ts'
import { clerk as clerkPaths } from '../../client/paths.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { type Ctx, inTransaction } from '../context.ts'
import { htmlOf } from '../notifications/mail-html.ts'
import { type MailPart, textOf } from '../notifications/mail-parts.ts'
import type { Mailer } from '../ports.ts'
import { listAdminRows, listBrokenWebhookRows } from './rows.ts'

type Outlets = { mailer: Mailer; platform: { url: (path: string) => string } }

/** What runs again meanwhile is told to nobody, nor is somebody who has left. @throws DeliveryError */
export async function tellStopped(ctx: Ctx, { mailer, platform }: Outlets, personId: string): Promise<void> {
  const { town } = ctx
  const { broken, reader } = await inTransaction(ctx, async (ctx) => ({
    broken: await listBrokenWebhookRows(ctx),
    reader: (await listAdminRows(ctx)).find(({ id }) => id === personId),
  }))
  if (broken.length === 0 || !reader) return
  const language = LANGUAGES.find((one) => one === reader.language) ?? 'de'
  const { common, webhooks } = words(language)
  const { mail: w } = webhooks
  const lines = broken.map(({ url, stoppedBecause }) => `- ${new URL(url).host}: ${w.because[stoppedBecause ?? '']}`)
  const subject = w.subject(town.name)
  const parts: MailPart[] = [
    w.greeting(reader.name),
    [w.text, ...lines].join('\n'),
    w.next,
    { lead: w.look, url: platform.url(clerkPaths.webhooks(town.key)) },
    [w.closing, common.product].join('\n'),
  ]
  const newest = Math.max(...broken.map(({ stoppedAt }) => stoppedAt?.getTime() ?? 0))
  await mailer.send({
    to: reader.email,
    fromName: common.product,
    replyTo: town.mail.replyTo,
    subject,
    text: textOf(parts),
    html: htmlOf({ language, subject, accent: town.theme.accent, parts }),
    messageId: `${reader.id}.webhook.${newest}.${town.key}`,
  })
}
