/** A town with a hundred thousand reports, taken away whole by a client that pages, and as files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST_BULK_NUMBER, insertReports } from '../support/bulk-reports.ts'
import { GDAL, gdal, NO_GDAL } from '../support/gdal.ts'
import { type Served, serveWorld } from '../support/serve-world.ts'
import { createWorld, FIRST_TOWN, type World } from '../support/world.ts'

const ALL = 100_000
const PAGE = 1_000

let world: World
let served: Served
let folder: string
beforeAll(async () => {
  world = await createWorld()
  folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-100000-'))
  await insertReports(world, FIRST_TOWN, ALL)
  await world.database.inTransaction(null, async (db) => {
    await db.execute(sql.raw('reset role'))
    await db.execute(sql.raw('analyze reports, report_texts'))
  })
  served = await serveWorld(world)
})
afterAll(async () => {
  await served.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const items = () => `/${FIRST_TOWN}/ogc/collections/meldungen/items`

describe('a hundred thousand reports', () => {
  it('come page by page, each once', async () => {
    const seen = new Set<number>()
    const took: number[] = []
    let next: string | undefined = `${served.url}${items()}?limit=${PAGE}`
    while (next) {
      const begun = performance.now()
      const answer: Response = await fetch(next)
      const page = (await answer.json()) as {
        numberMatched: number
        features: { id: number }[]
        links: { rel: string; href: string }[]
      }
      took.push(performance.now() - begun)
      expect(page.numberMatched).toBe(ALL)
      for (const { id } of page.features) seen.add(id)
      next = page.links.find(({ rel }) => rel === 'next')?.href
    }
    expect([took.length, seen.size]).toEqual([ALL / PAGE, ALL])
    const median = (some: number[]) => some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)]!
    const [early, late] = [median(took.slice(0, 20)), median(took.slice(-20))]
    process.stdout.write(`100,000 reports: page of ${PAGE} in ${early.toFixed()} ms early, ${late.toFixed()} ms late\n`)
  })

  it.skipIf(!GDAL)(
    GDAL ? 'go into a GeoPackage with ogr2ogr, no one twice' : `GDAL (skipped: ${NO_GDAL})`,
    async () => {
      const file = join(folder, 'all.gpkg')
      const source = `OAPIF:${served.url}/${FIRST_TOWN}/ogc`
      await gdal('ogr2ogr', '-f', 'GPKG', file, source, 'meldungen', '-oo', `PAGE_SIZE=${PAGE}`)
      const ask = 'select count(*) as n, count(distinct number) as different, min(number) as first from meldungen'
      const answer = await gdal('ogrinfo', '-q', '-ro', file, '-sql', ask)
      for (const line of [
        `n (Integer) = ${ALL}`,
        `different (Integer) = ${ALL}`,
        `first (Integer) = ${FIRST_BULK_NUMBER}`,
      ])
        expect(answer).toContain(line)
    },
  )

  it('fill no memory as files: what is not taken is not read', async () => {
    for (const name of ['meldungen.csv', 'meldungen.geojson']) {
      const answer = await world.app.fetch(new Request(`${served.url}/${FIRST_TOWN}/opendata/${name}`))
      let [bytes, largest, lines] = [0, 0, 0]
      for await (const chunk of answer.body!) {
        bytes += chunk.byteLength
        largest = Math.max(largest, chunk.byteLength)
        lines += chunk.reduce((sum, byte) => sum + Number(byte === 10), 0)
      }
      // One line of names, or the brackets' two.
      expect([name, lines]).toEqual([name, ALL + (name.endsWith('csv') ? 1 : 2)])
      expect(largest).toBeLessThan(bytes / 50)
    }
  })
})
