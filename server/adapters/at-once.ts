/**
 * A statement of postgres.js in one round trip. Version 3.4 first asks Postgres for the types of its parameters and
 * says nothing else until it knows, so each statement takes two and none goes out beside another. Whoever gives all
 * parameters in words need not ask: Postgres reads them as what stands in that place of the statement.
 */
import type { TransactionSql } from 'postgres'

type Unsafe = TransactionSql['unsafe']

export function atOnce(sql: TransactionSql): Unsafe {
  return (text, params = [], options = {}) => {
    const query = sql.unsafe(text, [], { ...options, simple: params.length === 0 } as typeof options)
    // Parameters that are there already are sent as they are (`build` in its connection.js).
    return (params.length === 0 ? query : Object.assign(query, { parameters: params.map(inWords) })) as never
  }
}

/** As Postgres reads a value of any type. @throws TypeError for what has no words of its own */
function inWords(value: unknown): string | null {
  if (value === null) return null
  if (value instanceof Uint8Array)
    return `\\x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
  if (value instanceof Date) return value.toISOString()
  if (value === undefined || typeof value === 'object') throw new TypeError('no parameter of a statement')
  return String(value)
}
