/** What the geocoders' answers have in common. */
import { z } from 'zod'

type Parts = {
  name?: string | undefined
  street?: string | undefined
  number?: string | undefined
  part?: string | undefined
  city?: string | undefined
}

/** "Heerser Weg 22, Schötmar", "Kurpark, Bad Salzuflen": a place's own name stands before its street. */
export function addressLabel({ name, street, number, part, city }: Parts): string {
  const house = street && [street, number].filter(Boolean).join(' ')
  const isNamed = name && name !== street && name !== house
  const parts = [isNamed ? name : undefined, house ?? (isNamed ? undefined : name), part ?? city]
  return [...new Set(parts.filter(Boolean))].join(', ')
}

/** Those of a list that are what they should be: one strange item must not cost the others. */
export function wholeItems<Schema extends z.ZodType>(schema: Schema, items: readonly unknown[]): z.infer<Schema>[] {
  return items.flatMap((item) => {
    const parsed = schema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}

export const positionsOf = ([lon, lat]: readonly number[]): [number, number] => [
  z.number().min(-180).max(180).parse(lon),
  z.number().min(-90).max(90).parse(lat),
]
