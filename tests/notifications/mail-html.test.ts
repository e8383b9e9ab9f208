/** Every mail in its two forms: the same words, nothing foreign in them, and nothing that a citizen wrote is markup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../../server/notifications/mail-html.ts'
import type { MailMessage } from '../../server/ports.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { givePartner, leaveOut, PARTNER, submitToNonMember, tellAll } from '../support/outside.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

const EVIL = '<script>alert("x")</script> & <img src=x onerror=y>\n</p></body>'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await givePartner(world)
  await leaveOut(world)
  const Bernd = await world.as(world.people.Bernd)
  for (const language of LANGUAGES) {
    const contact = { contact: CONTACT, language, address: EVIL, description: EVIL }
    const { number, version } = (await submitPothole(world, contact)).report
    const given = { number, version, partnerKey: PARTNER.key, instruction: EVIL, days: 14 }
    const { version: next } = await involvePartner(Bernd, given)
    await answerReport(Bernd, { number, version: next, answer: EVIL })
    const asked = (await submitPothole(world, contact)).report
    await askReporter(Bernd, { number: asked.number, version: asked.version, text: EVIL, days: 14 })
  }
  await submitToNonMember(world, { description: EVIL })
  await tellAll(world)
})
afterAll(() => world.close())

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const bodyOf = ({ html = '' }: MailMessage) => /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''
/** Without tags, without the links' addresses, without the colon before a link and however it is broken into lines. */
const bare = (text: string) => text.replace(/https?:\S+/g, '').replace(/[\s:]+/g, '')
const stripped = (mail: MailMessage) =>
  bodyOf(mail)
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
const addresses = (text: string) => text.match(/https?:[^\s"]+/g) ?? []

describe('the HTML of every mail', () => {
  it('says what the plain text says, and links to the same addresses', () => {
    expect(world.mails.length).toBeGreaterThan(15)
    for (const mail of world.mails) {
      expect(bare(stripped(mail))).toBe(bare(mail.text))
      expect(addresses(bodyOf(mail))).toEqual(addresses(mail.text))
    }
  })

  it('holds nothing that a citizen or a clerk wrote as markup', () => {
    expect(world.mails.some(({ html }) => html?.includes('&lt;script&gt;'))).toBe(true)
    for (const { html } of world.mails) {
      expect(html).not.toMatch(/<script|<img/i)
      expect(html?.match(/<\/body>/g)).toHaveLength(1)
    }
  })

  it('loads nothing, follows nobody, and leaves light and dark to the reader', () => {
    for (const { html } of world.mails) {
      const tags = html?.match(/<[^>]*>/g)?.join('')
      expect(tags).not.toMatch(/<(img|link|iframe|table)|src=|url\(|@import|\son[a-z]+=/i)
      expect(html).toContain('<meta name="color-scheme" content="light dark">')
    }
  })

  it('names its language', () => {
    const spoken = new Set(world.mails.map(({ html }) => /<html lang="([\w-]+)"/.exec(html ?? '')?.[1]))
    expect([...spoken].toSorted()).toEqual([...LANGUAGES].toSorted())
  })
})

it('a link to end the mails is in each to the reporter and in no other', () => {
  for (const { to, stopUrl, text } of world.mails) {
    const isReporter = to === CONTACT.email
    expect([to, stopUrl !== undefined && text.includes(stopUrl)]).toEqual([to, isReporter])
    expect(text.includes('/abmelden/')).toBe(isReporter)
  }
})

it('a button is legible on every colour a town may have', () => {
  const of = (accent: string) => htmlOf({ language: 'de', subject: 'x', accent, parts: [{ lead: 'Hier:', url: 'u' }] })
  expect(of('#00536e')).toContain('background:#00536e;color:#ffffff')
  expect(of('#ffd400')).toContain('background:#ffd400;color:#0b1a22')
})
