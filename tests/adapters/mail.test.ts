import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { folderMailer } from '../../server/adapters/mail-folder.ts'
import { smtpMailer } from '../../server/adapters/mail-smtp.ts'

const MESSAGE = {
  to: 'anna@post.example',
  fromName: 'Stadt Bad Salzuflen',
  replyTo: 'leitstelle@bad-salzuflen.example',
  subject: 'Ihr Anliegen #7: „Schlagloch“ – erledigt',
  text: 'Guten Tag,\n\ndas Loch ist zu. Grüße aus Bad Salzuflen',
  messageId: '1b4e28ba.bad-salzuflen',
}
const HTML = '<!doctype html><html lang="de"><body><p>das Loch ist zu. Grüße</p></body></html>'
const STOP = `https://anliegen.example/bad-salzuflen/abmelden/7-${'x'.repeat(43)}`

let server: SMTPServer | undefined
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())))

/** A real mail server on loopback; answers every recipient with `refusal` if one is given. */
async function mailServer(refusal?: { responseCode: number; message?: string }) {
  const received: string[] = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal ? Object.assign(new Error('no'), refusal) : null),
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return { received, url: `smtp://127.0.0.1:${port}` }
}

describe('mail by SMTP', () => {
  it('arrives with its umlauts, sender and a place to answer to', async () => {
    const { received, url } = await mailServer()
    await smtpMailer(url, 'anliegen@kommune.example').send(MESSAGE)
    const mail = await PostalMime.parse(received[0]!)
    expect(mail).toMatchObject({
      subject: MESSAGE.subject,
      from: { name: 'Stadt Bad Salzuflen', address: 'anliegen@kommune.example' },
      to: [{ address: MESSAGE.to }],
      replyTo: [{ address: MESSAGE.replyTo }],
      messageId: '<1b4e28ba.bad-salzuflen@kommune.example>',
    })
    expect(mail.text?.trim()).toBe(MESSAGE.text)
  })

  it('has a plain and an HTML form, and the mailbox’s own way to end it', async () => {
    const { received, url } = await mailServer()
    await smtpMailer(url, 'anliegen@kommune.example').send({ ...MESSAGE, html: HTML, stopUrl: STOP })
    expect(received[0]).toMatch(/^Content-Type: multipart\/alternative;/m)
    const mail = await PostalMime.parse(received[0]!)
    expect(mail.text?.trim()).toBe(MESSAGE.text)
    expect(mail.html?.trim()).toBe(HTML)
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
    expect(header('list-unsubscribe')).toBe(`<${STOP}>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  })

  it('cannot be given further headers or recipients by its words', async () => {
    const { received, url } = await mailServer()
    const evil = 'Hallo\r\nBcc: all@kommune.example'
    const message = {
      ...MESSAGE,
      subject: evil,
      fromName: evil,
      html: evil,
      stopUrl: `${STOP}\r\nBcc: all@kommune.example`,
    }
    await smtpMailer(url, 'anliegen@kommune.example').send(message)
    const mail = await PostalMime.parse(received[0]!)
    expect(mail.bcc).toBeUndefined()
    expect(mail.to).toHaveLength(1)
  })

  it('tells a refusal for good from one that may pass', async () => {
    const gone = await mailServer({ responseCode: 550 })
    const refused = smtpMailer(gone.url, 'anliegen@kommune.example').send(MESSAGE)
    await expect(refused).rejects.toMatchObject({ reason: 'address_refused', permanent: true })
    await new Promise<void>((done) => server!.close(() => done()))
    const later = smtpMailer(gone.url, 'anliegen@kommune.example').send(MESSAGE)
    await expect(later).rejects.toMatchObject({ reason: 'mail_unreachable', permanent: false })
    server = undefined
  })
})

it.each([
  ['550 5.1.1 nobody here', { reason: 'address_refused', permanent: true }],
  ['550 nobody here', { reason: 'address_refused', permanent: true }],
  ['550 5.7.1 your server is on a list', { reason: 'mail_refused', permanent: true }],
  ['451 4.7.1 try again in ten minutes', { reason: 'mail_unreachable', permanent: false }],
])('a recipient refused with “%s” is %j', async (words, expected) => {
  const [code, ...rest] = words.split(' ')
  const { url } = await mailServer({ responseCode: Number(code), message: rest.join(' ') })
  await expect(smtpMailer(url, 'anliegen@kommune.example').send(MESSAGE)).rejects.toMatchObject(expected)
})

it('the demo’s mailbox is a folder of readable files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-mail-'))
  await folderMailer(folder).send({ ...MESSAGE, html: HTML })
  const [page, name] = readdirSync(folder).toSorted()
  expect(page).toMatch(/\.html$/)
  const text = readFileSync(join(folder, name!), 'utf8')
  expect(text).toContain(`Subject: ${MESSAGE.subject}`)
  expect(text).toContain('das Loch ist zu. Grüße')
  rmSync(folder, { recursive: true })
})
