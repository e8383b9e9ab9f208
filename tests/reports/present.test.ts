import { expect, it } from 'vitest'
import type { GivenAnswer, Visibility } from '../../db/schema/reports.ts'
import { presentReport } from '../../server/reports/present.ts'
import type { ReportRow } from '../../server/reports/rows.ts'

const answer = (key: string, isPublic: boolean, isFreeText: boolean): GivenAnswer => ({
  key,
  label: key,
  value: key,
  words: key,
  public: isPublic,
  isFreeText,
})
const text = {
  town: 'lemgo',
  reportId: 'r',
  description: 'Loch vor Haus 7',
  address: 'bei Familie Muster',
  answers: [answer('chosen', true, false), answer('typed', true, true), answer('private', false, false)],
}
const shownWith = (textVisibility: Visibility) =>
  presentReport({ report: { status: 'question', textVisibility } as ReportRow, text })

it('what a citizen typed is public only with the released text, what was chosen at once', () => {
  for (const visibility of ['waiting', 'hidden'] as const) {
    const shown = shownWith(visibility)
    expect(shown).toMatchObject({ description: null, address: null, answers: [{ label: 'chosen' }] })
    expect(shown.answers).toHaveLength(1)
  }
  const released = shownWith('shown')
  expect(released).toMatchObject({ description: text.description, address: text.address })
  expect(released.answers.map(({ label }) => label)).toEqual(['chosen', 'typed'])
})

it('a question to the reporter is nobody else’s business', () => {
  expect(shownWith('shown').status).toBe('in_progress')
})
