/** A guess at what was meant, so that the rest of a file is held against everything else in the same run. */
import { keyOf } from './compile-town.ts'
import type { SchemaFault } from './schema-faults.ts'

export type Mending = SchemaFault & { meant?: string | null | undefined; source?: string | undefined }

/** Stand-ins of the right form; what they name is never looked at. */
const STAND_INS: Record<string, string> = {
  email: 'stand-in@town.example',
  url: 'https://town.example/',
  colour: '#000000',
  postcode: '00000',
  day_of_year: '01-01',
}

const YES = ['yes', 'on', 'ja', 'y', 'true', 'wahr']

/** Others look at these: a guess at one would be found wrong in places that are right. */
const LOOKED_AT: readonly unknown[] = ['categories', 'without', 'own', 'departments', 'rules', 'partners']

/** @returns a copy of what was read, put right; null where that is no safe guess. The schema has the last word. */
export function mendFile(read: unknown, faults: readonly Mending[]): unknown {
  const isSafe = faults.every(
    (fault) => fault.kind === 'unknown' || standInFor(fault) !== undefined || !LOOKED_AT.includes(fault.path[0]),
  )
  if (!isSafe) return null
  const copy = structuredClone(read)
  for (const fault of faults) mend(copy, fault)
  return copy
}

type Block = Record<PropertyKey, unknown>

function mend(copy: unknown, fault: Mending): void {
  const isAbout = fault.kind === 'unknown' ? fault.path : fault.path.slice(0, -1)
  const block = isAbout.reduce<Block | undefined>((at, step) => at?.[step] as Block | undefined, copy as Block)
  if (typeof block !== 'object' || block === null) return
  if (fault.kind === 'unknown') {
    if (fault.meant && block[fault.meant] === undefined) block[fault.meant] = block[fault.name]
    delete block[fault.name]
    return
  }
  const last = fault.path.at(-1)!
  const value = standInFor(fault)
  if (fault.kind === 'format' && fault.isKey) {
    if (typeof value === 'string') block[value] = block[last]
    delete block[last]
  } else if (value !== undefined) block[last] = value
  // Entries keep their places: the lines of the others are found by them.
  else if (!Array.isArray(block)) delete block[last]
}

function standInFor(fault: Exclude<Mending, { kind: 'unknown' }>): unknown {
  const { input, source, meant } = fault
  if (fault.kind === 'size') return fault.of === 'number' ? (fault.least ?? fault.most) : undefined
  if (fault.kind === 'format') {
    const isName = fault.format === 'key' || fault.format === 'rule_to'
    return isName
      ? (meant ?? (keyOf(String(fault.isKey ? fault.path.at(-1) : input)) || undefined))
      : STAND_INS[fault.format]
  }
  if (fault.kind !== 'type' || input === undefined || input === null) return undefined
  const { expects } = fault
  if (expects.includes('string') && typeof input !== 'object') return source ?? String(input)
  if (expects.includes('boolean')) return YES.includes(String(input).toLowerCase())
  const number = Number(String(input).replace(',', '.'))
  return expects.some((kind) => kind === 'number' || kind === 'int') && Number.isFinite(number)
    ? Math.round(number)
    : undefined
}
