/** The law pages of a town: what they say is what the town has set and what the product does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../client/i18n/index.ts'
import { authoritiesOf, ENFORCEMENT_BODIES_URL } from '../../server/towns/land-authorities.ts'
import { LANGUAGES } from '../../tenants/languages.ts'
import { changeTown, leaveOut, NON_MEMBER } from '../support/outside.ts'
import { reportPath } from '../support/report-path.ts'
import { COUNTY } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, OPERATOR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const PAGES = ['impressum', 'datenschutz', 'barrierefreiheit', 'regeln', 'einfache-sprache']
const get = (path: string, origin = PUBLIC_URL) => world.app.fetch(new Request(origin + path))
async function read(path: string, origin?: string): Promise<string> {
  const answer = await get(path, origin)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0]

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(PAGES)('%s is there, has its address, and is linked from every page of the town', async (page) => {
    const html = await read(`/${FIRST_TOWN}/${page}?lang=${language}`)
    expect(html).toContain(`<link rel="canonical" href="${PUBLIC_URL}/${FIRST_TOWN}/${page}"/>`)
    expect(await read(`/${FIRST_TOWN}/anliegen?lang=${language}`)).toContain(
      `href="/${FIRST_TOWN}/${page}?lang=${language}"`,
    )
  })

  it('the town is named with what it has set, and its own page with it', async () => {
    const imprint = mainOf(await read(`/${FIRST_TOWN}/impressum?lang=${language}`))
    for (const fact of ['Stadt Bad Salzuflen', 'Rudolph-Brandes-Allee 19', 'tel:03023125100', 'mailto:anliegen@'])
      expect(imprint).toContain(fact)
    expect(imprint).toContain('https://www.bad-salzuflen.example/impressum')
    expect(imprint).not.toContain('tel:115')

    const privacy = mainOf(await read(`/${FIRST_TOWN}/datenschutz?lang=${language}`))
    const { keep, map } = words(language).privacy
    expect(privacy).toContain('Stadt Bad Salzuflen')
    for (const fact of [keep.contact(6), keep.text(36), keep.photos(12), map.none]) expect(privacy).toContain(fact)
    expect(privacy).toContain('https://www.ldi.nrw.de')
    expect(privacy).toContain('2026')
    expect(privacy).toContain('https://www.bad-salzuflen.example/datenschutz')

    const accessibility = mainOf(await read(`/${FIRST_TOWN}/barrierefreiheit?lang=${language}`))
    for (const fact of [
      '2026',
      'mailto:anliegen@bad-salzuflen.example?subject=',
      'lbbp.nrw.de',
      ENFORCEMENT_BODIES_URL,
    ])
      expect(accessibility).toContain(fact)
  })

  it('the form says how long contact details are kept, why they are asked for, and where the rest stands', async () => {
    const { form } = words(language)
    const path = reportPath(world)
    await path.walkTo('contact')
    const html = (await path.get('contact', `?lang=${language}`)).text
    expect(html).toContain(form.privacyKept(6))
    expect(html).toContain(form.privacyNotice)
    expect(await read(`/${FIRST_TOWN}/melden?lang=${language}`)).toContain(
      `/${FIRST_TOWN}/regeln?lang=${language}#nicht`,
    )
  })
})

describe('a county', () => {
  it('speaks of itself as one', async () => {
    const privacy = mainOf(await read(`/${COUNTY}/datenschutz?lang=de`))
    expect(privacy).toContain('im Auftrag des Kreises Lippe')
    expect(privacy).toContain('Datenschutz des Kreises')
    expect(privacy).toContain('https://www.ldi.nrw.de')
  })
})

describe('a town that differs', () => {
  it('has its periods, its map service and 115 on the pages, and its neighbour has none of them', async () => {
    const url = 'https://karten.example.org/{z}/{x}/{y}.png'
    await changeTown(world, NEIGHBOUR, {
      retention: { contact: 1, text: 5, photos: 7 },
      map: { tiles: 'direct', url, attribution: '© Kartenhaus' },
      contact: { email: 'post@herford.example', phone115: true },
      legal: {},
    })
    const privacy = mainOf(await read(`/${NEIGHBOUR}/datenschutz?lang=de`))
    for (const fact of ['1 Monat', '5 Monate', '7 Monate', 'karten.example.org']) expect(privacy).toContain(fact)
    expect(privacy).not.toContain('Vertrag zur Auftragsverarbeitung')
    expect(privacy).not.toContain('Auf der eigenen Website')
    const imprint = mainOf(await read(`/${NEIGHBOUR}/impressum?lang=de`))
    expect(imprint).toContain('tel:115')
    expect(imprint).toContain('© Kartenhaus')
    for (const page of PAGES) {
      const html = await read(`/${FIRST_TOWN}/${page}?lang=de`)
      expect(html).not.toMatch(/herford|karten\.example|Kartenhaus/i)
    }
  })

  it('says as a preview that nothing is binding yet, and is not found', async () => {
    await changeTown(world, NEIGHBOUR, { live: false })
    const answer = await get(`/${NEIGHBOUR}/datenschutz?lang=de`)
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(mainOf(await answer.text())).toContain(words('de').legal.preview)
  })

  it('has the pages below nothing on its own host', async () => {
    await changeTown(world, NEIGHBOUR, { host: 'melden.herford.example' })
    const own = 'http://melden.herford.example:3000'
    const html = await read('/datenschutz?lang=de', own)
    expect(html).toContain(`<link rel="canonical" href="${own}/datenschutz"/>`)
    expect(html).toContain('href="/impressum?lang=de"')
  })
})

describe.each(LANGUAGES)('a town that has not joined, in %s', (language) => {
  it('promises nothing: the platform speaks', async () => {
    await leaveOut(world)
    const { privacy, legal, howTo } = words(language)
    const notice = mainOf(await read(`/${NON_MEMBER}/datenschutz?lang=${language}`))
    expect(notice).toContain(privacy.controller.notJoined('Lemgo'))
    expect(notice).toContain(privacy.seen.townHall)
    expect(notice).not.toContain(privacy.controller.officer)
    expect(notice).not.toContain('Buchst. e ')
    const imprint = mainOf(await read(`/${NON_MEMBER}/impressum?lang=${language}`))
    expect(imprint).toContain(legal.imprint.notJoined('Lemgo'))
    const accessibility = mainOf(await read(`/${NON_MEMBER}/barrierefreiheit?lang=${language}`))
    expect(accessibility).toContain(legal.accessibility.feedback.notJoined)
    for (const html of [notice, imprint, accessibility]) expect(html).not.toMatch(/mailto:(?!betrieb@platform)|tel:0/)
    expect(mainOf(await read(`/${NON_MEMBER}/einfache-sprache?lang=${language}`))).toContain(howTo.afterNotJoined)
    await changeTown(world, NON_MEMBER, { member: false, reachable: false })
    const guide = mainOf(await read(`/${NON_MEMBER}/einfache-sprache?lang=${language}`))
    expect(guide).toContain(howTo.unreachable)
    expect(guide).not.toContain('/melden')
  })
})

describe('what the notice says of the product', () => {
  it('holds: no cookie, and no address, device or secret in the log', async () => {
    world.logLines.length = 0
    const headers = { 'X-Forwarded-For': '192.0.2.7', 'User-Agent': 'Kennung/1.0', 'Accept-Language': 'de' }
    for (const path of [`/${FIRST_TOWN}/`, `/${FIRST_TOWN}/melden?lat=52.0862`, `/${FIRST_TOWN}/melden/geheim`]) {
      const answer = await world.app.fetch(new Request(PUBLIC_URL + path, { headers }))
      expect(answer.headers.get('Set-Cookie')).toBeNull()
    }
    expect(world.logLines).not.toEqual([])
    expect(JSON.stringify(world.logLines)).not.toMatch(/192\.0\.2\.7|Kennung|52\.0862|geheim/)
  })

  it('the privacy page and the form say that it is erased, and how one does that oneself', async () => {
    for (const language of LANGUAGES) {
      const pages = [await read(`/${FIRST_TOWN}/datenschutz?lang=${language}`)]
      const path = reportPath(world)
      await path.walkTo('contact')
      pages.push((await path.get('contact', `?lang=${language}`)).text)
      for (const html of pages) {
        expect(html).toMatch(/löschen wir|löscht das Programm|we erase|the program erases/i)
        expect(html).toMatch(/[Mm]it Ihrem Link|Ihren (geheimen )?Link|geheimen Link|your (secret )?link/)
      }
    }
  })
})

it('every Land has its authorities, at addresses of their own', () => {
  const all = Array.from({ length: 16 }, (_, n) => authoritiesOf(`${String(n + 1).padStart(2, '0')}001000`))
  const urls = all.flatMap((land) => [land?.dataProtection.url, land?.accessibility.url])
  for (const url of urls) expect(url).toMatch(/^https:\/\//)
  expect(new Set(urls).size).toBe(32)
  expect(authoritiesOf('99001000')).toBeUndefined()
})

describe('the platform’s own pages', () => {
  it.each(['impressum', 'datenschutz', 'barrierefreiheit'])('%s names who runs it, and is linked', async (page) => {
    for (const language of LANGUAGES) {
      const html = await read(`/${page}?lang=${language}`)
      for (const fact of Object.values(OPERATOR)) expect(mainOf(html)).toContain(fact)
      expect(await read(`/?lang=${language}`)).toContain(`href="/${page}?lang=${language}"`)
    }
  })
})

it('a town that has not joined has the operator for its imprint and for questions about data', async () => {
  await leaveOut(world)
  for (const page of ['impressum', 'datenschutz', 'barrierefreiheit'])
    for (const fact of Object.values(OPERATOR)) expect(mainOf(await read(`/${NON_MEMBER}/${page}`))).toContain(fact)
})
