/** Whatever order people do things in, for long: no guard is broken, and somebody is always in charge. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { walkAtRandom } from '../support/random-walk.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('holds over 10,000 steps', { timeout: 600_000 }, async () => {
  await expect(walkAtRandom(world, 10_000)).resolves.toBeUndefined()
})
