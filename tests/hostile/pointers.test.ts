/** What is wrong with a report sent to the API is named by a pointer to it; what cannot be read is 400, too much 413. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IN_FIRST_TOWN } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'
import { DEPTH, JSON_VALUES } from './nasty.ts'
import { expectSoundAnswer } from './sound.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const PATH = `/api/v1/towns/${FIRST_TOWN}/reports`
const REPORT = {
  category: 'pothole',
  description: 'Ein Loch in der Straße.',
  ...IN_FIRST_TOWN,
  accuracy: 12,
  address: 'Am Markt 1',
  answers: {},
  contact: { name: 'Anna', email: 'anna@post.example', phone: '0123 456' },
  language: 'de',
  townChosen: false,
}

async function send(body: BodyInit, headers: Record<string, string> = { 'Content-Type': 'application/json' }) {
  const answer = await world.app.fetch(new Request(PUBLIC_URL + PATH, { method: 'POST', headers, body }))
  const text = await expectSoundAnswer(world, { method: 'POST', path: PATH }, answer)
  const { errors = [] } = JSON.parse(text) as { errors?: { pointer: string; detail: string }[] }
  return { status: answer.status, pointers: errors.map(({ pointer }) => pointer), errors }
}

/** The report with another value at a pointer, or without it; written by hand, since JSON.parse knows `__proto__`. */
function bentAt(pointer: string, value: unknown): string {
  const [first, second] = pointer.slice(1).split('/') as [keyof typeof REPORT, string | undefined]
  const inner = second === undefined ? value : { ...(REPORT[first] as object), [second]: value }
  return JSON.stringify({ ...REPORT, [first]: inner })
}

const LONG = 'x'.repeat(5_000)
/** What each field cannot be, beside being of another type altogether. */
const WRONG: Record<string, readonly unknown[]> = {
  '/category': [undefined, '', 'no-such', '__proto__', 'constructor', 'toString', LONG, 'pothole\u0000'],
  '/description': [undefined, '', '  ', 'x', '\u0000\u0000\u0000', 'x'.repeat(4_001), '\uFEFF'],
  '/lat': [-91, 91, 1e308, -1e308, '52', 'NaN'],
  '/lon': [-181, 181, 1e308, '8'],
  '/accuracy': [-1, '12'],
  '/address': ['x'.repeat(201)],
  '/answers': ['x', 1],
  '/contact': ['x', 1],
  '/contact/name': ['x'.repeat(121)],
  '/contact/email': [
    'anna',
    'a@b',
    'anna@post.example, boese@post.example',
    'a@b.example\r\nBcc: c@d.example',
    `${LONG}@x.example`,
  ],
  '/contact/phone': ['0'.repeat(41)],
  '/language': ['xx', 'DE', '__proto__'],
  '/townChosen': ['ja', 1],
}
/** Absent and null are not the same; a list or an object is no text, number or truth. */
const typesFor = (pointer: string) =>
  JSON_VALUES.filter((value) => {
    const right = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], REPORT)
    if (value === null) return true
    if (typeof right === 'object') return typeof value !== 'object' || Array.isArray(value)
    return typeof value !== typeof right
  })

describe('422 with a pointer to the one field that is wrong:', () => {
  it.each(Object.keys(WRONG))('%s', async (pointer) => {
    for (const value of [...WRONG[pointer]!, ...typesFor(pointer)]) {
      const { status, errors } = await send(bentAt(pointer, value))
      const what = JSON.stringify(value)?.slice(0, 60)
      expect([what, status, errors.map((one) => one.pointer)]).toEqual([what, 422, [pointer]])
      expect(errors[0]!.detail.length).toBeGreaterThan(5)
    }
  })

  it('and the same report without a fault is taken', async () => {
    expect((await send(JSON.stringify(REPORT))).status).toBe(201)
    expect((await send(JSON.stringify({ ...REPORT, more: LONG, constructor: 1, toString: 2 }))).status).toBe(201)
  })

  it('each of several that are wrong is named', async () => {
    const { pointers } = await send(JSON.stringify({ ...REPORT, description: 'x', lat: 91, contact: { email: 'x' } }))
    expect(pointers.toSorted()).toEqual(['/contact/email', '/description', '/lat'])
  })

  it.each(['null', '[]', '"x"', '1', 'true', '{}'])('what is no report at all: %s', async (body) => {
    expect((await send(body)).status).toBe(422)
  })
})

