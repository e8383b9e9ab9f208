/** The JSON API, mounted at /api. */
import { Hono } from 'hono'
import { notFound } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { apiDocument } from './document.ts'
import { problem } from './problem.ts'
import { v1 } from './v1.ts'

export const api = new Hono<AppEnv>()
  .use(anyOrigin, limitReads)
  .onError(problem)
  .route('/v1', v1)
  .get('/openapi.json', unchanged, async (c) => c.json(await apiDocument(c.var.deps.publicUrl)))
  .all('*', () => {
    throw notFound()
  })
