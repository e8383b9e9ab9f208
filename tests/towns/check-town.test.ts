/** What is said about broken folders: broken-folders.test.ts. */
import { describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { contrast, themeCss } from '../../server/towns/theme.ts'

describe('towns check', () => {
  it('finds nothing wrong with the example towns', () => {
    const { towns, problems } = checkTowns(readTenants('tenants'))
    expect(problems).toEqual([])
    expect(towns.map(({ town }) => town.key)).toEqual(['bad-salzuflen', 'herford', 'kreis-lippe', 'lemgo'])
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
