/** Taking a report down for somebody: the page, what is known nearby, what is said after saving, and the receipt. */
import { encode } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { tellAll } from '../support/outside.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { IN_FIRST_TOWN, IN_NEIGHBOUR, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

const HOME = `/amt/${FIRST_TOWN}/aufnehmen`
const OURS = { 'Sec-Fetch-Site': 'same-origin' }

let world: World
const cookies: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  const hash = await scryptPasswords.hash(PASSWORD)
  await world.database.inTransaction(null, async (db) => {
    for (const person of Object.values(world.people)) await setPasswordHash(db, person.id, hash)
  })
  for (const name of ['Bernd', 'Eva', 'Dirk', 'Lea'] as const) cookies[name] = await cookieOf(world.people[name])
})
afterAll(() => world.close())

async function cookieOf({ email }: Person): Promise<string> {
  const answer = await call('/amt/anmelden', { body: { email, password: PASSWORD } })
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}

type Call = { as?: string; body?: Record<string, string> }

const call = (path: string, { as = '', body }: Call = {}) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...OURS, ...(cookies[as] ? { Cookie: cookies[as] } : {}) },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )

const CALL = {
  step: 'save',
  category: 'pothole',
  description: 'Großes Loch vor der Haltestelle.',
  lat: String(IN_FIRST_TOWN.lat),
  lon: String(IN_FIRST_TOWN.lon),
  channel: 'phone',
  language: 'de',
}

/** Sends the form and returns where it led and the page there. */
async function take(as: string, fields: Record<string, string> = {}) {
  const answer = await call(HOME, { as, body: { ...CALL, ...fields } })
  const path = answer.headers.get('Location') ?? ''
  return { answer, path, number: Number(path.split('/').at(-1)) }
}
const textOf = async (path: string, as: string) => (await call(path, { as })).text()

