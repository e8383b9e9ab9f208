/** How long a system that asks for time is waited for. */
import { describe, expect, it } from 'vitest'
import { nextTry } from '../../server/webhooks/retries.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

describe('Retry-After', () => {
  const at = new Date('2026-11-22T12:00:00Z')
  const after = (retryAfter: string | null, attempts = 1) =>
    nextTry({ attempts, at, retryAfter, random: 0 })!.getTime() - at.getTime()

  it.each([
    ['120', 120 * SECOND_MS],
    ['Sun, 22 Nov 2026 12:10:00 GMT', 10 * MINUTE_MS],
    ['1', 5 * SECOND_MS],
    ['Sun, 22 Nov 2020 12:00:00 GMT', 5 * SECOND_MS],
    ['999999999', 24 * HOUR_MS],
    ['-5', 5 * SECOND_MS],
    ['soon', 5 * SECOND_MS],
    [null, 5 * SECOND_MS],
  ])('%s: the longer of what is asked and what is planned, at most a day', (header, wait) => {
    expect(after(header)).toBe(wait)
  })
})
