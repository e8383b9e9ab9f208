import { beforeAll, describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import type { TownFolder } from '../../server/towns/check.ts'
import { checkTowns, type TenantsFolder } from '../../server/towns/check-towns.ts'
import { problemLine } from '../../server/towns/problem.ts'
import { contrast, themeCss } from '../../server/towns/theme.ts'

let folder: TenantsFolder
let lemgo: TownFolder
beforeAll(() => {
  folder = readTenants('tenants')
  lemgo = folder.towns.find(({ key }) => key === 'lemgo')!
})

const linesOf = (change: Partial<TownFolder>) =>
  checkTowns({ ...folder, towns: [{ ...lemgo, ...change }] }).problems.map(problemLine)
const yaml = (from: string | RegExp, to: string) => ({ townYaml: lemgo.townYaml.replace(from, to) })

describe('towns check', () => {
  it('finds nothing wrong with the example towns', () => {
    const { towns, problems } = checkTowns(folder)
    expect(problems).toEqual([])
    expect(towns.map(({ town }) => town.key)).toEqual(['bad-salzuflen', 'herford', 'kreis-lippe', 'lemgo'])
  })

  it.each([
    [
      'a key that is not the folder’s',
      () => yaml('key: lemgo', 'key: lemgow'),
      /lemgo\/town\.yaml:\d+:\d+ key: .*„lemgo“/,
    ],
    [
      'a mailbox that is none',
      () => yaml(/mailbox: .*/, 'mailbox: nobody'),
      /lemgo\/town\.yaml:\d+:\d+ departments\.0\.mailbox: /,
    ],
    ['a misspelt field', () => yaml('officialName:', 'oficialName:'), /lemgo\/town\.yaml.*oficialName/],
    ['a colour that is none', () => yaml(/accent: .*/, 'accent: green'), /theme\.accent/],
    ['broken YAML', () => ({ townYaml: 'key: [lemgo' }), /lemgo\/town\.yaml:1:\d+ Das ist kein gültiges YAML/],
    ['two dispatchers', () => yaml(/(key: roads\n)/, '$1    dispatcher: true\n'), /steht bei 2 Fachbereichen/],
    [
      'a category nobody knows',
      () => yaml(/\ncategories:\n/, '\ncategories:\n  - ufo\n'),
      /„ufo“ steht nicht im Katalog/,
    ],
    [
      'a boundary that is no polygon',
      () => ({ boundary: '{"type":"Feature","geometry":null}' }),
      /boundary\.geojson .*Polygon/,
    ],
    ['a boundary that is no JSON', () => ({ boundary: '{' }), /boundary\.geojson .*kein gültiges JSON/],
  ])('says where and what about %s', (_what, change, expected) => {
    const lines = linesOf(change())
    expect(lines.join('\n')).toMatch(expected)
  })

  it('refuses a name that is an address of the platform', () => {
    const town = { ...lemgo, key: 'api', townYaml: lemgo.townYaml.replace('key: lemgo', 'key: api') }
    expect(
      checkTowns({ ...folder, towns: [town] })
        .problems.map(problemLine)
        .join(),
    ).toContain('Adresse der Plattform')
  })
})

describe('a town’s theme', () => {
  const role = (css: string, name: string) =>
    [...css.matchAll(new RegExp(`${name}:(#[0-9a-f]{6})`, 'g'))].map(([, colour]) => colour!)

  it.each(['#00536e', '#9e0000', '#2f5d34', '#5a3f8c', '#2044aa'])(
    'derives a dark accent from %s that can be read',
    (accent) => {
      const [, dark] = role(themeCss({ accent }), '--accent')
      for (const ground of ['#1d2034', '#131525']) expect(contrast(dark!, ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('puts text on the accent that can be read, in light and dark', () => {
    const css = themeCss({ accent: '#00536e', accentDark: '#7cc0d8' })
    const pairs = role(css, '--accent').map((accent, i) => contrast(accent, role(css, '--on-accent')[i]!))
    for (const ratio of pairs) expect(ratio).toBeGreaterThanOrEqual(4.5)
  })
})
