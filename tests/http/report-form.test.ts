/** The form where it is more than description and place: danger, orders, borders, the county. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeBeyond } from '../support/border.ts'
import { IN_FIRST_TOWN } from '../support/reports.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const FORM = '/bad-salzuflen/melden'
const get = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))
const send = async (fields: Record<string, string>, path = FORM) => {
  const answer = await world.app.fetch(
    new Request(PUBLIC_URL + path, { method: 'POST', body: new URLSearchParams({ step: 'send', ...fields }) }),
  )
  return { status: answer.status, location: answer.headers.get('Location') ?? '', text: await answer.text() }
}

const place = { lat: String(IN_FIRST_TOWN.lat), lon: String(IN_FIRST_TOWN.lon) }
const DANGER = {
  ...place,
  key: 'danger-key',
  category: 'tree',
  description: 'Die Buche neigt sich zur Straße',
  'answers.fault': 'falling',
}
const EXCHANGE = {
  key: 'exchange-key',
  category: 'bin-exchange',
  address: 'Lange Straße 12',
  'answers.bin': 'paper',
  'answers.old-size': 'l120',
  'answers.new-size': 'l240',
  'answers.reason': 'household-larger',
  email: 'anna@post.example',
}

describe('an answer that means danger', () => {
  it('holds the form, names the number and keeps everything', async () => {
    const held = await send(DANGER)
    expect(held.status).toBe(200)
    expect(held.text).toContain('Bitte rufen Sie zuerst an.')
    expect(held.text).toContain('href="tel:112"')
    expect(held.text).toContain(DANGER.description)
  })

  it('lets the report through afterwards', async () => {
    const sent = await send({ ...DANGER, step: 'send-anyway' })
    expect(sent.location).toMatch(/\/danke$/)
  })

  it('is told only after what else is wrong', async () => {
    const wrong = await send({ ...DANGER, email: 'anna' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).not.toContain('Bitte rufen Sie zuerst an.')
  })

  it('warns beside the question as soon as it is given', async () => {
    const { text } = await send({ ...DANGER, step: 'questions' })
    expect(text).toMatch(/<div data-show-if="answers.fault" data-show-is="falling" aria-live="polite">/)
  })
})

describe('a service order', () => {
  it('asks for a house and a way to answer, and for no map', async () => {
    const text = await (await get(`${FORM}?kategorie=bin-exchange`)).text()
    expect(text).toContain('Straße und Hausnummer')
    expect(text).toContain('Wie erreichen wir Sie?')
    expect(text).not.toContain('name="lat"')
    expect(text).not.toContain('data-island="PlacePicker"')
  })

  it('needs no description of its own', async () => {
    const sent = await send(EXCHANGE)
    expect(sent.location).toMatch(/\/danke$/)
    const tracking = await (await get(sent.location.replace('/danke', ''))).text()
    expect(tracking).toContain('Mülltonne tauschen')
    expect(tracking).toContain('240 Liter')
  })

  it('is on no list and no map', async () => {
    await send({ ...EXCHANGE, key: 'exchange-key-2', description: 'CANARY-ORDER' })
    for (const path of [
      '/bad-salzuflen/anliegen',
      '/api/v1/towns/bad-salzuflen/reports',
      '/api/v1/towns/bad-salzuflen/map',
    ]) {
      const text = await (await get(path)).text()
      expect(text, path).not.toMatch(/CANARY-ORDER|Lange Straße 12|bin-exchange"/)
    }
  })

  it('names what is missing by its field', async () => {
    const { status, text } = await send({ ...EXCHANGE, address: '', email: '', key: 'exchange-key-3' })
    expect(status).toBe(422)
    expect(text).toContain('Geben Sie Straße und Hausnummer an.')
    expect(text).toContain('Geben Sie eine E-Mail-Adresse oder Telefonnummer an.')
  })
})

describe('near the border', () => {
  const point = placeBeyond('bad-salzuflen', 'herford', [20, 80])
  const there = {
    key: 'border-key',
    category: 'pothole',
    description: 'Loch genau an der Grenze',
    lat: String(point.lat),
    lon: String(point.lon),
  }

  it('both towns are offered, and either takes it', async () => {
    const offer = await send(there)
    expect(offer.status).toBe(409)
    expect(offer.text).toContain('Bei Herford weitermachen')
    expect(offer.text).toContain('Hier bei Bad Salzuflen melden')
    expect((await send({ ...there, step: 'move' })).location).toMatch(/^\/herford\/melden\//)
    expect((await send({ ...there, step: 'stay' })).location).toMatch(/^\/bad-salzuflen\/verfolgen\/.*\/danke$/)
  })
})

describe('what the county answers for', () => {
  it('goes there with its text', async () => {
    const woods = {
      ...place,
      key: 'woods-key',
      category: 'fly-tipping',
      description: 'Reifen im Wald',
      'answers.site': 'nature',
    }
    const offer = await send(woods)
    expect(offer.text).toContain('Dafür ist zuständig: Kreis Lippe.')
    const moved = await send({ ...woods, step: 'move' })
    expect(moved.location).toMatch(/^\/kreis-lippe\/melden\//)
    expect(await (await get(moved.location)).text()).toContain('Reifen im Wald')
  })
})