describe('filing for a caller', () => {
  it('keeps the channel and the clerk, and says number, department and link', async () => {
    const { answer, path, number } = await take('Bernd', { phone: '0171 555' })
    expect(answer.status).toBe(303)
    const said = await textOf(path, 'Bernd')
    expect(said).toContain(`#${number}`)
    expect(said).toContain('Straßen und Verkehr')
    expect(said).toMatch(/http:\/\/127\.0\.0\.1:3000\/bad-salzuflen\/verfolgen\/[\w-]{40,}/)
    const report = await textOf(`/amt/${FIRST_TOWN}/anliegen/${number}`, 'Bernd')
    expect(report).toContain('Telefon')
    expect(report).toContain('Bernd')
    expect(report).toContain('0171 555')
  })

  it('makes one report of a double press', async () => {
    const key = 'one-and-the-same-form'
    const [first, second] = [await take('Bernd', { key }), await take('Bernd', { key })]
    expect(second.path).toBe(first.path)
  })

  it('lets a clerk of another department file for any category, and hand over the receipt, but not work on it', async () => {
    const { path, number } = await take('Eva')
    expect(path).toContain('/aufnehmen/')
    const said = await textOf(path, 'Eva')
    expect(said).toContain('bei einem anderen Fachbereich')
    expect((await call(`/amt/${FIRST_TOWN}/anliegen/${number}/beleg`, { as: 'Eva' })).status).toBe(200)
    expect((await call(`/amt/${FIRST_TOWN}/anliegen/${number}`, { as: 'Eva' })).status).toBe(403)
  })

  it('writes to the caller in the language asked for', async () => {
    await take('Bernd', { email: 'jane@post.example', language: 'en' })
    await tellAll(world)
    expect(world.mails.find(({ to }) => to === 'jane@post.example')?.subject).toMatch(/report/i)
  })

  it('finds the place of an exact address without a map', async () => {
    const { number } = await take('Bernd', { lat: '', lon: '', address: 'Am Burggraben' })
    expect(await textOf(`/amt/${FIRST_TOWN}/anliegen/${number}`, 'Bernd')).toContain('52.09550, 8.76280')
  })

  it('forgets a place found for an address that was changed since', async () => {
    const fields = { address: 'irgendwo am Wald', lat: '52.095500', lon: '8.762800' }
    const { number } = await take('Bernd', { ...fields, placed: '52.095500,8.762800|Am Burggraben' })
    expect(await textOf(`/amt/${FIRST_TOWN}/anliegen/${number}`, 'Lea')).not.toContain('8.76280')
  })

  it('brings everything back that was typed, with the fields named that are wrong', async () => {
    const wrong = {
      lat: '',
      lon: '',
      description: 'x',
      email: 'anna.example',
      name: 'Frau Hagemeier',
      channel: 'counter',
    }
    const { answer } = await take('Bernd', wrong)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('href="#f-address"')
    expect(page).toContain('href="#f-description"')
    expect(page).toContain('href="#f-email"')
    expect(page).toContain('value="Frau Hagemeier"')
    expect(page).toContain('value="anna.example"')
    expect(page).toMatch(/value="counter" checked/)
  })

  it.each([
    { category: 'no-such', channel: 'pigeon', language: 'tlh', lat: 'north', lon: '' },
    { category: '', description: '', lat: '999', lon: '999' },
    { step: 'call:abc' },
    { step: 'call:99999' },
    { placed: '|||', key: '<>', lat: '', lon: '', address: '%00'.repeat(90) },
  ])('answers nonsense without an error of its own: %o', async (nonsense) => {
    const answer = await call(HOME, { as: 'Bernd', body: { ...CALL, ...nonsense } as Record<string, string> })
    expect([303, 404, 422]).toContain(answer.status)
  })

  it('says first whom to call, and goes on when that is said', async () => {
    const danger = { category: 'traffic-light', description: 'Ampel ist ganz aus.', 'answers.fault': 'all-dark' }
    const held = await call(HOME, { as: 'Bernd', body: { ...CALL, ...danger } })
    const page = await held.text()
    expect(held.status).toBe(200)
    expect(page).toContain('Bitte rufen Sie jetzt dort an.')
    expect((await take('Bernd', { ...danger, step: 'send-anyway' })).answer.status).toBe(303)
  })

  it('names the town in charge with its phone, and takes everything along to its form', async () => {
    const there = { lat: String(IN_NEIGHBOUR.lat), lon: String(IN_NEIGHBOUR.lon) }
    const { answer } = await take('Bernd', there)
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Der Ort gehört zu Herford.')
    expect(page).toMatch(/href="tel:\d/)
    const moved = await call(HOME, { as: 'Bernd', body: { ...CALL, ...there, step: 'move' } })
    expect(moved.headers.get('Location')).toMatch(/^\/herford\/melden\//)
  })

  it('asks for phone or e-mail where an order needs it, beside the field', async () => {
    const answers = { bin: 'bio', 'old-size': 'l60', 'new-size': 'l120', reason: 'broken' }
    const answered = Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answers.${key}`, value]))
    const order = { category: 'bin-exchange', lat: '', lon: '', address: 'Am Burggraben 3', ...answered }
    const asked = await (await call(HOME, { as: 'Bernd', body: { ...CALL, ...order, step: 'questions' } })).text()
    expect(asked).toContain('Hierfür brauchen wir Telefon oder E-Mail')
    const { answer } = await take('Bernd', order)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#f-email"')
    expect((await take('Bernd', { ...order, phone: '0171 555' })).answer.status).toBe(303)
  })
})

describe('what is known nearby', () => {
  const query = `lat=${IN_FIRST_TOWN.lat}&lon=${IN_FIRST_TOWN.lon}&category=pothole`
  const around = async (as: string) => {
    const answer = await call(`${HOME}/nahe?${query}`, { as })
    return {
      status: answer.status,
      items: ((await answer.json().catch(() => ({}))) as { items?: Known[] }).items ?? [],
    }
  }
  type Known = { number: number; href?: string; say: string }

  it('is said in a sentence, at most five of them, and opened by whose it is', async () => {
    const { report } = await submitPothole(world)
    const { items } = await around('Bernd')
    expect(items.length).toBeLessThanOrEqual(5)
    const own = items.find(({ number }) => number === report.number)
    expect(own?.say).toContain(`Das ist schon gemeldet, Nummer ${report.number}.`)
    expect(own?.href).toBe(`/amt/${FIRST_TOWN}/anliegen/${report.number}`)
    expect((await around('Eva')).items.find(({ number }) => number === report.number)?.href).toBeUndefined()
  })

  it('stands on the page without script too', async () => {
    const page = await (await call(HOME, { as: 'Bernd', body: { ...CALL, step: 'questions' } })).text()
    expect(page).toContain('Das ist schon gemeldet, Nummer')
    expect(page).toContain('Wie groß ist das Loch?')
  })

  it('takes one more call as a note, and files nothing twice', async () => {
    const { report } = await submitPothole(world)
    const { path } = await take('Eva', { step: `call:${report.number}`, channel: 'counter' })
    expect(path).toBe(`${HOME}?notiert=${report.number}&weg=counter`)
    expect(await textOf(path, 'Eva')).toContain(`Bei #${report.number} vermerkt.`)
    expect(await textOf(`/amt/${FIRST_TOWN}/anliegen/${report.number}`, 'Bernd')).toContain(
      'Noch eine Meldung dazu (Schalter).',
    )
  })

  it('answers a place that is none with 422', async () => {
    expect((await call(`${HOME}/nahe?lat=x&lon=`, { as: 'Bernd' })).status).toBe(422)
  })
})

describe('the receipt', () => {
  it("has the tracking address in words and as a QR code, in the reporter's language, kept by nobody", async () => {
    const { number } = await take('Bernd', { language: 'en' })
    const answer = await call(`/amt/${FIRST_TOWN}/anliegen/${number}/beleg`, { as: 'Bernd' })
    const page = await answer.text()
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
    expect(page).toContain('Your reference number')
    const url = /class="receipt__url">([^<]+)</.exec(page)![1]!
    expect(modulesOf(page)).toEqual(encode(url, { ecc: 'M', border: 4 }).data)
    expect((await call(new URL(url).pathname)).status).toBe(200)
  })

  it("is nobody's who neither works on the report nor took it down", async () => {
    const { report } = await submitPothole(world)
    expect((await call(`/amt/${FIRST_TOWN}/anliegen/${report.number}/beleg`, { as: 'Eva' })).status).toBe(403)
    expect((await call(`${HOME}/${report.number}`, { as: 'Eva' })).status).toBe(403)
  })
})

/** The drawn squares as rows of dark and light, read back from the path. */
function modulesOf(page: string): boolean[][] {
  const size = Number(/class="qr" viewBox="0 0 (\d+)/.exec(page)![1])
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const path = /<path fill="#000" d="([^"]+)"/.exec(page)![1]!
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(width))
  }
  return rows
}

describe('the neighbour and strangers', () => {
  it("the neighbour's clerk finds nothing", async () => {
    const { report, trackingToken } = await submitPothole(world)
    const paths = [HOME, `${HOME}/nahe?lat=52&lon=8`, `${HOME}/${report.number}`, `/amt/${FIRST_TOWN}/orte?q=Am+Burg`]
    for (const path of [...paths, `/amt/${FIRST_TOWN}/anliegen/${report.number}/beleg`]) {
      const answer = await call(path, { as: 'Dirk' })
      expect(answer.status, path).toBe(404)
      expect(await answer.text(), path).not.toContain(trackingToken)
    }
    expect((await call(HOME, { as: 'Dirk', body: { ...CALL, step: `call:${report.number}` } })).status).toBe(404)
    expect((await call(HOME, { as: 'Dirk', body: CALL })).status).toBe(404)
  })

  it('somebody whose session is over comes back to the form after signing in', async () => {
    const answer = await call(HOME, { body: CALL })
    expect(answer.headers.get('Location')).toBe(`/amt/anmelden?${new URLSearchParams({ weiter: HOME })}`)
  })
})
