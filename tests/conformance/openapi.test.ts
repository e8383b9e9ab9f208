/** The OpenAPI document: valid by somebody else's schema, complete by the routes, and good enough to make a client of. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listenOn } from '../../server/adapters/node-server.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { POTHOLE } from '../support/reports.ts'
import { ROOT } from '../support/server.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

type Operation = {
  operationId?: string
  tags?: string[]
  summary?: string
  responses: Record<string, { content?: Record<string, unknown> }>
  parameters?: { name: string; in: string; description?: string }[]
  security?: Record<string, string[]>[]
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; info: { license: object } }

let world: World
let document: Document
beforeAll(async () => {
  world = await createWorld()
  document = (await (await world.app.fetch(new Request(`${PUBLIC_URL}/api/openapi.json`))).json()) as Document
})
afterAll(() => world.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document))
    expect([valid, errors]).toEqual([true, undefined])
    expect(validator.version).toBe('3.1')
    // Every reference leads somewhere.
    expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"')
  })

  it('has every route below /api/v1, and no other', () => {
    const routes = world.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace('/api', '').replace(/:(\w+)/g, '{$1}')}`)
    const described = operations().map(({ method, path }) => `${method} ${path}`)
    expect(described.toSorted()).toEqual([...new Set(routes)].toSorted())
  })

  it('names each operation once, says what it is for, and how it can fail', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations()) {
      const said = [path, method, operation.tags?.length, Boolean(operation.summary), Boolean(operation.operationId)]
      expect(said).toEqual([path, method, 1, true, true])
      const codes = Object.keys(operation.responses)
      const owed = [...(path.includes('{town}') ? ['404'] : []), '429', '500', '503']
      expect([path, method, owed.filter((code) => !codes.includes(code))]).toEqual([path, method, []])
      for (const [code, { content = {} }] of Object.entries(operation.responses)) {
        if (Number(code) >= 400)
          expect([path, code, Object.keys(content)]).toEqual([path, code, ['application/problem+json']])
      }
    }
  })

  it('says where a key is needed, and of which scope', () => {
    const scopes = Object.fromEntries(operations().map(({ operation }) => [operation.operationId, operation.security]))
    expect(scopes).toMatchObject({
      listReports: [],
      submitReport: [{}, { key: ['submit'] }],
      listDeskReports: [{ key: ['read'] }],
      addDeskEvent: [{ key: ['work'] }],
    })
  })
})

describe('a client generated from it', () => {
  let folder: string
  let server: Awaited<ReturnType<typeof listenOn>>['server']
  let baseUrl: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'client-'))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document))
    const started = await listenOn((request) => world.app.fetch(request), { host: '127.0.0.1', port: 0 })
    server = started.server
    baseUrl = `http://127.0.0.1:${started.port}/api`
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true })
  })
  const run = (tool: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [join(ROOT, 'node_modules', tool), ...args], { cwd: folder })

  it('compiles, lists, submits and reads one', async () => {
    await run('oazapfts/dist/cli.js', 'openapi.json', 'client.ts')
    const strict = ['--strict', '--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022']
    await run('typescript/bin/tsc', ...strict, '--skipLibCheck', '--lib', 'es2022,dom,dom.iterable', 'client.ts')
    const client = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'client.ts')).href)
    client.defaults.baseUrl = baseUrl

    const { category, description, lat, lon, answers } = POTHOLE
    const filed = await client.submitReport(FIRST_TOWN, { category, description, lat, lon, answers })
    expect(filed).toMatchObject({ status: 201, data: { number: expect.any(Number), status: 'received' } })
    const { number } = filed.data
    const list = await client.listReports(FIRST_TOWN, { status: 'open', limit: 5 })
    expect(list.data.items[0]).toMatchObject({ number, category })
    const one = await client.getReport(FIRST_TOWN, number)
    expect([one.status, one.data.timeline[0].action]).toEqual([200, 'submitted'])
    const wrong = await client.submitReport(FIRST_TOWN, { category: 'no-such', description })
    expect([wrong.status, wrong.data.errors[0].pointer]).toEqual([422, '/category'])
  }, 180_000)

  it('works at the desk with a key', async () => {
    const client = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'client.ts')).href)
    client.defaults.baseUrl = baseUrl
    const { key } = await makeKey(await world.as(world.people.Clara), {
      name: 'Bauhof-Software',
      scopes: ['read', 'work'],
      department: 'roads',
      perHour: 600,
    })
    const headers = { Authorization: `Bearer ${key}` }
    const { data } = await client.listDeskReports(FIRST_TOWN, { limit: 1 }, { headers })
    const [{ number, version }] = data.items
    const done = await client.addDeskEvent(FIRST_TOWN, number, { action: 'accept', version }, { headers })
    expect(done).toMatchObject({ status: 201, data: { number, status: 'in_progress', version: version + 1 } })
  })
})
