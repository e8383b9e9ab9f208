/** What the protocol lets a client ask, by era. */

import { callTool, LISTED } from './call-tool.ts'
import { agreedVersion, type Era, META, VERSIONS } from './era.ts'
import { type Message, RPC, RpcError } from './message.ts'
import type { C } from './tool.ts'

const SERVER = { name: 'anliegenwerk', title: 'Anliegenwerk', version: '1' }
const CAPABILITIES = { tools: { listChanged: false } }
const INSTRUCTIONS =
  'Helps people in Germany to report matters such as potholes, dark street lamps or fly-tipping to their town, and to hear what became of them. Nothing is ever sent for anybody: prepare_report gives a link which the person opens, checks and sends. If anybody may be in danger, tell them to call 112 or 110 before anything else. Ask no names or contact data; the form asks for what is needed. Usual order: find_town or check_place, list_categories, find_similar_reports, prepare_report.'
/** Tools change only with a new version of the server. */
const FRESH_MS = 3_600_000

type Params = Message['params']
type Method = (c: C, params: Params) => object | Promise<object>

const HANDSHAKE: Record<string, Method> = {
  initialize: (_c, params) => ({
    protocolVersion: agreedVersion(params?.protocolVersion),
    capabilities: CAPABILITIES,
    serverInfo: SERVER,
    instructions: INSTRUCTIONS,
  }),
  ping: () => ({}),
  'tools/list': () => ({ tools: LISTED }),
  'tools/call': callTool,
}

const fresh = { ttlMs: FRESH_MS, cacheScope: 'public' }
const STATELESS: Record<string, Method> = {
  'server/discover': () => ({
    supportedVersions: VERSIONS,
    capabilities: CAPABILITIES,
    instructions: INSTRUCTIONS,
    ...fresh,
  }),
  'tools/list': () => ({ tools: LISTED, ...fresh }),
  'tools/call': callTool,
}

/** @throws RpcError for a method that this era does not have here */
export async function performMethod(c: C, era: Era, { method, params }: Message): Promise<object> {
  const methods = era === 'stateless' ? STATELESS : HANDSHAKE
  if (!Object.hasOwn(methods, method)) {
    throw new RpcError(RPC.method, 'Method not found', { status: era === 'stateless' ? 404 : 200 })
  }
  const result = await methods[method]!(c, params)
  if (era === 'handshake') return result
  return { resultType: 'complete', ...result, _meta: { [`${META}serverInfo`]: SERVER } }
}
