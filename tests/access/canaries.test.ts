/**
 * Each town has a bird in every text, name, mailbox, mail address and picture. What shows the neighbour's bird has
 * leaked, whatever its status says; and what shows a stranger one of the town's own that is not for everybody, too.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedbacks } from '../../db/schema/index.ts'
import { runDueWork } from '../../server/jobs.ts'
import { sendFeedback } from '../../server/notifications/send-feedback.ts'
import { changeTown, tellAll } from '../support/outside.ts'
import { CITIZEN } from '../support/people.ts'
import { type Planted, PUBLIC_KINDS } from '../support/planted.ts'
import type { World } from '../support/world.ts'
import { callOf } from './requests.ts'
import { ROLES, type Role, RULED, type Who } from './rules.ts'
import { type Call, call, everythingIn, kindsIn, openStage, outcomeIn, type Stage, stateOf } from './stage.ts'

let world: World
let here: Stage
let there: Stage
beforeAll(async () => {
  const stages = await openStage()
  world = stages.world
  here = stages.here
  there = stages.there
}, 180_000)
afterAll(() => world.close())

/** Links, ids and secrets of a town, which say as much as its words. */
const secretsOf = ({ shown, hidden, order, ended, draft }: Planted): string[] =>
  [
    ...[shown, hidden, order, ended].flatMap(({ id, tracking, stop }) => [id, tracking, stop]),
    ...[shown, hidden, order].map(({ photo }) => photo.id),
    shown.following,
    order.outside,
    draft.token,
    draft.photo,
  ].map((secret) => secret.toLowerCase())

/** The public pages know no session, so two kinds of callers speak for all. */
const callersOf = (who: Who): readonly Role[] => (who === 'everyone' ? ['anonymous', 'neighbour'] : ROLES)

/** Pages that show more with a query, or of another report. */
function morePages({ own }: Stage): string[] {
  const staff = `/amt/${own.town}`
  const numbers = [own.shown, own.hidden, own.order, own.ended].map(({ number }) => number)
  const actions = ['answer', 'close', 'ask', 'assign', 'merge', 'involvePartner']
  return [
    ...['open', 'all', 'mine', 'new'].map((view) => `${staff}/anliegen?view=${view}`),
    `${staff}/anliegen?view=open&q=oeffentlich`,
    ...actions.map((action) => `${staff}/anliegen/${own.shown.number}?aktion=${action}`),
    ...numbers.flatMap((number) => [
      `${staff}/anliegen/${number}`,
      `${staff}/anliegen/${number}/beleg`,
      `/${own.town}/anliegen/${number}`,
      `/${own.town}/anliegen/${number}?lang=en`,
      `/${own.town}/anliegen/${number}/bild.png`,
      `/api/v1/towns/${own.town}/reports/${number}`,
    ]),
    ...[own.hidden, own.order].map(({ number, photo }) => `/${own.town}/anliegen/${number}/fotos/${photo.id}.jpg`),
    `/${own.town}/?q=oeffentlich`,
    `/${own.town}/anliegen?q=verborgen`,
    `/api/v1/towns/${own.town}/reports?q=verborgen`,
    `/api/v1/towns/${own.town}/map?zoom=8`,
    `/${own.town}/melden?lat=${own.town}`,
    `/${own.town}/orte?q=${own.word}-strasse`,
    `/?q=${own.town}`,
    `/kommunen?q=${own.town}`,
  ]
}

/** A page's links to itself repeat what was asked. */
const withoutEcho = (text: string, path: string) =>
  path
    .toLowerCase()
    .split(/[/?]/)
    .filter((part) => part.length >= ID_LENGTH)
    .reduce((rest, part) => rest.replaceAll(part, ''), text)
const ID_LENGTH = 36

type Seen = { role: Role; path: string; text: string }

/** Every page there is, as everybody. */
async function readAll(stage: Stage): Promise<Seen[]> {
  const seen: Seen[] = []
  const read = async (role: Role, asked: Call) =>
    seen.push({
      role,
      path: asked.path,
      text: withoutEcho(await everythingIn(await call(stage, role, asked)), asked.path),
    })
  for (const { route, who } of RULED.filter(({ route }) => route.startsWith('GET ')))
    for (const role of callersOf(who)) await read(role, await callOf({ stage, role, route }))
  for (const path of morePages(stage))
    for (const role of path.startsWith('/amt') ? ROLES : callersOf('everyone'))
      await read(role, { method: 'GET', path })
  return seen
}

