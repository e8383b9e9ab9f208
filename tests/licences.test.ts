/** What runs with the product may be given on with it under the EUPL-1.2; the full list is `npm run sbom`. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Unlicense',
])
/** Each with a reason of its own. */
const EXCEPTIONS: Record<string, { licence: string; why: string }> = {
  '@fontsource/fira-sans': { licence: 'OFL-1.1', why: 'a font, which may be given on with any program' },
}
/** libvips is loaded at run time as a library of its own, which anybody may exchange for another build of it. */
const LIBVIPS = /^@img\/sharp-/

type Package = { dev?: boolean; devOptional?: boolean; license?: string; link?: boolean }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
const runtime = Object.entries(packages)
  .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
  .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), licence: license ?? '' }))

/** `(MIT OR CC0-1.0)`: one is enough. `A AND B`: each. */
function isAllowed(licence: string, also: string[] = []): boolean {
  const plain = licence.replaceAll(/[()]/g, '')
  const fine = (one: string) => ALLOWED.has(one) || also.includes(one)
  if (plain.includes(' AND ')) return plain.split(' AND ').every(fine)
  return plain.split(' OR ').some(fine)
}

describe('every dependency that runs with the product', () => {
  it('has a licence that is on the list, or is an exception with a reason', () => {
    expect(runtime.length).toBeGreaterThan(30)
    const wrong = runtime.filter(({ name, licence }) => {
      if (EXCEPTIONS[name]?.licence === licence) return false
      return !isAllowed(licence, LIBVIPS.test(name) ? ['LGPL-3.0-or-later'] : [])
    })
    expect(wrong).toEqual([])
  })

  it('is free of the GPL and the AGPL', () => {
    expect(runtime.filter(({ licence }) => /\bA?GPL/.test(licence))).toEqual([])
  })
})

it('the list tells a licence that is not on it', () => {
  expect(['AGPL-3.0-only', 'MIT AND GPL-2.0', '', 'SSPL-1.0'].filter((licence) => isAllowed(licence))).toEqual([])
  expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC'].filter((licence) => !isAllowed(licence))).toEqual([])
})
