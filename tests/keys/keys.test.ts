/** What opens a door, how often, and until when. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endKey } from '../../server/keys/end-key.ts'
import { listKeys } from '../../server/keys/list-keys.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { useKey } from '../../server/keys/use-key.ts'
import { CITIZEN } from '../support/people.ts'
import { createWorld, NEIGHBOUR, type World } from '../support/world.ts'

const HOUR_MS = 3_600_000
const READER = { name: 'Leser', scopes: ['read' as const], perHour: 600 }

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const make = async (change: Partial<Parameters<typeof makeKey>[1]> = {}) =>
  makeKey(await world.as(world.people.Clara), { ...READER, ...change })
const use = async (key: string | undefined, town?: string) => useKey(await world.as(CITIZEN, town), key, 'read')
const listed = async (id: string) => (await listKeys(await world.as(world.people.Clara))).find((one) => one.id === id)!

describe('a key', () => {
  let id: string
  let key: string
  beforeEach(async () => {
    ;({ id, key } = await make())
  })

  it('opens its own town, as the system it was made for', async () => {
    const { actor } = await use(key)
    expect(actor).toEqual({ kind: 'key', keyId: id, name: 'Leser', scopes: ['read'], department: null })
  })

  it('opens nothing next door, and neither do none, a wrong and an endless one', async () => {
    for (const [given, town] of [
      [key, NEIGHBOUR],
      [undefined, undefined],
      [`${key}x`, undefined],
      ['a'.repeat(10_000), undefined],
    ] as const)
      await expect(use(given, town)).rejects.toMatchObject({ code: 'forbidden', reason: 'key_unknown' })
  })

  it('opens nothing once it has ended', async () => {
    await use(key)
    await endKey(await world.as(world.people.Clara), { id })
    await expect(use(key)).rejects.toMatchObject({ reason: 'key_unknown' })
  })

  it('is good for its scopes alone', async () => {
    const other = await make({ scopes: ['submit'] })
    await expect(use(other.key)).rejects.toMatchObject({ code: 'forbidden', reason: 'key_not_for_this' })
  })

  it('is counted by the hour, each for itself', async () => {
    const { key } = await make({ perHour: 2 })
    const other = await make({ perHour: 2 })
    await use(key)
    await use(key)
    await expect(use(key)).rejects.toMatchObject({ code: 'too_many' })
    await use(other.key)
    world.pass(HOUR_MS)
    await use(key)
  })

  it('says on which day it was used last, written once a day', async () => {
    expect((await listed(id)).usedAt).toBeNull()
    await use(key)
    const first = (await listed(id)).usedAt!
    world.pass(60_000)
    await use(key)
    expect((await listed(id)).usedAt).toEqual(first)
    world.pass(24 * HOUR_MS)
    await use(key)
    expect((await listed(id)).usedAt!.getTime()).toBeGreaterThan(first.getTime())
  })

  it('is made, listed and ended by the admin of the town alone', async () => {
    for (const [person, code] of [
      [world.people.Bernd, 'forbidden'],
      [world.people.Dirk, 'not_found'],
    ] as const) {
      const ctx = await world.as(person)
      await expect(makeKey(ctx, READER)).rejects.toMatchObject({ code })
      await expect(async () => listKeys(ctx)).rejects.toMatchObject({ code })
      await expect(endKey(ctx, { id })).rejects.toMatchObject({ code })
    }
    await expect(endKey(await world.as(world.people.Dirk, NEIGHBOUR), { id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await use(key)
  })
})
