/** A Postgres of its own, which a test may stop and start as it likes; from the machine's packages, gone afterwards. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migratePostgres } from '../../server/adapters/migrate-postgres.ts'

export const NO_OWN_POSTGRES = 'They start and stop a Postgres of their own: apt-get install postgresql.'

const PACKAGES = '/usr/lib/postgresql'
const BIN = existsSync(PACKAGES)
  ? readdirSync(PACKAGES)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(PACKAGES, version, 'bin'))
      .find((bin) => existsSync(join(bin, 'initdb')))
  : undefined

export const HAS_OWN_POSTGRES = BIN !== undefined

export type OwnPostgres = {
  /** A migrated database in it, as the login that owns nothing. */
  servingUrl: string
  /** The same database as its superuser, whom no policy holds. */
  superuserUrl: string
  /** `immediate`: as a crash. */
  stop: () => Promise<void>
  start: () => Promise<void>
  drop: () => Promise<void>
}

/** @param settings of the server, such as `max_wal_size=4GB` */
export async function ownPostgres(settings: string[] = []): Promise<OwnPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'anliegenwerk-postgres-'))
  const isRoot = process.getuid?.() === 0
  // Postgres refuses to run as root.
  if (isRoot) chownSync(home, Number(execFileSync('id', ['-u', 'postgres'])), statSync(home).gid)
  const run = async (program: string, ...args: string[]) => {
    const command = [join(BIN!, program), ...args]
    const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    // Without a pipe: a daemon would hold it open. And never in the event loop: connections to servers would go stale.
    const [code] = await once(spawn(first!, rest, { cwd: home, stdio: 'ignore' }), 'exit')
    if (code !== 0) throw new Error(`${program} ended with ${code}`)
  }
  const data = join(home, 'data')
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const pgCtl = (...args: string[]) => run('pg_ctl', '-D', data, '-w', ...args)
  const start = () =>
    pgCtl(
      '-o',
      `-p ${port} -k ${home} -c listen_addresses=127.0.0.1${settings.map((one) => ` -c ${one}`).join('')}`,
      '-l',
      join(home, 'log'),
      'start',
    )
  await run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
  await start()
  const superuser = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
  return {
    servingUrl: await migrated(superuser('postgres')),
    superuserUrl: superuser('anliegenwerk'),
    start,
    stop: () => pgCtl('-m', 'immediate', 'stop'),
    drop: async () => {
      // A test that failed may have left it stopped.
      await pgCtl('-m', 'immediate', 'stop').catch(() => undefined)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The roles as README has them made, then the tables. */
async function migrated(superuserUrl: string): Promise<string> {
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => undefined })
  await superuser.unsafe('create role anliegenwerk_owner login createrole').simple()
  await superuser.unsafe('create role anliegenwerk login').simple()
  await superuser.unsafe('create database anliegenwerk owner anliegenwerk_owner').simple()
  await superuser.end()
  const url = (login: string) =>
    Object.assign(new URL(superuserUrl), { username: login, pathname: '/anliegenwerk' }).href
  const servingUrl = url('anliegenwerk')
  const done = await migratePostgres({ databaseUrl: servingUrl, databaseOwnerUrl: url('anliegenwerk_owner') })
  if (!done.ok) throw new Error(done.output)
  return servingUrl
}
