/** What the log says of an unexpected error: enough to find it, and nobody's words. */
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'
import { describeError } from '../server/describe-error.ts'

const CANARY = 'anna@post.example'
const statement = 'insert into contacts (email) values ($1)'

describe('an error of the database', () => {
  it('is told without its statement and the values in it, whatever a build calls its class', () => {
    const lost = new Error('the connection was lost')
    const asBuilt = Object.assign(new Error(`Failed query: ${statement}\nparams: ${CANARY}`), {
      query: statement,
      params: [CANARY],
      cause: lost,
    })
    for (const error of [new DrizzleQueryError(statement, [CANARY], lost), asBuilt]) {
      const told = JSON.stringify(describeError(error))
      expect(told).not.toContain(CANARY)
      expect(told).not.toContain('insert into')
      expect(told).toContain('at ')
    }
  })
})

it('any other error keeps its message', () => {
  expect(describeError(new TypeError('no town'))).toMatchObject({ error: 'TypeError', message: 'no town' })
})
