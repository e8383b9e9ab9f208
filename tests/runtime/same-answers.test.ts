/** The named requests, sent to Node and to workerd in one go: the same answers but for what has to differ. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forward } from '../support/forwarder.ts'
import { openMailRelay } from '../support/mail-relay.ts'
import { type Normal, normalAnswer, normalizing, type Place } from '../support/normal-answer.ts'
import { PASSWORD } from '../support/people.ts'
import { corners, paintedPhoto, shownUpright } from '../support/photos.ts'
import {
  endAll,
  equalDatabases,
  RELAY,
  relayedBy,
  startNodeOn,
  startWorkerOn,
  titled,
  WHY_NOT,
} from '../support/runtimes.ts'
import { mailsTo } from '../support/server.ts'
import { EMAIL, type Got, type Known, NAMED_REQUESTS, type NamedRequest, SECRET, send, TOWN } from './named-requests.ts'

describe.skipIf(WHY_NOT)(titled('Node and workerd'), () => {
  let databases: Awaited<ReturnType<typeof equalDatabases>> | undefined
  let node: Awaited<ReturnType<typeof startNodeOn>> | undefined
  let worker: Awaited<ReturnType<typeof startWorkerOn>> | undefined
  let relay: Awaited<ReturnType<typeof openMailRelay>> | undefined
  let ways: Awaited<ReturnType<typeof forward>>[] = []
  let places: [Place, Place]
  let since: Date
  beforeAll(async () => {
    since = new Date()
    databases = await equalDatabases(2)
    const [ofNode, ofWorker] = databases.urls
    ways = await Promise.all([forward(ofNode!), forward(ofWorker!)])
    relay = await openMailRelay(RELAY)
    ;[node, worker] = await Promise.all([startNodeOn(ways[0]!.url), startWorkerOn(ways[1]!.url, relayedBy(relay))])
    const known = {
      round: '1',
      password: PASSWORD,
      key: databases.key,
      clerk: `bernd@${TOWN}.example`,
      nextDoor: 'dirk@herford.example',
    }
    places = [
      { url: node.url, known: { ...known } },
      { url: worker.url, known: { ...known } },
    ]
  })
  afterAll(() => endAll([node, worker, ...ways, relay && { stop: relay.close }, databases]))

  it.each(NAMED_REQUESTS.map((request) => [request.name, request] as const))('answer alike: %s', async (_, request) => {
    const answers = await Promise.all(places.map((place) => ask(request, place)))
    const teaches = places.map(({ known }, i) => taught(request, answers[i]!, known))
    await expectAlike(request, answers as [Got, Got])
    expectRight(request, answers[0]!)
    for (const teach of teaches) teach()
  })

  /** @param answers of Node and of workerd */
  async function expectAlike(request: NamedRequest, answers: [Got, Got]) {
    const { differsIn } = request
    const [left, right] = answers
      .map((answer) => (differsIn ? { ...answer, text: answer.text.replace(differsIn, '') } : answer))
      .map((answer, i) => normalAnswer(answer, places[i]!, since))
      .map((answer) => (request.isKept || request.isFile || request.isPhoto ? withoutSums(answer) : answer))
    if (!request.isPhoto) return expect(right).toEqual(unpainted(left!))
    expect([right!.status, right!.headers]).toEqual([left!.status, left!.headers])
    for (const { bytes, text } of answers) {
      expect(text).not.toContain(SECRET)
      expect(await corners(await shownUpright(bytes))).toEqual(await corners(await paintedPhoto()))
    }
  }

  it('differ in what only Node paints: pictures for messengers', async () => {
    const [byNode, byWorker] = await Promise.all(places.map(({ url }) => send(url, { path: `/${TOWN}/bild.png` })))
    expect([byNode!.status, byNode!.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    expect([byWorker!.status, byWorker!.text.includes('Kennung')]).toEqual([404, true])
  })

  it('tell the reporter the same by mail, Node by its clock and workerd by its cron', async () => {
    await expect.poll(async () => (await mails()).map(({ length }) => length), { timeout: 40_000 }).toEqual([2, 2])
    const [byNode, byWorker] = (await mails()).map((all, i) => {
      const normal = normalizing(places[i]!, since)
      return all
        .sort((a, b) => a.subject.localeCompare(b.subject))
        .map(({ subject, text }) => ({
          subject,
          text: normal(text).trim().split('\n'),
        }))
    })
    expect(byWorker).toEqual(byNode)
    expect(byNode!.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Ihr Anliegen #\d+ ist angekommen$/),
      expect.stringMatching(/^Ihr Anliegen #\d+ ist erledigt$/),
    ])
  })

  /** What has come to Anna from each. */
  async function mails(): Promise<{ subject: string; text: string }[][]> {
    await worker!.tick()
    const byNode = mailsTo(node!, EMAIL).map((whole) => {
      const [head, ...text] = whole.split('\n\n')
      return { subject: /^Subject: (.*)$/m.exec(head!)?.[1] ?? '', text: text.join('\n\n') }
    })
    const byWorker = relay!.relayed.filter(({ to }) => to.includes(EMAIL))
    return [
      byNode,
      byWorker.map(({ mail }) => ({ subject: mail.subject ?? '', text: (mail.text ?? '').replaceAll('\r\n', '\n') })),
    ]
  }

  it('serve chatbots by the official MCP client', async () => {
    const [byNode, byWorker] = await Promise.all(
      places.map(async ({ url, known }) => {
        const client = new Client({ name: 'a chatbot', version: '1' })
        await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)))
        const { tools } = await client.listTools()
        const status = await client.callTool({
          name: 'get_report_status',
          arguments: { town: TOWN, number: Number(known.number) },
        })
        await client.close()
        return { tools, status: normalizing({ url, known }, since)(JSON.stringify(status)) }
      }),
    )
    expect(byWorker).toEqual(byNode)
    expect(byNode!.tools).toHaveLength(6)
    expect(byNode!.status).toContain('Erledigt')
  })

  it('erase photos by due work when the reporter wants it', async () => {
    expect([node!.keptPhotos(), worker!.keptPhotos()].every((kept) => kept > 0)).toBe(true)
    for (const { url, known } of places) {
      const answer = await send(url, { path: `${known.tracking}/loeschung`, body: new URLSearchParams() })
      expect([answer.status, answer.text]).toEqual([303, ''])
      expect((await send(url, { path: known.shownPhoto! })).status).toBe(404)
    }
    const kept = async () => {
      await worker!.tick()
      return [node!.keptPhotos(), worker!.keptPhotos()]
    }
    await expect.poll(kept).toEqual([0, 0])
  })

  it('say so while their database is away, and go on when it is back', async () => {
    await Promise.all(ways.map((way) => way.cut()))
    await expectAway().finally(() => Promise.all(ways.map((way) => way.mend())))
    const back = () => Promise.all(places.map(async ({ url }) => (await send(url, { path: `/${TOWN}/` })).status))
    await expect.poll(back).toEqual([200, 200])
  })

  async function expectAway() {
    for (const [path, words] of [
      // In the look of the town, which both know.
      [`/${TOWN}/`, 'Bad Salzuflen'],
      [`/api/v1/towns/${TOWN}/reports?limit=1`, '"status":503'],
      ['/readyz', '"status":503'],
    ] as const) {
      const [byNode, byWorker] = await Promise.all(places.map(({ url }) => send(url, { path })))
      const [left, right] = [byNode!, byWorker!].map((answer, i) => normalAnswer(answer, places[i]!, since))
      expect([path, byNode!.status, byNode!.text.includes(words)]).toEqual([path, 503, true])
      expect([path, right]).toEqual([path, left])
    }
  }

  it('workerd refuses a database of another version, and takes it again when it fits', async () => {
    const owner = postgres(databases!.ownerUrls[1]!, { max: 1 })
    const move = (by: number) => owner`update drizzle.__drizzle_migrations set created_at = created_at + ${by}`
    const { url } = places[1]
    const ask = async () => {
      const answer = await send(url, { path: `/${TOWN}/` })
      return [answer.status, answer.headers.get('Retry-After'), answer.text.includes('Minute')]
    }
    await move(1)
    await expect.poll(ask).toEqual([503, expect.stringMatching(/^\d+$/), true])
    expect((await send(url, { path: '/readyz' })).status).toBe(503)
    await move(-1)
    await expect.poll(async () => (await ask())[0]).toBe(200)
    await owner.end()
  })
})

