/** Makes the migrated, empty database once per run; every test file starts from its dump. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../../server/adapters/database-embedded.ts'
import { MIGRATIONS } from '../../server/adapters/project-root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: string
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'anliegenwerk-test-'))
  const file = join(folder, 'template.tar')
  const { client } = await openEmbedded({ migrations: MIGRATIONS })
  writeFileSync(file, Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()))
  await client.close()
  project.provide('templateDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
