/** The binding standard: a town that keeps to it, and each requirement failing once. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ConformanceLine } from '../../db/schema/platform.ts'
import { readTenants } from '../../server/cli/command-world.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'
import { conformanceOf, failingOf } from '../../server/towns/conformance.ts'
import { lineInWords } from '../../server/towns/conformance-in-words.ts'
import type { RequirementKey, TownFacts } from '../../server/towns/requirements/requirement.ts'
import { REQUIREMENTS } from '../../server/towns/requirements/table.ts'
import { resolveTown } from '../../server/towns/resolve-town.ts'
import type { WholeCategory } from '../../tenants/catalogue-schema.ts'
import { NO_SETTINGS, type StoredTown, type Town, type TownSettings } from '../../tenants/schema.ts'

let sound: TownFacts
beforeAll(() => {
  const { towns, catalogue } = checkTowns(readTenants('tenants'))
  const { town: stored, geometry: boundary } = towns.find(({ town }) => town.key === 'bad-salzuflen')!
  const neighbours = towns
    .filter(({ town }) => ['herford', 'lemgo'].includes(town.key))
    .map(({ town, geometry }) => ({ key: town.key, name: town.name, boundary: geometry }))
  const known = new Map(catalogue!.categories.map((category) => [category.key, category]))
  sound = {
    stored,
    town: resolveTown(stored, known),
    settings: NO_SETTINGS,
    catalogue: known,
    boundary,
    neighbours,
    hasCounty: true,
    staff: 2,
    answers: [
      { path: '/', status: 200 },
      { path: '/api/v1/towns/bad-salzuflen/categories', status: 200 },
    ],
    earlier: [],
    isDemo: true,
    today: '2026-11-16',
  }
})

const lineOf = (facts: TownFacts, key: RequirementKey) =>
  conformanceOf(facts).find(({ requirement }) => requirement === key)!
const told = (line: ConformanceLine) => lineInWords('de', sound.town, line)

const withTown = (change: (town: Town) => Partial<Town>) => (facts: TownFacts) => ({
  ...facts,
  town: { ...facts.town, ...change(facts.town) },
})
const withStored = (change: (stored: StoredTown) => Partial<StoredTown>) => (facts: TownFacts) => ({
  ...facts,
  stored: { ...facts.stored, ...change(facts.stored) },
})
const settings = (change: Partial<TownSettings>) => (facts: TownFacts) => ({
  ...facts,
  settings: { ...NO_SETTINGS, ...change },
})
/** Pothole as a category that may hurt somebody. */
const dangerous = (change: object) =>
  withTown(({ categories, departments }) => ({
    departments: departments.map(({ onCall: _nobody, ...department }) => department),
    categories: categories.map((one) => (one.key === 'pothole' ? { ...one, ...change } : one)),
  }))
const without = (category: string) =>
  withTown(({ departments }) => ({
    departments: departments.map((one) => ({ ...one, categories: one.categories.filter((key) => key !== category) })),
  }))
const northHalf = {
  key: 'nord',
  name: 'Nord',
  area: 1,
  geometry: { type: 'Polygon' as const, coordinates: [] as unknown[] },
}

