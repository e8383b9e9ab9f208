/** {base}/orte: addresses by words or around a place. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withoutSecrets } from '../../server/http/middleware/request-context.ts'
import { createWorld, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Body = {
  items: { label: string; lat: number; lon: number; metres?: number; outside?: true }[]
  incomplete: boolean
}
const ask = (query: string, town = 'bad-salzuflen') =>
  world.app.fetch(new Request(`${PUBLIC_URL}/${town}/orte?${query}`))
const answer = async (query: string, town?: string) => (await (await ask(query, town)).json()) as Body

it('answers words with addresses and their places, for nobody else to keep', async () => {
  const response = await ask('q=sophien')
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('private, max-age=60')
  const { items, incomplete } = (await response.json()) as Body
  expect(incomplete).toBe(false)
  expect(items).toEqual([{ label: 'Sophienstraße', lat: expect.any(Number), lon: expect.any(Number) }])
})

it('answers a place with the addresses around it and how far they are', async () => {
  const [street] = (await answer('q=sophien')).items
  const { items } = await answer(`lat=${street!.lat}&lon=${street!.lon}`)
  expect(items[0]).toEqual({ ...street, metres: 0 })
})

it("the neighbour's streets are not found here, and ours not there", async () => {
  expect((await answer('q=Stedefreunder')).items).toEqual([])
  expect((await answer('q=sophien', 'herford')).items).toEqual([])
  expect((await answer('q=Stedefreunder', 'herford')).items).toHaveLength(1)
})

it.each(['', 'q=', 'q=a', `q=${'a'.repeat(101)}`, 'lat=52', 'lat=95&lon=8', 'lat=x&lon=y', 'lat=&lon='])(
  'refuses ?%s as 422',
  async (query) => {
    const response = await ask(query)
    expect(response.status).toBe(422)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  },
)

it('says that it is incomplete when the geocoder is silent, and logs no word of what was searched', async () => {
  world.deps.geocoder = {
    provider: 'photon.example',
    mayComplete: true,
    search: () => Promise.reject(new Error('silent')),
    nameAt: () => Promise.reject(new Error('silent')),
  }
  try {
    expect(await answer('q=sophien')).toMatchObject({ items: [{ label: 'Sophienstraße' }], incomplete: true })
    expect((await answer('lat=52.0405&lon=8.735')).incomplete).toBe(true)
  } finally {
    world.deps.geocoder = null
  }
  expect(JSON.stringify(world.logLines)).not.toContain('sophien')
  expect(withoutSecrets('/bad-salzuflen/orte')).toBe('/bad-salzuflen/orte')
})

it('the privacy page says who is asked, and that it is nobody where nobody is', async () => {
  const page = async () => (await world.app.fetch(new Request(`${PUBLIC_URL}/bad-salzuflen/datenschutz`))).text()
  expect(await page()).toContain('Kein anderer Dienst erfährt davon')
  world.deps.geocoder = {
    provider: 'photon.example',
    mayComplete: true,
    search: async () => [],
    nameAt: async () => null,
  }
  try {
    expect(await page()).toContain('fragt unser Server den Dienst photon.example')
  } finally {
    world.deps.geocoder = null
  }
})
