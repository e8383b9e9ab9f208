import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeReport } from '../../server/reports/close-report.ts'
import { ChangeSettings, changeSettings } from '../../server/towns/change-settings.ts'
import { changeTown, leaveOut, NON_MEMBER } from '../support/outside.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const DAY_MS = 86_400_000
const TOPICS = '/bad-salzuflen/themen'
const answer = (path: string) =>
  world.app.fetch(new Request(PUBLIC_URL + path, { headers: { 'Accept-Language': 'de' } }))
/** As it is read: without markup and soft hyphens. */
const read = async (path: string) => (await (await answer(path)).text()).replaceAll('\u00ad', '')

async function closePothole(daysLater: number, more: Parameters<typeof submitPothole>[1] = {}) {
  const { report } = await submitPothole(world, more)
  world.pass(daysLater * DAY_MS)
  const { number, version } = report
  await closeReport(await world.as(world.people.Bernd), {
    number,
    version,
    reason: 'repaired',
    answer: 'Ist repariert.',
    silent: false,
  })
  return report
}

describe('all topics', () => {
  it('stand on one page by group, also those that are never public, for they can be reported', async () => {
    const page = await read(TOPICS)
    expect(page).toContain('Was Sie in Bad Salzuflen melden können')
    expect(page).toContain('<h2 id="g-roads">Straßen und Wege</h2>')
    for (const key of ['pothole', 'abandoned-vehicle', 'bin-exchange'])
      expect(page).toContain(`href="${TOPICS}/${key}"`)
  })

  it('are found by what people call them, and a search is not for search engines', async () => {
    const found = await read(`${TOPICS}?q=trottoir`)
    expect(found).toContain(`href="${TOPICS}/pavement"`)
    expect(found).not.toContain(`href="${TOPICS}/pothole"`)
    expect(found).toContain('<meta name="robots" content="noindex"')
    expect(await read(`${TOPICS}?q=Mondrakete`)).toContain('gibt es kein eigenes Thema')
    expect(await read(TOPICS)).not.toContain('noindex')
  })

  it('are reached from the start page and from every footer', async () => {
    expect(await read('/bad-salzuflen/')).toMatch(
      /class="start__topics"><a href="\/bad-salzuflen\/themen">Alle Themen</,
    )
    expect(await read('/bad-salzuflen/anliegen')).toContain('href="/bad-salzuflen/themen"')
  })
})

