/** Two installations of this program: a town gives a report to the county’s, it is worked on there, and the town hears. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reports } from '../../db/schema/reports.ts'
import { DeliveryError } from '../../server/errors.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { addResultPhoto } from '../../server/photos/report-photos.ts'
import { setPhotoVisibility } from '../../server/photos/set-photo-visibility.ts'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { answerReport } from '../../server/reports/answer-report.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { declineReport } from '../../server/reports/decline-report.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { returnFromPartner } from '../../server/reports/return-from-partner.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import { changeTown, tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { CONTACT, COUNTY, POTHOLE } from '../support/reports.ts'
import { served } from '../support/served.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

const MINUTES = 60_000
const DAY = 24 * 60 * MINUTES

let town: World
let county: World
let server: Awaited<ReturnType<typeof served>>
beforeEach(async () => {
  ;[town, county] = await Promise.all([createWorld(), createWorld()])
  server = await served(county)
  county.deps.publicUrl = server.url
  const Kira = await county.as(county.people.Kira, COUNTY)
  const { key } = await makeKey(Kira, { name: 'Stadt Bad Salzuflen', scopes: ['submit', 'update'], perHour: 600 })
  const open311 = { url: `${server.url}/${COUNTY}/open311/v2/`, services: { pothole: 'pothole' } }
  await changeTown(town, FIRST_TOWN, {
    partners: [{ key: 'kreis', name: 'Kreis Lippe', mailbox: 'strassen@kreis.example', open311 }],
  })
  county.pass(5_000)
  town.open311Keys.set(`${FIRST_TOWN}/kreis`, key)
})
afterEach(async () => {
  await server.close()
  await Promise.all([town.close(), county.close()])
})

async function give() {
  const input = { ...POTHOLE, contact: CONTACT, address: 'Asper Straße 8' }
  const { report, trackingToken } = await submitReport(await town.as(CITIZEN), input, { intakeChannel: 'web' })
  const { number, version } = report
  const Bernd = await town.as(town.people.Bernd)
  await involvePartner(Bernd, { number, version, partnerKey: 'kreis', instruction: 'Ihre Straße.', days: 14 })
  await tellAll(town)
  return { number, trackingToken }
}

const there = () =>
  county.database.inTransaction(COUNTY, (db) => db.select().from(reports)).then((rows) => rows.filter(isNew))
const isNew = ({ intakeChannel }: { intakeChannel: string }) => intakeChannel === 'api'
const here = async (number: number) => readReport(await town.as(town.people.Bernd), { number })
/** What the reporter reads by the link. */
async function linkOf(token: string): Promise<string> {
  const page = await town.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}/verfolgen/${token}`))
  return page.text()
}
async function later(ms: number) {
  for (const world of [town, county]) {
    world.pass(ms)
    await tellAll(world)
  }
  await tellAll(town)
}

describe('a report that a town gives to the county’s own installation', () => {
  it('is worked on there, and the reporter’s link tells the truth at each step', async () => {
    const { number, trackingToken } = await give()
    const [arrived, ...more] = await there()
    expect(more).toEqual([])
    expect(arrived).toMatchObject({ category: 'pothole', lat: POTHOLE.lat, lon: POTHOLE.lon, status: 'received' })
    expect(await linkOf(trackingToken)).toContain('Bei Kreis Lippe')
    expect((await here(number)).events[0]).toMatchObject({
      action: 'partner_received',
      facts: { ref: String(arrived!.number) },
    })

    const Karl = await county.as(county.people.Karl, COUNTY)
    const one = { number: arrived!.number }
    county.pass(2 * MINUTES)
    await acceptReport(Karl, { ...one, version: 1 })
    await later(5 * MINUTES)
    expect((await here(number)).report.status).toBe('with_partner')
    expect(await linkOf(trackingToken)).toContain('Kreis Lippe kümmert sich darum')

    await answerReport(Karl, { ...one, version: 2, answer: 'Die Kolonne kommt am Montag.' })
    await later(5 * MINUTES)
    const told = await here(number)
    expect([...told.notes.values()].map(({ text }) => text)).toContain('Die Kolonne kommt am Montag.')
    expect(await linkOf(trackingToken)).not.toContain('Die Kolonne kommt am Montag.')

    await closeReport(Karl, { ...one, version: 3, reason: 'repaired', answer: 'Verfüllt.', silent: false })
    await later(5 * MINUTES)
    const back = await here(number)
    expect(back.report.status).toBe('in_progress')
    expect(back.events.find(({ action }) => action === 'partner_returned')?.facts.reason).toBe('partner_done')
    expect(await linkOf(trackingToken)).toContain('In Bearbeitung')

    const Bernd = await town.as(town.people.Bernd)
    const done = { number, version: back.report.version, reason: 'repaired' as const, silent: false }
    await closeReport(Bernd, { ...done, answer: 'Der Kreis hat das Loch gefüllt.' })
    expect(await linkOf(trackingToken)).toContain('Der Kreis hat das Loch gefüllt.')
  })

  it('brings along what the clerk writes for the staff there alone', async () => {
    await give()
    const [arrived] = await there()
    const Karl = await county.as(county.people.Karl, COUNTY)
    const { notes } = await readReport(Karl, { number: arrived!.number })
    expect([...notes.values()].map(({ text }) => text)).toEqual(['Ihre Straße.'])
    expect(town.mails.filter(({ to }) => to === 'strassen@kreis.example')).toEqual([])
    for (const path of ['open311/v2/requests.xml?extensions=true', 'open311/v2/servicerequestupdates.xml', '']) {
      const page = await county.app.fetch(new Request(`${server.url}/${COUNTY}/${path}`))
      expect(await page.text()).not.toContain('Ihre Straße')
    }
  })

  it('tells the staff there when the town takes it back, and changes nothing else there', async () => {
    const { number } = await give()
    const [arrived] = await there()
    const Bernd = await town.as(town.people.Bernd)
    await returnFromPartner(Bernd, { number, version: (await here(number)).report.version })
    await tellAll(town)
    const Karl = await county.as(county.people.Karl, COUNTY)
    const { notes, report, events } = await readReport(Karl, { number: arrived!.number })
    expect([...notes.values()].at(-1)?.text).toBe(
      `Stadt Bad Salzuflen hat das Anliegen #${number} zurückgeholt. Bitte arbeiten Sie nicht weiter daran.\nStatus dort: abgebrochen.`,
    )
    expect([report.status, events[0]?.action]).toEqual(['received', 'update_taken'])
    expect((await here(number)).events[0]).toMatchObject({ action: 'partner_told', facts: { news: 'taken_back' } })
  })

  it('tells by mail where its key may not say more', async () => {
    const Kira = await county.as(county.people.Kira, COUNTY)
    const { key } = await makeKey(Kira, { name: 'Stadt', scopes: ['submit'], perHour: 600 })
    town.open311Keys.set(`${FIRST_TOWN}/kreis`, key)
    const { number } = await give()
    const Bernd = await town.as(town.people.Bernd)
    await returnFromPartner(Bernd, { number, version: (await here(number)).report.version })
    await tellAll(town)
    const mails = town.mails.filter(({ to }) => to === 'strassen@kreis.example')
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Zu \d+: zurückgeholt$/)])
  })

  it('brings back the photo of the result, which a clerk of the town releases', async () => {
    const { number } = await give()
    const [arrived] = await there()
    const Karl = await county.as(county.people.Karl, COUNTY)
    const photo = await county.deps.photos.clean(await paintedPhoto(60, 40))
    await addResultPhoto(Karl, county.deps.blobs, { number: arrived!.number, name: 'fertig.jpg', photo })
    const end = { reason: 'repaired' as const, answer: 'Verfüllt.', silent: false }
    await closeReport(Karl, { number: arrived!.number, version: 2, ...end })
    await later(5 * MINUTES)
    const { photos, report } = await here(number)
    expect(photos.map(({ isResult, visibility }) => [isResult, visibility])).toEqual([[true, 'waiting']])
    const url = `${PUBLIC_URL}/${FIRST_TOWN}/anliegen/${number}/fotos/${photos[0]!.id}.jpg`
    const seen = async () => (await town.app.fetch(new Request(url))).status
    expect(await seen()).toBe(404)
    const Bernd = await town.as(town.people.Bernd)
    const release = { number, version: report.version, photo: photos[0]!.id, visibility: 'shown' as const }
    await setPhotoVisibility(Bernd, release)
    expect(await seen()).toBe(200)
  })

  it('comes back when the county does not answer for it', async () => {
    const { number } = await give()
    const [arrived] = await there()
    const Karl = await county.as(county.people.Karl, COUNTY)
    await declineReport(Karl, {
      number: arrived!.number,
      version: 1,
      reason: 'private_ground',
      answer: 'Das ist nicht unsere Straße.',
      silent: false,
    })
    await later(5 * MINUTES)
    const { report, events } = await here(number)
    expect(report.status).toBe('in_progress')
    expect(events.find(({ action }) => action === 'partner_returned')?.facts.reason).toBe('partner_not_ours')
  })

  it('is there once, although the first answer was lost on the way', async () => {
    const real = town.clock.outgoing
    let lost = 0
    town.clock.outgoing = {
      ...real,
      async call(call) {
        const answer = await real.call(call)
        if (call.method === 'POST' && lost++ === 0) throw new DeliveryError('unreachable', { permanent: false })
        return answer
      },
    }
    const { number } = await give()
    expect(await there()).toHaveLength(1)
    expect((await here(number)).events[0]?.action).toBe('partner_involved')
    await later(MINUTES)
    expect([lost, (await there()).length]).toEqual([2, 1])
    expect((await here(number)).events[0]?.action).toBe('partner_received')
  })

  it('takes nothing along about who reported it', async () => {
    await give()
    const [arrived] = await there()
    const Karl = await county.as(county.people.Karl, COUNTY)
    const { contact, text, notes } = await readReport(Karl, { number: arrived!.number })
    expect(contact).toBe(null)
    const said = JSON.stringify([text, [...notes.values()]])
    expect(said).toContain(POTHOLE.description)
    for (const secret of [CONTACT.name, CONTACT.email]) expect(said).not.toContain(secret)
  })

  it('goes by mail when the key was ended there', async () => {
    town.open311Keys.set(`${FIRST_TOWN}/kreis`, 'aw_not-a-key')
    await give()
    expect(await there()).toEqual([])
    expect(town.mails.filter(({ to }) => to === 'strassen@kreis.example')).toHaveLength(1)
  })

  it('is remembered over a long silence: what was said meanwhile is read when they answer again', async () => {
    const { number } = await give()
    const [arrived] = await there()
    await later(5 * MINUTES)
    await server.close()
    const Karl = await county.as(county.people.Karl, COUNTY)
    await closeReport(Karl, {
      number: arrived!.number,
      version: 1,
      reason: 'repaired',
      answer: 'Verfüllt.',
      silent: false,
    })
    for (let days = 0; days < 3; days++) await later(DAY)
    expect((await here(number)).silent).toMatchObject([{ partner: 'kreis', failure: 'unreachable' }])
    const again = await served(county, Number(new URL(server.url).port))
    server = again
    await later(DAY)
    expect((await here(number)).report.status).toBe('in_progress')
  })
})
