/** What the checks of a town look at, and where they put what they find. */
import type { TownFile } from '../../tenants/schema.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import type { Say, Where } from './problem.ts'
import type { Boundary } from './read-boundary.ts'

/** Texts of one folder below `tenants/`. */
export type TownFolder = {
  key: string
  townYaml: string
  boundary: string
  districts?: string | null
  logo: string | null
  demo: string | null
}

/** A folder whose files could be read, before it is held against anything else. */
export type ReadTown = { folder: TownFolder; file: TownFile; at: Where; boundary: Boundary }
export type Surroundings = { catalogue: CompiledCatalogue; towns: readonly ReadTown[]; say: Say }

/** What a check looks at, and where it puts what it finds. */
export type Check = Surroundings & {
  file: TownFile
  boundary: Boundary
  found: (path: readonly PropertyKey[], message: string) => void
  lineOf: (path: readonly PropertyKey[]) => number
}