describe.each(['here', 'there'] as const)('what the town answers: %s', (which) => {
  let stage: Stage
  let seen: Seen[]
  beforeAll(async () => {
    stage = which === 'here' ? here : there
    seen = await readAll(stage)
  }, 120_000)
  const kindsSeenBy = (role: Role, own: Planted) =>
    new Set(seen.filter((one) => one.role === role).flatMap(({ text }) => [...kindsIn(text, own)]))

  it('nobody reads a word, a link or an id of the neighbour on any page, in any file, in any head', () => {
    const theirs = [stage.other.word, ...secretsOf(stage.other)]
    // On the page about oneself the neighbour reads their own name.
    const isOwn = (role: Role, path: string) => role === 'neighbour' && path.startsWith('/amt/konto')
    const others = seen.filter(({ role, path }) => !isOwn(role, path))
    const leaks = others.flatMap(({ role, path, text }) =>
      theirs.filter((one) => text.includes(one)).map((one) => ({ role, path, one })),
    )
    expect(leaks).toEqual([])
  })

  it('a stranger reads what is public, and nothing else', () => {
    const kinds = kindsSeenBy('anonymous', stage.own)
    expect([...kinds].filter((kind) => !PUBLIC_KINDS.includes(kind))).toEqual([])
    for (const kind of ['oeffentlich', 'bild', 'fachbereich', 'antwort', 'willkommen']) expect(kinds).toContain(kind)
    const links = secretsOf(stage.own).filter((one) => one !== stage.own.shown.photo.id)
    const anonymous = seen.filter(({ role }) => role === 'anonymous')
    expect(anonymous.filter(({ text }) => links.some((link) => text.includes(link))).map(({ path }) => path)).toEqual(
      [],
    )
  })

  it('the neighbour reads here what a stranger reads; the operator the mailboxes of the town hall besides', () => {
    const notPublic = (role: Role) => [...kindsSeenBy(role, stage.own)].filter((kind) => !PUBLIC_KINDS.includes(kind))
    expect(notPublic('neighbour')).toEqual([])
    expect(notPublic('operator').sort()).toEqual(['partnerpost', 'postfach'])
  })

  it('a colleague of another department reads neither what was written inside nor who reported', () => {
    const kinds = kindsSeenBy('colleague', stage.own)
    for (const kind of [
      'vermerk',
      'name',
      'kontakt',
      'telefon',
      'anschrift',
      'verborgen',
      'anweisung',
      'auskunft',
      'einspruch',
    ])
      expect([kind, kinds.has(kind)]).toEqual([kind, false])
  })

  it('a partner reads the order, and not who reported it or what was noted', () => {
    const kinds = kindsSeenBy('partner', stage.own)
    expect([...kinds].filter((kind) => !PUBLIC_KINDS.includes(kind)).sort()).toEqual([
      'anschrift',
      'anweisung',
      'auftrag',
    ])
  })

  it('the reporter reads their own, and nobody’s notes, names or instructions', () => {
    const kinds = kindsSeenBy('reporter', stage.own)
    for (const kind of ['vermerk', 'clerk', 'anweisung', 'einspruch', 'auftrag', 'folgt', 'postfach', 'baustein'])
      expect([kind, kinds.has(kind)]).toEqual([kind, false])
    expect(kinds).toContain('verborgen')
  })

  it('whoever works there reads all of it, so that the search is not blind', () => {
    const kinds = kindsSeenBy('clerk', stage.own)
    for (const kind of [
      'vermerk',
      'name',
      'kontakt',
      'telefon',
      'rueckfrage',
      'auskunft',
      'anweisung',
      'einspruch',
      'baustein',
      'bild',
    ])
      expect([kind, kinds.has(kind)]).toEqual([kind, true])
    const texts = seen.filter(({ role }) => role === 'clerk').map(({ text }) => text)
    expect(texts.some((text) => text.includes(stage.own.hidden.tracking.toLowerCase()))).toBe(true)
  })
})

describe('ids of the neighbour in the town’s own addresses', () => {
  const WITH_IDS = RULED.filter(
    ({ route }) => /:(number|token|draft|id|file)/.test(route) || /sammel|rueckgaengig/.test(route),
  )

  it.each(['here', 'there'] as const)(
    'open nothing and change nothing: %s',
    async (which) => {
      const stage = which === 'here' ? here : there
      const { spare, webhook } = which === 'here' ? there : here
      const mixed: Stage = { ...stage, own: { ...stage.other, town: stage.own.town }, spare, webhook }
      const target = { number: stage.other.shown.number, version: 1 }
      const before = await stateOf(stage)
      for (const { route } of WITH_IDS) {
        for (const role of ROLES) {
          const asked = await callOf({ stage: mixed, role, route, expendable: target })
          const answer = await call(stage, role, asked)
          const outcome = await outcomeIn(answer.clone())
          // Several reports at once: each that is not there is named as such.
          const isBulk = route.endsWith('/sammel') && outcome === 'yes'
          // Who is no admin is refused there before anybody is looked for.
          const isRefused = /\/(personen|webhooks)\//.test(route) && outcome === 403
          expect([
            route,
            role,
            isBulk || isRefused || [404, 410, 'sign in'].includes(outcome as number),
            outcome,
          ]).toEqual([route, role, true, outcome])
          expect([route, role, (await everythingIn(answer)).includes(stage.other.word)]).toEqual([route, role, false])
        }
      }
      expect(await stateOf(stage)).toEqual(before)
    },
    120_000,
  )

  it('open nothing on its own host either, where there are no staff pages at all', async () => {
    const host = 'melden.nebenan.example'
    await changeTown(world, there.own.town, { host })
    const { shown, hidden, order, draft } = here.own
    const paths = [
      `/verfolgen/${hidden.tracking}`,
      `/auftrag/${order.outside}`,
      `/folgen/${shown.following}`,
      `/abmelden/${hidden.stop}`,
      `/melden/${draft.token}`,
      `/anliegen/${shown.number}`,
      `/anliegen/${shown.number}/fotos/${shown.photo.id}.jpg`,
      `/amt`,
      `/amt/${here.own.town}/anliegen`,
      `/${here.own.town}/anliegen/${shown.number}`,
    ]
    const headers = { Cookie: here.cookies.admin! }
    for (const path of paths) {
      const answer = await world.app.fetch(new Request(`https://${host}${path}`, { headers }))
      expect([path, [404, 410].includes(answer.status)]).toEqual([path, true])
      expect([path, (await everythingIn(answer)).includes(here.own.word)]).toEqual([path, false])
    }
    expect((await world.app.fetch(new Request(`https://${host}/`))).status).toBe(200)
  })
})

