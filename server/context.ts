/** Who does what, where and when. Passed to every verb; nothing is ambient. */
import type { Database, Db } from '../db/client.ts'
import type { Scope } from '../db/schema/interfaces.ts'
import type { Language } from '../tenants/languages.ts'
import type { Town } from '../tenants/schema.ts'
import type { Places } from './ports.ts'

/** A town as the registry hands it out. */
export type RegisteredTown = Town & { readonly version: number; readonly settingsVersion: number }

export type Role = 'clerk' | 'dispatcher' | 'admin' | 'operator'
/** Department is '' for the town-wide roles; the operator of the platform has no town either. */
export type Membership = {
  town: string
  department: string
  role: Role
  /** `kreis-lippe/roads`: held only as long as that department works for this town. */
  via?: string
}

/** Who works on one report by a link alone: a partner of the town, or a town hall that has not joined. */
export type OutsideRecipient = 'town_hall' | `partner/${string}`

/** Another system, by a key that the town's admin has made. `department` null: of the whole town. */
export type KeyActor = {
  kind: 'key'
  keyId: string
  name: string
  scopes: readonly Scope[]
  department: string | null
}

export type Actor =
  | { kind: 'citizen' }
  | { kind: 'reporter'; reportId: string }
  | { kind: 'outside'; reportId: string; recipient: OutsideRecipient }
  | { kind: 'clerk'; personId: string; name: string; memberships: readonly Membership[] }
  | KeyActor
  | { kind: 'system' }

type Facts = {
  readonly town: RegisteredTown
  readonly actor: Actor
  readonly language: Language
  readonly now: () => Date
  /** APP_SECRET: key of the derived links. */
  readonly secret: string
  /** What is done here may still be undone: nobody is told before. */
  readonly tellAt?: Date | undefined
}

/** Outside a transaction: can begin one. */
export type Ctx = Facts & { readonly database: Database; readonly places: Places }
/** Inside: has the rows and nothing that could open a second handle. */
export type TxCtx = Facts & { readonly db: Db }

/** Runs `work` in one transaction of the ctx's town; joins the one that is already open. */
export async function inTransaction<T>(ctx: Ctx | TxCtx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if ('db' in ctx) return work(ctx)
  const { database, places: _places, ...facts } = ctx
  return database.inTransaction(ctx.town.key, (db) => work({ ...facts, db }))
}
