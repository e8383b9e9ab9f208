/**
 * Two eras of the protocol at one address. Until 2025-11-25 a client begins with `initialize`; since 2026-07-28 each
 * message says in its `_meta` what it speaks, and headers repeat what a gateway needs. Nothing is remembered in either.
 */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../app-env.ts'
import { type Message, RPC, RpcError } from './message.ts'

const MODERN = '2026-07-28'
/** Newest first. */
const LEGACY = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'] as const
export const VERSIONS: readonly string[] = [MODERN, ...LEGACY]

export const META = 'io.modelcontextprotocol/'
const VERSION_KEY = `${META}protocolVersion`

const Meta = z.looseObject({
  [VERSION_KEY]: z.string(),
  [`${META}clientCapabilities`]: z.record(z.string(), z.unknown()),
})

export type Era = 'handshake' | 'stateless'

/** @throws RpcError for a version we do not speak, and for headers that say something else than the message */
export function eraOf(c: Context<AppEnv>, message: Message): Era {
  const { _meta: meta } = message.params ?? {}
  const inBody = meta && typeof meta === 'object' ? (meta as Record<string, unknown>)[VERSION_KEY] : undefined
  const inHeader = c.req.header('MCP-Protocol-Version')
  const asked = typeof inBody === 'string' ? inBody : inHeader
  if (message.method === 'initialize' && inBody === undefined) return 'handshake'
  if (asked !== undefined && !VERSIONS.includes(asked)) throw unsupported(asked)
  // Who sends no header speaks 2025-03-26 or older.
  if (inBody === undefined && inHeader !== MODERN) return 'handshake'
  if (inBody !== undefined && asked !== MODERN) throw unsupported(asked ?? '')
  if (!Meta.safeParse(meta).success) throw new RpcError(RPC.params, `_meta needs ${VERSION_KEY} and clientCapabilities`)
  checkHeaders(c, message)
  return 'stateless'
}

const unsupported = (requested: string) =>
  new RpcError(RPC.version, 'Unsupported protocol version', { data: { supported: VERSIONS, requested } })

function checkHeaders(c: Context<AppEnv>, { id, method, params = {} }: Message): void {
  const expected: Record<string, unknown> = { 'MCP-Protocol-Version': MODERN }
  // For notifications the protocol defines no more.
  if (id !== undefined) expected['Mcp-Method'] = method
  if (method === 'tools/call') expected['Mcp-Name'] = params.name
  for (const [name, value] of Object.entries(expected)) {
    if (decoded(c.req.header(name)) !== value) {
      throw new RpcError(RPC.headers, `Header mismatch: ${name} is missing or differs from the message`)
    }
  }
}

/** `=?base64?…?=` carries what a header cannot. */
function decoded(header: string | undefined): string | undefined {
  const base64 = /^=\?base64\?(.*)\?=$/.exec(header ?? '')?.[1]
  if (base64 === undefined) return header
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)))
  } catch {
    return undefined
  }
}

/** What the server answers to `initialize`: the version asked for if we speak it, else our newest of that era. */
export const agreedVersion = (asked: unknown): string => LEGACY.find((one) => one === asked) ?? LEGACY[0]
