/** What a town promises: when it answers, on which days it works, when it deletes. */
import { holidaysOf } from '../../reports/working-days.ts'
import { type Finding, met, missing, type TownFacts } from './requirement.ts'

/** Working days, as the town's file allows them. */
const DEADLINE = { least: 1, most: 90 }
/** Months, as the town's file allows them. */
const RETENTION = { contact: 24, text: 120, photos: 120 } as const

export function deadlinesSet({ town }: TownFacts): Finding {
  const without = town.categories.filter(({ answerWithin }) => !isWithin(answerWithin, DEADLINE))
  if (without.length > 0) return missing({ categories: without.map(({ key }) => key) })
  return met({ longest: Math.max(...town.categories.map(({ answerWithin }) => answerWithin)) })
}

export function holidaysKnown({ town }: TownFacts): Finding {
  const land = holidaysOf(town.ags)
  return land ? met({ land }) : missing({ ags: town.ags })
}

export function retentionSet({ town: { retention } }: TownFacts): Finding {
  const spans = Object.entries(RETENTION) as [keyof typeof RETENTION, number][]
  const what = spans.filter(([span, most]) => !isWithin(retention[span], { least: 1, most })).map(([span]) => span)
  return what.length > 0 ? missing({ what }) : met({ ...retention })
}

const isWithin = (value: number | undefined, { least, most }: { least: number; most: number }) =>
  value !== undefined && value >= least && value <= most
