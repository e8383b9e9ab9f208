/** How long a start takes; what its page weighs stands in weight.ts, and in a browser in tests/browser/weight.test.ts. */
import { build, dropDataDir, newDataDir, type RunningServer, spawnServer } from '../support/server.ts'
import type { Line } from './table.ts'

const ROUNDS = 5
const TOWN = '/bad-salzuflen/'

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

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

async function measure(dataDir: string): Promise<Line[]> {
  await build()
  await (await spawnServer(dataDir)).stop()
  const times = await startTimes(dataDir)
  const [fastest, middle, slowest] = [times[0]!, times[Math.floor(ROUNDS / 2)]!, times.at(-1)!]
  return [
    {
      what: `exec to first town page, existing data, median of ${ROUNDS}`,
      embedded: `${seconds(middle)} (${seconds(fastest)} to ${seconds(slowest)})`,
      aim: '≤ 1.50 s',
    },
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
