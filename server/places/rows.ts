/** The only place that reads and writes a town's list of addresses. */
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { townAddresses } from '../../db/schema/intake.ts'
import type { TxCtx } from '../context.ts'
import type { Point } from '../ports.ts'
import type { Street } from './street-index.ts'

export type AddressRow = typeof townAddresses.$inferSelect
/** One line of a town's list. */
export type TownAddress = Omit<AddressRow, 'town'>

/** Rows of one statement; the protocol takes at most 65,535 values. */
const BATCH = 2_000

/** Every street once, with its own place or the middle of its houses. */
export async function listStreetRows(ctx: TxCtx): Promise<Street[]> {
  const own = sql`filter (where ${townAddresses.number} = '')`
  const place = (column: typeof townAddresses.lat | typeof townAddresses.lon) =>
    sql<number>`coalesce(avg(${column}) ${own}, avg(${column}))::float8`
  return ctx.db
    .select({
      street: sql<string>`min(${townAddresses.street})`,
      folded: townAddresses.folded,
      part: townAddresses.part,
      postcode: sql<string | null>`min(${townAddresses.postcode})`,
      lat: place(townAddresses.lat),
      lon: place(townAddresses.lon),
      numbers: sql<number>`(count(*) filter (where ${townAddresses.number} <> ''))::int`,
    })
    .from(townAddresses)
    .where(eq(townAddresses.town, ctx.town.key))
    .groupBy(townAddresses.folded, townAddresses.part)
}

/** The houses of one street. */
export async function listHouseRows(ctx: TxCtx, { folded, part }: Pick<Street, 'folded' | 'part'>) {
  const { town } = townAddresses
  return ctx.db
    .select()
    .from(townAddresses)
    .where(and(eq(town, ctx.town.key), eq(townAddresses.folded, folded), eq(townAddresses.part, part)))
    .orderBy(asc(townAddresses.number))
    .limit(BATCH)
}

/** Addresses in a box around a place, nearest first. */
export async function listNearRows(ctx: TxCtx, { lat, lon }: Point, box: { lat: number; lon: number; most: number }) {
  const [north, east] = [sql`(${townAddresses.lat} - ${lat})`, sql`(${townAddresses.lon} - ${lon})`]
  // A degree of longitude is shorter than one of latitude by as much as the box is wider.
  const distance = sql`(${north} / ${box.lat}::float8) ^ 2 + (${east} / ${box.lon}::float8) ^ 2`
  return ctx.db
    .select()
    .from(townAddresses)
    .where(
      and(
        eq(townAddresses.town, ctx.town.key),
        gte(townAddresses.lat, lat - box.lat),
        lte(townAddresses.lat, lat + box.lat),
        gte(townAddresses.lon, lon - box.lon),
        lte(townAddresses.lon, lon + box.lon),
      ),
    )
    .orderBy(distance, asc(townAddresses.folded), asc(townAddresses.number))
    .limit(box.most)
}

/** How many addresses the town has and would have; null where the list is the same already. */
export async function addressesChange(
  db: Db,
  town: string,
  addresses: readonly TownAddress[],
): Promise<{ from: number; to: number } | null> {
  const before = await db.select().from(townAddresses).where(eq(townAddresses.town, town))
  return sameText(before) === sameText(addresses) ? null : { from: before.length, to: addresses.length }
}

/** The town's list as a whole becomes this one. */
export async function replaceAddressRows(db: Db, town: string, addresses: readonly TownAddress[]): Promise<void> {
  if (!(await addressesChange(db, town, addresses))) return
  await db.delete(townAddresses).where(eq(townAddresses.town, town))
  for (let i = 0; i < addresses.length; i += BATCH) {
    await db.insert(townAddresses).values(addresses.slice(i, i + BATCH).map((one) => ({ ...one, town })))
  }
}

const sameText = (addresses: readonly TownAddress[]) =>
  addresses
    .map(({ street, folded, number, part, postcode, lat, lon }) =>
      JSON.stringify([folded, number, part, street, postcode, lat, lon]),
    )
    .sort()
    .join('\n')
