/** Says which units of work kept everybody waiting: on the embedded database that is literally so. */
import type { Database } from '../../db/client.ts'
import type { Log } from '../ports.ts'

const SLOW_MS = 500

export function logSlowWork(database: Database, log: Log): Database {
  return {
    ...database,
    async inTransaction(town, work) {
      const startedAt = performance.now()
      try {
        return await database.inTransaction(town, work)
      } finally {
        const ms = Math.round(performance.now() - startedAt)
        // The frames name the verb; what it was asked may be personal.
        if (ms > SLOW_MS) log.warn({ town, ms, at: framesOf(new Error()) }, 'slow unit of work')
      }
    },
  }
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .slice(2, 6)
    .map((line) => line.trim())
}