describe('a town that keeps to the standard', () => {
  it('meets every line', () => {
    expect(conformanceOf(sound).filter(({ state }) => state !== 'met')).toEqual([])
    expect(conformanceOf(sound)).toHaveLength(REQUIREMENTS.length)
  })

  it.each(['de', 'en'] as const)('is told so in words (%s)', (language) => {
    for (const line of conformanceOf(sound)) {
      const { title, sentence, source } = lineInWords(language, sound.town, line)
      expect([title, sentence, source].join()).not.toMatch(/undefined|NaN|\[object/)
      expect(sentence).not.toBe('')
    }
  })
})

type Case = [RequirementKey, ConformanceLine['state'], string, (facts: TownFacts) => TownFacts, RegExp, RegExp]
const CASES: Case[] = [
  ['owners', 'missing', 'a category nobody owns', without('pothole'), /^Niemand zuständig: Schlagloch/, /Leitstelle/],
  [
    'targets',
    'missing',
    'a rule to nobody',
    withTown(({ rules }) => ({ rules: [{ ...rules[0]!, to: 'moon' }] })),
    /gibt es nicht: moon/,
    /„to“/,
  ],
  [
    'targets',
    'missing',
    'a partner nobody knows',
    withTown(({ rules }) => ({ rules: [{ ...rules[0]!, to: 'partner/moon' }] })),
    /partner\/moon/,
    /Partner/,
  ],
  [
    'targets',
    'missing',
    'a county that is not there',
    (facts) => withTown(({ rules }) => ({ rules: [{ ...rules[0]!, to: 'county' }] }))({ ...facts, hasCounty: false }),
    /county/,
    /„to“/,
  ],
  [
    'deadlines',
    'missing',
    'no deadline',
    dangerous({ answerWithin: undefined }),
    /^Ohne Frist: Schlagloch/,
    /Arbeitstage/,
  ],
  [
    'legal',
    'missing',
    'no privacy page',
    withTown(({ legal }) => ({ legal: { ...legal, privacy: undefined } })),
    /^Es fehlt: Datenschutz$/,
    /Adressen der Seiten/,
  ],
  ['agreement', 'missing', 'no agreement', withTown(() => ({ legal: {} })), /^Das Datum fehlt$/, /Unterschrift/],
  [
    'agreement',
    'missing',
    'an agreement of tomorrow',
    withTown(() => ({ legal: { processingAgreement: '2026-11-17' } })),
    /17\. November 2026 liegt in der Zukunft/,
    /Unterschrift/,
  ],
  [
    'mailboxes',
    'missing',
    'a mailbox that is none',
    withTown(({ contact }) => ({ contact: { ...contact, email: 'rathaus' } })),
    /rathaus/,
    /echten Postfächer/,
  ],
  [
    'mailboxes',
    'hint',
    'mailboxes of examples, in earnest',
    (facts) => ({ ...facts, isDemo: false }),
    /leitstelle@bad-salzuflen\.example/,
    /\.example/,
  ],
  [
    'phone',
    'hint',
    'no phone',
    withTown(({ contact }) => ({ contact: { ...contact, phone: undefined } })),
    /Telefonnummer fehlt/,
    /115/,
  ],
  [
    'colours',
    'missing',
    'a pale colour',
    withTown(() => ({ theme: { accent: '#ffcc00' } })),
    /hell 1,\d : 1, .*nötig sind 4,5/,
    /dunklere/,
  ],
  [
    'colours',
    'missing',
    'a dark colour in the dark',
    withTown(() => ({ theme: { accent: '#00536e', accentDark: '#00536e' } })),
    /dunkel 1,\d : 1/,
    /hellere/,
  ],
  [
    'languages',
    'missing',
    'an own text in German only',
    withStored(() => ({ texts: { welcome: 'Schön, dass Sie da sind.' } })),
    /^Einfache Sprache, English: noch nicht übersetzt texts\.welcome$/,
    /jeder Sprache/,
  ],
  [
    'languages',
    'missing',
    'a category renamed in German only',
    withStored(({ categories }) => ({
      categories: [{ catalogue: 'pothole', change: { name: { de: 'Loch' } } }, ...categories.slice(1)],
    })),
    /changes\.pothole\.name/,
    /„languages“/,
  ],
  [
    'languages',
    'missing',
    'an own category in German only',
    withStored(() => ({
      categories: [{ key: 'stall', name: 'Marktstand', questions: [] } as unknown as WholeCategory],
    })),
    /own\.stall\.name/,
    /jeder Sprache/,
  ],
  [
    'languages',
    'hint',
    'a line of today in German only',
    settings({ texts: { news: 'Heute geschlossen.' } }),
    /texts\.news/,
    /jeder Sprache/,
  ],
  [
    'notices',
    'missing',
    'danger without a notice',
    dangerous({ emergency: ['112'], notice: undefined }),
    /Nummer fehlt: Schlagloch/,
    /110 oder 112/,
  ],
  [
    'notices',
    'missing',
    'a notice that names another number',
    dangerous({ emergency: ['112'], notice: { de: 'Rufen Sie 110.', en: 'Call 110.' } }),
    /Schlagloch/,
    /110 oder 112/,
  ],
  [
    'notices',
    'missing',
    'on call without a phone',
    dangerous({ emergency: ['on_call'] }),
    /Bereitschaft ohne Telefon: Schlagloch/,
    /jeder Zeit/,
  ],
  [
    'notices',
    'hint',
    'on call without a phone, but 112 helps',
    dangerous({ emergency: ['on_call', '112'], notice: { de: '112', 'de-simple': '112', en: '112' } }),
    /Bereitschaft ohne Telefon/,
    /jeder Zeit/,
  ],
  [
    'retention',
    'missing',
    'contacts kept for ever',
    withTown(({ retention }) => ({ retention: { ...retention, contact: 99 } })),
    /^Nicht geregelt: Kontaktdaten$/,
    /1 bis 24/,
  ],
  ['holidays', 'missing', 'a key of no Land', withTown(() => ({ ags: '99000000' })), /99000000/, /ersten zwei Ziffern/],
  [
    'boundary',
    'missing',
    'a boundary like an eight',
    (facts) => ({
      ...facts,
      boundary: {
        type: 'Polygon',
        coordinates: [
          [
            [8, 52],
            [9, 53],
            [9, 52],
            [8, 52.5],
            [8, 52],
          ],
        ],
      },
    }),
    /^Die Grenze kreuzt oder berührt sich bei 5\d\.\d+, \d\.\d+$/,
    /amtliche Grenze/,
  ],
  [
    'overlap',
    'missing',
    'a neighbour on the same ground',
    (facts) => ({ ...facts, neighbours: [{ key: 'x', name: 'Doppelgänger', boundary: facts.boundary }] }),
    /^Überschneidung: Doppelgänger \(\d+\.\d %\)$/,
    /derselben amtlichen Quelle/,
  ],
  [
    'interfaces',
    'missing',
    'a silent interface',
    (facts) => ({ ...facts, answers: [{ path: '/', status: 500 }] }),
    /^Keine Antwort: \/$/,
    /Betreiber/,
  ],
  [
    'interfaces',
    'hint',
    'nobody to be asked',
    (facts) => ({ ...facts, answers: null }),
    /^Von hier aus nicht geprüft$/,
    /jede Nacht/,
  ],
  ['staff', 'hint', 'nobody to sign in', (facts) => ({ ...facts, staff: 0 }), /noch keinen Zugang/, /Legen Sie/],
]

describe('a requirement that fails', () => {
  it.each(CASES)('%s is %s for %s, and says what to do', (key, state, _what, change, sentence, remedy) => {
    const line = lineOf(change(sound), key)
    expect(line.state).toBe(state)
    expect(told(line).sentence).toMatch(sentence)
    expect(told(line).remedy?.text).toMatch(remedy)
    const english = lineInWords('en', sound.town, line)
    expect([english.sentence, english.remedy?.text].join()).not.toMatch(/undefined|NaN|\[object/)
  })

  it('is among the cases above, every one of them', () => {
    expect(new Set(CASES.map(([key]) => key))).toEqual(new Set(REQUIREMENTS.map(({ key }) => key)))
  })

  it('names the file, the place in it and the lines to write', () => {
    const line = lineOf(withTown(() => ({ legal: {} }))(sound), 'legal')
    expect(told(line).remedy).toMatchObject({
      file: 'town.yaml',
      field: 'legal',
      write: expect.stringMatching(/^legal:\n {2}imprint: https:\/\/www\.bad-salzuflen\.de\//),
    })
    const welcome = lineOf(withStored(() => ({ texts: { welcome: 'Hallo' } }))(sound), 'languages')
    expect(told(welcome).remedy?.write).toBe('texts:\n  welcome:\n    de: …\n    de-simple: …')
  })

  it('keeps nobody from going live where it is a hint', () => {
    expect(failingOf(conformanceOf({ ...sound, staff: 0, isDemo: false, answers: null }))).toEqual([])
    expect(failingOf(conformanceOf(withTown(() => ({ legal: {} }))(sound)))).toHaveLength(2)
  })
})

describe('who is in charge', () => {
  const [west, south, east, north] = [8.5, 51.9, 9, 52.3]
  const middle = 52.1
  const half = (from: number, to: number) => [
    [west, from],
    [east, from],
    [east, to],
    [west, to],
    [west, from],
  ]
  const north2 = { ...northHalf, geometry: { type: 'Polygon' as const, coordinates: [half(middle, north)] } }
  const south2 = {
    ...northHalf,
    key: 'sued',
    name: 'Süd',
    geometry: { type: 'Polygon' as const, coordinates: [half(south, middle)] },
  }
  const ruled = (where: string[]) => (facts: TownFacts) =>
    withTown(() => ({
      districts: [north2, south2],
      rules: where.map((key) => ({ category: 'pothole', in: key, to: 'depot' })),
    }))(without('pothole')(facts))

  it('may be said by rules for every part of the town', () => {
    expect(lineOf(ruled(['nord', 'sued'])(sound), 'owners').state).toBe('met')
  })

  it('must be said for the part that is left out', () => {
    const line = lineOf(ruled(['nord'])(sound), 'owners')
    expect(told(line).sentence).toBe('Niemand zuständig in Süd: Schlagloch, Straßenschaden')
  })

  it('is not the dispatcher by being one', () => {
    const dispatcher = sound.town.departments.find((one) => one.dispatcher)!
    expect(dispatcher.categories).not.toContain('pothole')
    expect(lineOf(without('pothole')(sound), 'owners').state).toBe('missing')
  })
})

it('the terminal keeps what the server found last of the interfaces', () => {
  const earlier = conformanceOf({ ...sound, answers: [{ path: '/', status: 500 }] })
  expect(lineOf({ ...sound, answers: null, earlier }, 'interfaces')).toMatchObject({ state: 'missing' })
})

it('a border that only touches itself is a hint, since everybody agrees on what lies inside', () => {
  const touching = [
    [8, 52],
    [8.5, 52.5],
    [9, 52],
    [9, 53],
    [8.5, 52.5],
    [8, 53],
    [8, 52],
  ]
  expect(lineOf({ ...sound, boundary: { type: 'Polygon', coordinates: [touching] } }, 'boundary').state).toBe('hint')
})
