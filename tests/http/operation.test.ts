/** What whoever runs it sees: readiness, figures and log; and that nobody's words are in them. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/client.ts'
import { pinoLog } from '../../server/adapters/log-pino.ts'
import { prometheusMetrics } from '../../server/adapters/metrics-prometheus.ts'
import { logSlowWork } from '../../server/adapters/slow-work.ts'
import { createApp } from '../../server/app.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { AppError, DeliveryError } from '../../server/errors.ts'
import { runDueWork } from '../../server/jobs.ts'
import { ensureDueWork } from '../../server/notifications/rows.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { createRegistry } from '../../server/towns/registry.ts'
import { CONTACT, POTHOLE } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const TOKEN = 'a-token-for-figures'
const CANARY = 'Kanarienvogel'
const WITH_TOKEN = { Authorization: `Bearer ${TOKEN}` }
const REPORTS = `/api/v1/towns/${FIRST_TOWN}/reports`

let world: World
let lines: Record<string, unknown>[]
/** While it is set, every unit of work fails in the database, with somebody's words in the statement. */
let isBroken = false
let isReady: () => Promise<boolean>
let app: ReturnType<typeof createApp>
const metrics = prometheusMetrics()

beforeAll(async () => {
  world = await createWorld()
  lines = []
  const log = pinoLog('info', { write: (line) => void lines.push(JSON.parse(line)) })
  const failing = {
    ...world.database,
    inTransaction: ((town, work) =>
      isBroken
        ? world.database.inTransaction(town, (db) => db.execute(sql`select ${CANARY}::int`) as never)
        : world.database.inTransaction(town, work)) as typeof world.database.inTransaction,
  }
  const database = metrics.ofDatabase(logSlowWork(failing, log))
  isReady = world.deps.isReady
  world.deps.log = log
  Object.assign(world.clock, { log, mailer: metrics.ofMailer(world.clock.mailer) })
  app = createApp({ ...world.deps, database, metrics, metricsToken: TOKEN, isReady: () => isReady() })
})
afterAll(() => world.close())

const ask = (path: string, init: RequestInit = {}) => app.fetch(new Request(PUBLIC_URL + path, init))
async function figures(): Promise<string> {
  const answer = await ask('/metrics', { headers: WITH_TOKEN })
  expect(answer.status).toBe(200)
  return answer.text()
}
const linesOf = (requestId: string | null) => lines.filter((line) => line.requestId === requestId)

async function whileBroken<T>(work: () => Promise<T>): Promise<T> {
  isBroken = true
  return work().finally(() => {
    isBroken = false
  })
}