const ask = async ({ ask }: NamedRequest, { url, known }: Place): Promise<Got> => send(url, await ask(known as Known))

/** At once, so that a difference costs no answer that follows. Returns what throws when there was nothing to learn. */
function taught({ learns }: NamedRequest, got: Got, known: Known): () => void {
  try {
    Object.assign(known, learns?.(got, known))
    return () => undefined
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** Pages for messengers name a picture, and pages with photos a small one, where these can be painted. */
const PAINTED = /^<meta (property="og:image|name="twitter:card")/
const SMALL = / srcset="[^"]*-klein\.jpg[^"]*"/
const unpainted = (answer: Normal): Normal => ({
  ...answer,
  body: answer.body.filter((line) => !PAINTED.test(line)).map((line) => line.replace(SMALL, '')),
})

const SUMS = ['etag', 'last-modified', 'ratelimit', 'ratelimit-policy', 'cf-cache-status']
const withoutSums = ({ headers, ...answer }: Normal): Normal => ({
  ...answer,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !SUMS.includes(name))),
})

function expectRight({ status, says = [], never = [] }: NamedRequest, got: Got) {
  const told = `${got.headers.get('Location') ?? ''}\n${got.headers.get('Content-Type')}\n${got.text}`
  expect([got.status, got.status === status ? '' : told]).toEqual([status, ''])
  for (const words of says) expect(told).toMatch(words)
  for (const words of never) expect(told).not.toContain(words)
}
