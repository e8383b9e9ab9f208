import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { relayMailer } from '../../server/adapters/mail-relay.ts'
import { DeliveryError } from '../../server/errors.ts'
import { openMailRelay } from '../support/mail-relay.ts'

const KEY = 'key-of-the-relay'
const FROM = 'anliegen@kommune.example'
const NOW = new Date('2026-11-16T08:00:00Z')
const MESSAGE = {
  to: 'anna@post.example',
  fromName: 'Stadt Bad Salzuflen',
  replyTo: 'leitstelle@bad-salzuflen.example',
  subject: 'Ihr Anliegen #7: „Schlagloch“ – erledigt 🛠, und was wir sonst noch an der Asper Straße vorhaben',
  text: 'Guten Tag,\n\ndas Loch ist zu. Grüße aus Bad Salzuflen',
  messageId: '1b4e28ba.bad-salzuflen',
}
const HTML = '<!doctype html><html lang="de"><body><p>das Loch ist zu. Grüße</p></body></html>'
const STOP = `https://anliegen.example/bad-salzuflen/abmelden/7-${'x'.repeat(43)}`

let relay: Awaited<ReturnType<typeof openMailRelay>>
beforeAll(async () => {
  relay = await openMailRelay({ key: KEY, domain: 'kommune.example' })
})
afterAll(() => relay.close())
afterEach(() => {
  relay.hasTrouble(null)
  relay.relayed.length = 0
})

const mailer = (more: { token?: string; from?: string; timeoutMs?: number; url?: string } = {}) =>
  relayMailer({ url: relay.url, token: KEY, from: FROM, now: () => NOW, ...more })
const failureOf = (sending: Promise<void>): Promise<DeliveryError> =>
  sending.then(
    () => null as never,
    (error) => error,
  )

describe('mail by a relay', () => {
  it('arrives with its umlauts, sender, date and a place to answer to, for one recipient', async () => {
    await mailer().send(MESSAGE)
    const [{ from, to, mail } = expect.fail('nothing came')] = relay.relayed
    expect([from, to]).toEqual([FROM, [MESSAGE.to]])
    expect(mail).toMatchObject({
      subject: MESSAGE.subject,
      from: { name: MESSAGE.fromName, address: FROM },
      to: [{ address: MESSAGE.to }],
      replyTo: [{ address: MESSAGE.replyTo }],
      date: NOW.toISOString(),
    })
    expect(mail.text?.trim()).toBe(MESSAGE.text.replaceAll('\n', '\r\n'))
    expect(mail.html).toBeUndefined()
  })

  it('keeps its own Message-ID, so that a repeated sending is the same mail', async () => {
    await mailer().send(MESSAGE)
    await mailer().send(MESSAGE)
    const ids = relay.relayed.map(({ mail }) => mail.messageId)
    expect(ids).toEqual(Array(2).fill('<1b4e28ba.bad-salzuflen@kommune.example>'))
  })

  it('has a plain and an HTML form, and the mailbox’s own way to end it', async () => {
    await mailer().send({ ...MESSAGE, html: HTML, stopUrl: STOP })
    const { raw, mail } = relay.relayed[0]!
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m)
    expect(mail.text?.trim()).toBe(MESSAGE.text.replaceAll('\n', '\r\n'))
    expect(mail.html?.trim()).toBe(HTML)
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
    expect(header('list-unsubscribe')).toBe(`<${STOP}>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('auto-submitted')).toBe('auto-generated')
  })

  it('is plain ASCII in lines that every mail server takes', async () => {
    const text = 'ä'.repeat(20_000)
    await mailer().send({
      ...MESSAGE,
      subject: `${MESSAGE.subject} ${text.slice(0, 500)}`,
      text,
      html: HTML,
      stopUrl: STOP,
    })
    const { raw, mail } = relay.relayed[0]!
    expect(mail.text?.trim()).toBe(text)
    expect(raw).toMatch(/^[\x20-\x7e\r\n]+$/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(200)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('cannot be given further headers or recipients by its words', async () => {
    const evil = 'Hallo\r\nBcc: all@kommune.example'
    const stopUrl = `${STOP}\r\nBcc: all@kommune.example`
    await mailer().send({ ...MESSAGE, subject: evil, fromName: evil, html: evil, stopUrl, replyTo: evil })
    const { raw, to, mail } = relay.relayed[0]!
    expect(to).toEqual([MESSAGE.to])
    expect([mail.bcc, mail.replyTo]).toEqual([undefined, undefined])
    expect(raw).not.toMatch(/^bcc:/im)
    const two = mailer().send({ ...MESSAGE, to: 'anna@post.example, all@kommune.example' })
    await expect(two).rejects.toMatchObject({ reason: 'address_refused', permanent: true })
  })
})

describe('what keeps a mail from being handed over', () => {
  it.each([
    ['a key that is wrong', { token: 'other' }],
    ['a sender that is not ours', { from: 'anliegen@elsewhere.example' }],
    ['a relay that is away', { url: 'http://127.0.0.1:1' }],
    ['an address that is none of a relay', { url: '/postal' }],
  ])('may pass: %s', async (_what, { url, ...more }: { url?: string; token?: string; from?: string }) => {
    const at = url ? { url: new URL(url, relay.url).href } : {}
    const failure = await failureOf(mailer({ ...more, ...at }).send(MESSAGE))
    expect(failure).toBeInstanceOf(DeliveryError)
    expect(failure).toMatchObject({ reason: 'mail_unreachable', permanent: false })
    expect(relay.relayed).toEqual([])
  })

  it.each([401, 403, 429, 500, 502, 503, 302])('may pass: status %d', async (status) => {
    relay.hasTrouble({ status })
    await expect(mailer().send(MESSAGE)).rejects.toMatchObject({ reason: 'mail_unreachable', permanent: false })
  })

  it.each([400, 413, 422])('is for good: status %d, which is about the mail', async (status) => {
    relay.hasTrouble({ status })
    await expect(mailer().send(MESSAGE)).rejects.toMatchObject({ reason: 'mail_refused', permanent: true })
  })

  it('is for good when the relay misses something in it', async () => {
    await expect(mailer({ from: '' }).send(MESSAGE)).rejects.toMatchObject({ reason: 'mail_refused', permanent: true })
  })

  it('is told in time when the relay is silent', async () => {
    relay.hasTrouble('silent')
    const failure = failureOf(mailer({ timeoutMs: 50 }).send(MESSAGE))
    expect(await failure).toMatchObject({ reason: 'mail_unreachable', permanent: false })
  })

  it('never says who should have got it, nor the key', async () => {
    const said: string[] = []
    for (const more of [{ token: 'wrong-secret' }, { from: 'a@elsewhere.example' }, { url: 'http://127.0.0.1:1' }]) {
      const { message, cause, stack } = await failureOf(mailer(more).send(MESSAGE))
      said.push(message, stack ?? '', String((cause as Error).message), String((cause as Error).stack))
    }
    expect(said.join('\n')).not.toMatch(/anna|post\.example|wrong-secret|Schlagloch/)
  })
})
