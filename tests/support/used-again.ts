/**
 * Databases with the example towns, used again by one test after another: to make one takes half a second, to put one
 * back some hundredths. Whoever changed more than rows has had it for the last time.
 */
import type { Database } from '../../db/client.ts'
import { type Before, lookAt, putBack, type Rows, shapeOf } from './put-back.ts'

export type Reusable = {
  database: Database
  /** As somebody whom no lock holds; where there is nobody it is used once. */
  unlocked: (<Result>(work: (rows: Rows) => Promise<Result>) => Promise<Result>) | null
  end: () => Promise<void>
}

/** An embedded one takes some 0.4 GB, and few tests have more than one at a time. */
const MOST_KEPT = 2
/** What a test leaves under way gets so long to end. */
const PATIENCE_MS = 5_000

/** @param make a new one; returns what gives out one as good as new, to be closed like any other */
export function usedAgain(make: () => Promise<Reusable>): () => Promise<Database> {
  type Kept = Reusable & { before: Before | null }
  const kept: Kept[] = []
  const makeKept = async (): Promise<Kept> => {
    const made = await make()
    return { ...made, before: (await made.unlocked?.(lookAt)) ?? null }
  }
  const isAsBefore = async ({ unlocked, before }: Kept): Promise<boolean> => {
    if (!unlocked || !before) return false
    return unlocked(async (rows) => {
      if ((await shapeOf(rows)) !== before.shape) return false
      await putBack(rows, before)
      return true
    })
  }

  return async () => {
    const given = kept.pop() ?? (await makeKept())
    const underWay = new Set<Promise<unknown>>()
    let isClosed = false
    const unlessClosed = <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (isClosed) return Promise.reject(new Error('This database is closed.'))
      const result = work()
      underWay.add(result)
      const isOver = () => void underWay.delete(result)
      result.then(isOver, isOver)
      return result
    }
    return {
      inTransaction: (town, work) => unlessClosed(() => given.database.inTransaction(town, work)),
      schemaVersion: () => unlessClosed(() => given.database.schemaVersion()),
      close: async () => {
        if (isClosed) return
        isClosed = true
        const isQuiet = await ended(underWay)
        if (isQuiet && kept.length < MOST_KEPT && (await isAsBefore(given))) kept.push(given)
        else await given.end()
      },
    }
  }
}

async function ended(underWay: Set<Promise<unknown>>): Promise<boolean> {
  if (underWay.size === 0) return true
  let limit: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    limit = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const isQuiet = await Promise.race([Promise.allSettled(underWay).then(() => true), late])
  clearTimeout(limit)
  return isQuiet
}
