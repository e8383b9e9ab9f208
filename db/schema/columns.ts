/** Column pieces every table spells the same way. */
import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The role every unit of work switches to. Created by the first migration; owns nothing, bypasses nothing. */
export const app = pgRole('app').existing()

export const town = () => text('town').notNull()
export const id = (name = 'id') => uuid(name).notNull()
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/**
 * The second lock of a tenant table: rows of the town named in `app.town` and no others.
 * `nullif` because the setting is '' (not NULL) after an earlier transaction on the same connection.
 */
export const ownTownOnly = () =>
  pgPolicy('own_town_only', {
    for: 'all',
    to: app,
    using: sql`town = nullif(current_setting('app.town', true), '')`,
    withCheck: sql`town = nullif(current_setting('app.town', true), '')`,
  })
