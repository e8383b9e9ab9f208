/** Planned work as a calendar, by the rules of RFC 5545, read line by line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptReport } from '../../server/reports/accept-report.ts'
import { scheduleReport } from '../../server/reports/schedule-report.ts'
import { setVisibility } from '../../server/reports/set-visibility.ts'
import { changeTown } from '../support/outside.ts'
import { submitPothole } from '../support/reports.ts'
import { createWorld, FIRST_TOWN, NEIGHBOUR, PUBLIC_URL, type World } from '../support/world.ts'

const DAY = '2027-03-02'

let world: World
let planned: number
let hidden: number
let waiting: number
beforeAll(async () => {
  world = await createWorld()
  const bernd = await world.as(world.people.Bernd)
  const plan = async () => {
    const { number } = (await submitPothole(world)).report
    await acceptReport(bernd, { number, version: 1 })
    await scheduleReport(bernd, { number, version: 2, date: DAY })
    return number
  }
  planned = await plan()
  hidden = await plan()
  await setVisibility(bernd, { number: hidden, version: 3, what: 'report', visibility: 'hidden' })
  waiting = (await submitPothole(world)).report.number
})
afterAll(() => world.close())

const ask = (path: string) => world.app.fetch(new Request(PUBLIC_URL + path))
/** As a program unfolds them. */
const linesOf = async (query = '') => {
  const text = await (await ask(`/${FIRST_TOWN}/termine.ics${query}`)).text()
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.replaceAll('\r\n ', '').split('\r\n')
}

describe('the calendar', () => {
  it('has every public report that is planned on its day, and no other', async () => {
    const lines = await linesOf()
    const urls = lines.filter((line) => line.startsWith('URL:')).map((line) => Number(line.split('/').at(-1)))
    expect(urls).toEqual([planned])
    expect([hidden, waiting].some((number) => lines.join('\n').includes(`#${number}`))).toBe(false)
    expect(lines).toContain('DTSTART;VALUE=DATE:20270302')
    expect(lines.find((line) => line.startsWith('SUMMARY:'))).toContain(`(#${planned})`)
    expect(lines.find((line) => line.startsWith('GEO:'))).toMatch(/^GEO:52\.\d{6};8\.\d{6}$/)
    for (const name of ['UID', 'DTSTAMP'])
      expect(lines.filter((line) => line.startsWith(`${name}:`)).length).toBe(urls.length)
  })

  it('is text/calendar for any origin, names itself in the reader’s language and escapes its commas', async () => {
    const answer = await ask(`/${FIRST_TOWN}/termine.ics`)
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(await linesOf()).toContain('X-WR-CALNAME:Geplante Arbeiten in Bad Salzuflen')
    expect(await linesOf('?lang=en')).toContain('X-WR-CALNAME:Planned work in Bad Salzuflen')
    expect((await linesOf()).filter((line) => /^SUMMARY:.*[^\\],/.test(line))).toEqual([])
  })

  it('takes the filters of the feed, and refuses others', async () => {
    expect((await linesOf('?category=tree')).filter((line) => line === 'BEGIN:VEVENT')).toEqual([])
    expect((await linesOf('?category=pothole')).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect((await ask(`/${FIRST_TOWN}/termine.ics?when=now`)).status).toBe(400)
  })

  it('of the neighbour has nothing of it, and of a town that has not joined there is none', async () => {
    expect(await (await ask(`/${NEIGHBOUR}/termine.ics`)).text()).not.toContain('VEVENT')
    await changeTown(world, 'lemgo', { member: false })
    expect((await ask('/lemgo/termine.ics')).status).toBe(404)
  })
})
