/** JSON-RPC 2.0 as the Model Context Protocol uses it: one message in one POST. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../app-env.ts'

export const RPC = {
  parse: -32_700,
  request: -32_600,
  method: -32_601,
  params: -32_602,
  internal: -32_603,
  /** 2026-07-28 §Server Validation: a header says something else than the message. */
  headers: -32_020,
  /** 2026-07-28 §Versioning */
  version: -32_022,
} as const

const Id = z.union([z.string(), z.number()])
export type Id = z.infer<typeof Id>

const Message = z.object({
  jsonrpc: z.literal('2.0'),
  /** Absent: a notification. */
  id: Id.optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})
export type Message = z.infer<typeof Message>

/** What a client answers to questions of a server; this one asks none. */
const Answer = z.object({ jsonrpc: z.literal('2.0'), id: Id }).loose()

/** A refusal that the protocol has a number for. */
export class RpcError extends Error {
  override name = 'RpcError'
  readonly code: number
  readonly status: 200 | 400 | 404 | 406 | 415
  readonly data: unknown
  constructor(
    code: number,
    message: string,
    { status = 400, data }: { status?: RpcError['status']; data?: unknown } = {},
  ) {
    super(message)
    this.code = code
    this.status = status
    this.data = data
  }
}

/**
 * @returns null for an answer, which nobody waits for
 * @throws RpcError for what is no message; several at once are none since 2025-06-18
 */
export async function readMessage(c: Context<AppEnv>): Promise<Message | null> {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new RpcError(RPC.request, 'Content-Type must be application/json', { status: 415 })
  }
  const sent = parsed(await c.req.text())
  if (Array.isArray(sent)) throw new RpcError(RPC.request, 'Send one message at a time')
  const message = Message.safeParse(sent)
  if (message.success) return message.data
  const isAnswer = Answer.safeParse(sent).success && ('result' in Object(sent) || 'error' in Object(sent))
  if (isAnswer) return null
  throw new RpcError(RPC.request, 'Not a JSON-RPC 2.0 request')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RpcError(RPC.parse, 'Not JSON')
  }
}

export const result = (id: Id, result: object) => ({ jsonrpc: '2.0' as const, id, result })

/** Without an id where none could be read. */
export const failure = (
  id: Id | undefined,
  { code, message, data }: { code: number; message: string; data?: unknown },
) => ({
  jsonrpc: '2.0' as const,
  ...(id === undefined ? {} : { id }),
  error: { code, message, ...(data === undefined ? {} : { data }) },
})
