/** Chatbots: /mcp as the official SDK’s client speaks to it, and the newer form of the protocol by hand. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drafts } from '../../db/schema/intake.ts'
import { reports } from '../../db/schema/reports.ts'
import { LINES } from '../../server/http/limits.ts'
import { countAll } from '../../server/limits/count.ts'
import { changeSettings } from '../../server/towns/change-settings.ts'
import { type Planted, plant } from '../support/planted.ts'
import { IN_FIRST_TOWN, IN_NEIGHBOUR, IN_NO_TOWN } from '../support/reports.ts'
import { served } from '../support/served.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer is read as whoever gets it reads it
type Json = any

const BIRD = 'amsel'
let world: World
let own: Planted
let server: Awaited<ReturnType<typeof served>>
let client: Client
beforeAll(async () => {
  world = await createWorld()
  own = await plant(world, { town: FIRST_TOWN, word: BIRD, at: IN_FIRST_TOWN })
  await changeSettings(await world.as(world.people.Clara), {
    seen: 0,
    change: { what: 'pause', category: 'graffiti', because: { de: 'Frost' } },
  })
  world.pass(5_000)
  server = await served(world)
  client = new Client({ name: 'a chatbot', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)))
})
afterAll(async () => {
  await client.close()
  await server.close()
  await world.close()
})

async function ask(name: string, args: Record<string, unknown> = {}) {
  const answer = (await client.callTool({ name, arguments: args })) as CallToolResult
  const text = answer.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
  return { text, isError: answer.isError, facts: answer.structuredContent as Json }
}
const town = FIRST_TOWN
const draftRows = () => world.database.inTransaction(FIRST_TOWN, (db) => db.select().from(drafts))

describe('the official client', () => {
  it('is greeted in the newest version it knows, without a session', () => {
    expect(client.getServerVersion()?.name).toBe('anliegenwerk')
    expect(client.getInstructions()).toContain('112')
    expect(client.getServerCapabilities()).toEqual({ tools: { listChanged: false } })
  })

  it('finds six tools with schemas for both ways, and only one that writes anything', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'find_town',
      'check_place',
      'list_categories',
      'find_similar_reports',
      'prepare_report',
      'get_report_status',
    ])
    for (const { inputSchema, outputSchema, description } of tools)
      expect([inputSchema.type, outputSchema?.type, Boolean(description)]).toEqual(['object', 'object', true])
    expect(tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name)).toEqual([
      'prepare_report',
    ])
    expect(tools.filter(({ annotations }) => annotations?.destructiveHint)).toEqual([])
  })

  it('can ask whether anybody is there', async () => expect(await client.ping()).toEqual({}))

  it('is told that there is no such tool', async () => {
    await expect(client.callTool({ name: 'delete_everything' })).rejects.toMatchObject({ code: -32_602 })
  })
})

describe('find_town', () => {
  it('knows towns by name and by postcode', async () => {
    expect((await ask('find_town', { search: 'salzuflen' })).facts.towns[0]).toMatchObject({ key: town, member: true })
    expect((await ask('find_town', { search: '32105' })).facts.towns.map((one: Json) => one.key)).toContain(town)
  })

  it('names the responsible one first when asked by place', async () => {
    const { facts, text } = await ask('find_town', IN_NEIGHBOUR)
    expect(facts.towns[0]).toMatchObject({ key: NEIGHBOUR, responsible: true })
    expect(text).toContain('zuständig')
  })

  it('says what is missing when asked for nothing', async () => {
    const { isError, text } = await ask('find_town')
    expect([isError, text]).toEqual([true, 'search: Diese Angabe fehlt.'])
  })
})

describe('check_place', () => {
  it('tells the town, and that nobody answers outside of all', async () => {
    expect((await ask('check_place', IN_FIRST_TOWN)).facts).toMatchObject({ town: { key: town }, answers: 'town' })
    expect((await ask('check_place', IN_NO_TOWN)).facts).toMatchObject({ town: null, answers: 'nobody' })
  })

  it('refuses a place that is none, by the name of the field', async () => {
    const { isError, text } = await ask('check_place', { lat: 'north', lon: 8 })
    expect([isError, text]).toEqual([true, expect.stringMatching(/^lat: /)])
  })
})

describe('list_categories', () => {
  it('brings the questions, and says 112 and 110 before anything else where somebody may be in danger', async () => {
    const { facts, text } = await ask('list_categories', { town, search: 'Laterne' })
    const lamp = facts.categories.find((one: Json) => one.key === 'street-light')
    expect(lamp.questions.length).toBeGreaterThan(0)
    const all = await ask('list_categories', { town })
    expect(all.text).toMatch(/^Gefahr für Menschen\? Rufen Sie zuerst 112 oder 110 an\./)
    expect(text).toContain('(street-light)')
  })

  it('says which rests and why', async () => {
    const { facts } = await ask('list_categories', { town, language: 'en' })
    const of = (key: string) => facts.categories.find((one: Json) => one.key === key)
    expect(of('graffiti')).toMatchObject({ resting: true, restingReason: 'Not available at the moment. Frost' })
    expect(of('pothole')).toMatchObject({ name: 'Pothole, road damage' })
    expect(of('pothole').resting).toBe(undefined)
  })

  it('knows no town by a key that is none', async () => {
    const { isError, text } = await ask('list_categories', { town: 'nowhere' })
    expect([isError, text]).toEqual([true, 'Diese Kommune ist noch nicht dabei.'])
  })
})

describe('find_similar_reports', () => {
  it('finds the public one nearby with its page, and none in the neighbour’s name', async () => {
    const { facts } = await ask('find_similar_reports', { town, category: 'pothole', ...IN_FIRST_TOWN })
    const numbers = facts.reports.map((one: Json) => one.number)
    expect(numbers.length).toBeGreaterThan(0)
    expect(facts.reports[0].url).toBe(`${PUBLIC_URL}/${town}/anliegen/${numbers[0]}`)
    const there = await ask('find_similar_reports', { town: NEIGHBOUR, category: 'pothole', ...IN_FIRST_TOWN })
    expect(there.facts.reports).toEqual([])
  })
})

describe('get_report_status', () => {
  it('tells status, sentence and history of a public report', async () => {
    const { facts, text } = await ask('get_report_status', { town, number: own.ended.number })
    expect(facts).toMatchObject({ number: own.ended.number, status: 'done', statusLabel: 'Erledigt' })
    expect(facts.timeline.length).toBeGreaterThan(1)
    expect(text).toContain('Die Arbeit ist getan.')
    const english = await ask('get_report_status', { town, number: own.ended.number, language: 'en' })
    expect(english.facts.statusLabel).not.toBe(facts.statusLabel)
  })

  it('does not know a number of another town', async () => {
    const there = await ask('get_report_status', { town: NEIGHBOUR, number: own.shown.number })
    expect([there.isError, there.text]).toEqual([true, 'Dieses Anliegen gibt es nicht, oder es ist nicht öffentlich.'])
  })
})

describe('prepare_report', () => {
  const matter = { town, category: 'pothole', ...IN_FIRST_TOWN }
  const text = 'Tiefes Loch vor der Schule.'

  it('without words leads to the form with what is known, and writes nothing', async () => {
    const before = (await draftRows()).length
    const { facts } = await ask('prepare_report', matter)
    const link = new URL(facts.link)
    expect(link.pathname).toBe(`/${town}/melden`)
    expect(Object.fromEntries(link.searchParams)).toEqual({
      kategorie: 'pothole',
      lat: '52.0862',
      lon: '8.7443',
      via: 'chatbot',
    })
    expect((await draftRows()).length).toBe(before)
  })

  it('keeps words behind a secret link, in which they do not stand, and the report says how it came', async () => {
    const { facts } = await ask('prepare_report', { ...matter, description: text, language: 'en' })
    expect([facts.isSecret, facts.link]).toEqual([true, expect.not.stringContaining('Loch')])
    const path = facts.link.slice(PUBLIC_URL.length)
    expect(path).toMatch(/^\/bad-salzuflen\/melden\/[\w-]{43}\?lang=en$/)
    const walk = async (step: string, fields: Record<string, string>) => {
      const [draft = ''] = path.split('?')
      const body = new URLSearchParams(fields)
      return world.app.fetch(new Request(`${PUBLIC_URL}${draft}/${step}`, { method: 'POST', body }))
    }
    const opened = await world.app.fetch(new Request(facts.link))
    expect(opened.headers.get('Location')).toContain('/kategorie')
    expect((await walk('kategorie', { category: 'pothole', asked: 'pothole' })).status).toBe(303)
    const similar = await ask('find_similar_reports', { town, category: 'pothole', ...IN_FIRST_TOWN })
    const others = new URLSearchParams(similar.facts.reports.map((one: Json) => ['others', String(one.number)]))
    const [draft = ''] = path.split('?')
    await world.app.fetch(new Request(`${PUBLIC_URL}${draft}/schon-gemeldet`, { method: 'POST', body: others }))
    await walk('kontakt', { do: 'none' })
    const sent = await walk('pruefen', {})
    expect(sent.headers.get('Location')).toContain('/verfolgen/')
    const rows = await world.database.inTransaction(town, (db) => db.select().from(reports).orderBy(reports.number))
    expect(rows.at(-1)).toMatchObject({ intakeChannel: 'chatbot', via: 'chatbot' })
  })

  it('says whom to call before anything else, even before what is wrong', async () => {
    const hole = { ...matter, category: 'drain', answers: { fault: 'cover-missing' } }
    const { facts, text: said } = await ask('prepare_report', hole)
    expect([facts.callFirst, said]).toEqual([
      expect.stringContaining('110'),
      expect.stringMatching(/^Bitte rufen Sie zuerst an/),
    ])
    const wrong = await ask('prepare_report', { ...hole, ...IN_NEIGHBOUR })
    expect([wrong.isError, wrong.text]).toEqual([true, expect.stringMatching(/^Bitte rufen Sie zuerst an.*110/)])
  })

  it('names the town that answers instead', async () => {
    const { isError, text } = await ask('prepare_report', { ...matter, ...IN_NEIGHBOUR })
    expect([isError, text]).toEqual([true, expect.stringContaining(`(${NEIGHBOUR})`)])
  })

  it('leaves to the form what was not asked yet, but not a place that is another town’s', async () => {
    const bare = await ask('prepare_report', { town, category: 'pothole' })
    expect(new URL(bare.facts.link).searchParams.get('kategorie')).toBe('pothole')
    const lamp = await ask('prepare_report', { town, category: 'street-light', ...IN_NEIGHBOUR })
    expect([lamp.isError, lamp.text]).toEqual([true, expect.stringContaining(`(${NEIGHBOUR})`)])
  })

  it('refuses words that are too few or too many, and categories nobody knows', async () => {
    expect((await ask('prepare_report', { ...matter, description: 'x' })).text).toMatch(/^description: /)
    expect((await ask('prepare_report', { ...matter, description: 'x'.repeat(4001) })).isError).toBe(true)
    expect((await ask('prepare_report', { ...matter, category: 'dragon' })).text).toMatch(/^category: /)
  })

  it('counts what it begins: an address that begins too many is told when to come again', async () => {
    await countAll(
      world.deps,
      LINES.draft.address.map((most) => ({ what: 'draft', who: '127.0.0.1', ...most, amount: most.most - 10 })),
    )
    const answers = await Promise.all(
      Array.from({ length: 11 }, () => ask('prepare_report', { ...matter, description: text })),
    )
    const { isError, text: said } = answers.find((one) => one.isError)!
    expect([isError, said]).toEqual([true, expect.stringMatching(/in \d+ Minuten/)])
  })
})

it('nothing that is not public stands in any answer', async () => {
  const numbers = [own.shown, own.hidden, own.order, own.ended].map(({ number }) => number)
  const answers = [
    ...(await Promise.all(numbers.map((number) => ask('get_report_status', { town, number })))),
    await ask('find_similar_reports', { town, category: 'pothole', ...IN_FIRST_TOWN }),
    await ask('list_categories', { town }),
    await ask('find_town', { search: town }),
  ].map(({ text }) => text)
  expect(answers.join()).toContain(`${BIRD}-oeffentlich`)
  const birds = new Set(answers.join().match(new RegExp(`${BIRD}-[a-z]+`, 'g')))
  const mayShow = ['oeffentlich', 'antwort', 'fachbereich', 'stelle', 'ort'].map((kind) => `${BIRD}-${kind}`)
  expect([...birds].filter((bird) => !mayShow.includes(bird))).toEqual([])
  expect((await ask('get_report_status', { town, number: own.hidden.number })).text).not.toContain(`${BIRD}-verborgen`)
})

type Sent = { body?: unknown; headers?: Record<string, string>; method?: string }
const send = ({ body, headers = {}, method = 'POST' }: Sent) =>
  fetch(`${server.url}/mcp`, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const answered = async (sent: Sent) => {
  const answer = await send(sent)
  return { status: answer.status, body: (await answer.json()) as Json }
}

describe('the transport', () => {
  it('has no stream and no session: GET and DELETE are not allowed', async () => {
    for (const method of ['GET', 'DELETE']) expect([method, (await send({ method })).status]).toEqual([method, 405])
  })

  it('takes notifications without an answer', async () => {
    const answer = await send({ body: { jsonrpc: '2.0', method: 'notifications/initialized' } })
    expect([answer.status, await answer.text()]).toEqual([202, ''])
  })

  it('refuses several messages at once, what is no JSON and what is no message', async () => {
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect(await answered({ body: [ping, ping] })).toMatchObject({ status: 400, body: { error: { code: -32_600 } } })
    expect(await answered({ body: '{' })).toMatchObject({ status: 400, body: { error: { code: -32_700 } } })
    expect(await answered({ body: { hello: 1 } })).toMatchObject({ status: 400, body: { error: { code: -32_600 } } })
  })

  it('lets pages of other origins not speak here', async () => {
    const body = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect((await answered({ body, headers: { Origin: 'https://evil.example' } })).status).toBe(403)
    expect((await answered({ body, headers: { Origin: PUBLIC_URL } })).status).toBe(200)
  })

  it('answers every older version in that version, and an unknown one in our newest', async () => {
    const greet = async (protocolVersion: string) => {
      const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'x', version: '1' } }
      return (await answered({ body: { jsonrpc: '2.0', id: 1, method: 'initialize', params } })).body.result
        .protocolVersion
    }
    expect(await greet('2024-11-05')).toBe('2024-11-05')
    expect(await greet('2025-06-18')).toBe('2025-06-18')
    expect(await greet('1999-01-01')).toBe('2025-11-25')
  })

  it('refuses a version in the header that nobody knows', async () => {
    const body = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect((await answered({ body, headers: { 'MCP-Protocol-Version': '1999-01-01' } })).status).toBe(400)
  })
})

describe('the stateless form of 2026-07-28', () => {
  const VERSION = '2026-07-28'
  const meta = {
    'io.modelcontextprotocol/protocolVersion': VERSION,
    'io.modelcontextprotocol/clientInfo': { name: 'x', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const modern = (method: string, params: object = {}, headers: Record<string, string> = {}) =>
    answered({
      body: { jsonrpc: '2.0', id: 7, method, params: { ...params, _meta: meta } },
      headers: { 'MCP-Protocol-Version': VERSION, 'Mcp-Method': method, ...headers },
    })

  it('is discovered without a greeting', async () => {
    const { status, body } = await modern('server/discover')
    expect(status).toBe(200)
    expect(body.result).toMatchObject({
      resultType: 'complete',
      supportedVersions: expect.arrayContaining([VERSION, '2025-11-25']),
      capabilities: { tools: {} },
      cacheScope: 'public',
      ttlMs: expect.any(Number),
      _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'anliegenwerk' } },
    })
  })

  it('lists and calls tools, by headers that repeat the message, plain or as Base64', async () => {
    expect((await modern('tools/list')).body.result).toMatchObject({ resultType: 'complete', cacheScope: 'public' })
    const call = { name: 'check_place', arguments: IN_FIRST_TOWN }
    const plain = await modern('tools/call', call, { 'Mcp-Name': 'check_place' })
    const coded = await modern('tools/call', call, { 'Mcp-Name': `=?base64?${btoa('check_place')}?=` })
    for (const { status, body } of [plain, coded])
      expect([status, body.result.structuredContent.town.key]).toEqual([200, town])
  })

  it('refuses headers that are missing or say something else', async () => {
    const call = { name: 'check_place', arguments: IN_FIRST_TOWN }
    expect(await modern('tools/call', call)).toMatchObject({ status: 400, body: { id: 7, error: { code: -32_020 } } })
    const other = await modern('tools/call', call, { 'Mcp-Name': 'find_town' })
    expect(other).toMatchObject({ status: 400, body: { error: { code: -32_020 } } })
    const method = await modern('tools/list', {}, { 'Mcp-Method': 'tools/call' })
    expect(method).toMatchObject({ status: 400, body: { error: { code: -32_020 } } })
    const version = await modern('tools/list', {}, { 'MCP-Protocol-Version': '2025-11-25' })
    expect(version).toMatchObject({ status: 400, body: { error: { code: -32_020 } } })
  })

  it('answers a version it does not speak with those it does, and what lacks its capabilities as malformed', async () => {
    const future = { ...meta, 'io.modelcontextprotocol/protocolVersion': '2099-01-01' }
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: future } }
    const refused = await answered({
      body,
      headers: { 'MCP-Protocol-Version': '2099-01-01', 'Mcp-Method': 'tools/list' },
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: -32_022, data: { requested: '2099-01-01' } } },
    })
    expect(refused.body.error.data.supported).toContain(VERSION)
    const bare = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const lacking = await answered({
      body: bare,
      headers: { 'MCP-Protocol-Version': VERSION, 'Mcp-Method': 'tools/list' },
    })
    expect(lacking).toMatchObject({ status: 400, body: { error: { code: -32_602 } } })
  })

  it('has no greeting and no ping any more', async () => {
    for (const method of ['initialize', 'ping'])
      expect(await modern(method)).toMatchObject({ status: 404, body: { error: { code: -32_601 } } })
  })
})

describe('hostile messages', () => {
  it('are never a fault of ours', async () => {
    const names = ['find_town', 'check_place', 'list_categories', 'find_similar_reports', 'get_report_status', 'x']
    const messages = fc.record(
      {
        jsonrpc: fc.constantFrom('2.0', '1.0'),
        id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
        method: fc.oneof(fc.constantFrom('tools/call', 'tools/list', 'initialize', '__proto__', 'ping'), fc.string()),
        params: fc.oneof(
          fc.record({
            name: fc.constantFrom(...names, 'constructor'),
            arguments: fc.dictionary(
              fc.constantFrom('town', 'search', 'lat', 'lon', 'category', 'number', 'language', '__proto__'),
              fc.oneof(fc.jsonValue(), fc.constantFrom(town, 'pothole', 52.0862, 8.7443, 1)),
            ),
          }),
          fc.jsonValue(),
        ),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: messages }, fc.jsonValue(), fc.string()), async (body) => {
        const { status } = await send({ body: typeof body === 'string' ? body : JSON.stringify(body) })
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 150 },
    )
  })
})
