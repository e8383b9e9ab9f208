/** A Postgres of its own, which a test may stop and start as it likes; from the machine's packages, gone afterwards. */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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
  url: string
  /** `immediate`: as a crash. */
  stop: () => void
  start: () => void
  drop: () => void
}

export function ownPostgres(): OwnPostgres {
  const home = mkdtempSync(join(tmpdir(), 'anliegenwerk-postgres-'))
  const isRoot = process.getuid?.() === 0
  // Postgres refuses to run as root.
  if (isRoot) chownSync(home, Number(execFileSync('id', ['-u', 'postgres'])), statSync(home).gid)
  const run = (program: string, ...args: string[]) => {
    const command = [join(BIN!, program), ...args]
    const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    // Without a pipe: a daemon would hold it open and keep us waiting.
    execFileSync(first!, rest, { cwd: home, stdio: 'ignore' })
  }
  const data = join(home, 'data')
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const pgCtl = (...args: string[]) => run('pg_ctl', '-D', data, '-w', ...args)
  const start = () =>
    pgCtl('-o', `-p ${port} -k ${home} -c listen_addresses=127.0.0.1`, '-l', join(home, 'log'), 'start')
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
  start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop: () => pgCtl('-m', 'immediate', 'stop'),
    drop: () => {
      try {
        pgCtl('-m', 'immediate', 'stop')
      } finally {
        rmSync(home, { recursive: true, force: true })
      }
    },
  }
}
