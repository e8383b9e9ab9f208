/** Which fields a schema knows at a path, through every shape a value may have. */
import type { z } from 'zod'

type Inside = {
  def?: { innerType?: unknown; options?: unknown[]; keyType?: { options?: string[] } }
  shape?: Record<string, unknown>
  element?: unknown
  valueType?: unknown
}

export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: Inside[] = shapesOf(schema)
  for (const step of path) {
    at = at.flatMap(({ shape, element, valueType }) => shapesOf(shape?.[String(step)] ?? element ?? valueType))
  }
  return [...new Set(at.flatMap(({ shape, def }) => [...Object.keys(shape ?? {}), ...(def?.keyType?.options ?? [])]))]
}

function shapesOf(schema: unknown): Inside[] {
  const inside = schema as Inside | undefined
  if (inside?.def?.innerType) return shapesOf(inside.def.innerType)
  if (inside?.def?.options) return inside.def.options.flatMap(shapesOf)
  return inside ? [inside] : []
}
