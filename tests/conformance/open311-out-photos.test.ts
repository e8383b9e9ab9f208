/** Photos of the result that a partner's own system shows: fetched with care, and for the clerk until one releases them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readReport } from '../../server/reports/read-report.ts'
import { taken, updates } from '../support/foreign-open311.ts'
import { PARTNER } from '../support/outside.ts'
import { FILE, NEWS, openPartnerWorld, type PartnerWorld } from '../support/partner-system.ts'
import { paintedPhoto } from '../support/photos.ts'
import { FIRST_TOWN, NEIGHBOUR, PUBLIC_URL } from '../support/world.ts'

let p: PartnerWorld
let picture: Uint8Array
beforeEach(async () => {
  p = await openPartnerWorld()
  picture = await paintedPhoto(60, 40)
  p.answer({
    'GET done.jpg': () => ({ bytes: picture, type: 'image/jpeg' }),
    'GET second.jpg': () => ({ bytes: picture, type: 'image/jpeg' }),
  })
})
afterEach(() => p.close())

const AT = '2026-11-16T10:00:00Z'
const at = (name: string) => p.there.url + name
const news = (...media: string[]) =>
  p.answer({ [NEWS]: () => updates({ id: '1', ref: 'SW-7', status: 'fixed', words: 'Verfüllt', at: AT, media }) })
const read = (number: number) => readReport(p.Bernd, { number })
const photosOf = async (number: number) =>
  (await read(number)).photos.map(({ isResult, visibility }) => ({ isResult, visibility }))
const WAITING = { isResult: true, visibility: 'waiting' }
const notesOf = async (number: number) => [...(await read(number)).notes.values()].map(({ text }) => text)

describe('a photo of the result', () => {
  it('is fetched once, kept for the clerk, and shown to nobody else', async () => {
    const { number, trackingToken } = await p.give()
    news(at('done.jpg'), at('second.jpg'))
    await p.later(5)
    await p.later(5)
    expect(p.there.of('GET done.jpg')).toHaveLength(1)
    expect(await photosOf(number)).toEqual([WAITING, WAITING])
    expect((await read(number)).events.map(({ action }) => action).slice(0, 3)).toEqual([
      ...['photo_added', 'photo_added', 'partner_returned'],
    ])
    const ids = (await read(number)).photos.map(({ id }) => id)
    const paths = ['', `/anliegen/${number}`, `/verfolgen/${trackingToken}`, '/open311/v2/servicerequestupdates.xml']
    for (const path of paths) {
      const page = await (await p.world.app.fetch(new Request(`${PUBLIC_URL}/${FIRST_TOWN}${path}`))).text()
      for (const id of ids) expect(page).not.toContain(id)
    }
    for (const town of [FIRST_TOWN, NEIGHBOUR]) {
      const url = `${PUBLIC_URL}/${town}/anliegen/${number}/fotos/${ids[0]}.jpg`
      expect((await p.world.app.fetch(new Request(url))).status).toBe(404)
    }
    const clerk = await p.clerkPage(number)
    for (const id of ids) expect(clerk).toContain(id)
    expect(clerk).toContain('Foto vom Ergebnis')
  })

  it('that cannot be had is named to the clerk, and the news are taken all the same', async () => {
    const { number } = await p.give()
    p.answer({
      'GET page.jpg': () => ({ type: 'text/html', xml: '<!doctype html><html>' }),
      'GET heavy.jpg': () => ({ bytes: new Uint8Array(11 * 1024 * 1024) }),
      'GET line.jpg': () => 'nothing',
    })
    const inside = 'http://10.0.0.1/secret.jpg'
    news(at('gone.jpg'), at('page.jpg'), at('heavy.jpg'), at('line.jpg'), inside)
    await p.later(5)
    expect((await p.rowOf(number)).status).toBe('in_progress')
    expect(await photosOf(number)).toEqual([])
    const note = (await notesOf(number)).at(-1)!
    expect(note).toMatch(new RegExp(`^Verfüllt\n\nDiese Fotos aus ${PARTNER.name} fehlen hier:\n`))
    for (const name of ['gone.jpg', 'page.jpg', 'heavy.jpg', 'line.jpg', inside]) expect(note).toContain(name)
    expect(note).toContain(`${at('page.jpg')} (kein Foto, das wir lesen können)`)
  })

  it('is at most one of five, of http and not of ours', async () => {
    const { number } = await p.give()
    const many = Array.from({ length: 7 }, (_, index) => `many-${index}.jpg`)
    p.answer(Object.fromEntries(many.map((name) => [`GET ${name}`, () => ({ bytes: picture })])))
    const own = `${PUBLIC_URL}/${FIRST_TOWN}/anliegen/${number}/fotos/1.jpg`
    news(own, 'data:image/png;base64,AAAA', 'file:///etc/passwd', ...many.map(at))
    await p.later(5)
    expect(await photosOf(number)).toHaveLength(5)
    expect(await notesOf(number)).toContainEqual(expect.stringContaining('many-6.jpg (mehr als 5 Fotos)'))
  })

  it('is read from the list of requests too, where it is more than was sent along', async () => {
    const request = (status: string, ...media: string[]) => ({
      xml: `<service_requests><request><service_request_id>SW-7</service_request_id><status>${status}</status><requested_datetime>2026-11-16T09:00:00Z</requested_datetime><updated_datetime>${AT}</updated_datetime><media_url>${media[0]}</media_url><extended_attributes><media_urls>${media.map((url) => `<media_url>${url}</media_url>`).join('')}</media_urls></extended_attributes></request></service_requests>`,
    })
    const { number } = await p.give()
    p.answer({ 'GET requests.xml': () => request('in_process', at('done.jpg')) })
    await p.later(5)
    expect(p.there.of('GET done.jpg')).toEqual([])
    p.answer({ 'GET requests.xml': () => request('closed', at('done.jpg')) })
    await p.later(5)
    expect(await photosOf(number)).toEqual([WAITING])
  })

  it('keeps no other work waiting: of many, some come a minute later, none is lost', async () => {
    const numbers: number[] = []
    for (let ref = 1; ref <= 5; ref++) {
      p.answer({ [FILE]: () => taken(`SW-${ref}`) })
      numbers.push((await p.give()).number)
    }
    const fixed = numbers.map((_, index) => ({ id: `u${index}`, ref: `SW-${index + 1}`, status: 'fixed', at: AT }))
    p.answer({ [NEWS]: () => updates(...fixed.map((one) => ({ ...one, media: [at('done.jpg')] }))) })
    await p.later(5)
    expect(p.there.of('GET done.jpg')).toHaveLength(3)
    await p.later(1)
    for (const number of numbers) expect(await photosOf(number)).toEqual([WAITING])
    expect(p.there.of('GET done.jpg')).toHaveLength(5)
  })
})
