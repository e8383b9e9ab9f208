/** What `wrangler deploy` would send, without sending it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT } from '../support/server.ts'

const BUILT = join(ROOT, 'dist/worker/worker.js')
/** Of Node alone, or larger than the edge can bear. */
const NEVER = /node_modules\/(@electric-sql\/pglite|nodemailer|pino|sharp|prom-client)\//

const out = mkdtempSync(join(tmpdir(), 'anliegenwerk-deploy-'))
let said = ''
beforeAll(() => {
  const npm = (script: string) => execFileSync('npm', ['run', script], { cwd: ROOT, stdio: 'ignore' })
  if (!existsSync(BUILT)) npm('bundles')
  const wrangler = join(ROOT, 'node_modules/.bin/wrangler')
  said = execFileSync(wrangler, ['deploy', '--dry-run', '--outdir', out], {
    cwd: ROOT,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' },
    encoding: 'utf8',
  })
}, 240_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

it('is the very file that was built and measured, and no other module', () => {
  expect(readFileSync(join(out, 'worker.js'), 'utf8')).toBe(readFileSync(BUILT, 'utf8'))
  expect(
    readdirSync(out)
      .filter((name) => name !== 'README.md')
      .sort(),
  ).toEqual(['worker.js'])
})

it('has a database, a bucket, files and an address', () => {
  for (const binding of ['env.HYPERDRIVE', 'env.BLOBS', 'env.ASSETS', 'env.PUBLIC_URL']) expect(said).toContain(binding)
})

it('has nothing in it that only Node can run', () => {
  const { sources } = JSON.parse(readFileSync(`${BUILT}.map`, 'utf8')) as { sources: string[] }
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter((source) => NEVER.test(source))).toEqual([])
})
