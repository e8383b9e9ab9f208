/**
 * Both runtimes as their owners start them, each on a database of its own: copies of one, so that they begin equal down
 * to every id.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { scryptPasswords } from '../../server/adapters/passwords-scrypt.ts'
import { makeKey } from '../../server/keys/make-key.ts'
import { setPasswordHash } from '../../server/people/rows.ts'
import { PASSWORD } from './people.ts'
import { createDatabase, createFilledTemplate } from './postgres.ts'
import { submitPothole } from './reports.ts'
import { dropDataDir, newDataDir, startServer } from './server.ts'
import { createWorld } from './world.ts'
import { startWorker, WHY_NOT } from './wrangler.ts'

export { WHY_NOT }

/** Of the world that fills the databases, so that its links and numbers hold in both. */
const APP_SECRET = 'a secret for tests that is long enough'

/** Title of a suite that is left out, so that the reason stands where the skip is counted. */
export const titled = (title: string) => (WHY_NOT ? `${title} (skipped: ${WHY_NOT})` : title)

type Ending = { drop: () => Promise<unknown> } | { stop: () => Promise<unknown> }

/** The example towns, people who can sign in, and two reports of some days ago, as often as asked. */
export async function equalDatabases(amount: number) {
  const url = process.env.TEST_DATABASE_URL!
  let key = ''
  const filled = await createFilledTemplate(url, inject('townsOnPostgres'), async (database) => {
    const world = await createWorld(database)
    const hash = await scryptPasswords.hash(PASSWORD)
    await database.inTransaction(null, async (db) => {
      for (const { id } of Object.values(world.people)) await setPasswordHash(db, id, hash)
    })
    const clara = await world.as(world.people.Clara)
    key = (await makeKey(clara, { name: 'Eine App', scopes: ['submit'], perHour: 600 })).key
    await submitPothole(world)
    await submitPothole(world, { category: 'street-light', answers: { fault: 'dark' }, description: 'Laterne aus.' })
  })
  const databases: Awaited<ReturnType<typeof createDatabase>>[] = []
  for (let i = 0; i < amount; i++) databases.push(await createDatabase(url, filled.name))
  return {
    /** To submit with. */
    key,
    urls: databases.map(({ servingUrl }) => servingUrl),
    ownerUrls: databases.map(({ ownerUrl }) => ownerUrl),
    drop: async () => {
      for (const database of [...databases, filled]) await database.drop()
    },
  }
}

/** Of the mail relay that the Worker sends by. */
export const RELAY = { key: 'a key of the relay', domain: 'bad-salzuflen.example' }
export const relayedBy = ({ url }: { url: string }) => ({
  MAIL_RELAY_URL: url,
  MAIL_RELAY_TOKEN: RELAY.key,
  MAIL_FROM: `anliegen@${RELAY.domain}`,
})

/** @param settings of the Worker beside its secret */
export async function startWorkerOn(databaseUrl: string, settings: Record<string, string> = {}) {
  return startWorker(databaseUrl, { APP_SECRET, ...settings })
}

export async function startNodeOn(databaseUrl: string, settings: Record<string, string> = {}) {
  // No visitor is exempt from limits on either side.
  const own = { DATABASE_URL: databaseUrl, APP_SECRET, DEMO: '0', LIMITS_EXEMPT: '' }
  const server = await startServer(newDataDir(), { ...own, ...settings })
  return {
    ...server,
    keptPhotos: () => filesBelow(join(server.dataDir, 'blobs')),
    stop: async () => {
      await server.stop()
      dropDataDir(server.dataDir)
    },
  }
}

function filesBelow(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

/** In the order of their beginning, and also when one of them never began. */
export async function endAll(things: readonly (Ending | undefined)[]): Promise<void> {
  for (const thing of things) await (thing && ('drop' in thing ? thing.drop() : thing.stop()))
}
