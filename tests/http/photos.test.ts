/** Photos over HTTP: what is sent, what is answered, and to whom. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { inTransaction } from '../../server/context.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { listPhotoRows } from '../../server/photos/rows.ts'
import { setPhotoVisibility } from '../../server/photos/set-photo-visibility.ts'
import { closeReport } from '../../server/reports/close-report.ts'
import { countReportRows, getReportRow } from '../../server/reports/rows.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { givePartner, linkTo, PETRA, tellAll } from '../support/outside.ts'
import { PASSWORD, type Person } from '../support/people.ts'
import { paintedPhoto } from '../support/photos.ts'
import { POTHOLE, submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const TOO_LARGE = 5 * 10 * 1024 * 1024 + 1024 * 1024

let world: World
let good: Uint8Array
const cookies: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  await givePartner(world)
  good = await paintedPhoto(400, 300)
  const hash = await scryptPasswords.hash(PASSWORD)
  const { Bernd, Dirk, Eva } = world.people
  for (const person of [Bernd, Dirk, Eva]) {
    await world.database.inTransaction(null, (db) => setPasswordHash(db, person.id, hash))
    cookies[person.name] = await cookieOf(person)
  }
})
afterAll(() => world.close())

async function cookieOf({ email }: Person): Promise<string> {
  const answer = await call('/amt/anmelden', { body: new URLSearchParams({ email, password: PASSWORD }) })
  return answer.headers.get('Set-Cookie')!.split(';')[0]!
}

type Sent = { body?: BodyInit; as?: string; headers?: Record<string, string> }
const call = (path: string, { body, as, headers }: Sent = {}) =>
  world.app.fetch(
    new Request(path.startsWith('http') ? path : PUBLIC_URL + path, {
      method: body ? 'POST' : 'GET',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...(as ? { Cookie: cookies[as]! } : {}), ...headers },
      ...(body ? { body } : {}),
    }),
  )
const form = (...files: [name: string, bytes: Uint8Array][]) => {
  const data = new FormData()
  for (const [name, bytes] of files) data.append('photo', new File([bytes as Uint8Array<ArrayBuffer>], name))
  return data
}
const JSON_PLEASE = { Accept: 'application/json' }
const text = (words: string) => new TextEncoder().encode(words)

type Uploaded = {
  draft: string
  items: { id: string; src: string; removePath: string }[]
  refused: { name: string; sentence: string }[]
}
const upload = async (path: string, data: FormData) => {
  const answer = await call(path, { body: data, headers: JSON_PLEASE })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Uploaded
}
const BEGIN = `/${FIRST_TOWN}/melden/fotos`

describe('photos of a draft', () => {
  it('begin it, join it, are seen by its address and go by it', async () => {
    const first = await upload(BEGIN, form(['a.jpg', good]))
    expect(first.draft).toMatch(new RegExp(`^/${FIRST_TOWN}/melden/[\\w-]{43}$`))
    const second = await upload(`${first.draft}/fotos`, form(['b.jpg', await paintedPhoto(90, 90)]))
    expect(second.draft).toBe(first.draft)

    const { src, removePath } = first.items[0]!
    const small = await call(src)
    expect(small.headers.get('Cache-Control')).toBe('no-store')
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ width: 320, format: 'jpeg' })
    const whole = await call(src.replace('/klein', ''))
    expect(await sharp(await whole.arrayBuffer()).metadata()).toMatchObject({ width: 400 })
    expect((await call(removePath, { body: new FormData(), headers: JSON_PLEASE })).status).toBe(200)
    expect((await call(src)).status).toBe(404)
    expect((await call(second.items[0]!.src)).status).toBe(200)
  })

  it('lead a form without script back to the draft', async () => {
    const { draft } = await upload(BEGIN, form())
    const answer = await call(`${draft}/fotos`, { body: form(['a.jpg', good]) })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${draft}/beschreiben`])
    expect((await call(`${draft}/beschreiben`)).status).toBe(200)
  })

  it('are refused one by one, with a sentence that names the file', async () => {
    const bomb = new Uint8Array(await sharp(good).png().toBuffer())
    new DataView(bomb.buffer).setUint32(16, 60_000)
    new DataView(bomb.buffer).setUint32(20, 60_000)
    const { items, refused } = await upload(
      BEGIN,
      form(
        ['svg.jpg', text('<svg onload="alert(1)"/>')],
        ['halb.jpg', good.subarray(0, good.length / 2)],
        ['bombe.png', bomb],
        ['zip.png', text('PK\u0003\u0004')],
        ['gut.jpg', good],
      ),
    )
    expect(items).toHaveLength(1)
    expect(refused.map(({ sentence }) => sentence)).toEqual([
      '„svg.jpg“ ist kein Foto. Bitte wählen Sie ein Foto (JPG, PNG, WebP).',
      '„halb.jpg“ ist beschädigt. Bitte nehmen Sie ein anderes Foto.',
      '„bombe.png“ hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern Sie das Foto.',
      '„zip.png“ ist kein Foto. Bitte wählen Sie ein Foto (JPG, PNG, WebP).',
    ])
  })

  it('do nothing with a wrong token, in another town, or as no form at all', async () => {
    const { draft, items } = await upload(BEGIN, form(['a.jpg', good]))
    const { id, src } = items[0]!
    for (const path of [src.replace(/melden\/[^/]+/, 'melden/xyz'), src.replace(FIRST_TOWN, NEIGHBOUR)])
      expect((await call(path)).status).toBe(410)
    expect((await call(`/${FIRST_TOWN}/melden/xyz/fotos`, { body: form(['a.jpg', good]) })).status).toBe(410)
    expect((await call(`${draft}/fotos/${id.replace(/^./, 'x')}`)).status).toBe(404)
    expect((await call(`${draft}/fotos/..%2f..%2fetc%2fpasswd`)).status).toBe(404)
    expect((await call(`${draft}/fotos`, { body: 'no form', headers: JSON_PLEASE })).status).toBe(400)
    expect((await call(src)).status).toBe(200)
  })

  it('are refused before they are read when they are too much', async () => {
    const huge = new ReadableStream({
      pull: (controller) => {
        throw controller
      },
    })
    const request = new Request(PUBLIC_URL + BEGIN, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(TOO_LARGE) },
      body: huge,
      duplex: 'half',
    } as RequestInit)
    expect((await world.app.fetch(request)).status).toBe(413)
  })

  it('stand in the log without the draft', async () => {
    const { draft, items } = await upload(BEGIN, form(['geheim.jpg', good]))
    await call(items[0]!.src)
    const logged = JSON.stringify(world.logLines)
    expect(logged).not.toContain(draft.split('/').at(-1))
    expect(logged).not.toContain('geheim')
  })
})

/** A report with a photo of its reporter, and where it is. */
async function sent() {
  const { report, trackingToken } = await submitPothole(world)
  const tracking = `/${FIRST_TOWN}/verfolgen/${trackingToken}`
  expect((await call(`${tracking}/fotos`, { body: form(['a.jpg', good]) })).status).toBe(303)
  const Bernd = await world.as(world.people.Bernd)
  const [photo] = await inTransaction(Bernd, (ctx) => listPhotoRows(ctx, report.id))
  const { number } = report
  return {
    number,
    id: photo!.id,
    tracking,
    publicPath: `/${FIRST_TOWN}/anliegen/${number}/fotos/${photo!.id}`,
    staffPath: `/amt/${FIRST_TOWN}/anliegen/${number}`,
    version: () => inTransaction(Bernd, (ctx) => getReportRow(ctx, number)).then(({ version }) => version),
    show: async (visibility: 'shown' | 'hidden') => {
      const { version } = await inTransaction(Bernd, (ctx) => getReportRow(ctx, number))
      await setPhotoVisibility(Bernd, { number, version, photo: photo!.id, visibility })
    },
    showReport: async (visibility: 'shown' | 'hidden') => {
      const { version } = await inTransaction(Bernd, (ctx) => getReportRow(ctx, number))
      await setVisibility(Bernd, { number, version, what: 'report', visibility })
    },
  }
}

