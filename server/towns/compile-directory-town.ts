/** A town that has not joined, as the registry keeps it: from the official boundary and one mailbox. Pure. */
import { DEFAULT_ACCENT, StoredTown } from '../../tenants/schema.ts'
import type { CompiledTown } from './check-town.ts'
import type { CompiledCatalogue } from './compile-town.ts'
import type { OfficialArea } from './official-area.ts'
import { boundsOf, outlineOf } from './read-boundary.ts'

/** Its only department. */
export const TOWN_HALL = 'town-hall'
const SOURCE = '© GeoBasis-DE / BKG (Daten verändert)'
/** RFC 6761: nothing sent there ever arrives. Nothing is sent, since an unreachable town takes no reports. */
const NOBODY = 'niemand@unbekannt.invalid'

export type DirectoryTown = { key: string; area: OfficialArea; mailbox: string | null; catalogue: CompiledCatalogue }

export function compileDirectoryTown({ key, area, mailbox, catalogue }: DirectoryTown): CompiledTown {
  const { ags, name, designation = 'Gemeinde', geometry, attribution = SOURCE } = area
  const officialName = `${designation} ${name}`
  const address = mailbox ?? NOBODY
  // An order needs somebody who has agreed to carry it out.
  const offered = catalogue.categories.filter(({ kind }) => kind !== 'service_order')
  const town = StoredTown.parse({
    key,
    name,
    officialName,
    kind: /stadt/i.test(designation) ? 'town' : 'municipality',
    ags,
    member: false,
    reachable: mailbox !== null,
    contact: { email: address, phone115: false },
    mail: { fromName: officialName, replyTo: address },
    theme: { accent: DEFAULT_ACCENT },
    departments: [{ key: TOWN_HALL, name: 'Rathaus', mailbox: address, dispatcher: true }],
    catalogueVersion: catalogue.version,
    categories: offered.map((category) => ({ catalogue: category.key })),
    bounds: boundsOf(geometry),
    outline: outlineOf(geometry),
    attribution,
  })
  return { town, geometry, logo: null, addresses: [] }
}
