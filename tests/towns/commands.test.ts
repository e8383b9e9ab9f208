import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandWorld } from '../../server/cli/command-world.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { runCommand, runWithoutDatabase } from '../../server/cli/commands.ts'
import { applyTown } from '../../server/towns/apply-town.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
let commands: CommandWorld
beforeAll(async () => {
  world = await createWorld()
  commands = { tenantsDir: 'tenants', by: 'Clara', now: world.now }
})
afterAll(() => world.close())

const towns = (...args: string[]) => runCommand(world.database, commands, { command: 'towns', args })
const explain = (...args: string[]) =>
  runWithoutDatabase({ command: 'towns', args: ['explain', '--town', 'bad-salzuflen', ...args] }, commands)

describe('towns explain', () => {
  it.each([
    [
      'the owner of the category',
      ['--category', 'pothole', '--at', '52.0862,8.7443'],
      /^Straßen und Verkehr\. Die Kategorie „Schlagloch, Straßenschaden“ gehört zu/,
    ],
    [
      'whom an answer calls',
      ['--category', 'graffiti', '--at', '52.0862,8.7443', '--answer', 'hate=yes'],
      /^Ordnungsamt\. Eine Regel/,
    ],
    [
      'the dispatcher where the place decides and is not known',
      ['--category', 'bench'],
      /^Leitstelle Anliegen\. Ohne Punkt/,
    ],
    [
      'the neighbour for a place of theirs',
      ['--category', 'pothole', '--at', '52.1152,8.6711'],
      /^Der Ort gehört zu: Herford\./,
    ],
    ['nobody where no town takes part', ['--category', 'pothole', '--at', '48.1,11.5'], /in keiner Kommune/],
  ])('names %s, and why', async (_whom, args, expected) => {
    expect(await explain(...args)).toMatchObject({ ok: true, output: expect.stringMatching(expected) })
  })

  it.each([
    [['--category', 'ufo'], /^category: Nennen Sie eine von: .*pothole/],
    [['--category', 'pothole', '--at', 'here'], /^at: „here“ ist kein Ort/],
    [['--category', 'pothole', '--answer', 'size=enormous'], /^answer: „size“ passt nicht/],
  ])('says what to write instead of %j', async (args, expected) => {
    expect(await explain(...args)).toMatchObject({ ok: false, output: expect.stringMatching(expected) })
  })
})

describe('towns history and rollback', () => {
  it('bring an earlier version back as a new one, and servers follow', async () => {
    const lemgo = checkTowns(readTenants('tenants')).towns.find(({ town }) => town.key === 'lemgo')!
    const mistake = { ...lemgo, town: { ...lemgo.town, name: 'Lemgow' } }
    await applyTown(world.database, mistake, 'Clara', world.now())
    world.pass(5_000)
    expect((await world.deps.registry.town('lemgo'))?.name).toBe('Lemgow')

    expect(await towns('rollback', '--town', 'lemgo')).toMatchObject({ ok: true, data: { version: 3 } })
    world.pass(5_000)
    expect(await world.deps.registry.town('lemgo')).toMatchObject({ name: 'Lemgo', version: 3 })
    expect(await world.deps.registry.municipalityAt({ lat: 52.0277, lon: 8.8996 })).toMatchObject({ key: 'lemgo' })

    const { output } = await towns('history', '--town', 'lemgo')
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^Version 3: .*Clara$/),
      expect.stringMatching(/^Version 2: .*Clara$/),
      expect.stringMatching(/^Version 1: .*test$/),
    ])
  })

  it('refuse what is not there', async () => {
    expect(await towns('rollback', '--town', 'herford')).toEqual({ ok: false, output: 'Davor gibt es keine Version.' })
    expect(await towns('rollback', '--town', 'herford', '--to', '9')).toMatchObject({
      output: 'Diese Version gibt es nicht.',
    })
    expect(await towns('rollback', '--town', 'herford', '--to', 'x')).toMatchObject({ ok: false })
    expect(await towns('history', '--town', 'nowhere')).toMatchObject({ ok: false })
  })
})
