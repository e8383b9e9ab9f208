/** {base}/termine.ics: what is planned for a day, as a calendar to subscribe to. iCalendar (RFC 5545). */
import { type Context, Hono } from 'hono'
import { words } from '../../../client/i18n/index.ts'
import { plainWord } from '../../../client/i18n/plain-word.ts'
import { town as townPaths } from '../../../client/paths.ts'
import { readPublicReports } from '../../reports/list-public-reports.ts'
import type { PublicReport } from '../../reports/present.ts'
import { problem } from '../api/problem.ts'
import type { AppEnv } from '../app-env.ts'
import { membersOnly } from '../middleware/members-only.ts'
import { anyOrigin, limitReads, unchanged } from '../middleware/open-data.ts'
import { categoryName } from '../names.ts'
import { townUrl } from '../urls.ts'
import { feedFilter } from './filter.ts'

type C = Context<AppEnv>

const MOST_EVENTS = 500
/** Octets of a line, before it is folded (section 3.1). */
const MOST_OCTETS = 75

export const calendar = new Hono<AppEnv>()
  .onError(problem)
  .use(anyOrigin, limitReads, unchanged, membersOnly)
  .get('/', async (c) => {
    const { town, languageChosen, ctx } = c.var
    // A calendar is fetched by a program, whose language is nobody's.
    if (!languageChosen) c.set('language', town.languages[0] ?? c.var.language)
    const { items } = await readPublicReports(
      ctx,
      { ...feedFilter(c), statuses: ['scheduled'] },
      { limit: MOST_EVENTS },
    )
    const lines = [...headOf(c), ...items.flatMap((report) => eventOf(c, report)), 'END:VCALENDAR']
    return c.body(lines.map((line) => `${folded(line)}\r\n`).join(''), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${town.key}-termine.ics"`,
      'Cache-Control': 'no-cache',
    })
  })

function headOf(c: C): string[] {
  const { common, openData } = words(c.var.language)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${inText(common.product)}//DE`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // Not of the standard, and what programs show as the calendar's name.
    `X-WR-CALNAME:${inText(openData.calendar.title(c.var.town))}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
  ]
}

/** A whole day, on which nobody is busy. */
function eventOf(c: C, report: PublicReport): string[] {
  const { town, deps, language } = c.var
  const { number, scheduledFor, address, lat, lon, changedAt } = report
  if (!scheduledFor) return []
  const { calendar } = words(language).openData
  const summary = calendar.event(number, plainWord(categoryName(c, report.category)))
  return [
    'BEGIN:VEVENT',
    `UID:${number}.${town.key}@${new URL(deps.publicUrl).hostname}`,
    `DTSTAMP:${momentOf(changedAt)}`,
    `LAST-MODIFIED:${momentOf(changedAt)}`,
    `DTSTART;VALUE=DATE:${dayOf(scheduledFor)}`,
    `SUMMARY:${inText(summary)}`,
    ...(address ? [`LOCATION:${inText(address)}`] : []),
    ...(lat === null || lon === null ? [] : [`GEO:${lat.toFixed(6)};${lon.toFixed(6)}`]),
    `URL:${townPaths(townUrl(deps.publicUrl, town)).publicReport(number)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** 20260302T081500Z */
const momentOf = (when: Date) => `${when.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })
/** 20260302, as the calendar on the wall has it. */
const dayOf = (when: Date) => DAY.format(when).replaceAll('-', '')

const inText = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

/** By octets, never within a letter; a line that goes on begins with a blank. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let [done, octets] = ['', 0]
  for (const letter of line) {
    const size = encoder.encode(letter).length
    const isFull = octets + size > MOST_OCTETS
    done += isFull ? `\r\n ${letter}` : letter
    octets = isFull ? size + 1 : octets + size
  }
  return done
}
