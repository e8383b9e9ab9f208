/** Parameters as GeoReport v2 and its extensions have them. An empty one is as if it were not there. */
import type { Context } from 'hono'
import { z } from 'zod'
import { invalid } from '../../errors.ts'
import { plainText } from '../../plain-text.ts'
import type { AppEnv } from '../app-env.ts'
import { fieldErrorsOf } from '../field-errors.ts'

/** The specification's own most of one answer. */
const MOST_ITEMS = 1_000
const MOST_PAGES = 1_000_000
const MOST_RADIUS = 100_000

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    // The database takes every character but NUL.
    (value) => (typeof value === 'string' ? value.replaceAll('\u0000', '').trim() || undefined : undefined),
    schema.optional(),
  )

/** W3C NOTE-datetime with a zone; a `+` that came unescaped is a blank by now. A day alone begins at midnight UTC. */
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+ -]\d\d:?\d\d))?$/

/** Beyond them nothing is asked for, and the database writes years otherwise. */
const EARLIEST = Date.UTC(1900)
const LATEST = Date.UTC(9000)

/** Null for what is no moment. */
export function momentIn(text: string): Date | null {
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = MOMENT.exec(text) ?? []
  const offset = zone.replace(' ', '+').replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
  const at = new Date(day ? `${day}T${minutes}${seconds}${offset}` : Number.NaN)
  return Number.isNaN(at.getTime()) ? null : new Date(Math.min(Math.max(at.getTime(), EARLIEST), LATEST))
}

export const moment = z.string().transform((text, check) => {
  const at = momentIn(text)
  if (at) return at
  check.addIssue({ code: 'custom', message: 'datetime_wrong' })
  return z.NEVER
})

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
)
const openOrClosed = list.refine((all) => all.every((one) => one === 'open' || one === 'closed'), 'list_wrong')
const number = (least: number, most: number) => z.coerce.number().min(least).max(most)
const page = z.coerce.number('page_wrong').int('page_wrong').min(1, 'page_wrong').max(MOST_PAGES, 'page_wrong')

export const paging = {
  page: optional(page).transform((value) => value ?? 1),
  /** More than there can be is as many as there can be. */
  page_size: optional(page).transform((value) => Math.min(value ?? MOST_ITEMS, MOST_ITEMS)),
}

export const moments = { start_date: optional(moment), end_date: optional(moment) }

/** The specification's longest span. */
const MOST_SPAN_MS = 90 * 86_400_000

/** 90 days at most: of a longer span the newest 90, counted from its end. */
export function spanEnding(
  end: Date,
  { start, usualMs = MOST_SPAN_MS }: { start?: Date | undefined; usualMs?: number },
) {
  const earliest = end.getTime() - MOST_SPAN_MS
  const from = new Date(Math.max(earliest, start ? start.getTime() : end.getTime() - usualMs))
  return { from, until: wholeSecond(end) }
}

/** Times are told to the second, so the end's second is within. */
export const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1_000) * 1_000 + 999)

const bbox = z.string().transform((text, check) => {
  const [west, south, east, north, ...rest] = text.split(',').map(Number)
  const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).safeParse([west, south, east, north])
  if (box.success && rest.length === 0 && west! <= east! && south! <= north!) return box.data
  check.addIssue({ code: 'custom', message: 'bbox' })
  return z.NEVER
})

export const RequestQuery = z
  .object({
    ...moments,
    ...paging,
    service_request_id: optional(list),
    service_code: optional(list),
    status: optional(openOrClosed),
    updated_after: optional(moment),
    updated_before: optional(moment),
    bbox: optional(bbox),
    lat: optional(number(-90, 90)),
    long: optional(number(-180, 180)),
    radius: optional(number(0, Number.MAX_VALUE)).transform((metres) => metres && Math.min(metres, MOST_RADIUS)),
    q: optional(plainText().max(200)),
    extensions: optional(z.string()).transform((value) => value?.toLowerCase() === 'true'),
  })
  .refine(({ lat, long, radius }) => new Set([lat, long, radius].map((one) => one === undefined)).size === 1, {
    path: ['radius'],
    message: 'radius_missing',
  })
export type RequestQuery = z.infer<typeof RequestQuery>

/** @throws invalid with the parameter's name */
export function readQuery<Schema extends z.ZodType>(c: Context<AppEnv>, schema: Schema): z.infer<Schema> {
  return parsed(schema, c.req.query())
}

export function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input, { reportInput: true })
  if (!result.success) throw invalid(fieldErrorsOf(result.error.issues))
  return result.data
}
