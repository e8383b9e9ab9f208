/** The named requests, sent to Node and to workerd in one go: the same answers but for what has to differ. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Normal, normalAnswer, type Place } from '../support/normal-answer.ts'
import { PASSWORD } from '../support/people.ts'
import { endAll, equalDatabases, startNodeOn, startWorkerOn, titled, WHY_NOT } from '../support/runtimes.ts'
import { type Got, type Known, NAMED_REQUESTS, type NamedRequest, send, TOWN } from './named-requests.ts'

describe.skipIf(WHY_NOT)(titled('Node and workerd'), () => {
  let databases: Awaited<ReturnType<typeof equalDatabases>> | undefined
  let node: Awaited<ReturnType<typeof startNodeOn>> | undefined
  let worker: Awaited<ReturnType<typeof startWorkerOn>> | undefined
  let places: [Place, Place]
  let since: Date
  beforeAll(async () => {
    since = new Date()
    databases = await equalDatabases(2)
    const [ofNode, ofWorker] = databases.urls
    ;[node, worker] = await Promise.all([startNodeOn(ofNode!), startWorkerOn(ofWorker!)])
    const known = { round: '1', password: PASSWORD, key: databases.key }
    places = [
      { url: node.url, known: { ...known } },
      { url: worker.url, known: { ...known } },
    ]
  })
  afterAll(() => endAll([node, worker, databases]))

  it.each(NAMED_REQUESTS.map((request) => [request.name, request] as const))('answer alike: %s', async (_, request) => {
    const answers = await Promise.all(places.map((place) => ask(request, place)))
    const [ofNode, ofWorker] = answers.map((answer, i) => normalAnswer(answer, places[i]!, since))
    const teaches = places.map(({ known }, i) => taught(request, answers[i]!, known))
    const [left, right] = [ofNode!, ofWorker!].map((one) => (request.isKept || request.isFile ? withoutSums(one) : one))
    expect(right).toEqual(unpainted(left!))
    expectRight(request, answers[0]!)
    for (const teach of teaches) teach()
  })

  it('differ in what only Node paints: pictures for messengers', async () => {
    const [byNode, byWorker] = await Promise.all(places.map(({ url }) => send(url, { path: `/${TOWN}/bild.png` })))
    expect([byNode!.status, byNode!.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    expect([byWorker!.status, byWorker!.text.includes('Kennung')]).toEqual([404, true])
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

/** Pages for messengers name a picture, where one can be painted. */
const PAINTED = /^<meta (property="og:image|name="twitter:card")/
const unpainted = (answer: Normal): Normal => ({ ...answer, body: answer.body.filter((line) => !PAINTED.test(line)) })

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
