/** {base}/aufgabe: a proof of work to be done, where the town wants one. */
import { Hono } from 'hono'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import { makeChallenge } from '../../proof/proof.ts'
import { describe, json } from '../api/describe.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { limitSearches } from '../limits.ts'

const Challenge = z.object({}).loose().meta({ id: 'Challenge', description: 'A task of ALTCHA v2' })

const described = describe({
  operationId: 'getChallenge',
  tag: 'reports',
  summary: 'A proof of work to be done before sending',
  description: 'Only where a town asks for one; 404 elsewhere. Its solution goes along with the report as `altcha`.',
  answers: { 200: json('The task', Challenge) },
  refuses: [404],
})

export const challenge = new Hono<AppEnv>()
  .onError(problem)
  .use(limitSearches)
  .get('/', described, async (c) => {
    const { deps, town } = c.var
    if (!town.protection.proofOfWork) throw notFound()
    c.header('Cache-Control', 'no-store')
    const { database, secret, now } = deps
    return c.json(await makeChallenge({ database, secret, now, town: town.key }))
  })
