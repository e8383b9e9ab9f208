/** Processor time of a request, against what FixMyStreet was measured to take for the same. */
import { ask, page } from './ask.ts'
import { BIG_TOWN, benchTowns } from './seed.ts'
import type { Stage } from './stage.ts'
import { submit } from './submit.ts'
import { type Line, ms } from './table.ts'

/** The compiler of the runtime has to have seen it. */
const WARM_UP = 100

export async function cpuPerRequest(stage: Stage, { requests }: { requests: number }): Promise<Line[]> {
  const towns = benchTowns(stage.amounts.towns)
  const town = (i: number) => towns[i % towns.length]!
  const kinds = [
    {
      what: 'a map view',
      theirs: 391,
      share: 100,
      work: (i: number) => ask(stage, page(`/api/v1/towns/${town(i).key}/map?zoom=13&x=${i}`)),
    },
    {
      what: 'a report page',
      theirs: 83,
      share: 100,
      work: (i: number) => ask(stage, page(`/${BIG_TOWN}/anliegen/${stage.shown[i % stage.shown.length]}?x=${i}`)),
    },
    {
      what: 'a list of fifty',
      theirs: 155,
      share: 100,
      work: (i: number) => ask(stage, page(`/api/v1/towns/${BIG_TOWN}/reports?limit=50&x=${i}`)),
    },
    { what: 'an anonymous submit', theirs: 226, share: 50, work: (i: number) => submit(stage, town(i)) },
  ]
  const lines: Line[] = []
  for (const { what, theirs, share, work } of kinds) {
    for (let i = 0; i < WARM_UP; i++) await work(i)
    const before = process.cpuUsage()
    for (let i = 0; i < requests; i++) await work(i)
    const { user, system } = process.cpuUsage(before)
    const each = (user + system) / 1000 / requests
    lines.push({
      what: `CPU of ${what}, FixMyStreet ${theirs} ms`,
      [stage.column]: `${ms(each)} = 1/${Math.round(theirs / each)}`,
      aim: `≤ 1/${share}`,
    })
  }
  return lines
}
