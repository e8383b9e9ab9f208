/** Whatever stands in names, subjects and addresses: one mail, to whom it is for, with our headers and no others. */
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../server/adapters/mail-smtp.ts'
import { runDueWork } from '../../server/jobs.ts'
import { followReport } from '../../server/reports/follow-report.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { changeTown } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { POTHOLE } from '../support/reports.ts'
import { compiledTown } from '../support/towns.ts'
import { createWorld, FIRST_TOWN, type World } from '../support/world.ts'

const EVIL = 'alle@boese.example'

/** Each could become a header, a recipient or a second mail, if it were taken as it stands. */
const NAMES = [
  `Anna\r\nBcc: ${EVIL}`,
  `Anna\nTo: ${EVIL}`,
  `Anna\rCc: ${EVIL}`,
  `Anna\u2028Bcc: ${EVIL}`,
  `Anna\u0085Bcc: ${EVIL}`,
  `Anna\r\n\r\nEin anderer Brief`,
  `Anna\r\n.\r\nMAIL FROM:<${EVIL}>`,
  `Anna, ${EVIL}`,
  `Anna <${EVIL}>`,
  `"Anna" <${EVIL}>, "`,
  `Anna; ${EVIL}: x;`,
  `=?utf-8?Q?Anna=0D=0ABcc:_${EVIL}?=`,
  `=?utf-8?B?${btoa(`a\r\nBcc: ${EVIL}`)}?=`,
  '\u202EannA (moc.elpmaxe@esoeb)',
  'Ä'.repeat(120),
  'x'.repeat(120),
  '😀'.repeat(60),
  '\\" \\ ( ) [ ] : ; @ , .',
]

type Received = { from: string; to: string[]; text: string }
let server: SMTPServer
let url: string
const received: Received[] = []

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((done) => server.close(() => done())))

const FROM = 'anliegen@kommune.example'
const OURS = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
]

/** The one mail that came for this address, as a mail program reads it. */
async function expectOneMail(sent: Received[], to: string) {
  expect(sent.map((one) => [one.from, one.to])).toEqual([[FROM, [to]]])
  const mail = await PostalMime.parse(sent[0]!.text)
  const keys = mail.headers.map(({ key }) => key)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(keys.filter((key) => !OURS.includes(key))).toEqual([])
  expect([mail.from?.address, mail.to?.map(({ address }) => address)]).toEqual([FROM, [to]])
  expect([mail.cc, mail.bcc, mail.attachments]).toEqual([undefined, undefined, []])
  return mail
}

const MESSAGE = {
  to: 'anna@post.example',
  fromName: 'Stadt',
  subject: 'Ihr Anliegen',
  text: 'Guten Tag.',
  messageId: '1b4e28ba.stadt',
}

describe('one mail with our headers and no others', () => {
  it.each(NAMES)('whatever the sender is called or the subject says: %j', async (evil) => {
    received.length = 0
    const stopUrl = `https://anliegen.example/abmelden/${encodeURIComponent(evil)}`
    await smtpMailer(url, FROM).send({ ...MESSAGE, fromName: evil, subject: evil, text: evil, html: evil, stopUrl })
    const mail = await expectOneMail(received, MESSAGE.to)
    expect(mail.replyTo).toBeUndefined()
  })

  it.each([
    `anna@post.example, ${EVIL}`,
    `anna@post.example\r\nBcc: ${EVIL}`,
    `anna@post.example\nRCPT TO:<${EVIL}>`,
    `anna@post.example> <${EVIL}`,
    `Anna <${EVIL}>`,
    `"anna@post.example"@x.example, ${EVIL}`,
    `gruppe:${EVIL};`,
    `${EVIL};anna@post.example`,
    'anna',
    '',
  ])('nobody else gets it, whatever the address says: %j', async (to) => {
    received.length = 0
    await smtpMailer(url, FROM)
      .send({ ...MESSAGE, to })
      .catch(() => undefined)
    expect(received.flatMap((one) => one.to)).not.toContain(EVIL)
  })

  it('nobody else is answered, whatever the town’s mailbox for answers says', async () => {
    received.length = 0
    await smtpMailer(url, FROM).send({ ...MESSAGE, replyTo: `rathaus@stadt.example\r\nBcc: ${EVIL}` })
    const mail = await expectOneMail(received, MESSAGE.to)
    expect(mail.replyTo).toBeUndefined()
  })
})

describe('a whole town with such names', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it.each(NAMES)('writes as always: %j', async (evil) => {
    const { departments, mail } = compiledTown(FIRST_TOWN).town
    await changeTown(world, FIRST_TOWN, {
      officialName: evil,
      name: evil,
      mail: { ...mail, fromName: evil },
      departments: departments.map((one) => ({ ...one, name: evil })),
      modules: [{ key: 'evil', title: evil, text: evil, for: ['answer'] }],
    })
    const to = `anna+${crypto.randomUUID()}@post.example`
    const follows = `folgt+${crypto.randomUUID()}@post.example`
    const citizen = await world.as(CITIZEN)
    const input = { ...POTHOLE, description: evil, address: evil, contact: { name: evil, email: to } }
    const { report } = await submitReport(citizen, input, { intakeChannel: 'web' })
    await setVisibility(await world.as(world.people.Bernd), {
      number: report.number,
      version: 1,
      what: 'text',
      visibility: 'shown',
    })
    await followReport(citizen, { number: report.number, email: follows })
    received.length = 0
    const clock = { ...world.clock, mailer: smtpMailer(url, FROM) }
    while (await runDueWork(clock));
    for (const address of [to, follows])
      await expectOneMail(
        received.filter((one) => one.to.includes(address)),
        address,
      )
    expect(received.flatMap((one) => one.to)).not.toContain(EVIL)
  })
})
