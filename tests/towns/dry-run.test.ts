/** Changed files against past reports: what would have gone elsewhere. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommandWorld } from '../../server/cli/command-world.ts'
import { runCommand } from '../../server/cli/commands.ts'
import type { Replay } from '../../server/towns/replay-reports.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { createWorld, type World } from '../support/world.ts'

const IN_THE_PARK = { lat: 52.0914, lon: 8.7497 }
const SECRET = 'Das Haus von Frau Lindemann'

let world: World
let commands: CommandWorld
beforeAll(async () => {
  world = await createWorld()
  commands = { tenantsDir: mkdtempSync(join(tmpdir(), 'anliegenwerk-tenants-')), by: 'Clara', now: world.now }
  await submitPothole(world, { description: SECRET, contact: CONTACT })
  world.pass(60_000)
  await submitPothole(world, { category: 'bench', ...IN_THE_PARK, answers: { item: 'bench' } })
  world.pass(60_000)
  await submitPothole(world, { category: 'road-sign', answers: { fault: 'hidden' } })
  world.pass(60_000)
  await submitPothole(world, { category: 'graffiti', answers: { hate: true } })
})
afterAll(async () => {
  await world.close()
  rmSync(commands.tenantsDir, { recursive: true, force: true })
})
beforeEach(() =>
  cpSync('tenants', commands.tenantsDir, { recursive: true, filter: (file) => !file.endsWith('demo.jsonl') }),
)

const dryRun = async (...args: string[]) => {
  const reply = await runCommand(world.database, commands, { command: 'towns', args: ['dry-run', ...args] })
  return { ...reply, replay: reply.data as Replay }
}
function change(...changes: [from: string | RegExp, to: string][]) {
  const path = join(commands.tenantsDir, 'bad-salzuflen/town.yaml')
  const before = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    changes.reduce((text, [from, to]) => text.replace(from, to), before),
  )
}

describe('towns dry-run', () => {
  it('moves nothing by files without a change', async () => {
    const { ok, output, replay } = await dryRun('--town', 'bad-salzuflen')
    expect(ok).toBe(true)
    expect(output).toBe('4 Anliegen angesehen, davon 4 ohne Änderung.')
    expect(replay).toEqual({ looked: 4, same: 4, moved: [], gone: [] })
  })

  it('lists by number, department and reason what would go elsewhere, by place, answer and category', async () => {
    change(
      [/( {2}- category: )\[litter-bin, bench\]/, '$1litter-bin'],
      [/(is: hidden \}\n {4}to: )green/, '$1partner/stadtwerke'],
      ['[pothole, ', '['],
      ['[playground, ', '[playground, pothole, '],
    )
    const { output, replay } = await dryRun('--town', 'bad-salzuflen')
    expect(replay.moved.map(({ number, from, to }) => [number, from.department, to.department, to.partner])).toEqual([
      [3, 'green', 'roads', 'stadtwerke'],
      [2, 'spa-gardens', 'depot', null],
      [1, 'roads', 'green', null],
    ])
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^#3: Stadtgrün → Straßen und Verkehr, Auftrag an Stadtwerke Bad Salzuflen\. \S/),
      expect.stringMatching(/^#2: Kurpark und Kuranlagen → Bauhof\. Die Kategorie „Bank.*“ gehört zu/),
      expect.stringMatching(/^#1: Straßen und Verkehr → Stadtgrün\. \S/),
      '4 Anliegen angesehen, davon 1 ohne Änderung.',
    ])
  })

  it('counts the reports whose category is no longer offered', async () => {
    change([/ {2}- graffiti .*\n/, ''], [', graffiti, ', ', '], [/ {2}- category: graffiti\n.*\n.*\n/, ''])
    const { output, replay } = await dryRun('--town', 'bad-salzuflen', '--lang', 'en')
    expect(replay).toMatchObject({ same: 3, gone: [{ category: 'graffiti', count: 1 }] })
    expect(output).toContain('is no longer offered: one report.')
  })

  it('looks only at as many as asked for, the newest', async () => {
    change(['[pothole, ', '['], ['[playground, ', '[playground, pothole, '])
    expect((await dryRun('--town', 'bad-salzuflen', '--last', '3')).replay).toMatchObject({ looked: 3, moved: [] })
    expect((await dryRun('--town', 'bad-salzuflen', '--last', '4')).replay.moved).toHaveLength(1)
  })

  it('tells no word and no name of any report, and nothing of another town', async () => {
    change(['[pothole, ', '['], ['[playground, ', '[playground, pothole, '])
    const told = JSON.stringify(await dryRun('--town', 'bad-salzuflen'))
    for (const secret of [SECRET, CONTACT.name, CONTACT.email]) expect(told).not.toContain(secret)
    expect((await dryRun('--town', 'herford')).output).toBe('Es gibt noch keine Anliegen.')
  })

  it.each([
    [['--town', 'atlantis'], /^town: Nennen Sie eine von: bad-salzuflen/],
    [[], /^town: Nennen Sie eine von/],
    [['--town', 'lemgo', '--last', '5001'], /^last: „5001“ ist keine Zahl von 1 bis 5000/],
    [['--town', 'lemgo', '--last', 'all'], /^last: „all“/],
  ])('says what to write instead of %j', async (args, expected) => {
    expect(await dryRun(...args)).toMatchObject({ ok: false, output: expect.stringMatching(expected) })
  })
})
