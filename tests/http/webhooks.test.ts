/** The admin's pages of webhooks: what they take, what they show once, and that nobody else finds them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDueWork } from '../../server/jobs.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { EVENT_TYPES } from '../../server/webhooks/event-types.ts'
import { cookieOf } from '../support/cast.ts'
import { PASSWORD } from '../support/people.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const PAGE = `/amt/${FIRST_TOWN}/schnittstellen/webhooks`
const ALL = EVENT_TYPES.map((type) => ['types', type] as [string, string])

let world: World
let receiver: Receiver
const cookies: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  receiver = await openReceiver()
  const hash = await world.deps.passwords.hash(PASSWORD)
  const { Clara, Bernd, Dirk } = world.people
  for (const person of [Clara, Bernd, Dirk]) {
    await world.database.inTransaction(null, (db) => setPasswordHash(db, person.id, hash))
    cookies[person.name] = await cookieOf(world, person)
  }
})
afterAll(async () => {
  await receiver.close()
  await world.close()
})

const call = (name: string, path: string, body?: Record<string, string> | [string, string][]) =>
  world.app.fetch(
    new Request(PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookies[name]! },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    }),
  )
const read = async (path: string) => (await call('Clara', path)).text()
async function make(url = receiver.url): Promise<{ secret: string; path: string; html: string }> {
  const html = await (await call('Clara', `${PAGE}/neu`, [['url', url], ...ALL])).text()
  const [, id] = new RegExp(`${PAGE}/([0-9a-f-]{36})"`).exec(html)!
  return { secret: /whsec_[\w+/=]+/.exec(html)![0], path: `${PAGE}/${id}`, html }
}
const press = async (path: string, fields: Record<string, string> = {}) => {
  const answer = await call('Clara', path, fields)
  expect(answer.status).toBe(303)
  return read(answer.headers.get('Location')!)
}
const markOf = (html: string) => /name="mark" value="([\w-]{43})"/.exec(html)![1]!
const work = async () => {
  while (await runDueWork(world.clock));
}

describe('an address', () => {
  it.each([
    ['', 'Geben Sie die Adresse ein'],
    ['akte', 'Das ist keine Adresse.'],
    ['http://8.8.8.8/', 'Die Adresse muss mit https:// beginnen.'],
    ['ftp://8.8.8.8/', 'Die Adresse muss mit https:// beginnen.'],
    ['https://anna:geheim@8.8.8.8/', 'Nehmen Sie Name und Passwort aus der Adresse.'],
    ['https://10.0.0.1/', 'Diese Adresse liegt in einem inneren Netz.'],
    ['https://[::1]/', 'Diese Adresse liegt in einem inneren Netz.'],
    ['https://akte.invalid/', 'Diesen Namen kennt das Internet nicht.'],
  ])('%s is refused beside its field: %s', async (url, sentence) => {
    const answer = await call('Clara', `${PAGE}/neu`, [['url', url], ['department', 'green'], ...ALL.slice(2)])
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html.split(sentence)).toHaveLength(3)
    // Nothing typed is lost.
    expect(html).toContain('<option value="green" selected')
    expect(html.match(/type="checkbox"[^>]* checked/g)).toHaveLength(ALL.length - 2)
  })

  it('without an event, or of a department that is none, is refused', async () => {
    for (const [fields, sentence] of [
      [[], 'Wählen Sie mindestens ein Ereignis.'],
      [[['department', 'nie'], ...ALL], 'Diesen Fachbereich gibt es nicht.'],
    ] as [[string, string][], string][]) {
      const answer = await call('Clara', `${PAGE}/neu`, [['url', receiver.url], ...fields])
      expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
    }
  })

  it('that is right shows its secret once, and never again', async () => {
    const { secret, path } = await make()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    for (const page of [PAGE, path, `${path}/entfernen`]) expect(await read(page)).not.toContain('whsec_')
    const mark = markOf(await read(path))
    const renewed = await (await call('Clara', `${path}/geheimnis`, { mark })).text()
    expect(renewed).toContain('whsec_')
    expect(renewed).not.toContain(secret)
    expect(await read(path)).toMatch(/Bis .* wird auch mit dem alten Geheimnis unterschrieben/)

    // Reloaded: the old secret still signs beside the new one, and there is no third.
    expect(await press(`${path}/geheimnis`, { mark })).toContain('Das Geheimnis ist schon erneuert')
    expect(markOf(await read(path))).not.toBe(mark)
    expect(await press(`${path}/geheimnis`)).not.toContain('whsec_')
  })

  it('is there once, however often its form is sent', async () => {
    const [, once] = /name="once" value="([\w-]{43})"/.exec(await read(`${PAGE}/neu`))!
    const form: [string, string][] = [['url', `${receiver.url}/einmal`], ['once', once!], ...ALL]
    expect(await (await call('Clara', `${PAGE}/neu`, form)).text()).toContain('whsec_')
    const again = await call('Clara', `${PAGE}/neu`, form)
    expect(again.status).toBe(303)
    expect(await read(again.headers.get('Location')!)).toContain('ihr Geheimnis wurde einmal gezeigt')
    expect((await read(PAGE)).split(`${receiver.url}/einmal`)).toHaveLength(2)
  })
})

describe('a test', () => {
  it('says what the other side answered', async () => {
    const { path } = await make()
    expect(await press(`${path}/probe`)).toMatch(/Die Probe ist angekommen\..*Antwort: 204 nach \d+ ms\./)
    expect(JSON.parse(receiver.received.at(-1)!.body)).toMatchObject({
      type: 'webhook.test',
      data: { town: FIRST_TOWN },
    })
    receiver.answers({ status: 401 })
    const html = await press(`${path}/probe`)
    expect(html).toContain('Die Probe ist nicht angekommen.')
    expect(html).toMatch(/Die Gegenseite hat nicht angenommen\. Antwort: 401 nach \d+ ms\./)
    receiver.answers({ status: 204 })
  })

  it('says why there was no answer', async () => {
    const gone = await openReceiver()
    const { path } = await make(gone.url)
    await gone.close()
    expect(await press(`${path}/probe`)).toContain('Die Adresse ist nicht zu erreichen.')
  })
})

describe('the log', () => {
  it('says what was sent, what became of it, and sends it once more', async () => {
    const { path } = await make(`${receiver.url}/protokoll`)
    receiver.answers({ status: 500 })
    const { report } = await submitPothole(world)
    await work()
    const failing = await read(path)
    for (const said of ['Eingegangen', `#${report.number}`, 'wartet', 'Die Gegenseite hat nicht angenommen.', '500'])
      expect(failing).toContain(said)
    expect(await read(PAGE)).toContain('Kommt gerade nicht an')

    expect(await press(`${path}/halt`)).toContain('Angehalten. Es wird nichts mehr gesendet.')
    const stopped = await read(path)
    expect(stopped).toContain('nicht angekommen')
    expect(stopped).not.toContain('wiederholung')
    expect(await press(`${path}/start`)).toContain('Ab jetzt wird wieder gesendet.')
    receiver.answers({ status: 204 })
    const [, delivery] = /name="delivery" value="([^"]+)"/.exec(await read(path))!
    expect(await press(`${path}/wiederholung`, { delivery: delivery! })).toContain('1 Ereignis wird noch einmal')
    await work()
    expect(receiver.received.at(-1)!.headers['webhook-id']).toBe(delivery)
    expect(await read(path)).toContain('angekommen')
    expect(await press(`${path}/wiederholung`)).toContain('Es gab nichts, das noch einmal gesendet werden kann.')
  })

  it('goes on with what happened while nothing was sent, when asked to', async () => {
    const { path } = await make(`${receiver.url}/pause`)
    await press(`${path}/halt`)
    const { report } = await submitPothole(world)
    await work()
    expect(await read(path)).toMatch(/Seit .* wird nichts gesendet/)
    const onlyNew = await press(`${path}/start`)
    expect(onlyNew).toContain('Ab jetzt wird wieder gesendet.')
    expect([onlyNew.includes('nachgeholt'), onlyNew.includes(`#${report.number}`)]).toEqual([false, false])

    await press(`${path}/halt`)
    const caughtUp = await press(`${path}/start`, { nachholen: 'ja' })
    expect(caughtUp).toMatch(/\d+ Ereignisse? w(ird|erden) nachgeholt\./)
    expect(caughtUp).toContain(`#${report.number}`)
    await work()
    expect(receiver.received.at(-1)!.path).toContain('/pause')
  })
})

it('removing asks first, and then address and log are gone', async () => {
  const { path } = await make(`${receiver.url}/weg`)
  expect(await read(`${path}/entfernen`)).toContain('Ja, entfernen')
  expect(await read(PAGE)).toContain('/weg')
  expect(await press(`${path}/entfernen`)).toContain('Die Adresse ist entfernt.')
  expect(await read(PAGE)).not.toContain('/weg')
  expect((await call('Clara', path)).status).toBe(404)
})

it('a clerk is refused, and the neighbour’s admin finds nothing, also with the id at home', async () => {
  const { path } = await make()
  const id = path.split('/').at(-1)!
  const posts = ['probe', 'geheimnis', 'halt', 'start', 'entfernen', 'wiederholung']
  const at = (base: string) => [`${base}/${id}`, `${base}/${id}/entfernen`]
  const before = receiver.received.length
  for (const one of [PAGE, `${PAGE}/neu`, ...at(PAGE)]) {
    expect((await call('Bernd', one)).status).toBe(403)
    expect((await call('Dirk', one)).status).toBe(404)
  }
  const home = `/amt/${NEIGHBOUR}/schnittstellen/webhooks`
  expect(await (await call('Dirk', home)).text()).not.toContain(receiver.url)
  for (const one of at(home)) expect((await call('Dirk', one)).status).toBe(404)
  for (const noun of posts) {
    expect((await call('Bernd', `${path}/${noun}`, {})).status).toBe(403)
    expect((await call('Dirk', `${path}/${noun}`, {})).status).toBe(404)
    expect((await call('Dirk', `${home}/${id}/${noun}`, {})).status).toBe(404)
  }
  expect(receiver.received).toHaveLength(before)
  expect(await read(path)).toContain('Anhalten')
})

it('what is no id or no page is answered with what there is', async () => {
  const { path } = await make()
  for (const page of [`${PAGE}/keine`, `${PAGE}/${crypto.randomUUID()}`])
    expect((await call('Clara', page)).status).toBe(404)
  for (const query of ['?seite=0', '?seite=x', '?seite=999', '?probe=__proto__&antwort=x&getan=toString&erneut=-1'])
    expect((await call('Clara', path + query)).status).toBe(200)
})