describe('readiness', () => {
  const readiness = async () => (await ask('/readyz')).status

  it('is there with this build’s schema, and is kept by nobody', async () => {
    const answer = await ask('/readyz')
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  })

  it.each([
    ['has another schema', async () => false],
    ['is away', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['says nothing at all', () => new Promise<boolean>(() => undefined)],
  ])('is gone within seconds when the database %s, while it still says that it lives', async (_, state) => {
    const before = isReady
    isReady = state
    const begun = performance.now()
    expect(await readiness()).toBe(503)
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect((await ask('/healthz')).status).toBe(200)
    isReady = before
    expect(await readiness()).toBe(200)
  })
})

describe('figures', () => {
  it('are there for the token alone', async () => {
    for (const Authorization of ['', 'Bearer ', 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`])
      expect([Authorization, (await ask('/metrics', { headers: { Authorization } })).status]).toEqual([
        Authorization,
        404,
      ])
    expect((await world.app.fetch(new Request(`${PUBLIC_URL}/metrics`, { headers: WITH_TOKEN }))).status).toBe(404)
    expect((await ask('/metrics', { headers: WITH_TOKEN })).headers.get('Content-Type')).toContain('version=0.0.4')
  })

  it('are in the text format: each with help and type before its values', async () => {
    const text = await figures()
    expect(text.endsWith('\n')).toBe(true)
    const known = new Set(
      [...text.matchAll(/^# TYPE (\w+) (?:counter|gauge|histogram|summary)$/gm)].map(([, name]) => name),
    )
    for (const line of text.split('\n').filter((line) => line && !line.startsWith('#'))) {
      const name =
        /^([a-zA-Z_:][\w:]*)(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})? (?:[-+]?[\d.]+(?:e[-+]?\d+)?|Nan|[-+]Inf)$/.exec(
          line,
        )?.[1]
      expect(name, line).toBeDefined()
      expect(known.has(name!) || known.has(name!.replace(/_(bucket|sum|count)$/, '')), line).toBe(true)
    }
    expect(known).toContain('nodejs_eventloop_lag_seconds')
    expect(known).toContain('process_resident_memory_bytes')
  })

  it('name the pattern of a route, never what stood in it', async () => {
    const secret = 'a-secret-of-somebody'
    await ask(`/${FIRST_TOWN}/verfolgen/${secret}`)
    await ask(`/${FIRST_TOWN}/${secret}/${secret}`)
    await ask('/healthz', { method: 'BREW' })
    const text = await figures()
    expect(text).toMatch(
      /^anliegenwerk_requests_total\{route="\/:town\/verfolgen\/:\w+",method="GET",status="410"\} 1$/m,
    )
    expect(text).toMatch(/^anliegenwerk_requests_total\{route="none",method="GET",status="404"\} \d+$/m)
    expect(text).toContain('anliegenwerk_request_duration_seconds_bucket{le="0.1",route="/readyz",method="GET"}')
    expect(text).toMatch(/^anliegenwerk_database_work_seconds_count\{outcome="done"\} \d+$/m)
    expect(text).not.toContain(secret)
    expect(text).not.toContain('BREW')
  })

  it('count the work that waits, is due and was given up, and the mails, without a word of the report', async () => {
    const filed = await ask(REPORTS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-key-of-anna' },
      body: JSON.stringify({ ...POTHOLE, description: `Loch, sagt ${CANARY}.`, contact: CONTACT }),
    })
    expect(filed.status).toBe(201)
    expect(await figures()).toMatch(/^anliegenwerk_due_work_overdue\{kind="tell"\} 2$/m)

    world.failMail(new DeliveryError('mail_unreachable', { permanent: false }))
    await runDueWork(world.clock, { only: ['tell'] })
    world.failMail(null)
    expect(await figures()).toMatch(/^anliegenwerk_due_work_waiting\{kind="tell"\} 1$/m)
    world.pass(60_000)
    for (let i = 0; i < 2; i++) await runDueWork(world.clock, { only: ['tell'] })

    const id = crypto.randomUUID()
    const lost = { id, kind: 'tell', town: 'no-such-town', ref: id, runAt: world.now() }
    await world.database.inTransaction(null, (db) => ensureDueWork(db, lost))
    await runDueWork({ ...world.clock, townCtx: async () => null }, { only: ['tell'] })
    const text = await figures()
    expect(text).toMatch(/^anliegenwerk_due_work_failed\{kind="tell"\} 1$/m)
    expect(text).toMatch(/^anliegenwerk_mails_total\{outcome="put_off"\} 1$/m)
    expect(text).toMatch(/^anliegenwerk_mails_total\{outcome="sent"\} [1-9]/m)
    for (const personal of [CANARY, CONTACT.name, CONTACT.email, FIRST_TOWN, 'no-such-town'])
      expect(text).not.toContain(personal)
  })
})

describe('the log', () => {
  it.each([
    ['a page', `/${FIRST_TOWN}/anliegen`],
    ['the interface', REPORTS],
  ])('has an unexpected error of %s once, under the id that the answer carries', async (_, path) => {
    const answer = await whileBroken(() => ask(path))
    expect(answer.status).toBe(500)
    const requestId = answer.headers.get('X-Request-Id')
    expect(await answer.text()).toContain(requestId)
    const errors = linesOf(requestId).filter(({ level }) => level === 50)
    expect(errors).toEqual([expect.objectContaining({ msg: 'unexpected error', sqlState: '22P02' })])
    expect(linesOf(requestId)).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toContain(CANARY)
  })

  it('gives every line that a request causes its id, also what comes from far below', async () => {
    const asked = lines.length
    const answers = await Promise.all(['/', '/api/v1/towns', `/${FIRST_TOWN}/`].map((path) => ask(path)))
    world.deps.log.warn({}, 'of nobody')
    const ids = answers.map(({ headers }) => headers.get('X-Request-Id'))
    const own = lines.slice(asked)
    expect(
      own
        .filter(({ msg }) => msg === 'request')
        .map(({ requestId }) => requestId)
        .sort(),
    ).toEqual([...ids].sort())
    expect(own.find(({ msg }) => msg === 'of nobody')).not.toHaveProperty('requestId')
  })

  it('keeps the ids of requests apart that are under way together', async () => {
    const seen: Record<string, unknown>[] = []
    const log = pinoLog('info', { write: (line) => void seen.push(JSON.parse(line)) })
    const below = async (name: string) => {
      await new Promise((resolve) => setImmediate(resolve))
      log.info({ name }, 'slow unit of work')
    }
    await Promise.all(['A', 'B'].map((requestId) => log.within({ requestId }, () => below(requestId))))
    expect(seen.map(({ name, requestId }) => [name, requestId])).toEqual([
      ['A', 'A'],
      ['B', 'B'],
    ])
  })

  it('has failed work of the clock under the work’s id, without the words in the statement', async () => {
    const id = crypto.randomUUID()
    const due = { id, kind: 'erase_draft', town: FIRST_TOWN, ref: id, runAt: world.now() }
    await world.database.inTransaction(null, (db) => ensureDueWork(db, due))
    const failing = world.database.inTransaction
    const townCtx = async (town: string) => {
      const ctx = await world.asActor({ kind: 'system' }, town)
      const inTransaction = (key: string | null) =>
        failing(key, (db) => db.execute(sql`select ${CANARY}::int`) as never)
      return { ...ctx, database: { ...world.database, inTransaction } as never }
    }
    await runDueWork({ ...world.clock, townCtx }, { only: ['erase_draft'] })
    const [line] = lines.filter(({ workId }) => workId === id)
    expect(line).toMatchObject({ level: 50, msg: 'due work failed', kind: 'erase_draft', sqlState: '22P02' })
    expect(JSON.stringify(lines)).not.toContain(CANARY)
  })
})

describe('while the database is away', () => {
  const away = () => Promise.reject(new AppError('unavailable', 'unavailable'))

  /** @returns answers long after the first visit, and the one that follows at once */
  async function askedLater(address: string, visitedBefore = address, body?: Record<string, string>) {
    const headers = { Origin: PUBLIC_URL, Cookie: `__Host-session=${'a'.repeat(43)}` }
    const request = () => new Request(address, body && { method: 'POST', headers, body: new URLSearchParams(body) })
    let isAway = false
    const inTransaction: Database['inTransaction'] = (town, work) =>
      isAway ? away() : world.database.inTransaction(town, work)
    const database = { ...world.database, inTransaction }
    const cut = createApp({ ...world.deps, database, registry: createRegistry(database, world.now) })
    await cut.fetch(new Request(visitedBefore))
    world.pass(60_000)
    isAway = true
    const answers = [await cut.fetch(request()), await cut.fetch(request())]
    return Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        again: answer.headers.get('Retry-After'),
        text: await answer.text(),
      })),
    )
  }

  it('a page that needs it says so in the look of its town, with the way back there', async () => {
    for (const { status, again, text } of await askedLater(`${PUBLIC_URL}/${FIRST_TOWN}/`)) {
      expect([status, again]).toEqual([503, '60'])
      expect(text).toContain(`href="/${FIRST_TOWN}/"`)
    }
  })

  it('a text that could not be taken is given back, with the number to call', async () => {
    const start = `${PUBLIC_URL}/${FIRST_TOWN}/`
    const description = 'Laterne <flackert> seit Montag'
    for (const { status, text } of await askedLater(`${start}melden`, start, { description })) {
      expect(status).toBe(503)
      for (const said of ['Laterne &lt;flackert> seit Montag', 'Das haben Sie geschrieben', 'href="tel:'])
        expect(text).toContain(said)
    }
  })

  it('so is what was written at the desk', async () => {
    const text = 'Wir kommen am Dienstag.'
    const [answer] = await askedLater(`${PUBLIC_URL}/amt/${FIRST_TOWN}/anliegen/1/note`, `${PUBLIC_URL}/`, { text })
    expect([answer!.status, answer!.text.includes(text)]).toEqual([503, true])
  })

  it('the imprint of a town that was visited before can still be read, on its own host too', async () => {
    const own = 'https://melden.lemgo.example'
    const lemgo = checkTowns(readTenants('tenants')).towns.find(({ town }) => town.key === 'lemgo')!
    const onHost = { ...lemgo, town: { ...lemgo.town, host: new URL(own).host } }
    await applyTown(world.database, onHost, 'test', world.now())
    for (const [start, name] of [
      [`${PUBLIC_URL}/${FIRST_TOWN}`, 'Bad Salzuflen'],
      [own, 'Lemgo'],
    ] as const) {
      for (const { status, text } of await askedLater(`${start}/impressum`, `${start}/`)) {
        expect([status, text.includes(name)]).toEqual([200, true])
      }
    }
  })

  it('of a town that nobody has visited, nothing is known', async () => {
    const answers = await askedLater(`${PUBLIC_URL}/${NEIGHBOUR}/impressum`, `${PUBLIC_URL}/${FIRST_TOWN}/impressum`)
    expect(answers.map(({ status }) => status)).toEqual([503, 503])
  })

  it('a town’s own host gets a page that helps, and not a bare error, when nobody can look up whose host it is', async () => {
    const cut = createApp({ ...world.deps, registry: { ...world.deps.registry, townByHost: away } })
    const answer = await cut.fetch(new Request('https://melden.town.example/'))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60'])
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  })
})