describe('one topic', () => {
  it('says what happens next, whom to call, who is in charge, and leads to the form', async () => {
    const page = await read(`${TOPICS}/pothole`)
    expect(page).toContain('<h1 itemprop="name">Schlagloch, Straßenschaden: in Bad Salzuflen melden</h1>')
    expect(page).toContain('href="/bad-salzuflen/melden?kategorie=pothole"')
    expect(page).toContain('In 10 Arbeitstagen haben Sie eine Antwort.')
    expect(page).toContain('<a href="tel:110"')
    expect(page).toContain('Straßen und Verkehr')
    expect(page).toContain(`<link rel="canonical" href="${PUBLIC_URL}${TOPICS}/pothole"`)
  })

  it('names whoever else is in charge, where and for which answers', async () => {
    expect(await read(`${TOPICS}/fly-tipping`)).toMatch(/Kreis Lippe/)
    expect(await read(`${TOPICS}/litter-bin`)).toMatch(/Im Bereich .*Kurpark und Kuranlagen/s)
  })

  it('is not there for a category that no town or only another one has', async () => {
    expect((await answer(`${TOPICS}/nonsense`)).status).toBe(404)
    expect((await answer(`${TOPICS}/%3Cscript%3E`)).status).toBe(404)
    // Bad Salzuflen has no cycle paths of its own, Lemgo has.
    expect((await answer(`${TOPICS}/cycle-path`)).status).toBe(404)
    expect((await answer('/lemgo/themen/cycle-path')).status).toBe(200)
  })

  it('says how long it takes only where enough is done, of one year, and not of another town', async () => {
    const few = 'zu wenige abgeschlossen'
    for (const days of [1, 2, 3, 4]) await closePothole(days)
    expect(await read(`${TOPICS}/pothole`)).toContain(few)
    await closePothole(9)
    const five = await read(`${TOPICS}/pothole`)
    expect(five).toContain('topic__days">3 Tage<')
    expect(five).toContain('Gezählt: 5 Anliegen aus 12 Monaten.')
    expect(five).not.toContain('Neun von zehn')
    for (const _ of Array(5)) await closePothole(20)
    const ten = await read(`${TOPICS}/pothole`)
    expect(ten).toContain('Neun von zehn waren es nach 20 Tagen.')
    // Dirk's town next door has done nothing yet.
    expect(await read(`/${NEIGHBOUR}/themen/pothole`)).toContain(few)
    world.pass(366 * DAY_MS)
    expect(await read(`${TOPICS}/pothole`)).toContain(few)
  })

  it('shows a few public reports and leads to all of them', async () => {
    const { report } = await submitPothole(world, { description: 'Noch nicht freigegeben: Loch vor Haus 3.' })
    const page = await read(`${TOPICS}/pothole`)
    expect(page).toContain(`href="/bad-salzuflen/anliegen/${report.number}"`)
    expect(page).toContain('href="/bad-salzuflen/anliegen?category=pothole"')
    expect(page).not.toContain('Haus 3')
  })

  it('of what is never public tells nothing, neither reports nor figures', async () => {
    const secret = { category: 'abandoned-vehicle', description: 'Kennzeichen LIP-XY 99', answers: { kind: 'car' } }
    const { report } = await submitPothole(world, secret)
    const page = await read(`${TOPICS}/abandoned-vehicle`)
    expect(page).not.toContain(`/anliegen/${report.number}`)
    expect(page).not.toMatch(/LIP-XY|Gezählt|Zuletzt gemeldet|category=abandoned-vehicle/)
    expect(page).toContain('Solche Anliegen sehen nur Sie und die Zuständigen.')
    expect(await read(`${TOPICS}/bin-exchange`)).toContain('Ein Auftrag bleibt zwischen Ihnen und uns.')
  })

  it('that rests says so and offers no button', async () => {
    const change = { what: 'pause', category: 'graffiti', because: {} }
    await changeSettings(await world.as(world.people.Clara), ChangeSettings.parse({ seen: 0, change }))
    world.pass(5_000)
    const page = await read(`${TOPICS}/graffiti`)
    expect(page).toContain('Das geht gerade nicht')
    expect(page).not.toContain('kategorie=graffiti')
    expect(await read(TOPICS)).toContain('Zurzeit nicht möglich.')
  })
})

describe('a town that takes no full part', () => {
  it('promises nothing where it has not joined, and stays out of search engines', async () => {
    await leaveOut(world)
    const page = await read(`/${NON_MEMBER}/themen/pothole`)
    expect(page).toContain('<meta name="robots" content="noindex"')
    expect(page).not.toMatch(/Arbeitstagen|Wer ist zuständig/)
    expect(page).toContain(`/${NON_MEMBER}/melden?kategorie=pothole`)
    expect(await read(`/${NON_MEMBER}/themen`)).toContain('noindex')
  })

  it('is not found as a preview', async () => {
    await changeTown(world, NEIGHBOUR, { live: false })
    const preview = await answer(`/${NEIGHBOUR}/themen/pothole`)
    expect([preview.status, preview.headers.get('X-Robots-Tag')]).toEqual([200, 'noindex'])
    expect(await preview.text()).not.toContain('og:title')
  })
})

describe('a public report', () => {
  it('is shared by its category, place and status, never by what somebody wrote', async () => {
    const { report } = await submitPothole(world, { description: 'Vor dem Haus von Frau Schulze.', address: 'Markt 1' })
    const page = await read(`/bad-salzuflen/anliegen/${report.number}`)
    expect(page).toContain(
      '<meta property="og:description" content="Schlagloch, Straßenschaden in Bad Salzuflen. Stand: Eingegangen."',
    )
    expect(page).toContain(`<meta property="og:url" content="${PUBLIC_URL}/bad-salzuflen/anliegen/${report.number}"`)
    expect(page).not.toMatch(/Schulze|Markt 1/)
    expect(page).toContain('Link kopieren')
    expect(page).toContain('itemtype="https://schema.org/Report"')
  })
})