describe('a photo that waits', () => {
  it('is on no public page and at no public address', async () => {
    const { number, id, publicPath } = await sent()
    for (const ending of ['.jpg', '-klein.jpg', '.png', '']) expect((await call(publicPath + ending)).status).toBe(404)
    for (const path of [`/${FIRST_TOWN}/`, `/${FIRST_TOWN}/anliegen`, `/${FIRST_TOWN}/anliegen/${number}`])
      expect(await (await call(path)).text()).not.toContain(id)
    const api = await call(`/api/v1/towns/${FIRST_TOWN}/reports/${number}`)
    expect(await api.json()).toMatchObject({ photos: [] })
  })

  it('is on the reporter’s page, which says that it waits', async () => {
    const { id, tracking } = await sent()
    const html = await (await call(tracking)).text()
    expect(html).toContain(`${tracking}/fotos/${id}/klein`)
    expect(html).toContain('Noch nicht öffentlich')
    const picture = await call(`${tracking}/fotos/${id}`)
    expect([picture.status, picture.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    const other = await submitPothole(world)
    expect((await call(`/${FIRST_TOWN}/verfolgen/${other.trackingToken}/fotos/${id}`)).status).toBe(404)
    expect((await call(`${tracking.replace(FIRST_TOWN, NEIGHBOUR)}/fotos/${id}`)).status).toBe(410)
  })

  it('is seen by its clerks, and by no other', async () => {
    const { id, staffPath, number } = await sent()
    const picture = `${staffPath}/fotos/${id}`
    expect(await (await call(staffPath, { as: 'Bernd' })).text()).toContain(`${picture}/klein`)
    expect(await (await call(`/amt/${FIRST_TOWN}/anliegen`, { as: 'Bernd' })).text()).toContain(`${picture}/klein`)
    const answer = await call(picture, { as: 'Bernd' })
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    expect((await call(picture, { as: 'Dirk' })).status).toBe(404)
    expect((await call(`/amt/${NEIGHBOUR}/anliegen/${number}/fotos/${id}`, { as: 'Dirk' })).status).toBe(404)
    expect((await call(picture, { as: 'Eva' })).status).toBe(403)
    expect((await call(picture)).status).toBe(303)
  })
})

describe('a photo that is shown', () => {
  it('is a picture and nothing else, kept by browsers for a short while', async () => {
    const { number, publicPath, show } = await sent()
    await show('shown')
    const answer = await call(`${publicPath}.jpg`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="anliegen-${number}-1.jpg"`,
      'cache-control': 'public, max-age=60',
    })
    const again = await call(`${publicPath}.jpg`, { headers: { 'If-None-Match': answer.headers.get('ETag')! } })
    expect(again.status).toBe(304)
    const small = await call(`${publicPath}-klein.jpg`)
    expect(small.headers.get('ETag')).not.toBe(answer.headers.get('ETag'))
  })

  it('is on the report’s page, in lists and in the interface, with words for those who do not see it', async () => {
    const { number, publicPath, show } = await sent()
    await show('shown')
    const page = await (await call(`/${FIRST_TOWN}/anliegen/${number}`)).text()
    expect(page).toContain(`src="${publicPath}.jpg"`)
    expect(page).toContain('Schlagloch, Straßenschaden, Foto aus der Meldung')
    expect(page).toContain('Foto der meldenden Person')
    for (const path of [`/${FIRST_TOWN}/`, `/${FIRST_TOWN}/anliegen`])
      expect(await (await call(path)).text()).toContain(`${publicPath}-klein.jpg`)
    const { photos } = (await (await call(`/api/v1/towns/${FIRST_TOWN}/reports/${number}`)).json()) as {
      photos: unknown[]
    }
    expect(photos).toEqual([
      { url: `${PUBLIC_URL}${publicPath}.jpg`, alt: 'Schlagloch, Straßenschaden, Foto aus der Meldung' },
    ])
  })

  it('is gone with its report, in another town, and when it is hidden again', async () => {
    const { publicPath, show, showReport } = await sent()
    await show('shown')
    expect((await call(`${publicPath.replace(FIRST_TOWN, NEIGHBOUR)}.jpg`)).status).toBe(404)
    await showReport('hidden')
    expect((await call(`${publicPath}.jpg`)).status).toBe(404)
    await showReport('shown')
    expect((await call(`${publicPath}.jpg`)).status).toBe(200)
    await show('hidden')
    expect((await call(`${publicPath}.jpg`)).status).toBe(404)
  })
})

describe('the reporter’s photo', () => {
  it('comes back with a sentence when it cannot be taken', async () => {
    const { tracking } = await sent()
    const answer = await call(`${tracking}/fotos`, {
      body: form(['film.mp4', text('\u0000\u0000\u0000\u0018ftypmp42')]),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('„film.mp4“ ist ein Video.')
    const none = await call(`${tracking}/fotos`, { body: form(['', text('')]) })
    expect([none.status, (await none.text()).includes('Wählen Sie ein Foto.')]).toEqual([422, true])
  })
})

describe('the clerk', () => {
  it('publishes by a button, and loses against whoever was faster', async () => {
    const { id, staffPath, publicPath, version } = await sent()
    const body = async () => new URLSearchParams({ photo: id, visibility: 'shown', version: String(await version()) })
    const stale = await body()
    const done = await call(`${staffPath}/photo-visibility`, { body: await body(), as: 'Bernd' })
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${staffPath}?getan=photo-visibility`])
    expect((await call(`${publicPath}.jpg`)).status).toBe(200)
    expect((await call(`${staffPath}/photo-visibility`, { body: stale, as: 'Bernd' })).status).toBe(409)
    expect((await call(`${staffPath}/photo-visibility`, { body: await body(), as: 'Dirk' })).status).toBe(404)
  })

  it('adds a picture of the result, which everybody sees', async () => {
    const { number, staffPath } = await sent()
    expect((await call(`${staffPath}/photo`, { body: form(['nachher.jpg', good]), as: 'Bernd' })).status).toBe(303)
    const page = await (await call(`/${FIRST_TOWN}/anliegen/${number}`)).text()
    expect(page).toContain('Foto: Stadt Bad Salzuflen')
    expect(page).not.toContain('Vorher')
  })

  it('closes with a picture; one that cannot be taken leaves the report open and the words in the form', async () => {
    const { number, staffPath, version, show } = await sent()
    await show('shown')
    const closing = async (file: [string, Uint8Array]) => {
      const body = form(file)
      for (const [name, value] of Object.entries({
        version: await version(),
        reason: 'repaired',
        answer: 'Loch ist zu.',
      }))
        body.set(name, String(value))
      return call(`${staffPath}/closure`, { body, as: 'Bernd' })
    }
    const refused = await closing(['kaputt.jpg', good.subarray(0, 500)])
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('„kaputt.jpg“ ist beschädigt.')
    expect(html).toContain('Loch ist zu.')
    expect((await closing(['nachher.jpg', good])).status).toBe(303)
    const page = await (await call(`/${FIRST_TOWN}/anliegen/${number}`)).text()
    expect(page).toMatch(/Vorher[\s\S]*Nachher/)
    expect(page).toContain('Loch ist zu.')
  })

  it('closes without one as before', async () => {
    const { staffPath, version } = await sent()
    const body = form(['', text('')])
    for (const [name, value] of Object.entries({ version: await version(), reason: 'repaired', silent: 'true' }))
      body.set(name, String(value))
    expect((await call(`${staffPath}/closure`, { body, as: 'Bernd' })).status).toBe(303)
  })

  it('of the neighbour or another department adds nothing', async () => {
    const { staffPath } = await sent()
    const status = async (as: string) => (await call(`${staffPath}/photo`, { body: form(['a.jpg', good]), as })).status
    expect([await status('Dirk'), await status('Eva')]).toEqual([404, 403])
  })
})

describe('whoever works by a link', () => {
  it('sees the photos as long as the link opens the report, and those of no other', async () => {
    const body = form(['a.jpg', good])
    body.set('report', JSON.stringify({ ...POTHOLE, category: 'bench' }))
    const filed = await call(`/api/v1/towns/${FIRST_TOWN}/reports`, { body })
    const { number } = (await filed.json()) as { number: number }
    await tellAll(world)
    const { path } = linkTo(world, PETRA)
    const html = await (await call(path)).text()
    const picture = /\/fotos\/[0-9a-f-]{36}/.exec(html)![0]
    expect(html).toContain(`${path}${picture}/klein`)
    expect((await call(path + picture)).headers.get('Cache-Control')).toBe('no-store')
    const other = await sent()
    expect((await call(`${path}/fotos/${other.id}`)).status).toBe(404)
    expect((await call(`${path.replace(FIRST_TOWN, NEIGHBOUR)}${picture}`)).status).toBe(404)

    const Clara = await world.as(world.people.Clara)
    const { version } = await inTransaction(Clara, (ctx) => getReportRow(ctx, number))
    await closeReport(Clara, { number, version, reason: 'repaired', silent: true })
    expect((await call(path + picture)).status).toBe(404)
  })
})

describe('POST reports with photos', () => {
  const REPORTS = `/api/v1/towns/${FIRST_TOWN}/reports`
  const submit = (files: [string, Uint8Array][], headers: Record<string, string> = {}) => {
    const body = form(...files)
    body.set('report', JSON.stringify(POTHOLE))
    return call(REPORTS, { body, headers })
  }

  it('files them with the report, in their order', async () => {
    const answer = await submit([
      ['a.jpg', good],
      ['b.jpg', await paintedPhoto(100, 100)],
    ])
    expect(answer.status).toBe(201)
    const { trackingUrl } = (await answer.json()) as { trackingUrl: string }
    const html = await (await call(trackingUrl)).text()
    expect(html.match(/\/fotos\/[0-9a-f-]{36}\/klein/g)).toHaveLength(2)
  })

  it('is all or nothing, and names the photo that is wrong', async () => {
    const count = async () => inTransaction(await world.as(world.people.Bernd), countReportRows)
    const before = await count()
    const answer = await submit([
      ['a.jpg', good],
      ['b.jpg', text('<svg/>')],
    ])
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: '/photo/1', reason: 'photo_wrong_kind', detail: expect.stringContaining('„b.jpg“') }],
    })
    const six = await submit(Array.from({ length: 6 }, () => ['a.jpg', good]))
    expect(await six.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/photo/5', reason: 'photos_too_many' }],
    })
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(good)
    expect((await submit([['a.jpg', large]])).status).toBe(413)
    expect(await count()).toBe(before)
  })

  it('counts the photos in a repeated sending', async () => {
    const key = { 'Idempotency-Key': 'once with a photo' }
    const first = await (await submit([['a.jpg', good]], key)).json()
    const again = await submit([['a.jpg', good]], key)
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
    expect(await again.json()).toEqual(first)
    const other = await submit([['a.jpg', await paintedPhoto(50, 50)]], key)
    expect([other.status, await other.json()]).toMatchObject([422, { reason: 'key_reused' }])
  })

  it('is described', async () => {
    const { paths } = (await (await call('/api/openapi.json')).json()) as { paths: Record<string, never> }
    expect(JSON.stringify(paths['/v1/towns/{town}/reports'])).toContain('"format":"binary"')
  })
})
