/**
 * Patterns against text made to make them think (ASVS 1.3.12). No benchmark: what grows with the square of a text still
 * passes, what doubles with every letter does not come to an end and is stopped.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { TownFile } from '../../tenants/schema.ts'

type Pattern = { where: string; source: string; flags: string }

/** Where a pattern may begin, so that a division is none. */
const LITERAL =
  /(?<=^\s*|[(,=:[!&|?{};]\s*|return )\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm

function patternsIn(folder: string): Pattern[] {
  const names = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((where) => {
      const text = readFileSync(where, 'utf8').replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, '')
      const found = [...text.matchAll(LITERAL)].map(([, source, flags]) => ({ where, source: source!, flags: flags! }))
      return found.filter(isPattern)
    })
}

/** Two divisions of a statement look like one. */
function isPattern({ source, flags }: Pattern): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp
  } catch {
    return false
  }
}

const PATTERNS = ['server', 'client', 'tenants'].flatMap(patternsIn)
/** The longest text a person may send is 4,000 letters. */
const MOST = 4_000
const PIECES = [
  ...' \t\n\rab0-._/\\@,;:<>"\'&#%+=?!()[]{}|~^$',
  'ä',
  '\u00ad',
  '\u0301',
  '0.',
  '1,',
  'a ',
  ' a',
  'a.',
  'a-',
  '-a',
  '.a',
  '/a',
  'a/',
  'a@',
  '@a',
  '<a',
  '<a ',
  'a=',
  '="',
  '" ',
  '<!--',
  '<!---->',
  '<!-- -->',
  '-->',
  '<?xml>',
  '<!DOCTYPE svg>',
  '{{',
  '}}',
  '[[',
  ']]',
  '[…]',
  '…',
  '&a;',
  '%20',
  '\r\n',
  '=?',
  '?=',
  'http://',
  '//a',
  'a:',
  '::',
  '1-1',
  '12',
  '0x',
  ', ',
  '; ',
  ' – ',
  '„',
  '“',
  'Straße ',
  'Nr. 1',
  'über ',
  'a\n',
  '\n\n',
  '- ',
  '* ',
  '# ',
] // prettier-ignore
const texts = PIECES.flatMap((piece) => {
  const many = piece.repeat(Math.ceil(MOST / piece.length)).slice(0, MOST)
  return [`${many}\u0000`, `a${many}!`, `<a ${many}`]
})

const PATIENCE_MS = 2_000
const context = createContext({ texts })

/** All texts at once; the engine is stopped when it takes too long. */
function runsAway({ source, flags }: Pattern): boolean {
  const code = `(() => { const p = new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)}); for (const t of texts) { p.lastIndex = 0; p.test(t) } })()`
  try {
    new Script(code).runInContext(context, { timeout: PATIENCE_MS })
    return false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true
    throw error
  }
}

describe('no pattern runs away', () => {
  it('and those that are read out of the sources are the patterns there are', () => {
    expect(PATTERNS.length).toBeGreaterThan(150)
    expect(runsAway({ where: 'here', source: '^(a+)+$', flags: '' })).toBe(true)
  })

  it('on any text a person may send', () => {
    const unique = [...new Map(PATTERNS.map((one) => [`${one.source}/${one.flags}`, one])).values()]
    const running = unique.filter(runsAway)
    expect(running.map(({ where, source }) => `${where}: ${source}`)).toEqual([])
  }, 180_000)
})

describe('addresses in a town’s own file', () => {
  const about = (path: string) => (issue: { path: PropertyKey[] }) => issue.path.join('.') === path
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
  ])('lead to pages and run nothing: %j', (address) => {
    const town = {
      key: 'neustadt',
      name: 'Neustadt',
      departments: [{ key: 'all', name: 'Alle', mailbox: 'a@b.example' }],
      contact: { website: address },
      legal: { imprint: address, privacy: address, accessibility: address },
    }
    const issues = TownFile.safeParse(town).error?.issues ?? []
    for (const path of ['contact.website', 'legal.imprint', 'legal.privacy', 'legal.accessibility'])
      expect([path, issues.some(about(path))]).toEqual([path, true])
  })
})
