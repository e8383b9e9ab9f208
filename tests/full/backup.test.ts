/** A backup made while the server serves is a whole installation: rehearsed by putting it in place elsewhere. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paintedPhoto } from '../support/photos.ts'
import { dropDataDir, newDataDir, type RunningServer, runCommand, startServer } from '../support/server.ts'

const TOWN = 'bad-salzuflen'
const REPORTS = `/api/v1/towns/${TOWN}/reports`
const AFTER = 'Erst nach der Sicherung gemeldet.'

let server: RunningServer
const folders: string[] = []
const newFolder = () => {
  const folder = newDataDir()
  folders.push(folder)
  return folder
}
const backup = join(newFolder(), 'backup')

beforeAll(async () => {
  server = await startServer(newFolder())
})
afterAll(async () => {
  await server?.stop().catch(() => undefined)
  for (const folder of folders) dropDataDir(folder)
})

type Filed = { number: number; trackingUrl: string }
async function file(description: string, at = server): Promise<Filed> {
  const answer = await fetch(at.url + REPORTS, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ category: 'pothole', description, lat: 52.0862, lon: 8.7443 }),
  })
  expect(answer.status).toBe(201)
  return answer.json()
}

const path = (address: string) => new URL(address).pathname
const textOf = async (at: RunningServer, path: string) => (await fetch(at.url + path)).text()
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Every blob below a data folder with its hash. */
const photosIn = (dataDir: string): Record<string, string> => {
  const blobs = join(dataDir, 'blobs')
  const files = existsSync(blobs)
    ? readdirSync(blobs, { recursive: true })
        .map(String)
        .filter((name) => /\.\w+$/.test(name) && !name.startsWith('.'))
    : []
  return Object.fromEntries(files.sort().map((name) => [name, hash(readFileSync(join(blobs, name)))]))
}

