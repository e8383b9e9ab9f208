/** `npm run worker`: beside an application that sends no mails itself, on the same database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { dueWork } from '../../db/schema/platform.ts'
import { openPostgres } from '../../server/adapters/database-postgres.ts'
import { createDatabase } from '../support/postgres.ts'
import { CONTACT, submitPothole } from '../support/reports.ts'
import { ROOT } from '../support/server.ts'
import { START } from '../support/start.ts'
import { createWorld, type World } from '../support/world.ts'

const PUBLIC_URL = 'https://anliegen.example'
const PATIENCE_MS = 120_000

describe('the worker for mails', () => {
  const mails: Email[] = []
  let world: World
  let smtp: SMTPServer
  let settings: Record<string, string>
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const made = await createDatabase(process.env.TEST_DATABASE_URL!, inject('townsOnPostgres'))
    drop = made.drop
    world = await createWorld(openPostgres({ url: made.servingUrl }))
    // The worker lives by the clock on the wall.
    world.pass(Date.now() - START.getTime())
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: async (stream, _session, done) => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk)
        mails.push(await PostalMime.parse(Buffer.concat(chunks)))
        done()
      },
    })
    await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
    settings = {
      DATABASE_URL: made.servingUrl,
      APP_SECRET: world.deps.secret,
      PUBLIC_URL,
      SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      MAIL_FROM: 'anliegen@kommune.example',
      LOG_LEVEL: 'warn',
    }
  })
  afterAll(async () => {
    await world?.close()
    await drop?.()
    await new Promise<void>((done) => (smtp ? smtp.close(() => done()) : done()))
  })

  it('sends what is due with the links of the application, leaves everything else, and ends when stopped', async () => {
    const { trackingToken } = await submitPothole(world, { contact: CONTACT })
    const before = (await kindsLeft()).filter((kind) => kind !== 'tell')
    expect(before.length).toBeGreaterThan(0)
    const worker = start(settings)
    await expect.poll(() => mails.length, { timeout: PATIENCE_MS }).toBe(1)
    expect(mails[0]).toMatchObject({ to: [{ address: CONTACT.email }], from: { address: 'anliegen@kommune.example' } })
    expect(mails[0]?.text).toContain(`${PUBLIC_URL}/bad-salzuflen/verfolgen/${trackingToken}`)
    await expect.poll(kindsLeft).toEqual(before)
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
  })

  it('names everything that is missing, at once', async () => {
    const worker = start({})
    let said = ''
    worker.stderr?.on('data', (chunk) => {
      said += chunk
    })
    expect(await once(worker, 'close')).toEqual([1, null])
    const missing = [...said.matchAll(/^(\w+): Fehlt/gm)].map(([, name]) => name)
    expect(missing).toEqual(['DATABASE_URL', 'APP_SECRET', 'PUBLIC_URL', 'SMTP_URL'])
  })

  async function kindsLeft(): Promise<string[]> {
    const rows = await world.database.inTransaction(null, (db) => db.select().from(dueWork))
    return rows.map(({ kind }) => kind).sort()
  }
})

function start(settings: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const launcher = join(ROOT, 'server/cli/launch.mjs')
  return spawn(process.execPath, [launcher, 'worker'], { cwd: ROOT, env: { PATH, HOME, ...settings } })
}
