/** Mails to somebody outside: what they need, a link, and never how to reach the citizen. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeliveryError } from '../../server/errors.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import {
  changeTown,
  givePartner,
  leaveOut,
  linkTo,
  NON_MEMBER,
  PARTNER,
  PETRA,
  submitTo,
  submitToNonMember,
  TOWN_HALL_MAILBOX,
  tellAll,
} from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

const MINUTE_MS = 60_000

let world: World
beforeEach(async () => {
  world = await createWorld()
  await givePartner(world)
  await leaveOut(world)
})
afterEach(() => world.close())

const mailsTo = (address: string) => world.mails.filter(({ to }) => to === address)
async function involve() {
  const { report } = await submitPothole(world, { contact: CONTACT, address: 'Asper Straße 8' })
  const { number, version } = report
  const Bernd = await world.as(world.people.Bernd)
  return involvePartner(Bernd, { number, version, partnerKey: PARTNER.key, instruction: 'Bitte füllen.', days: 14 })
}

describe('the town hall of a town that has not joined', () => {
  it('gets the whole report and a link, in German, from the platform', async () => {
    const { report } = await submitToNonMember(world, { language: 'en', answers: { size: 'wheel' } })
    await tellAll(world)
    const [mail] = mailsTo(TOWN_HALL_MAILBOX)
    expect(mail).toMatchObject({
      fromName: 'Anliegenwerk',
      subject: `Anliegen #${report.number}: Schlagloch, Straßenschaden`,
    })
    expect(mail?.replyTo).toBeUndefined()
    for (const words of [
      `Vorgangsnummer: #${report.number}`,
      'Ort: Mittelstraße 1',
      'Koordinaten: 52.02800, 8.90000',
      'geo:52.02800,8.90000',
      'Tiefes Schlagloch vor der Bushaltestelle.',
      `${PUBLIC_URL}/${NON_MEMBER}/auftrag/`,
      'Der Link gilt bis Mittwoch, 16. Dezember',
    ])
      expect(mail?.text).toContain(words)
    expect(mail?.text).not.toMatch(/undefined|null/)
  })

  it('is not told who reported it', async () => {
    await submitToNonMember(world)
    await tellAll(world)
    const mail = JSON.stringify(mailsTo(TOWN_HALL_MAILBOX))
    for (const secret of [CONTACT.name, CONTACT.email]) expect(mail).not.toContain(secret)
  })

  it('is promised nothing in its name: the reporter learns that the report was passed on', async () => {
    const { report } = await submitToNonMember(world)
    await tellAll(world)
    const [mail] = mailsTo(CONTACT.email)
    expect(mail?.subject).toBe(`Ihr Anliegen #${report.number} ist weitergeleitet`)
    expect(mail?.text).toContain('macht hier noch nicht mit')
    expect(mail?.text).not.toContain('Antwort bis')
    expect(mail).toMatchObject({ fromName: 'Anliegenwerk' })
  })

  it('gets it also when the reporter left no address', async () => {
    await submitToNonMember(world, { contact: undefined })
    await tellAll(world)
    expect(world.mails.map(({ to }) => to)).toEqual([TOWN_HALL_MAILBOX])
  })
})

describe('a partner the clerk has chosen', () => {
  it('gets the order with a link, from the town; the reporter hears where the report is', async () => {
    const { number } = await involve()
    await tellAll(world)
    const [mail] = mailsTo(PETRA)
    expect(mail).toMatchObject({
      fromName: 'Stadt Bad Salzuflen, Anliegen',
      replyTo: expect.stringContaining('@'),
      subject: `Auftrag zu Anliegen #${number}: Schlagloch, Straßenschaden`,
    })
    expect(mail?.text).toContain('Unser Auftrag an Sie:\nBitte füllen.')
    expect(JSON.stringify(mail)).not.toContain(CONTACT.email)
    const reporter = mailsTo(CONTACT.email)
    expect(reporter.at(-1)?.subject).toBe(`Ihr Anliegen #${number} liegt jetzt bei ${PARTNER.name}`)
    expect(JSON.stringify(reporter)).not.toContain('/auftrag/')
    expect(JSON.stringify(reporter)).not.toContain('Bitte füllen.')
  })

  it('gets the same link when the mail has to be sent again, and no second mail', async () => {
    world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
    await involve()
    await tellAll(world)
    expect(world.mails).toEqual([])
    world.failMail(null)
    world.pass(MINUTE_MS)
    await tellAll(world)
    await tellAll(world)
    expect(mailsTo(PETRA)).toHaveLength(1)
    expect(linkTo(world, PETRA).token).toMatch(/^[\w-]{43}$/)
  })

  it('gets nothing when the report was taken back before the mail went out', async () => {
    const { number, version } = await involve()
    await returnFromPartner(await world.as(world.people.Bernd), { number, version })
    await tellAll(world)
    expect(mailsTo(PETRA)).toEqual([])
  })

  it('is written to by a new mailbox as soon as the town has one', async () => {
    await givePartner(world, 'neu@stadtwerke.example')
    await involve()
    await tellAll(world)
    expect(mailsTo(PETRA)).toEqual([])
    expect(mailsTo('neu@stadtwerke.example')).toHaveLength(1)
  })
})

it('a report that a rule gives to a partner costs the reporter one mail, which names the partner', async () => {
  await submitTo(await world.as(CITIZEN), { category: 'tree' })
  await tellAll(world)
  const [receipt, ...others] = mailsTo(CONTACT.email)
  expect(others).toEqual([])
  expect(receipt?.text).toContain(`Die Arbeit übernimmt: ${PARTNER.name}.`)
  expect(mailsTo(PETRA)).toHaveLength(1)
})

it('a member town’s own reports go to no mailbox of the town hall', async () => {
  await changeTown(world, NON_MEMBER, { member: true })
  await submitToNonMember(world)
  await tellAll(world)
  expect(world.mails.map(({ to }) => to)).toEqual([CONTACT.email])
})
