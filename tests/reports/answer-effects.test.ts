import { describe, expect, it } from 'vitest'
import { disclosureOf, effectsOf, priorityOf } from '../../server/reports/answer-effects.ts'
import type { Category } from '../../tenants/catalogue-schema.ts'

const effect = { warn: false, urgent: false }
const category = {
  disclosure: 'place_first',
  questions: [
    { key: 'fault', effects: [{ ...effect, is: 'lid-missing', stop: '110', urgent: true }] },
    { key: 'hate', effects: [{ ...effect, is: true, disclosure: 'never' }] },
    { key: 'tidy', effects: [{ ...effect, is: true, disclosure: 'all_at_once' }] },
  ],
} as unknown as Category

describe('an answer', () => {
  it('that has no effect changes nothing', () => {
    expect(effectsOf(category, { fault: 'smell', hate: false })).toEqual([])
    expect(priorityOf(category, { fault: 'smell' })).toBe('normal')
    expect(disclosureOf(category, {})).toEqual({ visibility: 'shown', textVisibility: 'waiting' })
  })

  it('can hurry', () => {
    expect(priorityOf(category, { fault: 'lid-missing' })).toBe('urgent')
  })

  it('can hide, also where it is one of several', () => {
    expect(disclosureOf(category, { hate: [true] })).toEqual({ visibility: 'hidden', textVisibility: 'hidden' })
  })

  it('can only make more private, never less', () => {
    expect(disclosureOf(category, { tidy: true })).toEqual({ visibility: 'shown', textVisibility: 'waiting' })
    expect(disclosureOf(category, { tidy: true, hate: true }).visibility).toBe('hidden')
  })

  it('tells the question it belongs to', () => {
    expect(effectsOf(category, { fault: 'lid-missing' })).toMatchObject([{ question: 'fault', stop: '110' }])
  })
})
