/** The photo field in a real page: what a person sees while photos are made smaller and sent. */
import type { Route } from 'playwright-core'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PhotoField } from '../../client/citizen/PhotoField.tsx'
import { CHROMIUM, DESKTOP, expectSound, PHONE, titled, useBrowser, type Visitor, visit } from '../support/browser.ts'
import { paintedPhoto } from '../support/photos.ts'
import { FIRST_TOWN } from '../support/world.ts'

const FORM = `/${FIRST_TOWN}/melden`
const UPLOAD = `${FORM}/fotos`
const FIELD = render(h(PhotoField, { language: 'de', uploadPath: UPLOAD, photos: [] }))

/** A page of the server with the field in a form of its own, under the page's own policy. */
async function openField({ page }: Visitor) {
  await page.route(`**${FORM}`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /<main([^>]*)>[\s\S]*<\/main>/,
      `<main$1><form class="form page" method="post" action="${FORM}"><h1>Fotos</h1>${FIELD}</form></main>`,
    )
    await route.fulfill({ response, body })
  })
  // Nobody waits for the scripts.
  await page.goto(FORM, { waitUntil: 'commit' })
}

const file = async (name: string, width = 800) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(await paintedPhoto(width, 600)),
})
const withPlace = async () => ({
  name: 'mit-ort.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp(await paintedPhoto(3000, 2000))
    .withExif({
      IFD0: { Make: 'Canon' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 5/1 1032/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '8/1 44/1 3948/100',
      },
    })
    .jpeg()
    .toBuffer(),
})

describe.skipIf(!CHROMIUM)(titled('the photo field'), () => {
  let running: Parameters<Parameters<typeof useBrowser>[0]>[0]
  useBrowser((begun) => {
    running = begun
  })
  const arrive = async (size = PHONE) => {
    const anna = await visit(running.browser, running.server, size)
    await openField(anna)
    await anna.page.locator('.photos--live').waitFor()
    return anna
  }

  it.each([
    ['phone', PHONE],
    ['desk', DESKTOP],
  ])(
    'makes a photo smaller, sends it at once without its place, and tells the form the place (%s)',
    async (_, size) => {
      const anna = await arrive(size as typeof PHONE)
      const { page } = anna
      await page.evaluate(() => {
        document.addEventListener('photo-place', ({ detail }: CustomEventInit) => {
          document.title = JSON.stringify(detail)
        })
      })
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/fotos')),
        page.getByLabel(/^Fotos/).setInputFiles(await withPlace()),
      ])
      const sent = request.postDataBuffer()!.toString('latin1')
      expect(sent).not.toMatch(/Exif|Canon/)
      expect(sent.length).toBeLessThan(1_000_000)
      await page.getByText('Foto 1 ist hochgeladen.').waitFor({ state: 'attached' })
      const remove = page.getByRole('button', { name: 'Foto 1 entfernen' })
      await remove.waitFor()
      expect(await page.getByText('Ort aus dem Foto übernommen').isVisible()).toBe(true)
      expect(await page.locator('input[name=photoLat]').inputValue()).toBe('52.086200')
      expect(JSON.parse(await page.title())).toMatchObject({
        lat: expect.closeTo(52.0862, 4),
        lon: expect.closeTo(8.7443, 4),
      })

      const { draft, items } = (await (await request.response())!.json()) as { draft: string; items: { src: string }[] }
      const kept = await page.request.get(items[0]!.src.replace('/klein', ''))
      expect(await sharp(await kept.body()).metadata()).toMatchObject({ width: 2048, height: 1365 })
      expect(draft).toMatch(/\/melden\/[\w-]{43}$/)
      await expectSound(anna)

      await remove.focus()
      await page.keyboard.press('Enter')
      await page.getByText('Foto 1 entfernt.').waitFor({ state: 'attached' })
      await expect.poll(async () => (await page.request.get(items[0]!.src)).status()).toBe(404)
      await anna.close()
    },
  )

  it('sends a photo that was chosen before its script had come', async () => {
    const anna = await visit(running.browser, running.server, PHONE)
    const { page } = anna
    const scripts: Route[] = []
    await page.route('**/assets/*.js', (route) => void scripts.push(route))
    await openField(anna)
    await page.getByLabel(/^Fotos/).setInputFiles(await file('a.jpg'))
    expect(await page.locator('.photos--live').count()).toBe(0)
    await page.unroute('**/assets/*.js')
    for (const script of scripts) await script.continue()
    await page.getByText('Foto 1 ist hochgeladen.').waitFor({ state: 'attached' })
    await anna.close()
  })

  it('keeps a photo whose sending was interrupted, and sends it once more when asked', async () => {
    const anna = await arrive()
    const { page } = anna
    await page.route(`**${UPLOAD}`, (route) => route.abort())
    await page.getByLabel(/^Fotos/).setInputFiles(await file('a.jpg'))
    await page.getByText('Die Verbindung war unterbrochen.', { exact: true }).waitFor()
    await page.unroute(`**${UPLOAD}`)
    await page.getByRole('button', { name: 'Noch einmal' }).click()
    await page.getByText('Foto 1 ist hochgeladen.').waitFor({ state: 'attached' })
    expect(await page.getByRole('button', { name: 'Noch einmal' }).count()).toBe(0)
    expect(anna.troubles.filter((trouble) => !trouble.includes('ERR_FAILED'))).toEqual([])
    await anna.close()
  })

  it('says at once what is no photo, and which; the others go on', async () => {
    const anna = await arrive()
    const { page } = anna
    const film = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('film') }
    const broken = { name: 'kaputt.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('nichts') }
    await page.getByLabel(/^Fotos/).setInputFiles([film, broken, await file('gut.jpg')])
    await page
      .getByText('„film.mp4“ ist ein Video. Bitte wählen Sie ein Foto (JPG, PNG, WebP).', { exact: true })
      .waitFor()
    await page
      .getByText('„kaputt.jpg“ ist kein Foto. Bitte wählen Sie ein Foto (JPG, PNG, WebP).', { exact: true })
      .waitFor()
    await page.getByText('Foto 3 ist hochgeladen.').waitFor({ state: 'attached' })
    await expectSound(anna)
    await anna.close()
  })

  it('takes five, and says of the sixth that it is too many', async () => {
    const anna = await arrive()
    const { page } = anna
    const files = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => file(`${n}.jpg`, 600 + n)))
    await page.getByLabel(/^Fotos/).setInputFiles(files)
    await expect.poll(() => page.locator('.photo:not(.photo--busy)').count()).toBe(5)
    expect(await page.getByLabel(/^Fotos/).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Foto 5 entfernen' }).click()
    expect(await page.getByLabel(/^Fotos/).isVisible()).toBe(true)
    await anna.close()
  })
})