describe('what leaves the house', () => {
  it('no mail of one town names the other', async () => {
    await tellAll(world)
    const mails = world.mails.map((mail) => ({ to: mail.to, all: JSON.stringify(mail).toLowerCase() }))
    for (const { own, other } of [here, there]) {
      const ours = mails.filter(({ all }) => all.includes(own.word))
      expect(ours.length).toBeGreaterThan(5)
      const theirs = [other.word, ...secretsOf(other)]
      expect(ours.filter(({ all }) => theirs.some((one) => all.includes(one))).map(({ to }) => to)).toEqual([])
    }
  })

  it('a mail says to each what they may know', () => {
    const kindsMailedTo = (to: string, own: Planted) =>
      new Set(
        world.mails
          .filter((mail) => mail.to === to)
          .flatMap((mail) => [...kindsIn(JSON.stringify(mail).toLowerCase(), own)]),
      )
    for (const { own } of [here, there]) {
      const inside = ['vermerk', 'clerk', 'telefon', 'postfach', 'einspruch', 'auskunft']
      const forbidden = {
        [`${own.word}-kontakt@post.example`]: [...inside, 'anweisung', 'folgt'],
        [`${own.word}-folgt@post.example`]: [...inside, 'anweisung', 'name', 'kontakt', 'verborgen', 'anschrift'],
        [`${own.word}-partnerpost@stelle.example`]: [...inside, 'name', 'kontakt', 'folgt'],
      }
      for (const [to, kinds] of Object.entries(forbidden)) {
        const found = kindsMailedTo(to, own)
        expect([to, found.size > 0]).toEqual([to, true])
        expect([to, kinds.filter((kind) => found.has(kind))]).toEqual([to, []])
      }
    }
  })

  it('work of the clock that fails in the database leaves nothing of what it was about in the log', async () => {
    const { own } = here
    const citizen = await world.as(CITIZEN, own.town)
    await sendFeedback(citizen, { text: `${own.word}-rueckmeldung` })
    // The database takes no NUL, and its error repeats the statement with every value in it.
    const row = {
      id: crypto.randomUUID(),
      kind: 'accessibility',
      text: `${own.word}-rueckmeldung\u0000`,
      language: 'de',
    }
    const failing: typeof citizen.database = {
      ...citizen.database,
      inTransaction: (town) =>
        citizen.database.inTransaction(
          town,
          (db): never => db.insert(feedbacks).values({ ...row, town: own.town, sentAt: world.now() }) as never,
        ),
    }
    const before = world.logLines.length
    const clock = { ...world.clock, townCtx: async () => ({ ...citizen, database: failing }) }
    await runDueWork(clock, { only: ['tell_feedback'] })
    const logged = world.logLines.slice(before).find(({ message }) => message === 'due work failed')
    expect(logged?.facts).toMatchObject({ kind: 'tell_feedback', reason: 'unexpected' })
    expect(kindsIn(JSON.stringify(logged).toLowerCase(), own)).toEqual(new Set())
    expect(logged?.facts.sqlState).toBeDefined()
  })

  it('no log line holds a word, a link or an id of either town’s citizens', () => {
    const logged = JSON.stringify(world.logLines).toLowerCase()
    expect(world.logLines.length).toBeGreaterThan(500)
    for (const { own } of [here, there]) {
      expect(kindsIn(logged, own)).toEqual(new Set())
      const { hidden, order, shown, draft } = own
      const links = [hidden.tracking, hidden.stop, order.outside, shown.following, draft.token]
      expect(links.filter((link) => logged.includes(link.toLowerCase()))).toEqual([])
    }
  })
})
