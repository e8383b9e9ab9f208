/**
 * /mcp: the platform for chatbots, by the Model Context Protocol (streamable HTTP, JSON answers, no session). It shows
 * what everybody may see, and writes nothing but drafts.
 */
import { type Context, type ErrorHandler, Hono } from 'hono'
import { describeError } from '../../describe-error.ts'
import { AppError } from '../../errors.ts'
import type { AppEnv } from '../app-env.ts'
import { limitBodies } from '../bodies.ts'
import { sentence } from '../field-errors.ts'
import { limitReads } from '../middleware/open-data.ts'
import { logOutage } from '../outage.ts'
import { sayWhenAgain } from '../when-again.ts'
import { eraOf } from './era.ts'
import { failure, type Message, RPC, RpcError, readMessage, result } from './message.ts'
import { performMethod } from './methods.ts'
import { ownOrigin } from './own-origin.ts'

const refused: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof RpcError) return c.json(failure(undefined, error), error.status)
  if (error instanceof AppError) {
    if (error.code === 'unavailable') logOutage(c, error)
    sayWhenAgain(c, error)
    const { status, reason } = error
    // Outside of the numbers that JSON-RPC keeps for itself: the status.
    return c.json(failure(undefined, { code: status, message: sentence('en', reason), data: { reason } }), status)
  }
  const { deps, requestId } = c.var
  deps.log.error({ requestId, ...describeError(error) }, 'unexpected error')
  return c.json(failure(undefined, { code: RPC.internal, message: sentence('en', 'unexpected') }), 500)
}

export const mcp = new Hono<AppEnv>()
  .onError(refused)
  .use(ownOrigin, limitReads, limitBodies('citizens'))
  .post('/', async (c) => {
    c.header('Cache-Control', 'no-store')
    if (!takesJson(c)) throw new RpcError(RPC.request, 'Accept must list application/json', { status: 406 })
    const message = await readMessage(c)
    return message ? answer(c, message) : c.body(null, 202)
  })
  // No stream to listen to and no session to end.
  .all('/', (c) => c.json(failure(undefined, { code: RPC.request, message: 'Use POST' }), 405, { Allow: 'POST' }))

const takesJson = (c: Context<AppEnv>) => /^\s*$|\*\/\*|application\/(json|\*)/i.test(c.req.header('Accept') ?? '')

async function answer(c: Context<AppEnv>, message: Message) {
  const { id } = message
  try {
    const era = eraOf(c, message)
    // A notification: nothing to do, and nobody waits.
    if (id === undefined) return c.body(null, 202)
    return c.json(result(id, await performMethod(c, era, message)))
  } catch (error) {
    if (error instanceof RpcError) return c.json(failure(id, error), error.status)
    throw error
  }
}
