/** What a requirement looks at, and what it answers. */
import type { Messages } from '../../../client/i18n/index.ts'
import type { ConformanceLine } from '../../../db/schema/platform.ts'
import type { WholeCategory } from '../../../tenants/catalogue-schema.ts'
import type { StoredTown, Town, TownSettings } from '../../../tenants/schema.ts'
import type { Area } from '../read-boundary.ts'

/** Every requirement has its words, and every word its requirement. */
export type RequirementKey = keyof Messages['conformance']['requirements']

export type Neighbour = { key: string; name: string; boundary: Area }
/** An address of the town that was asked for, and what it answered. */
export type Answer = { path: string; status: number }

export type TownFacts = {
  /** As its file says. */
  stored: StoredTown
  /** As pages read it: catalogue ← file ← settings. */
  town: Town
  settings: TownSettings
  catalogue: ReadonlyMap<string, WholeCategory>
  boundary: Area
  /** Live member towns of the same level whose bounding box touches this one's. */
  neighbours: readonly Neighbour[]
  hasCounty: boolean
  /** People who can sign in and give reports on. */
  staff: number
  /** Null where no server runs that could be asked. */
  answers: readonly Answer[] | null
  /** What the last check found. */
  earlier: readonly ConformanceLine[]
  isDemo: boolean
  /** 2026-11-25 */
  today: string
}

export type Finding = Pick<ConformanceLine, 'state' | 'facts'>

export type Requirement = {
  key: RequirementKey
  /** A town that fails it cannot go live. */
  binding: boolean
  /** File of the town's folder; empty where no file can help. */
  file: 'town.yaml' | 'boundary.geojson' | ''
  /** Where in the file, as a path; some findings know it better. */
  field: string | ((found: Finding['facts']) => string)
  check: (facts: TownFacts) => Finding
  /** Lines to write there, from what was found. */
  write?: (found: Finding['facts'], town: Pick<Town, 'key'>) => string
}

export const met = (facts: Finding['facts'] = {}): Finding => ({ state: 'met', facts })
export const hint = (facts: Finding['facts'] = {}): Finding => ({ state: 'hint', facts })
export const missing = (facts: Finding['facts'] = {}): Finding => ({ state: 'missing', facts })

/** The first of a list a finding names, for an example of what to write. */
export const firstOf = (found: Finding['facts'], key: string): string => String([found[key] ?? []].flat()[0] ?? '')
