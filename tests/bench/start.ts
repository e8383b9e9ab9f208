/** How long a start takes, and what a town's start page weighs in a browser. */
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { CHROMIUM, launchBrowser, NO_CHROMIUM } from '../support/chromium.ts'
import { build, dropDataDir, newDataDir, type RunningServer, spawnServer } from '../support/server.ts'
import type { Line } from './table.ts'

const ROUNDS = 5
const TOWN = '/bad-salzuflen/'
/** So low that the map is further than half a screen away. */
const ABOVE_THE_MAP = { viewport: { width: 390, height: 100 } }
const WITH_THE_MAP = { viewport: { width: 390, height: 844 } }

type Weight = { script: number; css: number; sent: number }

async function firstPage(dataDir: string): Promise<{ ms: number; server: RunningServer }> {
  const startedAt = performance.now()
  const server = await spawnServer(dataDir)
  const answer = await fetch(server.url + TOWN)
  if (answer.status !== 200) throw new Error(`${TOWN} answered ${answer.status}`)
  await answer.text()
  return { ms: performance.now() - startedAt, server }
}

async function startTimes(dataDir: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { ms, server } = await firstPage(dataDir)
    times.push(ms)
    await server.stop()
  }
  return times.sort((a, b) => a - b)
}

/** Of everything Chromium fetched by itself until the network was quiet. */
async function weigh(browser: Browser, url: string, options: BrowserContextOptions): Promise<Weight> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const weight: Weight = { script: 0, css: 0, sent: 0 }
  const weighed: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind !== 'script' && kind !== 'stylesheet') return
    const add = async () => {
      const body = await response.body()
      const { responseBodySize } = await response.request().sizes()
      weight[kind === 'script' ? 'script' : 'css'] += gzipSync(body).byteLength
      weight.sent += responseBodySize
    }
    weighed.push(add())
  })
  await page.goto(url + TOWN, { waitUntil: 'networkidle' })
  await Promise.all(weighed)
  await context.close()
  return weight
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

async function measure(dataDir: string): Promise<Line[]> {
  await build()
  await (await spawnServer(dataDir)).stop()
  const times = await startTimes(dataDir)
  const [fastest, middle, slowest] = [times[0]!, times[Math.floor(ROUNDS / 2)]!, times.at(-1)!]
  const lines: Line[] = [
    {
      what: `exec to first town page, existing data, median of ${ROUNDS}`,
      embedded: `${seconds(middle)} (${seconds(fastest)} to ${seconds(slowest)})`,
      aim: '≤ 1.50 s',
    },
  ]
  if (!CHROMIUM) return [...lines, { what: 'weight of the town start', embedded: NO_CHROMIUM }]
  const server = await spawnServer(dataDir)
  const browser = await launchBrowser()
  const above = await weigh(browser, server.url, ABOVE_THE_MAP)
  const map = await weigh(browser, server.url, WITH_THE_MAP)
  await browser.close()
  await server.stop()
  return [
    ...lines,
    { what: 'script before interaction, gzip', embedded: kB(above.script), aim: '≤ 15 kB' },
    { what: 'script with the map, gzip', embedded: kB(map.script), aim: '≤ 70 kB' },
    { what: 'CSS, gzip', embedded: kB(above.css), aim: '≤ 25 kB' },
    { what: 'CSS with the map, gzip', embedded: kB(map.css) },
    { what: 'script and CSS with the map, as sent', embedded: kB(map.sent) },
  ]
}

export async function start(): Promise<Line[]> {
  const dataDir = newDataDir()
  try {
    return await measure(dataDir)
  } finally {
    dropDataDir(dataDir)
  }
}
