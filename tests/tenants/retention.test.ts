/** How long the parts of a report are kept: in the town, in the catalogue, in what a town changes. */
import { describe, expect, it } from 'vitest'
import { CategoryChange, resolveCategory, WholeCategory } from '../../tenants/catalogue-schema.ts'
import { Retention, retentionExceptions, retentionOf } from '../../tenants/retention.ts'

const whole = (more = {}) =>
  WholeCategory.parse({ key: 'lost-bench', group: 'green', icon: 'dots', name: 'Bank', ...more })
const town = (categories: Parameters<typeof retentionOf>[0]['categories']) => ({
  retention: Retention.parse({}),
  categories,
})

describe('a category with spans of its own', () => {
  it('keeps what it names as long as it says, and the rest as its town does', () => {
    const bench = resolveCategory(whole({ retention: { photos: 3 } }))
    expect(retentionOf(town([bench]), 'lost-bench')).toEqual({ contact: 6, text: 36, photos: 3 })
    expect(retentionOf(town([bench]), 'another')).toEqual({ contact: 6, text: 36, photos: 12 })
    expect(retentionOf(town([bench]), undefined)).toEqual({ contact: 6, text: 36, photos: 12 })
  })

  it('is changed by a town span by span', () => {
    const change = CategoryChange.parse({ retention: { contact: 1 } })
    const bench = resolveCategory(whole({ retention: { photos: 3, contact: 9 } }), [change])
    expect(bench.retention).toEqual({ photos: 3, contact: 1 })
  })

  it('is named only where it differs', () => {
    const same = resolveCategory(whole({ retention: { photos: 12 } }))
    const other = resolveCategory(whole({ key: 'bin', retention: { text: 1 } }))
    expect(retentionExceptions(town([same, other]))).toEqual([{ key: 'bin', contact: 6, text: 1, photos: 12 }])
  })

  it.each([{ contact: 0 }, { contact: 25 }, { text: 121 }, { photos: 1.5 }, { notes: 3 }])(
    'is refused with %o',
    (retention) => {
      expect(CategoryChange.safeParse({ retention }).success).toBe(false)
      expect(WholeCategory.safeParse({ ...whole(), retention }).success).toBe(false)
    },
  )
})
