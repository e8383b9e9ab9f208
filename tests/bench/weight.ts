/** What the built bundles weigh, as `npm run bundles` holds them to their budgets. */
import { execFileSync } from 'node:child_process'
import { ROOT } from '../support/server.ts'
import type { Line } from './table.ts'

export async function weight(): Promise<Line[]> {
  const output = execFileSync('npm', ['run', '--silent', 'bundles'], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })
  return [...output.matchAll(/^ *([\d.]+ kB) of +(\d+ kB) +(.+)$/gm)].map(([, now, most, what]) => ({
    what: `${what}, gzip`,
    postgres: now!,
    embedded: now!,
    aim: `≤ ${most}`,
  }))
}
