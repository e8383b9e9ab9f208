import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressesNear, findAddresses, nameAt } from '../../server/places/find-addresses.ts'
import { foldStreet } from '../../server/places/street-words.ts'
import type { FoundPlace, Geocoder } from '../../server/ports.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { rollBackTown } from '../../server/towns/roll-back-town.ts'
import { CITIZEN } from '../support/people.ts'
import { compiledTown } from '../support/towns.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** In the first town and, a little north of it, in nobody's. */
const INSIDE = { lat: 52.08, lon: 8.75 }
const OUTSIDE = { lat: 52.5, lon: 8.75 }

/** A geocoder that knows these places, or does not answer at all. */
function geocoder(places: FoundPlace[] | 'silent', mayComplete = true): Geocoder & { asked: string[] } {
  const asked: string[] = []
  const answer = async () => {
    if (places === 'silent') throw new Error('no answer')
    return places
  }
  return {
    provider: 'photon.example',
    mayComplete,
    asked,
    search: (words) => {
      asked.push(words)
      return answer()
    },
    nameAt: async () => (await answer())[0] ?? null,
  }
}
const find = async (words: string, asked: Geocoder | null = null, isTyping = false) =>
  findAddresses(await world.as(CITIZEN), asked, { words, most: 5, isTyping })
const labels = async (words: string, asked: Geocoder | null = null) =>
  (await find(words, asked)).items.map(({ label }) => label)

describe('finding an address', () => {
  it('finds a street of the town by its beginning, its abbreviation and a part of the town', async () => {
    expect((await labels('rud'))[0]).toBe('Rudolph-Brandes-Allee')
    expect((await labels('Loosestr.'))[0]).toBe('Loosestraße, Wüsten')
    expect(await labels('Mühlenweg')).toEqual(['Mühlenweg, Kusenbaum', 'Mühlenweg, Schötmar'])
    expect((await labels('muehlenweg schötmar'))[0]).toBe('Mühlenweg, Schötmar')
    expect((await labels('Mühlenweg, Schötmar'))[0]).toBe('Mühlenweg, Schötmar')
  })

  it('keeps the house number and says when the house is not known', async () => {
    const [found] = (await find('Heerser Weg 22')).items
    expect(found).toMatchObject({ label: 'Heerser Weg 22, Schötmar', isRough: true, source: 'list' })
  })

  it('understands typed coordinates and marks those outside', async () => {
    expect((await find('52,08; 8,75')).items).toEqual([{ ...INSIDE, label: '52.08000, 8.75000', source: 'words' }])
    expect((await find('52.5, 8.75')).items[0]).toMatchObject({ ...OUTSIDE, isOutside: true })
  })

  it('does not search the list of another town', async () => {
    const inHerford = await findAddresses(await world.as(CITIZEN, NEIGHBOUR), null, { words: 'Rudolph', most: 5 })
    expect(inHerford.items).toEqual([])
    expect(await labels('Stedefreunder')).toEqual([])
  })

  it('puts a geocoder beside the list, without doubles and with those outside marked', async () => {
    const asked = geocoder([
      { label: 'Sophienstraße, Bad Salzuflen', lat: 52.0871, lon: 8.7497 },
      { label: 'Sophienhof 3, Schötmar', ...INSIDE },
      { label: 'Sophienallee 1, Anderswo', ...OUTSIDE },
    ])
    const { items, isIncomplete } = await find('Sophien', asked)
    expect(isIncomplete).toBe(false)
    expect(items.map(({ label, source, isOutside }) => [label, source, isOutside])).toEqual([
      ['Sophienstraße', 'list', undefined],
      ['Sophienhof 3, Schötmar', 'geocoder', undefined],
      ['Sophienallee 1, Anderswo', 'geocoder', true],
    ])
  })

  it("takes the geocoder's house where the list only knows the street", async () => {
    const at = { lat: 52.0621, lon: 8.7574 }
    const { items } = await find('Heerser Weg 22', geocoder([{ label: 'Heerser Weg 22, Schötmar', ...at }]))
    expect(items).toEqual([{ label: 'Heerser Weg 22, Schötmar', ...at, source: 'geocoder' }])
  })

  it('goes on with the list when the geocoder does not answer, and says so', async () => {
    const { items, isIncomplete } = await find('Sophien', geocoder('silent'))
    expect(isIncomplete).toBe(true)
    expect(items.map(({ label }) => label)).toEqual(['Sophienstraße'])
  })

  it('leaves a geocoder in peace that may not be asked while somebody types', async () => {
    const asked = geocoder([], false)
    await find('Sophien', asked, true)
    expect(asked.asked).toEqual([])
    await find('Sophien', asked)
    expect(asked.asked).toEqual(['Sophien'])
  })
})

describe('naming a place', () => {
  it('names it by the nearest street within 60 m, else asks the geocoder, else nobody knows', async () => {
    const ctx = await world.as(CITIZEN)
    const [street] = (await find('Sophienstraße')).items
    const near = { lat: street!.lat + 0.0003, lon: street!.lon }
    expect(await nameAt(ctx, null, near)).toMatchObject({ label: 'Sophienstraße', metres: 33 })
    const field = { lat: 52.0405, lon: 8.735 }
    expect(await nameAt(ctx, null, field)).toBeNull()
    const named = geocoder([{ label: 'Feldweg 1', ...field }])
    expect(await nameAt(ctx, named, field)).toMatchObject({ label: 'Feldweg 1', source: 'geocoder' })
    expect(await nameAt(ctx, geocoder('silent'), field)).toBeNull()
  })

  it('lists what is around, nearest first', async () => {
    const { items } = await addressesNear(await world.as(CITIZEN), null, {
      point: { lat: 52.0871, lon: 8.7497 },
      most: 5,
    })
    const metres = items.map((one) => one.metres)
    expect(metres.length).toBeGreaterThan(1)
    expect(metres).toEqual([...metres].sort((a, b) => a - b))
  })
})

describe("a town's list", () => {
  it('comes with the folder, houses included, and stays when the town goes back', async () => {
    const house = { street: 'Neue Straße', folded: foldStreet('Neue Straße'), part: '', postcode: '32657' }
    const addresses = [
      { ...house, number: '7 a', lat: 52.0301, lon: 8.9 },
      { ...house, number: '9', lat: 52.0303, lon: 8.9 },
    ]
    const lemgo = compiledTown('lemgo')
    await applyTown(world.database, { ...lemgo, addresses }, 'test', world.now())
    world.pass(5_000)
    const inLemgo = async (words: string) =>
      (await findAddresses(await world.as(CITIZEN, 'lemgo'), null, { words, most: 3 })).items
    expect(await inLemgo('neue str 7A')).toMatchObject([{ label: 'Neue Straße 7 a', lat: 52.0301 }])
    expect(await inLemgo('neue str 8')).toMatchObject([{ label: 'Neue Straße 8', isRough: true }])
    expect(await inLemgo('Liemer Weg')).toEqual([])
    await rollBackTown(world.database, { town: 'lemgo' }, 'test', world.now())
    world.pass(5_000)
    expect(await inLemgo('Neue Straße')).toMatchObject([{ label: 'Neue Straße' }])
  })
})
