/** What the checks of a town look at, and where they put what they find. */
import type { District, TownFile } from '../../tenants/schema.ts'
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
  /** The list of streets and houses, `streets.csv`. */
  streets?: string | null
  /** Names of the other files in it, to find one that is only misnamed. */
  others?: string[]
}

/** A folder whose files could be read, or mended, before it is held against anything else. */
export type ReadTown = {
  folder: TownFolder
  file: TownFile
  at: Where
  boundary: Boundary
  districts: District[]
  /** False where something in it had to be mended: good for finding more, and for nothing else. */
  isWhole: boolean
}
export type Surroundings = { catalogue: CompiledCatalogue; towns: readonly ReadTown[]; say: Say }

/** What a check looks at, and where it puts what it finds. */
export type Check = Surroundings & {
  file: TownFile
  boundary: Boundary
  /** Says the field before the sentence, and where it stands. */
  found: (path: readonly PropertyKey[], message: string) => void
  lineOf: (path: readonly PropertyKey[]) => number
}
