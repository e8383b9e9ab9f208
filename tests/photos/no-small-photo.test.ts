/** A town on a machine that can make no small photos: every page shows the whole one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { losslessPhotos } from '../../server/adapters/photos-lossless.ts'
import { inTransaction } from '../../server/context.ts'
import { addOwnPhoto } from '../../server/photos/report-photos.ts'
import { listPhotoRows } from '../../server/photos/rows.ts'
import { setPhotoVisibility } from '../../server/photos/set-photo-visibility.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { CANARY, ladenJpeg, ladenPng } from '../support/laden-photos.ts'
import { CITIZEN } from '../support/people.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  world.deps.photos = losslessPhotos()
})
afterAll(() => world.close())

const get = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))

describe('without small photos', () => {
  it('the page of a report names the whole one once, upright, and its small address answers with it', async () => {
    const { report } = await submitPothole(world)
    const { number } = report
    const reporter = { ...(await world.as(CITIZEN)), actor: { kind: 'reporter', reportId: report.id } } as const
    await addOwnPhoto(reporter, world.deps, { number, file: { name: 'a.jpg', bytes: await ladenJpeg() } })
    await addOwnPhoto(reporter, world.deps, { number, file: { name: 'b.png', bytes: await ladenPng(1) } })
    const photos = await inTransaction(reporter, (ctx) => listPhotoRows(ctx, report.id))
    expect(photos.map(({ contentType, thumbKey, width, height }) => [contentType, thumbKey, width, height])).toEqual([
      ['image/jpeg', null, 320, 200],
      ['image/png', null, 320, 200],
    ])
    for (const bytes of world.files.values()) expect(Buffer.from(bytes).includes(CANARY)).toBe(false)

    const Bernd = await world.as(world.people.Bernd)
    await setVisibility(Bernd, { number, version: 3, what: 'text', visibility: 'shown' })
    for (const [index, { id }] of photos.entries())
      await setPhotoVisibility(Bernd, { number, version: 4 + index, photo: id, visibility: 'shown' })
    const html = await (await get(`/${FIRST_TOWN}/anliegen/${number}`)).text()
    const pictures = html.match(/<img[^>]+\/fotos\/[^>]+>/g) ?? []
    expect(pictures).toHaveLength(2)
    for (const picture of pictures) {
      expect(picture).toMatch(/width="320" height="200"/)
      expect(picture).not.toContain('klein')
    }
    for (const { id, contentType, bytes } of photos) {
      const small = await get(
        `/${FIRST_TOWN}/anliegen/${number}/fotos/${id}-klein.${contentType.slice(6)}`.replace('jpeg', 'jpg'),
      )
      expect([small.status, small.headers.get('Content-Type')]).toEqual([200, contentType])
      expect((await small.arrayBuffer()).byteLength).toBe(bytes)
    }
  })
})
