/** {base}/anliegen/ausschnitt: the list of a part of the map. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitReport } from '../../server/reports/submit-report.ts'
import { CITIZEN } from '../support/people.ts'
import { IN_FIRST_TOWN } from '../support/reports.ts'
import { createWorld, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
const ELSEWHERE = { lat: 52.05, lon: 8.68 }
const around = ({ lat, lon }: typeof ELSEWHERE) => `bbox=${[lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01].join(',')}`

beforeAll(async () => {
  world = await createWorld()
  for (const place of [IN_FIRST_TOWN, IN_FIRST_TOWN, ELSEWHERE]) {
    const answers = { size: 'hand', 'two-wheelers': false }
    const input = { category: 'pothole', description: 'Ein Loch.', answers, ...place }
    await submitReport(await world.as(CITIZEN), input, { intakeChannel: 'web' })
  }
})
afterAll(() => world.close())

const get = (query: string, town = 'bad-salzuflen') =>
  world.app.fetch(new Request(`${PUBLIC_URL}/${town}/anliegen/ausschnitt?${query}`))
const text = async (query: string, town?: string) => (await get(query, town)).text()

it('lists the reports of the part and counts them, as a piece of a page', async () => {
  const html = await text(around(IN_FIRST_TOWN))
  expect(html).toContain('2 Anliegen in diesem Ausschnitt')
  expect(html.match(/data-report=/g)).toHaveLength(2)
  expect(html).not.toContain('<html')
  expect(await text(around(ELSEWHERE))).toContain('1 Anliegen in diesem Ausschnitt')
  expect(await text(`${around(IN_FIRST_TOWN)}&stelle=1`)).toContain('2 Anliegen an dieser Stelle')
  expect(await text('bbox=8.9,52.2,8.91,52.21')).toContain('Kein Anliegen in diesem Ausschnitt')
})

it('keeps the filter and the language', async () => {
  expect(await text(`${around(IN_FIRST_TOWN)}&status=done`)).toContain('Kein Anliegen in diesem Ausschnitt')
  const english = await text(`${around(IN_FIRST_TOWN)}&lang=en`)
  expect(english).toContain('2 reports in this section')
  expect(english).toMatch(/href="\/bad-salzuflen\/anliegen\/\d+\?lang=en"/)
})

it("the neighbour's page shows none of them, wherever its map is", async () => {
  expect(await text(around(IN_FIRST_TOWN), NEIGHBOUR)).not.toContain('data-report')
})

it.each(['', 'bbox=1,2,3', 'bbox=a,b,c,d', 'bbox=9,52,8,53'])('refuses ?%s as 422', async (query) => {
  expect((await get(query)).status).toBe(422)
})

it('the list page takes the same part, and what is none as if it were not there', async () => {
  const page = async (query: string) =>
    (await world.app.fetch(new Request(`${PUBLIC_URL}/bad-salzuflen/anliegen?${query}`))).text()
  expect(await page(around(ELSEWHERE))).toContain('1 Anliegen in diesem Ausschnitt')
  expect(await page('bbox=x')).toContain('3 Anliegen')
})
