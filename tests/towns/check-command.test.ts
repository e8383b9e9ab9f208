import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runWithoutDatabase } from '../../server/cli/commands.ts'
import { main } from '../../server/cli/main.ts'

const TOWN = `key: herford
name: Herford
kind: town
departments:
  - name: Rathaus
    mailbox: rathaus@herford.example
`

let tenantsDir: string
beforeEach(() => {
  tenantsDir = mkdtempSync(join(tmpdir(), 'tenants-'))
  for (const name of ['catalogue', 'herford'])
    cpSync(join('tenants', name), join(tenantsDir, name), { recursive: true })
  writeFileSync(join(tenantsDir, 'herford', 'town.yaml'), TOWN)
})
afterEach(() => rmSync(tenantsDir, { recursive: true }))

const edit = (file: string, from: string, to: string) => {
  const path = join(tenantsDir, 'herford', file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}
const check = (...args: string[]) =>
  runWithoutDatabase({ command: 'towns', args: ['check', ...args] }, { tenantsDir, by: 'Clara', now: () => new Date() })

describe('towns check', () => {
  it('tells two mistakes in different files at once', async () => {
    edit('town.yaml', 'kind: town', 'kind: Stadt')
    edit('logo.svg', '<path', '<script/><path')
    expect(await check()).toMatchObject({
      ok: false,
      output: [
        'herford/town.yaml:3:7 kind: „Stadt“ gibt es hier nicht. Schreiben Sie eines von: town (Stadt), municipality (Gemeinde), county (Kreis).',
        'herford/logo.svg:4:3 Das Bild enthält ein Programm. Speichern Sie es in Ihrem Zeichenprogramm als „einfaches SVG“.',
      ].join('\n'),
    })
  })

  it('answers machines in English with file, line and column', async () => {
    edit('town.yaml', 'kind: town', 'kind: Stadt')
    const written: string[] = []
    vi.stubEnv('TENANTS_DIR', tenantsDir)
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    await main(['towns', 'check', '--lang', 'en', '--json']).finally(() => stdout.mockRestore())
    vi.unstubAllEnvs()
    expect(process.exitCode).toBe(1)
    process.exitCode = 0
    const message = 'kind: “Stadt” is not known here. Write one of: town, municipality, county.'
    expect(JSON.parse(written.join(''))).toEqual({
      ok: false,
      output: `herford/town.yaml:3:7 ${message}`,
      data: [{ file: 'herford/town.yaml', line: 3, column: 7, message }],
    })
  })

  it('misses town.yaml in a folder with other files, and minds neither empty folders nor extra files', async () => {
    mkdirSync(join(tenantsDir, 'detmold'))
    mkdirSync(join(tenantsDir, 'empty'))
    writeFileSync(join(tenantsDir, 'detmold', 'wappen.png'), '')
    writeFileSync(join(tenantsDir, 'herford', 'notizen.txt'), 'Herrn Meier anrufen')
    expect((await check())?.output.split('\n')).toEqual([
      'detmold/town.yaml Die Datei fehlt. Legen Sie detmold/town.yaml an.',
      'detmold/boundary.geojson Die Datei fehlt. Legen Sie detmold/boundary.geojson an.',
    ])
  })
})
