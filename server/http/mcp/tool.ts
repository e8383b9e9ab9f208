/** What a tool is: for chatbots to find, and for us to run. */
import type { Context } from 'hono'
import { z } from 'zod'
import { LANGUAGES } from '../../../tenants/languages.ts'
import { notFound } from '../../errors.ts'
import { plainText } from '../../plain-text.ts'
import type { AppEnv } from '../app-env.ts'
import { buildCtx } from '../build-ctx.ts'
import { townUrl } from '../urls.ts'

export type C = Context<AppEnv>

/** `say`: sentences for the person behind the chatbot, the most urgent first. `facts`: the same for the program. */
export type Told<Facts> = { say: string[]; facts: Facts }

export type Tool = {
  name: string
  title: string
  description: string
  input: z.ZodObject
  output: z.ZodObject
  /** Nothing is other than before. */
  isReadOnly: boolean
  run: (c: C, input: never) => Promise<Told<object>>
}

/** Ties what a tool takes and gives to its schemas. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Omit<Tool, 'input' | 'output' | 'run'> & {
    input: Input
    output: Output
    run: (c: C, input: z.infer<Input>) => Promise<Told<z.infer<Output>>>
  },
): Tool {
  return definition
}

/** What several tools take. */
export const Language = z
  .enum(LANGUAGES)
  .default('de')
  .describe('Language of the answer: de, de-simple (easy German) or en. Use the one the person writes in.')
export const Town = z
  .string()
  .max(63)
  .describe('Key of the town, as find_town or check_place gives it, such as bad-salzuflen.')
export const Category = z.string().max(63).describe('Key of the category, as list_categories gives it.')
export const Lat = z.number().min(-90).max(90).describe('Latitude in WGS84 degrees.')
export const Lon = z.number().min(-180).max(180).describe('Longitude in WGS84 degrees.')
export const Words = (most: number) => plainText().trim().min(2).max(most)

export const TownFacts = z.object({
  key: z.string(),
  name: z.string(),
  url: z.string(),
})

export const townFacts = (
  c: C,
  { key, name, host }: { key: string; name: string; host?: string | null | undefined },
) => ({
  key,
  name,
  url: `${townUrl(c.var.deps.publicUrl, { key, host })}/`,
})

/** From here on the call is about this town, as a citizen sees it. @throws not_found */
export async function enterTown(c: C, key: string) {
  const { deps, language } = c.var
  const town = await deps.registry.town(key)
  if (!town) throw notFound('town_not_found')
  c.set('town', town)
  c.set('base', town.host ? '' : `/${town.key}`)
  const ctx = buildCtx(deps, town, { kind: 'citizen' }, language)
  c.set('ctx', ctx)
  return { town, ctx }
}
