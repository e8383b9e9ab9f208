import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findStreets, indexStreets, type Street } from '../../server/places/street-index.ts'
import { foldStreet, readAddressWords, readCoordinates } from '../../server/places/street-words.ts'
import { readShared, sharedData } from '../support/shared-data.ts'

const street = (name: string, part = '', lat = 0): Street => ({
  street: name,
  folded: foldStreet(name),
  part,
  postcode: null,
  numbers: 0,
  lat,
  lon: 0,
})
const namesIn = (csv: string) => [
  ...new Set(
    csv
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]!.trim())
      .filter(Boolean),
  ),
]
const find = (names: string[], words: string, most = 5) =>
  findStreets(indexStreets(names.map((name) => street(name))), readAddressWords(words), most).map((one) => one.street)

describe('streets as people write them', () => {
  it.each([
    ['Rudolph-Brandes-Allee', 'rudolph brandes allee'],
    ['Bahnhofstr.', 'bahnhofstrasse'],
    ['Bahnhof Str', 'bahnhof strasse'],
    ['SÖLTERSTRASSE', 'soelterstrasse'],
    ['Sölterstraße', 'soelterstrasse'],
    ['St.-Johannis-Pl.', 'sankt johannis platz'],
    ['Café-Weg', 'cafe weg'],
    ['Straße des 17. Juni', 'strasse des 17 juni'],
  ])('%s is looked for as %s', (written, folded) => expect(foldStreet(written)).toBe(folded))

  it.each([
    ['Heerser Weg 22', 'heerser weg', '22', '', ''],
    ['Heerser Weg 22 A, 32105 Bad Salzuflen', 'heerser weg', '22a', '32105', 'bad salzuflen'],
    ['Heerser Weg 22 32105 Bad Salzuflen', 'heerser weg', '22', '32105', 'bad salzuflen'],
    ['Heerser Weg, 22', 'heerser weg', '22', '', ''],
    ['Loosestr.12', 'loosestrasse', '12', '', ''],
    ['Mühlenweg, Schötmar', 'muehlenweg', '', '', 'schoetmar'],
    ['Straße des 17. Juni 5', 'strasse des 17 juni', '5', '', ''],
    ['Weg 30-32', 'weg', '30-32', '', ''],
  ])('%s is taken apart', (words, name, number, postcode, rest) =>
    expect(readAddressWords(words)).toMatchObject({ street: name, number, postcode, rest }),
  )

  it.each([
    ['52.08, 8.75', { lat: 52.08, lon: 8.75 }],
    ['52,08; 8,75', { lat: 52.08, lon: 8.75 }],
    ['52.08 8.75', { lat: 52.08, lon: 8.75 }],
    ['52.08° N, 8.75° O', { lat: 52.08, lon: 8.75 }],
    ['Weg 3, 4', null],
    ['52, 8', null],
    ['95.5, 8.75', null],
  ])('%s as coordinates', (words, place) => expect(readCoordinates(words)).toEqual(place))

  it('puts what begins with the words first, then what has a word that does, and forgives a letter', () => {
    const names = ['Am Rathaus', 'Rathausplatz', 'Rathausstraße', 'Altes Rathaus', 'Ratsweg', 'Lindenstraße']
    expect(find(names, 'Rathaus')).toEqual(['Rathausplatz', 'Rathausstraße', 'Am Rathaus', 'Altes Rathaus'])
    expect(find(names, 'Rahtaus')).toContain('Rathausplatz')
    expect(find(names, 'Lindnstr')).toEqual(['Lindenstraße'])
    expect(find(names, 'Xyzweg')).toEqual([])
  })

  it('never breaks, whatever is typed', () => {
    const index = indexStreets(['Am Rathaus', 'Straße des 17. Juni'].map((name) => street(name)))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (words) => {
        readCoordinates(words)
        expect(findStreets(index, readAddressWords(words), 3).length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

const LISTS = ['bad-salzuflen', 'herford', 'kreis-lippe', 'lemgo'].map(
  (town) => [`the list of ${town}`, readFileSync(`tenants/${town}/streets.csv`, 'utf8')] as const,
)
const LARGE = ['gazetteer/heidelberg-strassen-osm2024.csv', 'gazetteer/bayreuth-nord-adressen-osm.csv']
const missing = LARGE.some((path) => sharedData(path) === null)

/** Each street by itself, by its abbreviation, without umlauts and with a number. */
function expectToFindAll(names: string[]) {
  const index = indexStreets(names.map((name) => street(name)))
  const first = (words: string) => findStreets(index, readAddressWords(words), 1)[0]?.folded
  for (const name of names) {
    const folded = foldStreet(name)
    expect(first(name), name).toBe(folded)
    expect(first(name.toUpperCase()), name).toBe(folded)
    expect(first(name.replace(/(s)traße$/i, '$1tr.')), name).toBe(folded)
    expect(first(`${name} 12 b`), `${name} 12 b`).toBe(folded)
    expect(first(folded), folded).toBe(folded)
  }
}

describe('every street is found by itself, its abbreviation and with a house number', () => {
  it.each(LISTS)('in %s', (_title, csv) => expectToFindAll(namesIn(csv)))

  it.skipIf(missing)(
    `in the real lists of two cities${missing ? ' (skipped: SHARED_DATA has no gazetteer)' : ''}`,
    () => {
      for (const path of LARGE) {
        // A beginning of the file, and every tenth of the rest: the time is quadratic.
        const names = namesIn(readShared(path)).filter((name) => foldStreet(name) !== '')
        expectToFindAll(names.filter((_, index) => index < 300 || index % 10 === 0))
      }
    },
  )
})
