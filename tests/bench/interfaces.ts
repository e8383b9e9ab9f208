/** Open interfaces of a large town: each list against the bare SQL of the same rows. */
import { ask, page, timed } from './ask.ts'
import { BIG_TOWN } from './seed.ts'
import type { Stage } from './stage.ts'
import { count, type Line, median, ms } from './table.ts'

const LISTS = {
  'Open311, 50 as JSON': `/${BIG_TOWN}/open311/v2/requests.json?page_size=50&updated_after=2000-01-01T00:00:00Z`,
  'Open311, 50 as XML': `/${BIG_TOWN}/open311/v2/requests.xml?page_size=50&updated_after=2000-01-01T00:00:00Z`,
  'Open311, 1,000 as JSON': `/${BIG_TOWN}/open311/v2/requests.json?page_size=1000&updated_after=2000-01-01T00:00:00Z`,
  'Open311, 1,000 as XML': `/${BIG_TOWN}/open311/v2/requests.xml?page_size=1000&updated_after=2000-01-01T00:00:00Z`,
  'OGC API, page of 1,000': `/${BIG_TOWN}/ogc/collections/meldungen/items?limit=1000`,
  'Atom, newest 50': `/${BIG_TOWN}/feed.atom`,
}
/** Of those that may not carry a query nobody reads. */
const WARM_UP = 3

/** FixMyStreet's list of fifty takes 155 ms of processor time. */
export async function interfaces(stage: Stage, { requests }: { requests: number }): Promise<Line[]> {
  const lines: Line[] = []
  const rounds = Math.max(5, Math.round(requests / 5))
  for (const [name, path] of Object.entries(LISTS)) {
    const times: { whole: number; sql: number; cpu: number }[] = []
    for (let i = 0; i < rounds + WARM_UP; i++) {
      stage.groups.length = 0
      const before = process.cpuUsage()
      const whole = await timed(() => ask(stage, page(path)))
      const { user, system } = process.cpuUsage(before)
      const groups = stage.groups.filter(({ town }) => town !== null)
      const sql = await timed(async () => {
        for (const group of groups) await stage.bare(group)
      })
      if (i >= WARM_UP) times.push({ whole, sql, cpu: (user + system) / 1000 })
    }
    const of = (key: 'whole' | 'sql' | 'cpu') => median(times.map((one) => one[key]))
    const parts = `${ms(of('whole'))}; SQL ${ms(of('sql'))}; CPU ${ms(of('cpu'))}`
    lines.push({
      what: `${name}, against its SQL`,
      [stage.column]: `${(of('whole') / of('sql')).toFixed(2)} × (${parts}; ${count(stage.amounts.inBigTown)} reports)`,
      aim: '',
    })
  }
  return lines
}