/** By its reporter, to a report that is there. Returns the addresses of its pictures. */
async function addPhoto(tracking: string): Promise<string[]> {
  const form = new FormData()
  form.set('photo', new File([new Uint8Array(await paintedPhoto(320, 240))], 'loch.jpg'))
  const headers = { Origin: server.url }
  const answer = await fetch(`${server.url}${tracking}/fotos`, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
  const page = await textOf(server, tracking)
  return [...page.matchAll(/src="([^"]+\/fotos\/[^"]+)"/g)].map(([, src]) => src!)
}

const restore = (from: string, DATA_DIR: string, ...more: string[]) =>
  runCommand(['restore', from, ...more], { DATA_DIR })

describe('a backup of a running server', () => {
  let filed: Filed[]
  let pictures: string[]
  it('takes what was acknowledged before it, while reports come in', async () => {
    filed = [await file('Loch vor dem Rathaus.'), await file('Lampe am Markt ist dunkel.')]
    pictures = await addPhoto(path(filed[0]!.trackingUrl))
    expect(pictures.length).toBeGreaterThan(0)
    const meanwhile = Promise.all(Array.from({ length: 10 }, (_, i) => file(`Während der Sicherung, Nummer ${i}.`)))
    const { code, output } = await runCommand(['backup', backup], { DATA_DIR: server.dataDir })
    expect([code, output]).toEqual([0, expect.stringContaining(backup)])
    await meanwhile
    await file(AFTER)
    const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ format: 1, secret: 'kept', gone: [] })
    for (const { path, sha256 } of manifest.files)
      expect([path, hash(readFileSync(join(backup, path)))]).toEqual([path, sha256])
  })

  it('is put in place elsewhere: same pages, same photos, and the secret links still lead there', async () => {
    const photos = photosIn(server.dataDir)
    expect(Object.keys(photos).length).toBeGreaterThan(0)
    const elsewhere = newFolder()
    const { code, output } = await restore(backup, elsewhere)
    expect([code, output]).toEqual([0, expect.stringContaining(elsewhere)])
    expect(photosIn(elsewhere)).toEqual(photos)

    const again = await startServer(elsewhere)
    try {
      const publicPage = `/${TOWN}/anliegen/${filed[0]!.number}`
      const withoutPort = (text: string, { url }: RunningServer) => text.replaceAll(url, '')
      // Each page has its own mark for the press.
      const asPage = (text: string, at: RunningServer) =>
        withoutPort(text, at).replace(/name="press" value="[^"]*"/, '')
      expect(asPage(await textOf(again, publicPage), again)).toBe(asPage(await textOf(server, publicPage), server))
      for (const { trackingUrl, number } of filed)
        expect(await textOf(again, path(trackingUrl))).toContain(`#${number}`)
      expect(await textOf(again, path(filed[1]!.trackingUrl))).toContain('Lampe am Markt ist dunkel.')
      const bytesOf = async (at: RunningServer, src: string) => {
        const answer = await fetch(at.url + src)
        expect(answer.status).toBe(200)
        return hash(new Uint8Array(await answer.arrayBuffer()))
      }
      for (const src of pictures) expect(await bytesOf(again, src)).toBe(await bytesOf(server, src))
      // The counter goes on where the backup was made, and what came later is not there.
      const { number } = await file('Nach dem Zurückspielen.', again)
      expect(number).toBeGreaterThan(filed[1]!.number)
    } finally {
      await again.stop()
    }
  })

  it('goes into an empty folder only, and what a forced one replaces is kept', async () => {
    const busy = await restore(backup, server.dataDir)
    expect([busy.code, busy.output]).toEqual([1, expect.stringContaining('Ein anderer Prozess benutzt')])
    const taken = newFolder()
    mkdirSync(join(taken, 'database'))
    writeFileSync(join(taken, 'database/precious'), 'x')
    const refused = await restore(backup, taken)
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('liegen schon Daten')])
    expect(existsSync(join(taken, 'database/precious'))).toBe(true)
    const forced = await restore(backup, taken, '--force')
    expect(forced.code, forced.output).toBe(0)
    const aside = readdirSync(taken).find((name) => name.startsWith('before-'))
    expect(existsSync(join(taken, aside!, 'database/precious'))).toBe(true)
    expect(existsSync(join(taken, 'database/PG_VERSION'))).toBe(true)
  })

  it.each([
    ['is damaged', 'hat einen anderen Inhalt', (folder: string) => writeFileSync(join(folder, 'app-secret'), 'other')],
    ['lacks a file', 'hat einen anderen Inhalt', (folder: string) => rmSync(join(folder, 'database.tar.gz'))],
    ['was cut off', 'keine vollständige Sicherung', (folder: string) => rmSync(join(folder, 'manifest.json'))],
    ['comes from a newer program', 'neueren Fassung', (folder: string) => change(folder, { schemaVersion: 9e15 })],
    [
      'names a file outside itself',
      'keine vollständige Sicherung',
      (folder: string) => change(folder, { files: [{ path: '../../etc/passwd', bytes: 1, sha256: '' }] }),
    ],
  ])('is refused when it %s, and nothing is changed', async (_, why, spoil) => {
    const spoilt = join(newFolder(), 'backup')
    cpSync(backup, spoilt, { recursive: true })
    spoil(spoilt)
    const target = newFolder()
    const { code, output } = await restore(spoilt, target)
    expect([code, output]).toEqual([1, expect.stringContaining(why)])
    expect(readdirSync(target)).toEqual([])
  })

  it('is never mixed with another one', async () => {
    const { code, output } = await runCommand(['backup', backup], { DATA_DIR: server.dataDir })
    expect([code, output]).toEqual([1, expect.stringContaining('ist nicht leer')])
  })

  it('is made without a server too', async () => {
    await server.stop()
    const folder = join(newFolder(), 'backup')
    const { code, output } = await runCommand(['backup', folder], { DATA_DIR: server.dataDir })
    expect(code, output).toBe(0)
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true)
  })
})

function change(folder: string, more: object): void {
  const file = join(folder, 'manifest.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...more }))
}
