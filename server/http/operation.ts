/** For whoever runs it: alive, and ready to serve. */
import { Hono } from 'hono'
import { AppError } from '../errors.ts'
import { problem } from './api/problem.ts'
import type { AppEnv } from './app-env.ts'

export const operation = new Hono<AppEnv>()
  .onError(problem)
  .get('/healthz', (c) => c.json({ status: 'ok' }))
  .get('/readyz', async (c) => {
    if (!(await c.var.deps.isReady())) throw new AppError('unavailable', 'unavailable')
    return c.json({ status: 'ready' })
  })
