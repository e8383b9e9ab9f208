/** For whoever runs it: alive, ready to serve, and in figures. */
import { Hono } from 'hono'
import { AppError, notFound } from '../errors.ts'
import { listDueFigures } from '../notifications/figure-rows.ts'
import { hashOf } from '../secrets.ts'
import { problem } from './api/problem.ts'
import type { AppEnv, Deps } from './app-env.ts'

/** Load balancers ask every few seconds; a database that takes longer to answer serves nobody. */
const READY_MS = 2_000

export const operation = new Hono<AppEnv>()
  .onError(problem)
  .use('/healthz', noStore)
  .use('/readyz', noStore)
  .use('/metrics', noStore)
  .get('/healthz', (c) => c.json({ status: 'ok' }))
  .get('/readyz', async (c) => {
    if (!(await answersInTime(c.var.deps.isReady()))) throw new AppError('unavailable', 'unavailable')
    return c.json({ status: 'ready' })
  })
  // By a token alone: behind a proxy on the same machine every stranger comes from a loopback address.
  .get('/metrics', async (c) => {
    const { metrics, metricsToken, database, now } = c.var.deps
    if (!metrics || !(await isBearer(c.req.header('Authorization'), metricsToken))) throw notFound()
    const figures = await database.inTransaction(null, (db) => listDueFigures(db, now()))
    const { contentType, text } = await metrics.write(figures)
    return c.body(text, 200, { 'Content-Type': contentType })
  })

async function noStore(c: { header: (name: string, value: string) => void }, next: () => Promise<void>) {
  await next()
  c.header('Cache-Control', 'no-store')
}

/** False too when the database is away or silent; what it says later is nobody's business. */
async function answersInTime(ready: ReturnType<Deps['isReady']>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, READY_MS, false)
  })
  return Promise.race([ready.catch(() => false), late]).finally(() => clearTimeout(timer))
}

/** Hashes take equally long to compare, however much of the token was right. */
async function isBearer(header: string | undefined, token: string | null): Promise<boolean> {
  const given = /^Bearer (\S+)$/i.exec(header ?? '')?.[1]
  return Boolean(token && given) && (await hashOf(given!)) === (await hashOf(token!))
}
