/** Mails that come back, as Postfix, Exim and Exchange send them; and what pretends to be one. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../server/cli/commands.ts'
import { DeliveryError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { readBounce } from '../../server/notifications/read-bounce.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { givePartner, submitTo } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const SERVERS = ['postfix', 'exim', 'exchange']
type Facts = { messageId?: string; status?: string }

function message(name: string, { messageId = '', status = '5.1.1' }: Facts): string {
  const text = readFileSync(new URL(`bounces/${name}.eml`, import.meta.url), 'utf8')
  return text.replaceAll('{messageId}', messageId).replaceAll('{status}', status)
}
const bytes = (text: string) => new TextEncoder().encode(text)
async function comesBack(text: string): Promise<string> {
  const args = [Buffer.from(text).toString('base64')]
  const { ok, output } = await runCommand(
    world.database,
    { tenantsDir: 'tenants', by: 'mail', now: world.now },
    { command: 'bounces', args },
  )
  expect(ok).toBe(true)
  return output
}
const work = async () => {
  while (await runDueWork(world.clock));
}
const Bernd = () => world.as(world.people.Bernd)
const seen = async (number: number) => readReport(await Bernd(), { number })

async function mailed() {
  const { report } = await submitPothole(world, { contact: CONTACT })
  await work()
  return { number: report.number, messageId: world.mails.at(-1)!.messageId }
}

describe.each(SERVERS)('a mail that %s sends back for good', (name) => {
  it('counts as failed, and nothing more goes to the address', async () => {
    const { number, messageId } = await mailed()
    expect(await comesBack(message(name, { messageId }))).toContain('keine E-Mail mehr')
    const { undelivered, contact, actions, report } = await seen(number)
    expect(undelivered).toMatchObject([{ recipient: 'reporter', failure: 'bounced' }])
    expect(contact?.undeliverableAt).toEqual(world.now())
    expect(actions).not.toContain('ask')

    const ctx = await Bernd()
    const asked = askReporter(ctx, { number, version: report.version, text: 'Wo?', days: 14 })
    await expect(asked).rejects.toMatchObject({ reason: 'no_contact' })
    await answerReport(ctx, { number, version: report.version, answer: 'Wir sehen nach.' })
    await work()
    expect(world.mails).toHaveLength(1)
  })
})

describe('a mail that is', () => {
  it('only late is noted and changes nothing else', async () => {
    const { number, messageId } = await mailed()
    await comesBack(message('postfix-delayed', { messageId }))
    const { undelivered, contact, actions } = await seen(number)
    expect([undelivered, contact?.undeliverableAt]).toEqual([[], null])
    expect(actions).toContain('ask')
  })

  it.each([
    ['4.4.1', 'mail_expired'],
    ['5.7.1', 'mail_refused'],
    ['5.3.4', 'mail_refused'],
  ])('lost for a reason that is not the address (%s) does not silence it', async (status, failure) => {
    const { number, messageId } = await mailed()
    await comesBack(message('postfix', { messageId, status }))
    const { undelivered, contact } = await seen(number)
    expect([undelivered[0]?.failure, contact?.undeliverableAt]).toEqual([failure, null])
  })

  it('back for good stays so, whatever is said later', async () => {
    const { number, messageId } = await mailed()
    await comesBack(message('postfix', { messageId }))
    await comesBack(message('postfix-delayed', { messageId }))
    await comesBack(message('postfix', { messageId, status: '4.4.1' }))
    expect((await seen(number)).undelivered).toMatchObject([{ failure: 'bounced' }])
  })

  it('to a partner counts against the partner’s mail, not against the reporter', async () => {
    await givePartner(world)
    const { report } = await submitTo(await world.as(CITIZEN), { category: 'bench' })
    await work()
    const mail = world.mails.find(({ to }) => to !== CONTACT.email)!
    await comesBack(message('postfix', { messageId: mail.messageId }))
    const found = await readReport(await world.as(world.people.Clara), { number: report.number })
    expect(found.undelivered).toMatchObject([{ recipient: 'partner/stadtwerke', failure: 'bounced' }])
    expect(found.contact?.undeliverableAt).toBeNull()
  })
})

describe('nothing changes by', () => {
  it.each([
    ['a mail nobody sent', () => `${crypto.randomUUID()}.${FIRST_TOWN}`],
    ['a mail of a town that is none', () => `${crypto.randomUUID()}.atlantis`],
    ['an id that is none', () => `1.${FIRST_TOWN}`],
    ['the neighbour’s name on our mail', (id: string) => id.replace(FIRST_TOWN, NEIGHBOUR)],
  ])('%s', async (_what, forge) => {
    const { number, messageId } = await mailed()
    expect(await comesBack(message('postfix', { messageId: forge(messageId) }))).toContain('Nichts geändert')
    expect((await seen(number)).contact?.undeliverableAt).toBeNull()
  })

  it.each([
    ['an answer of a person', (id: string) => `From: x@post.example\r\nIn-Reply-To: <${id}@k.example>\r\n\r\nDanke.`],
    [
      'a note of absence',
      (id: string) => `Auto-Submitted: auto-replied\r\nReferences: <${id}@k.example>\r\n\r\nUrlaub`,
    ],
    ['a receipt', (id: string) => message('exim', { messageId: id }).replace('Action: failed', 'Action: delivered')],
    [
      'a report of another kind',
      (id: string) =>
        message('exim', { messageId: id }).replace('report-type=delivery-status', 'report-type=feedback-report'),
    ],
    ['a mail cut short', (id: string) => message('exchange', { messageId: id }).slice(0, 1200)],
    ['nothing at all', () => ''],
    ['bytes', () => '\u0000\u0001\uFFFD'.repeat(500)],
  ])('%s', async (_what, forge) => {
    const { number, messageId } = await mailed()
    expect(await comesBack(forge(messageId))).toContain('Nichts geändert')
    expect((await seen(number)).undelivered).toEqual([])
  })
})

it('the id is read from the headers that came back, not from what somebody wrote into a mail', async () => {
  const id = '1b4e28ba-2fa1-41d2-883f-0016d3cca427'
  expect(await readBounce(bytes(message('exim', { messageId: `${id}.lemgo` })))).toEqual({
    deliveryId: id,
    town: 'lemgo',
    verdict: 'gone',
  })
})

it('an address refused while sending gets no more mail either', async () => {
  world.failMail(new DeliveryError('address_refused', { permanent: true }))
  const { number } = await mailedAnyway()
  world.failMail(null)
  const { contact, undelivered, actions, report } = await seen(number)
  expect([contact?.undeliverableAt, undelivered[0]?.failure]).toEqual([world.now(), 'address_refused'])
  expect(actions).not.toContain('ask')
  await answerReport(await Bernd(), { number, version: report.version, answer: 'Wir sehen nach.' })
  await work()
  expect(world.mails).toEqual([])
})

async function mailedAnyway() {
  const { report } = await submitPothole(world, { contact: CONTACT })
  await work()
  return { number: report.number }
}
