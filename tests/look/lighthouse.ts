/** Lighthouse on a phone for the public pages that most people see; the demo shows no map tiles. */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { CHROMIUM, FLAGS } from '../support/chromium.ts'

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Scores = Record<(typeof CATEGORIES)[number], number>

const RUNS = 3

/** Median of three runs for each category, 0 to 100. */
export async function scoresOf(url: string): Promise<Scores> {
  const runs: Scores[] = []
  while (runs.length < RUNS) runs.push(await scoreOnce(url))
  return Object.fromEntries(
    CATEGORIES.map((category) => [category, median(runs.map((run) => run[category]))]),
  ) as Scores
}

async function scoreOnce(url: string): Promise<Scores> {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: [...FLAGS, '--headless=new'] })
  try {
    const result = await lighthouse(url, { port: chrome.port, onlyCategories: [...CATEGORIES], logLevel: 'error' })
    if (!result) throw new Error(`Lighthouse had nothing to say about ${url}`)
    return Object.fromEntries(
      CATEGORIES.map((category) => [category, Math.round((result.lhr.categories[category]?.score ?? 0) * 100)]),
    ) as Scores
  } finally {
    chrome.kill()
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
