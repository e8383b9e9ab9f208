/** A town whose partner has a system of its own, and what happens between both. */
import { type Ctx, inTransaction } from '../../server/context.ts'
import { startSession } from '../../server/people/sessions.ts'
import { involvePartner } from '../../server/reports/involve-partner.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { getReportRow } from '../../server/reports/rows.ts'
import { submitReport } from '../../server/reports/submit-report.ts'
import type { Open311Setting } from '../../tenants/schema.ts'
import { type Answers, foreignSystem, type Says, taken } from './foreign-open311.ts'
import { changeTown, PARTNER, PETRA, tellAll } from './outside.ts'
import { CITIZEN } from './people.ts'
import { CONTACT, POTHOLE } from './reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL } from './world.ts'

const MINUTES = 60_000
export const FILE = 'POST requests.xml'
export const TELL = 'POST servicerequestupdates.xml'
export const NEWS = 'GET servicerequestupdates.xml'

export type PartnerWorld = Awaited<ReturnType<typeof openPartnerWorld>>

/** As FixMyStreet answers an update. */
export const heard = (id = '77'): Says => ({
  xml: `<service_request_updates><request_update><update_id>${id}</update_id></request_update></service_request_updates>`,
})

export async function openPartnerWorld() {
  const world = await createWorld()
  // The same sign again is the same report there.
  const numbers = new Map<unknown, string>()
  const numberFor = (sign: unknown) => {
    if (!numbers.has(sign)) numbers.set(sign, `SW-${7 + numbers.size}`)
    return numbers.get(sign)!
  }
  const there = await foreignSystem({
    [FILE]: ({ headers }) => taken(numberFor(headers['idempotency-key'])),
    [TELL]: () => heard(),
  })
  async function join(more: Partial<Open311Setting> = {}) {
    const open311 = { url: there.url, jurisdiction: 'stadtwerke.example', services: { pothole: 'ROAD' }, ...more }
    await changeTown(world, FIRST_TOWN, { partners: [{ ...PARTNER, mailbox: PETRA, open311 }], rules: [] })
    world.open311Keys.set(`${FIRST_TOWN}/${PARTNER.key}`, 'secret-key')
  }
  await join()
  const Bernd: Ctx = await world.as(world.people.Bernd)
  const rowOf = (number: number) => inTransaction(Bernd, (ctx) => getReportRow(ctx, number))
  const involve = async (number: number, instruction = 'Bitte füllen.') => {
    const { version } = await rowOf(number)
    await involvePartner(await world.as(world.people.Bernd), {
      number,
      version,
      partnerKey: PARTNER.key,
      instruction,
      days: 14,
    })
  }
  return {
    world,
    there,
    Bernd,
    join,
    rowOf,
    involve,
    answer: (answers: Answers) => Object.assign(there.answers, answers),
    /** Filed by Anna with everything about her, given to the partner, and all told. */
    async give(more: Partial<typeof POTHOLE> & { answers?: Record<string, unknown> } = {}) {
      const input = { ...POTHOLE, contact: { ...CONTACT, phone: '05222 9182736' }, address: 'Asper Straße 8', ...more }
      const { report, trackingToken } = await submitReport(await world.as(CITIZEN), input, { intakeChannel: 'web' })
      await involve(report.number)
      await tellAll(world)
      return { number: report.number, reportId: report.id, trackingToken }
    },
    actionsOf: async (number: number) =>
      (await readReport(Bernd, { number })).events.map(({ action }) => action).toReversed(),
    /** The clock goes on, and everything that is due is done. */
    async later(minutes: number) {
      world.pass(minutes * MINUTES)
      await tellAll(world)
    },
    async clerkPage(number: number, language = 'de') {
      const token = await startSession(world.deps, { personId: world.people.Bernd.id, via: 'password' })
      const headers = { Cookie: `__Host-session=${token}`, 'Accept-Language': language }
      const path = `${PUBLIC_URL}/amt/${FIRST_TOWN}/anliegen/${number}?lang=${language}`
      return (await world.app.fetch(new Request(path, { headers }))).text()
    },
    close: async () => {
      await there.close()
      await world.close()
    },
  }
}
