/** Map views of all towns at every zoom, against the bare SQL of the same rows. */
import { ask, page, timed } from './ask.ts'
import { benchTowns } from './seed.ts'
import type { Stage } from './stage.ts'
import { count, type Line, median, ms, percentile } from './table.ts'

const ZOOMS = Array.from({ length: 11 }, (_, i) => i + 8)
/** A laptop's map, in pixels. */
const SCREEN = { width: 1000, height: 700 }
const TILE = 256

export async function mapViews(stage: Stage, { perZoom }: { perZoom: number }): Promise<Line[]> {
  const towns = benchTowns(stage.amounts.towns)
  const whole: number[] = []
  const bare: number[] = []
  let worst = { zoom: 0, ratio: 0 }
  for (const zoom of ZOOMS) {
    const here: [number[], number[]] = [[], []]
    for (let i = 0; i < perZoom; i++) {
      const town = towns[(i * 37 + zoom) % towns.length]!
      const request = page(`/api/v1/towns/${town.key}/map?zoom=${zoom}&bbox=${section(town, zoom)}`)
      stage.groups.length = 0
      const ours = await timed(() => ask(stage, request))
      const group = stage.groups.find((one) => one.town === town.key)!
      const theirs = await timed(() => stage.bare(group))
      // The first one reads the town.
      if (i > 0) {
        here[0].push(ours)
        here[1].push(theirs)
      }
    }
    const ratio = median(here[0]) / median(here[1])
    if (ratio > worst.ratio) worst = { zoom, ratio }
    whole.push(...here[0])
    bare.push(...here[1])
  }
  const [a, b] = [percentile(whole, 0.95), percentile(bare, 0.95)]
  const { towns: amount, perTown } = stage.amounts
  return [
    {
      what: 'map view, zooms 8 to 18, p95 against its bare SQL',
      [stage.column]: `${(a / b).toFixed(2)} × (${ms(a)} of ${ms(b)}; ${count(amount * perTown)} reports, ${amount} towns)`,
      aim: '≤ 3 ×',
    },
    {
      what: 'map view, the worst zoom, medians',
      [stage.column]: `${worst.ratio.toFixed(2)} × at zoom ${worst.zoom}`,
      aim: '≤ 3 ×',
    },
  ]
}

function section({ lat, lon }: { lat: number; lon: number }, zoom: number): string {
  const degrees = 360 / (TILE * 2 ** zoom)
  const [x, y] = [(SCREEN.width * degrees) / 2, (SCREEN.height * degrees * Math.cos((lat * Math.PI) / 180)) / 2]
  return [lon - x, lat - y, lon + x, lat + y].map((one) => one.toFixed(6)).join(',')
}
