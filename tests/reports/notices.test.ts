/** Complaints about public content: a person decides, whoever complained hears of it, and nobody else reads it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentNotices } from '../../db/schema/reports.ts'
import { inTransaction } from '../../server/context.ts'
import type { AppError } from '../../server/errors.ts'
import { decideNotice } from '../../server/reports/decide-notice.ts'
import { eraseOldNotices } from '../../server/reports/erase-notices.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { ListQueue, listQueue } from '../../server/reports/list-queue.ts'
import { readReport } from '../../server/reports/read-report.ts'
import { sendNotice } from '../../server/reports/send-notice.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { eraseOld } from '../../server/retention/erase-old.ts'
import { tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const DAY_MS = 86_400_000
const CANARY = 'Mein Kennzeichen ist zu lesen.'
const MAIL = 'olga@post.example'
const REASON = 'Das Kennzeichen war zu lesen.'

let world: World
let number: number
let version: number
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { report } = await submitPothole(world)
  const input = { number: report.number, version: 2, visibility: 'shown' } as const
  const shown = await setVisibility(await Bernd(), { ...input, version: report.version, what: 'text' })
  number = shown.number
  version = shown.version
  world.mails.length = 0
})

const Bernd = () => world.as(world.people.Bernd)
const Anna = () => world.as(CITIZEN)
const complain = async (email?: string) =>
  sendNotice(await Anna(), { number, reason: 'personal', text: CANARY, ...(email ? { email } : {}) })
const waiting = async () => (await readReport(await Bernd(), { number })).notices
const decide = async (more: Partial<Parameters<typeof decideNotice>[1]> = {}, by = world.people.Bernd, town?: string) =>
  decideNotice(await world.as(by, town), {
    number,
    version,
    notice: more.notice ?? (await waiting())[0]!.id,
    decision: 'hidden',
    what: 'text',
    answer: REASON,
    ...more,
  })
const failure = (trying: Promise<unknown>) =>
  trying.then(
    () => 'none',
    (error: AppError) => `${error.code} ${error.reason}`,
  )
const queue = async () => listQueue(await Bernd(), ListQueue.parse({ view: 'notices' }))

describe('a complaint about what is public', () => {
  it('waits in the queue of its department until a person has decided', async () => {
    const before = (await queue()).counts.notices
    await complain()
    const { counts, rows } = await queue()
    expect(counts.notices).toBe(before + 1)
    expect(rows.find(({ report }) => report.number === number)).toMatchObject({ hasNotice: true })
    await decide({ decision: 'kept' })
    expect((await queue()).counts.notices).toBe(before)
  })

  it('changes nothing by itself, however many there are', async () => {
    for (let n = 0; n < 5; n++) await complain()
    expect(await getPublicReport(await Anna(), number)).toMatchObject({ description: expect.any(String) })
    expect(await waiting()).toHaveLength(5)
  })

  it('ends with the text hidden, and says so by mail with the reason', async () => {
    await complain(MAIL)
    await tellAll(world)
    await decide()
    await tellAll(world)
    const [received, decided] = world.mails.filter(({ to }) => to === MAIL)
    expect(received).toMatchObject({ subject: `Ihr Hinweis zu Anliegen #${number}` })
    for (const said of ['nicht mehr öffentlich', REASON, 'Gericht']) expect(decided!.text).toContain(said)
    expect((await getPublicReport(await Anna(), number)).description).toBeNull()
  })

  it('ends with the whole report hidden, where that is what a person chose', async () => {
    await complain()
    await decide({ what: 'report' })
    expect(await failure(getPublicReport(await Anna(), number))).toBe('not_found report_not_found')
  })

  it('ends with everything as it was, and the mail says why', async () => {
    await complain(MAIL)
    await decide({ decision: 'kept', answer: 'Auf dem Foto ist niemand zu erkennen.' })
    await tellAll(world)
    expect(world.mails.at(-1)!.text).toContain('bleibt öffentlich')
    expect((await getPublicReport(await Anna(), number)).description).not.toBeNull()
  })

  it('writes to nobody who gave no address', async () => {
    await complain()
    await decide()
    await tellAll(world)
    expect(world.mails).toEqual([])
  })

  it('is decided once: whoever comes later hears that somebody was faster', async () => {
    await complain()
    const [notice] = await waiting()
    await decide()
    expect(await failure(decide({ notice: notice!.id }))).toBe('conflict changed_meanwhile')
    expect(await failure(decide({ notice: notice!.id, version: version + 1 }))).toBe('conflict not_possible_now')
  })

  it('cannot be sent about what is not public', async () => {
    await setVisibility(await Bernd(), { number, version, what: 'report', visibility: 'hidden' })
    expect(await failure(complain())).toBe('not_found report_not_found')
  })
})

describe('what somebody complained about', () => {
  it('is nothing for the neighbour’s clerk, and not for another department to decide', async () => {
    await complain()
    const [notice] = await waiting()
    const { Dirk, Eva } = world.people
    expect(await failure(decide({ notice: notice!.id }, Dirk))).toBe('not_found not_found')
    expect(await failure(decide({ notice: notice!.id }, Dirk, NEIGHBOUR))).toMatch(/^not_found/)
    expect(await failure(decide({ notice: notice!.id }, Eva))).toBe('forbidden other_department')
  })

  it('is decided only with the report it is about', async () => {
    await complain()
    const [notice] = await waiting()
    const { report } = await submitPothole(world)
    const there = { number: report.number, version: report.version, notice: notice!.id }
    expect(await failure(decide(there))).toBe('not_found not_found')
  })

  it('stands on no public page', async () => {
    await complain(MAIL)
    await decide()
    for (const path of [`/${FIRST_TOWN}/anliegen/${number}`, `/api/v1/towns/${FIRST_TOWN}/reports/${number}`]) {
      const answer = await (await world.app.fetch(new Request(PUBLIC_URL + path))).text()
      for (const secret of [CANARY, MAIL, REASON, 'notice']) expect(answer).not.toContain(secret)
    }
  })

  it('is erased with its address once it was decided long ago, and not before', async () => {
    await complain(MAIL)
    const ctx = await world.asActor({ kind: 'system' })
    const later = new Date(world.now().getTime() + 1)
    expect(await eraseOldNotices(ctx, later)).toBeGreaterThanOrEqual(0)
    expect((await waiting())[0]).toMatchObject({ text: CANARY, email: MAIL })
    await decide()
    expect(await eraseOldNotices(ctx, world.now())).toBe(0)
    expect(await eraseOldNotices(ctx, later)).toBe(1)
    await complain(MAIL)
    version++
    await decide()
    const kept = async () =>
      (await inTransaction(ctx, ({ db }) => db.select().from(contentNotices))).filter(
        ({ text, decidedAt }) => text === CANARY && decidedAt,
      )
    world.pass(170 * DAY_MS)
    await eraseOld(ctx)
    expect((await kept()).length).toBeGreaterThan(0)
    world.pass(20 * DAY_MS)
    await eraseOld(ctx)
    expect(await kept()).toEqual([])
  })
})

describe('the page for complaints', () => {
  const at = () => `/${FIRST_TOWN}/anliegen/${number}/beanstanden`
  const send = (body: Record<string, string>, path = at()) =>
    world.app.fetch(new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams(body) }))
  const get = async (path: string) => (await world.app.fetch(new Request(PUBLIC_URL + path))).text()

  it('is linked from the public report, in every language', async () => {
    for (const language of ['de', 'de-simple', 'en']) {
      expect(await get(`/${FIRST_TOWN}/anliegen/${number}?lang=${language}`)).toContain(`${at()}?lang=${language}`)
    }
  })

  it('takes it without script and thanks', async () => {
    const answer = await send({ reason: 'insult', text: CANARY, email: MAIL })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${at()}/danke?antwort=ja`])
    expect(await get(answer.headers.get('Location')!)).toContain('Danke')
    expect(await waiting()).toHaveLength(1)
  })

  it('gives everything back when something is missing', async () => {
    const answer = await send({ text: CANARY, email: 'olga' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const said of [CANARY, 'value="olga"', 'Wählen Sie, was nicht in Ordnung ist.', 'name@beispiel.de']) {
      expect(page).toContain(said)
    }
    expect(await waiting()).toEqual([])
  })

  it('knows no report of another town', async () => {
    const answer = await send({ reason: 'other', text: CANARY }, `/${NEIGHBOUR}/anliegen/999999/beanstanden`)
    expect(answer.status).toBe(404)
  })
})
