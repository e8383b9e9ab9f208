/** {base}/opendata/meldungen.geojson and .csv: all public reports, page by page, never all of them in memory. */
import { type Context, Hono } from 'hono'
import { describeError } from '../../describe-error.ts'
import { readPublicReports } from '../../reports/list-public-reports.ts'
import type { PublicReport } from '../../reports/present.ts'
import type { PublicFilter } from '../../reports/public-rows.ts'
import type { AppEnv } from '../app-env.ts'
import { csvOf } from '../csv.ts'
import { LICENCES } from '../licences.ts'
import { reportFeature, reportProperties } from '../ogc/report-features.ts'
import { fileFilter } from './filter.ts'

type C = Context<AppEnv>

/** Read in one transaction; between two of them others have their turn. */
const PER_PAGE = 1_000
/** Excel takes a file without it for one of the last century. */
const BOM = '\u{FEFF}'

export const openDataFiles = new Hono<AppEnv>()
  .get('/meldungen.geojson', async (c) => {
    const { town } = c.var
    const head = JSON.stringify({
      type: 'FeatureCollection',
      name: 'meldungen',
      attribution: town.officialName,
      license: LICENCES[town.openData.licence].url,
      timeStamp: c.var.deps.now().toISOString(),
    })
    const lines = (reports: readonly PublicReport[], isFirst: boolean) =>
      reports.map((one, n) => `${isFirst && n === 0 ? '' : ','}\n${JSON.stringify(reportFeature(c, one))}`).join('')
    const file = { head: `${head.slice(0, -1)},"features":[`, lines, foot: '\n]}\n' }
    return sendFile(c, { name: 'meldungen.geojson', type: 'application/geo+json' }, file)
  })
  .get('/meldungen.csv', async (c) => {
    const file = {
      head: BOM + csvOf([COLUMNS], ';'),
      lines: (reports: readonly PublicReport[]) =>
        csvOf(
          reports.map((one) => rowOf(c, one)),
          ';',
        ),
      foot: '',
    }
    return sendFile(c, { name: 'meldungen.csv', type: 'text/csv; charset=utf-8' }, file)
  })

/** In their order; `lat` and `lon` stand before the last two. */
const COLUMNS = [
  ...['number', 'category', 'categoryName', 'status', 'statusLabel', 'receivedAt', 'changedAt', 'closedAt'],
  ...['district', 'districtName', 'department', 'address', 'description', 'lat', 'lon', 'photos', 'url'],
]

function rowOf(c: C, report: PublicReport): (string | number)[] {
  const values: Record<string, string | number | null> = { ...reportProperties(c, report), ...pointOf(report) }
  return COLUMNS.map((column) => values[column] ?? '')
}

const pointOf = ({ lat, lon }: PublicReport) => ({ lat, lon })

type File = { head: string; lines: (reports: readonly PublicReport[], isFirst: boolean) => string; foot: string }

async function sendFile(c: C, { name, type }: { name: string; type: string }, file: File): Promise<Response> {
  const chunks = chunksOf(c, fileFilter(c), file)
  // What is wrong from the beginning is said by a status, and not in the middle of a file.
  const first = await chunks.next()
  const encoder = new TextEncoder()
  let tellEnd: () => void = () => undefined
  c.env.goesOn?.(
    new Promise((resolve) => {
      tellEnd = resolve
    }),
  )
  let isOver = false
  const end = () => {
    isOver = true
    tellEnd()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(first.value ?? '')),
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          // Whoever read has gone meanwhile.
          if (isOver) return
          if (!done) return controller.enqueue(encoder.encode(value))
          end()
          controller.close()
        } catch (error) {
          end()
          // A broken end, so that nobody takes the part for the whole.
          c.var.deps.log.error({ requestId: c.var.requestId, ...describeError(error) }, 'open data broken off')
          controller.error(error)
        }
      },
      async cancel() {
        end()
        await chunks.return()
      },
    },
    { highWaterMark: 0 },
  )
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${c.var.town.key}-${name}"`,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Language',
  })
}

async function* chunksOf(c: C, filter: PublicFilter, { head, lines, foot }: File): AsyncGenerator<string, void> {
  let cursor: string | undefined
  do {
    const { items, next } = await readPublicReports(c.var.ctx, filter, { cursor, limit: PER_PAGE })
    const isFirst = cursor === undefined
    cursor = next ?? undefined
    yield (isFirst ? head : '') + lines(items, isFirst) + (cursor ? '' : foot)
  } while (cursor)
}
