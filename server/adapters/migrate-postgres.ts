/** Brings Postgres to this build's schema, as the owner, and lets the serving role in. */
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Reply } from './data-dir-lock.ts'
import { MIGRATIONS } from './project-root.ts'

type Urls = { databaseUrl: string | null; databaseOwnerUrl: string | null }

export async function migratePostgres({ databaseUrl, databaseOwnerUrl }: Urls): Promise<Reply> {
  if (!databaseOwnerUrl) {
    return {
      ok: false,
      output:
        'DATABASE_OWNER_URL: Fehlt. Die eingebaute Datenbank bringt sich beim Start selbst auf den neuesten Stand; Postgres braucht hier die Adresse mit der besitzenden Rolle.',
    }
  }
  const client = postgres(databaseOwnerUrl, { max: 1, onnotice: () => undefined })
  try {
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
    const serving = databaseUrl ? decodeURIComponent(new URL(databaseUrl).username) : ''
    // The serving login owns nothing: it may only become `app`, for the length of a transaction.
    if (serving) await client`grant app to ${client(serving)}`
    return {
      ok: true,
      output: serving ? `Die Datenbank ist aktuell, ${serving} darf sie benutzen.` : 'Die Datenbank ist aktuell.',
    }
  } finally {
    await client.end()
  }
}
