/** tools/list and tools/call. */
import { z } from 'zod'
import { words } from '../../../client/i18n/index.ts'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { AppError, invalid } from '../../errors.ts'
import { fieldErrorsOf, sentence } from '../field-errors.ts'
import { logOutage } from '../outage.ts'
import { RPC, RpcError } from './message.ts'
import type { C, Told, Tool } from './tool.ts'
import { TOOLS } from './tools/table.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io })

/** Made once: the same for everybody, in the same order. */
export const LISTED = TOOLS.map(({ name, title, description, input, output, isReadOnly }) => ({
  name,
  title,
  description,
  inputSchema: schemaOf(input, 'input'),
  outputSchema: schemaOf(output, 'output'),
  annotations: {
    title,
    readOnlyHint: isReadOnly,
    destructiveHint: false,
    idempotentHint: isReadOnly,
    // All of it is about the towns of this installation.
    openWorldHint: false,
  },
}))

const Params = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) })

/** What goes wrong in a tool is an answer of its own, in words that a chatbot can pass on. */
export async function callTool(c: C, params: unknown) {
  const call = Params.safeParse(params ?? {})
  if (!call.success) throw new RpcError(RPC.params, 'name and arguments are needed', { status: 200 })
  const tool = TOOLS.find(({ name }) => name === call.data.name)
  if (!tool) throw new RpcError(RPC.params, `Unknown tool: ${call.data.name.slice(0, 100)}`, { status: 200 })
  const given = call.data.arguments
  c.set('language', LANGUAGES.find((one) => one === given.language) ?? 'de')
  try {
    return toldResult(await run(c, tool, given))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'unavailable') logOutage(c, error)
    return { content: [{ type: 'text', text: excuse(c, error) }], isError: true }
  }
}

async function run(c: C, tool: Tool, given: Record<string, unknown>): Promise<Told<object>> {
  const input = tool.input.safeParse(given, { reportInput: true })
  if (!input.success) throw invalid(fieldErrorsOf(input.error.issues))
  return tool.run(c, input.data as never)
}

/** Sentences first; the facts again as text for clients that know no structured content. */
function toldResult({ say, facts }: Told<object>) {
  const structuredContent = JSON.parse(JSON.stringify(facts)) as object
  return {
    content: [
      { type: 'text', text: say.join('\n') },
      { type: 'text', text: JSON.stringify(structuredContent) },
    ],
    structuredContent,
    isError: false,
  }
}

function excuse(c: C, error: AppError): string {
  const { language } = c.var
  const { chatbot } = words(language)
  const { retryAfter: seconds, town, callFirst } = error.facts
  if (typeof seconds === 'number' && error.code === 'too_many') return chatbot.later(Math.ceil(seconds / 60))
  const other = town as { key: string; name: string } | undefined
  const fields = error.errors.map(
    ({ pointer, reason, detail }) => `${pointer.slice(1) || '–'}: ${detail ?? sentence(language, reason)}`,
  )
  const whole = fields.length > 0 ? [] : [sentence(language, error.reason)]
  const first = typeof callFirst === 'string' ? [callFirst] : []
  return [...first, ...whole, ...fields, ...(other ? [chatbot.elsewhere(other.name, other.key)] : [])].join('\n')
}
