/** Whatever order people do things in, for a while: the long walk is one of the long tests. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { walkAtRandom } from '../support/random-walk.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('holds over 2,000 steps', { timeout: 120_000 }, async () => {
  await expect(walkAtRandom(world, 2_000)).resolves.toBeUndefined()
})
