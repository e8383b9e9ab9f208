/** The report form, step by step, as a browser without script walks it: bad input, danger, orders, borders, twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDueWork } from '../../server/jobs.ts'
import { placeBeyond } from '../support/border.ts'
import { POTHOLE, reportPath } from '../support/report-path.ts'
import { IN_FIRST_TOWN } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const FORM = `/${FIRST_TOWN}/melden`
const HOURS_49 = 49 * 3_600_000
const path = () => reportPath(world)
const newest = async () => {
  const answer = await world.app.fetch(new Request(`http://127.0.0.1:3000/api/v1/towns/${FIRST_TOWN}/reports?limit=1`))
  return ((await answer.json()) as { items: { number: number }[] }).items[0]?.number ?? 0
}
const there = (place: { lat: number; lon: number }) => ({ lat: String(place.lat), lon: String(place.lon) })

const DANGER = { category: 'tree', asked: 'tree', 'answers.fault': 'falling' }
const ORDER = {
  place: { address: 'Lange Straße 12' },
  category: {
    category: 'bin-exchange',
    asked: 'bin-exchange',
    'answers.bin': 'paper',
    'answers.old-size': 'l120',
    'answers.new-size': 'l240',
    'answers.reason': 'household-larger',
  },
  contact: { email: 'anna@post.example' },
}

describe('the way', () => {
  it('leads through the steps to the page that says thanks, and every answer to a POST is a redirect', async () => {
    const form = path()
    const steps = [await form.begin(), await form.post('place', POTHOLE.place)]
    steps.push(await form.post('category', POTHOLE.category), await form.post('contact', POTHOLE.contact))
    expect(steps.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(steps.map(({ location }) => location.split('/').at(-1))).toEqual(['ort', 'kategorie', 'kontakt', 'pruefen'])
    const check = await form.get('check')
    expect(check.text).toContain('<title>Schritt 6 von 6: Prüfen und senden')
    expect(check.text).toContain('Tiefes Loch vor der Haltestelle')
    expect((await form.post('check')).location).toMatch(/\/verfolgen\/[^/]+\/danke$/)
  })

  it('does not let anybody skip a step', async () => {
    const form = path()
    await form.begin()
    for (const step of ['category', 'similar', 'contact', 'check'] as const) {
      expect((await form.get(step)).location, step).toContain('/ort')
    }
    expect((await form.post('check')).location).toContain('/ort')
    expect((await form.ask(form.draft())).location).toMatch(/\/ort$/)
  })

  it('brings a step that was changed from the last one back there', async () => {
    const form = path()
    await form.walkTo('check')
    expect((await form.get('check')).text).toContain('/beschreiben?von=pruefen')
    const changed = await form.post('describe', { description: 'Noch tiefer', von: 'pruefen' })
    expect(changed.location).toMatch(/\/pruefen$/)
    expect((await form.get('check')).text).toContain('Noch tiefer')
  })

  it('takes what the link offers, and keeps the campaign', async () => {
    const form = path()
    const { text } = await form.open(`?kategorie=drain&lat=52.0862&lon=8.7443&via=plakat`)
    const hidden = Object.fromEntries(
      [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    )
    await form.begin({ ...hidden, description: 'Der Gully ist verstopft' })
    expect((await form.get('place')).text).toContain('value="52.0862"')
    await form.post('place', { lat: '52.0862', lon: '8.7443' })
    expect((await form.get('category')).text).toMatch(/value="drain"[^>]*checked|checked[^>]*value="drain"/)
  })

  it('asks the questions of a category that was chosen without script before it goes on', async () => {
    const form = path()
    await form.walkTo('category')
    const chosen = await form.post('category', { category: 'drain' })
    expect(chosen.location).toMatch(/\/kategorie$/)
    expect((await form.get('category')).text).toContain('name="answers.fault"')
  })

  it('opens the category the text is clearly about, and says why', async () => {
    const form = path()
    await form.walkTo('category', { describe: { description: 'Tiefes Schlagloch in der Fahrbahn' } })
    const { text } = await form.get('category')
    expect(text).toMatch(/value="pothole"[^>]*checked|checked[^>]*value="pothole"/)
    expect(text).toContain('Passt zu Ihrem Text')
  })

  it('keeps a begun report for later under its address', async () => {
    const form = path()
    const later = await form.begin({ description: 'x', do: 'later' })
    expect(later.location).toMatch(/\/spaeter$/)
    expect((await form.ask(later.location)).text).toContain('48 Stunden')
    expect((await form.get('describe')).text).toContain('>x</textarea>')
  })
})

it('"later" on a page without fields loses nothing that was said', async () => {
  const form = path()
  await form.walkTo('category')
  await form.post('category', DANGER)
  await form.post('category', { do: 'later' })
  await form.post('place', { do: 'later' })
  expect((await form.get('category')).text).toContain('Bitte rufen Sie jetzt an')
  expect((await form.get('place')).text).toContain(POTHOLE.place.lat)
})

describe('bad input', () => {
  it.each([
    ['describe', { description: 'ab' }, 'description', 'Beschreiben Sie kurz'],
    ['describe', { description: 'x'.repeat(4001) }, 'description', 'zu lang'],
    ['place', {}, 'address', 'Setzen Sie einen Ort'],
    ['place', { lat: 'abc', lon: '8.7' }, 'lat', 'als Zahl'],
    ['place', { lat: '52.0862' }, 'lon', 'zweite Koordinate'],
    ['place', { address: 'x'.repeat(201) }, 'address', '200 Zeichen'],
    ['place', { lat: '0', lon: '0' }, 'address', 'in keiner Kommune'],
    ['category', {}, 'category', 'Wählen Sie, worum es geht.'],
    ['category', { category: 'no-such' }, 'category', 'aus der Liste'],
    ['category', { category: 'drain', asked: 'drain', 'answers.fault': 'no-such' }, 'answers-fault', 'Antwort'],
    ['contact', { email: '' }, 'email', 'ohne Kontaktdaten'],
    ['contact', { email: 'anna' }, 'email', 'Prüfen Sie die E-Mail-Adresse'],
  ] as const)('in %s %o is named beside the field and in the summary, and kept', async (step, fields, field, words) => {
    const form = path()
    await form.walkTo(step === 'describe' ? 'place' : step)
    const answer = await form.post(step, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('<title>Fehler: Schritt')
    expect(answer.text).toContain(`href="#f-${field}"`)
    expect(answer.text).toMatch(new RegExp(`id="f-${field}-error".{0,600}${words}`, 's'))
    const typed = Object.values(fields as Record<string, string>)[0]
    if (typed && step !== 'category') expect(answer.text).toContain(typed)
  })

  it('never breaks anything: NUL, foreign tokens, unknown steps', async () => {
    const form = path()
    await form.begin({ description: 'Loch\u0000 im Weg' })
    expect((await form.get('describe')).text).toContain('Loch im Weg')
    expect((await form.ask(FORM, { entwurf: 'short', description: 'Loch im Weg' })).status).toBe(400)
    expect((await form.ask(`${form.draft()}/nirgends`)).status).toBe(404)
    expect((await form.ask(`${form.draft()}/nirgends`, {})).status).toBe(404)
  })
})

describe('two tabs on one draft', () => {
  it('do not undo each other', async () => {
    const form = path()
    await form.walkTo('contact')
    await Promise.all([
      form.post('describe', { description: 'Aus dem einen Fenster' }),
      form.post('contact', { email: 'anna@post.example' }),
    ])
    const { text } = await form.get('check')
    expect(text).toContain('Aus dem einen Fenster')
    expect(text).toContain('anna@post.example')
  })

  it('and a double tap make one report, and going back leads to it', async () => {
    const form = path()
    await form.walkTo('check')
    const before = await newest()
    const answers = await Promise.all([form.post('check'), form.post('check'), form.post('check')])
    answers.push(await form.post('describe', { description: 'Noch einmal' }), await form.get('place'))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect(answers[0]!.location).toMatch(/\/danke$/)
    expect(await newest()).toBe(before + 1)
  })

  it('the first page sent again after going back is the same draft', async () => {
    const form = path()
    const token = /name="entwurf" value="([\w-]{43})"/.exec((await form.open()).text)![1]!
    await form.begin({ entwurf: token, description: 'Erster Text' })
    await form.post('place', POTHOLE.place)
    await form.begin({ entwurf: token, description: 'Zweiter Text' })
    expect(form.draft()).toBe(`${FORM}/${token}`)
    expect((await form.get('describe')).text).toContain('Zweiter Text')
    expect((await form.get('category')).status).toBe(200)
  })
})

describe('a draft that is over', () => {
  it('says so, offers a new start and gives the typed text back', async () => {
    const form = path()
    await form.walkTo('check')
    const sent = path()
    await sent.send()
    world.pass(HOURS_49)
    for (const answer of [await form.get('check'), await form.post('check'), await sent.get('check')]) {
      expect(answer.status).toBe(410)
      expect(answer.text).toContain('Neu beginnen')
      expect(answer.text).not.toContain(POTHOLE.describe.description)
    }
    expect((await form.post('describe', { description: 'Gerade getippt' })).text).toContain('Gerade getippt')
  })

  it('is erased by the clock', async () => {
    const form = path()
    await form.begin({ description: 'CANARY-DRAFT' })
    const kept = () => world.database.inTransaction(FIRST_TOWN, (db) => db.execute('select fields from drafts'))
    expect(JSON.stringify(await kept())).toContain('CANARY-DRAFT')
    world.pass(HOURS_49)
    while (await runDueWork(world.clock));
    expect(JSON.stringify(await kept())).not.toContain('CANARY-DRAFT')
  })

  it('the neighbour’s town does not open it', async () => {
    const form = path()
    await form.begin()
    expect((await form.ask(form.draft().replace(FIRST_TOWN, NEIGHBOUR))).status).toBe(410)
  })
})

describe('an answer that means danger', () => {
  it('holds the form and names the number before anything else', async () => {
    const form = path()
    await form.walkTo('category')
    expect((await form.post('category', DANGER)).location).toMatch(/\/kategorie$/)
    const { text } = await form.get('category')
    expect(text).toContain('Bitte rufen Sie jetzt an')
    expect(text).toContain('href="tel:112"')
    expect((await form.get('contact')).location).toContain('/kategorie')
    expect((await form.get('category', '?aendern=1')).text).toMatch(
      /value="falling"[^>]*checked|checked[^>]*value="falling"/,
    )
  })

  it('lets the report through once somebody has called', async () => {
    const form = path()
    await form.walkTo('category')
    await form.post('category', DANGER)
    expect((await form.post('category', { do: 'called' })).location).toMatch(/\/schon-gemeldet$/)
    await form.post('similar', { others: await form.others() })
    await form.post('contact', POTHOLE.contact)
    expect((await form.post('check')).location).toMatch(/\/danke$/)
  })

  it('is asked about again when the answer changes', async () => {
    const form = path()
    await form.walkTo('category')
    await form.post('category', DANGER)
    await form.post('category', { do: 'called' })
    await form.post('category', { category: 'drain', asked: 'drain', 'answers.fault': 'cover-missing' })
    expect((await form.get('category')).text).toContain('href="tel:110"')
  })

  it('warns beside the question as soon as it is given', async () => {
    const form = path()
    await form.walkTo('category')
    const { text } = await form.get('category', '?kategorie=tree')
    expect(text).toMatch(/<div data-show-if="answers.fault" data-show-is="falling"[^>]* aria-live="polite">/)
  })
})

describe('a service order', () => {
  it('asks for a house and a way to answer, and for no map', async () => {
    const form = path()
    await form.begin({ kategorie: 'bin-exchange' })
    const place = (await form.get('place')).text
    expect(place).toContain('Straße und Hausnummer')
    expect(place).not.toContain('name="lat"')
    expect(place).not.toContain('data-island="PlacePicker"')
    await form.post('place', ORDER.place)
    await form.post('category', ORDER.category)
    expect((await form.get('contact')).text).toContain('Wie erreichen wir Sie?')
    expect((await form.post('contact', { do: 'none' })).location).toMatch(/\/kontakt/)
    expect((await form.post('contact', { phone: '' })).text).toContain(
      'Geben Sie eine E-Mail-Adresse oder Telefonnummer',
    )
  })

  it('needs no description of its own', async () => {
    const form = path()
    await form.begin({ kategorie: 'bin-exchange' })
    await form.post('place', ORDER.place)
    await form.post('category', ORDER.category)
    await form.post('contact', ORDER.contact)
    const sent = await form.post('check')
    const tracking = (await form.ask(sent.location.replace('/danke', ''))).text
    expect(tracking).toContain('Mülltonne tauschen')
    expect(tracking).toContain('240 Liter')
  })

  it('chosen after a point on the map asks for the house', async () => {
    const form = path()
    await form.walkTo('category')
    await form.post('category', ORDER.category)
    expect((await form.get('contact')).location).toMatch(/\/ort$/)
    expect((await form.get('place')).text).toContain('Straße und Hausnummer')
  })

  it('is on no list and no map', async () => {
    const form = path()
    await form.send({ ...ORDER, describe: { description: 'CANARY-ORDER' } })
    for (const page of [`/${FIRST_TOWN}/anliegen`, `/api/v1/towns/${FIRST_TOWN}/reports`]) {
      expect((await form.ask(page)).text, page).not.toMatch(/CANARY-ORDER|Lange Straße 12|bin-exchange"/)
    }
  })
})

describe('a place', () => {
  it('in words alone is enough, and is not on the map', async () => {
    const form = path()
    const sent = await form.send({ place: { address: 'Parkplatz hinter dem Freibad' } })
    expect(sent.location).toMatch(/\/danke$/)
    const lea = await world.database.inTransaction(FIRST_TOWN, (db) =>
      db.execute('select place_source, lat from reports order by number desc limit 1'),
    )
    expect(JSON.stringify(lea)).toMatch(/"place_source":"words"/)
  })

  it('in the neighbour’s town goes on there with the text', async () => {
    const form = path()
    await form.begin()
    await form.post('place', { lat: '52.1152', lon: '8.6711' })
    expect((await form.get('place')).text).toContain('Dieser Ort gehört zu Herford.')
    const moved = await form.post('place', { do: 'move' })
    expect(moved.location).toMatch(/^\/herford\/melden\/[\w-]{43}$/)
    const next = path()
    next.take(moved.location)
    expect((await form.ask(moved.location)).location).toMatch(/\/kategorie$/)
    expect((await next.get('describe')).text).toContain(POTHOLE.describe.description)
  })

  it('just beyond the border is offered to both, and either takes it', async () => {
    const form = path()
    await form.begin()
    await form.post('place', there(placeBeyond(FIRST_TOWN, NEIGHBOUR, [20, 80])))
    const offer = (await form.get('place')).text
    expect(offer).toContain('Bei Herford weitermachen')
    expect(offer).toContain('Hier bei Bad Salzuflen melden')
    expect((await form.get('category')).location).toMatch(/\/ort$/)
    expect((await form.post('place', { do: 'stay' })).location).toMatch(/\/kategorie$/)
    await form.post('category', POTHOLE.category)
    await form.post('contact', POTHOLE.contact)
    expect((await form.post('check')).location).toMatch(/^\/bad-salzuflen\/verfolgen\/.*\/danke$/)
  })
})

it('what the county answers for goes there with its text', async () => {
  const form = path()
  await form.walkTo('category', { describe: { description: 'Reifen im Wald' } })
  await form.post('category', { category: 'fly-tipping', asked: 'fly-tipping', 'answers.site': 'nature' })
  expect((await form.get('category')).text).toContain('Dafür ist zuständig: Kreis Lippe.')
  const moved = await form.post('category', { do: 'move' })
  expect(moved.location).toMatch(/^\/kreis-lippe\/melden\//)
  const there = path()
  there.take(moved.location)
  expect((await there.get('describe')).text).toContain('Reifen im Wald')
})

describe('what is reported nearby', () => {
  it('is shown once, followed or told to be something else', async () => {
    const place = { lat: String(IN_FIRST_TOWN.lat + 0.004), lon: String(IN_FIRST_TOWN.lon + 0.004) }
    await path().send({ place })
    const number = await newest()
    const form = path()
    await form.walkTo('similar', { place })
    const { text } = await form.get('similar')
    expect(text).toContain(`#${number}`)
    expect(text).toContain('0 m entfernt')
    expect((await form.get('contact')).location).toMatch(/\/schon-gemeldet$/)
    expect((await form.post('similar', { others: await form.others() })).location).toMatch(/\/kontakt$/)
    expect((await form.post('similar', { follow: String(number) })).location).toMatch(new RegExp(`/gefolgt/${number}$`))
  })
})
