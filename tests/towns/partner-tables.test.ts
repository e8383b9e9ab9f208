/** The table by which a partner's own system is understood, as a town writes it in its file. */
import { describe, expect, it } from 'vitest'
import { readTenants } from '../../server/cli/command-world.ts'
import { checkTowns } from '../../server/towns/check-towns.ts'

const PARTNER = (open311: string) => `
partners:
  - key: netz
    name: Netz GmbH
    mailbox: netz@netz.example
    open311:
      url: https://netz.example/open311/v2/
${open311}`

function problemsWith(open311: string, language: 'de' | 'en' = 'de'): string[] {
  const { catalogue, towns } = readTenants('tenants')
  const add = (yaml: string) => yaml + PARTNER(open311)
  const changed = towns.map((town) => (town.key === 'lemgo' ? { ...town, townYaml: add(town.townYaml) } : town))
  return checkTowns({ catalogue, towns: changed }, language).problems.map(({ message }) => message)
}
const SERVICES = '      services: { pothole: ROAD, other: REST }\n'

describe('a partner’s table', () => {
  it('is taken when it names what there is', () => {
    const attributes = `      attributes:
        GROESSE: { question: size, values: { wheel: L } }
        'HERKUNFT': { value: Anliegenmelder }
        NR_2.b: { fact: number }
        INTERN: { fact: instruction }
`
    expect(problemsWith(SERVICES + attributes)).toEqual([])
    expect(problemsWith('      services: { other: ALLES }\n')).toEqual([])
  })

  it.each([
    ['a category that is not there', '      services: { pothle: ROAD }\n', 'pothole'],
    ['two sources', `${SERVICES}      attributes: { A: { question: size, value: x } }\n`, 'mit genau einer Angabe'],
    ['no source', `${SERVICES}      attributes: { A: {} }\n`, 'mit genau einer Angabe'],
    [
      'other words for no question',
      `${SERVICES}      attributes: { A: { value: x, values: { wheel: b } } }\n`,
      'values gehört zu einer Frage',
    ],
    [
      'a question that nobody asks',
      `${SERVICES}      attributes: { A: { question: weather-there } }\n`,
      'Eine Frage „weather-there“ stellt diese Kommune nirgends',
    ],
    [
      'a question that is spelt wrong',
      `${SERVICES}      attributes: { A: { question: sise } }\n`,
      'Meinten Sie „size“?',
    ],
    [
      'an answer that nobody gives',
      `${SERVICES}      attributes: { A: { question: size, values: { moon: L } } }\n`,
      '„moon“ ist keine Antwort auf „size“',
    ],
    [
      'a fact that nobody has',
      `${SERVICES}      attributes: { A: { fact: weather } }\n`,
      'Schreiben Sie eines von: number, address, page, instruction',
    ],
    [
      'a field that no system has',
      `${SERVICES}      attributes: { 'A [B]': { value: x } }\n`,
      'Schreiben Sie das Kürzel ohne Leerzeichen',
    ],
  ])('with %s is refused in a sentence that helps', (_what, open311, message) => {
    expect(problemsWith(open311).join('\n')).toContain(message)
    expect(problemsWith(open311, 'en')).toHaveLength(problemsWith(open311).length)
  })
})
