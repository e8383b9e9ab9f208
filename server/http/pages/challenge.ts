/** {base}/aufgabe: a proof of work to be done, where the town wants one. */
import { Hono } from 'hono'
import { notFound } from '../../errors.ts'
import { makeChallenge } from '../../proof/proof.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { limitSearches } from '../limits.ts'

export const challenge = new Hono<AppEnv>()
  .onError(problem)
  .use(limitSearches)
  .get('/', async (c) => {
    const { deps, town } = c.var
    if (!town.protection.proofOfWork) throw notFound()
    c.header('Cache-Control', 'no-store')
    const { database, secret, now } = deps
    return c.json(await makeChallenge({ database, secret, now, town: town.key }))
  })