describe('400 for what cannot be read:', () => {
  const JSON_TYPE = { 'Content-Type': 'application/json' }
  const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=grenze' }
  it.each<[string, BodyInit, Record<string, string>]>([
    ['nothing', '', JSON_TYPE],
    ['half of it', JSON.stringify(REPORT).slice(0, -9), JSON_TYPE],
    ['a comma too many', `${JSON.stringify(REPORT).slice(0, -1)},}`, JSON_TYPE],
    ['NaN as a number', '{"lat":NaN}', JSON_TYPE],
    ['single quotes', "{'lat':1}", JSON_TYPE],
    ['two at once', '{}{}', JSON_TYPE],
    ['a form that says it is JSON', 'description=x', JSON_TYPE],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00]), JSON_TYPE],
    ['a form without its boundary', 'x', { 'Content-Type': 'multipart/form-data' }],
    ['a form that ends in the middle', '--grenze\r\nContent-Disposition: form-data; name="report"\r\n\r\n{', MULTIPART],
    [
      'a form with a broken report in it',
      '--grenze\r\nContent-Disposition: form-data; name="report"\r\n\r\n{\r\n--grenze--\r\n',
      MULTIPART,
    ],
  ])('%s', async (_, body, headers) => {
    expect((await send(body, headers)).status).toBe(400)
  })

  it('and ten thousand levels deep there is no report either', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(DEPTH)}1${close.repeat(DEPTH)}`
      expect([400, 422, 413]).toContain((await send(deep)).status)
      const answers = JSON.stringify(REPORT).replace('"answers":{}', `"answers":{"a":${deep.slice(0, 60_000)}`)
      expect([400, 413]).toContain((await send(answers)).status)
    }
    const nested = ['{"a":'.repeat(5_000), '1', '}'.repeat(5_000)].join('')
    const { status } = await send(JSON.stringify(REPORT).replace('"answers":{}', `"answers":${nested}`))
    expect([201, 422]).toContain(status)
  })
})

describe('413 for too much, whatever it says of its size:', () => {
  const BIG = JSON.stringify({ ...REPORT, description: 'x'.repeat(1_000_000) })
  it.each<[string, Record<string, string>]>([
    ['a megabyte of text', { 'Content-Type': 'application/json' }],
    ['a megabyte that calls itself a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a megabyte that says it is small', { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }],
  ])('%s', async (_, headers) => {
    expect((await send(BIG, headers)).status).toBe(413)
  })

  it('a report of a megabyte beside photos', async () => {
    const form = new FormData()
    form.set('report', BIG)
    const answer = await world.app.fetch(new Request(PUBLIC_URL + PATH, { method: 'POST', body: form }))
    expect(answer.status).toBe(413)
  })
})

describe('nothing that is sent changes what every object has', () => {
  it.each([
    '{"__proto__":{"isAdmin":true,"visibility":"shown"},"constructor":{"prototype":{"isAdmin":true}}}',
    '{"contact":{"__proto__":{"email":"x"}},"answers":{"__proto__":{"a":1},"constructor":"x","toString":"y"}}',
  ])('%s', async (more) => {
    const body = `${JSON.stringify({ ...REPORT, contact: undefined, answers: undefined }).slice(0, -1)},${more.slice(1)}`
    expect([201, 422]).toContain((await send(body)).status)
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(String({})).toBe('[object Object]')
  })
})
