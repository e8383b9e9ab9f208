/** Whoever else a report concerns: counted at once, written to once the address is confirmed, told only what is public. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../../server/context.ts'
import { askReporter } from '../../server/reports/ask-reporter.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { followReport } from '../../server/reports/follow-report.ts'
import { listFollowerRows } from '../../server/reports/follower-rows.ts'
import { getPublicReport } from '../../server/reports/get-public-report.ts'
import { noteReport } from '../../server/reports/note-report.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const FRANZ = 'franz@post.example'
const CANARY = 'kanarienvogel'
const HOUR_MS = 3_600_000

let world: World
let number: number
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  await tellAll(world)
  world.mails.length = 0
  const given = { description: `${CANARY} im Schlagloch`, address: `${CANARY}-Straße 1`, contact: CONTACT }
  number = (await submitPothole(world, given)).report.number
})
afterAll(() => world.close())

const Bernd = () => world.as(world.people.Bernd)
const follow = async (email?: string) => followReport(await world.as(CITIZEN), { number, email })
const count = async () => (await getPublicReport(await world.as(CITIZEN), number)).followers
const mailsToFranz = () => world.mails.filter(({ to }) => to === FRANZ)
const post = (path: string, fields: Record<string, string>) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams(fields) }))
const get = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))

async function linkOfFranz(): Promise<string> {
  await tellAll(world)
  return /(\/[a-z-]+\/folgen\/[\w-]+)/.exec(mailsToFranz().at(-1)!.text)![1]!
}

async function followed(): Promise<string> {
  await follow(FRANZ)
  const path = await linkOfFranz()
  expect((await post(path, { wunsch: 'folgen' })).status).toBe(303)
  return path
}

describe('without an address', () => {
  it('is counted at once and told to nobody', async () => {
    expect(await follow()).toEqual({ state: 'counted' })
    expect(await follow('')).toEqual({ state: 'counted' })
    expect(await count()).toBe(2)
    await tellAll(world)
    expect(world.mails.map(({ to }) => to)).toEqual([CONTACT.email])
  })

  it('is a press on the public page, which shows the count from one', async () => {
    const page = `/${FIRST_TOWN}/anliegen/${number}`
    expect(await (await get(page)).text()).not.toContain('Betrifft 1 weitere Person')
    const answer = await post(`${page}/betrifft-mich`, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toMatch(/\?getan=gezaehlt&druck=[0-9a-f-]{36}#betrifft$/)
    expect(await (await get(page)).text()).toContain('Betrifft 1 weitere Person')
  })
})

describe('an address', () => {
  it('counts and is written to only after it was confirmed by a press', async () => {
    expect(await follow(FRANZ)).toEqual({ state: 'confirm_sent' })
    const path = await linkOfFranz()
    expect(await count()).toBe(0)
    expect(await (await get(path)).text()).toContain('Diesem Anliegen folgen?')
    expect(await count()).toBe(0)
    await post(path, { wunsch: 'folgen' })
    expect(await (await get(path)).text()).toContain('Sie folgen diesem Anliegen')
    expect(await count()).toBe(1)
  })

  it('twice gets one mail and the same answer, confirmed or not', async () => {
    await followed()
    for (let times = 0; times < 2; times++) expect(await follow(FRANZ)).toEqual({ state: 'confirm_sent' })
    expect(await follow(FRANZ.toUpperCase())).toEqual({ state: 'confirm_sent' })
    await tellAll(world)
    expect(mailsToFranz()).toHaveLength(1)
    expect(await count()).toBe(1)
  })

  it('nobody confirms is forgotten after 48 hours', async () => {
    await follow(FRANZ)
    const path = await linkOfFranz()
    world.pass(48 * HOUR_MS)
    await tellAll(world)
    expect((await get(path)).status).toBe(404)
    expect((await post(path, { wunsch: 'folgen' })).status).toBe(404)
    expect(await count()).toBe(0)
  })

  it('ends by a press, or by one click of a mailbox', async () => {
    const path = await followed()
    const answer = await post(path, { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(200)
    expect(await count()).toBe(0)
    await scheduleReport(await Bernd(), { number, version: 1, date: '2026-12-01' })
    await tellAll(world)
    expect(mailsToFranz()).toHaveLength(1)
  })

  it('that is none is named beside its field, and the page is not lost', async () => {
    for (const email of ['', 'franz', 'a@', `${'x'.repeat(300)}@post.example`]) {
      const answer = await post(`/${FIRST_TOWN}/anliegen/${number}/folgen`, { email })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('aria-invalid="true"')
    }
    expect((await post(`/${FIRST_TOWN}/anliegen/999/folgen`, { email: FRANZ })).status).toBe(404)
    expect((await post(`/${FIRST_TOWN}/anliegen/x/betrifft-mich`, {})).status).toBe(404)
  })
})

describe('a follower', () => {
  it('hears of public steps in public words, never of a question, a note or unreleased words', async () => {
    await followed()
    await noteReport(await Bernd(), { number, text: `${CANARY} im Vermerk` })
    await askReporter(await Bernd(), { number, version: 2, text: `${CANARY} als Frage`, days: 3 })
    await closeReport(await Bernd(), {
      number,
      version: 3,
      reason: 'repaired',
      answer: 'Das Loch ist zu.',
      silent: false,
    })
    await tellAll(world)
    expect(mailsToFranz().map(({ subject }) => subject)).toEqual([
      `Bitte bestätigen: dem Anliegen #${number} folgen`,
      `Anliegen #${number} ist erledigt`,
    ])
    expect(mailsToFranz()[1]!.text).toContain('Das Loch ist zu.')
    expect(JSON.stringify(mailsToFranz())).not.toContain(CANARY)
    expect(JSON.stringify(mailsToFranz())).not.toContain('/verfolgen/')
    expect(mailsToFranz()[1]!.stopUrl).toContain('/folgen/')
  })

  it.each([
    ['en', 'planned for'],
    ['de-simple', 'Es gibt einen Tag'],
  ] as const)('is written to in their own language (%s)', async (language, words) => {
    const ctx = await world.asActor({ kind: 'citizen' }, FIRST_TOWN, language)
    await followReport(ctx, { number, email: FRANZ })
    await post(await linkOfFranz(), { wunsch: 'folgen' })
    await scheduleReport(await Bernd(), { number, version: 1, date: '2026-12-01' })
    await tellAll(world)
    expect(mailsToFranz().at(-1)!.subject).toContain(words)
    expect(JSON.stringify(mailsToFranz())).not.toContain(CANARY)
  })

  it('hears nothing of what is hidden', async () => {
    await followed()
    await setVisibility(await Bernd(), { number, version: 1, what: 'report', visibility: 'hidden' })
    await scheduleReport(await Bernd(), { number, version: 2, date: '2026-12-01' })
    await tellAll(world)
    expect(mailsToFranz()).toHaveLength(1)
  })
})

it('only public, open reports are followed, and only in their own town', async () => {
  await expect(followReport(await world.as(CITIZEN, NEIGHBOUR), { number })).rejects.toMatchObject({
    code: 'not_found',
  })
  await closeReport(await Bernd(), { number, version: 1, reason: 'repaired', silent: true })
  await expect(follow()).rejects.toMatchObject({ code: 'conflict' })
  expect((await post(`/${FIRST_TOWN}/anliegen/${number}/betrifft-mich`, {})).status).toBe(409)
  await setVisibility(await Bernd(), { number, version: 2, what: 'report', visibility: 'hidden' })
  await expect(follow(FRANZ)).rejects.toMatchObject({ code: 'not_found' })
})

it('a link with another end, or in another town, is unknown', async () => {
  const path = await followed()
  const token = path.split('/').at(-1)!
  for (const wrong of [`${path.slice(0, -1)}_`, `/${FIRST_TOWN}/folgen/x`, `/${NEIGHBOUR}/folgen/${token}`]) {
    expect((await get(wrong)).status).toBe(404)
    expect((await post(wrong, { wunsch: 'nicht-folgen' })).status).toBe(404)
  }
  const rows = await inTransaction(await world.as(CITIZEN), async (ctx) => listFollowerRows(ctx, []))
  expect(rows).toEqual([])
  expect(await count()).toBe(1)
  expect(JSON.stringify(world.logLines)).not.toContain(token)
})
