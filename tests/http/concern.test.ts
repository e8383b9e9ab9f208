/** "That concerns me too": pressed twice it counts once, and it can be taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, PUBLIC_URL, type World } from '../support/world.ts'

let world: World
let page: string
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  page = `/${FIRST_TOWN}/anliegen/${(await submitPothole(world)).report.number}`
})

const get = async (path = page) => (await world.app.fetch(new Request(PUBLIC_URL + path))).text()
const press = async (body: Record<string, string>, peer?: string) => {
  const init = { method: 'POST', body: new URLSearchParams(body) }
  const answer = await world.app.fetch(new Request(`${PUBLIC_URL}${page}/betrifft-mich`, init), { peer })
  return answer.headers.get('Location')!
}
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
const count = async () => Number(/Betrifft (\d+) weitere/.exec(await get())?.[1] ?? 0)

describe('a press', () => {
  it('sent twice from one page counts once', async () => {
    const name = field(await get(), 'press')
    await press({ press: name })
    await press({ press: name })
    expect(await count()).toBe(1)
  })

  it('counts once a day for one address, and each address for itself', async () => {
    for (const peer of ['203.0.113.1', '203.0.113.1', '203.0.113.2']) await press({}, peer)
    expect(await count()).toBe(2)
  })

  it('can be taken back on the page that says it was counted', async () => {
    const thanks = await get(await press({ press: field(await get(), 'press') }))
    expect(thanks).toContain('Doch nicht')
    expect(await get(await press({ back: field(thanks, 'back') }))).toContain('Zurückgenommen.')
    expect(await count()).toBe(0)
  })

  it('of nobody is taken back by a name that somebody made up', async () => {
    await press({})
    await press({ back: crypto.randomUUID() })
    expect(await count()).toBe(1)
  })
})
