import { parseArgs } from 'node:util'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { dayOf } from '../../../client/i18n/index.ts'
import type { Reply } from '../../adapters/data-dir-lock.ts'
import { checkAnswers } from '../../reports/check-answers.ts'
import { reasonInWords } from '../../routing/reason-in-words.ts'
import { routeReport } from '../../routing/route-report.ts'
import type { CompiledTown } from '../../towns/check-town.ts'
import { resolveTown } from '../../towns/resolve-town.ts'
import { type CommandWorld, refuse, sayOf, soundTowns } from '../command-world.ts'

const OPTIONS = {
  town: { type: 'string' },
  category: { type: 'string' },
  at: { type: 'string' },
  answer: { type: 'string', multiple: true },
} as const

/** Where a report at this place would go by the files as they are, and why. Needs no database. */
export function explainCommand(world: CommandWorld, args: string[]): Reply {
  const { town: key, category: wanted, at, answer = [] } = parseArgs({ args, options: OPTIONS }).values
  const say = sayOf(world)
  const { language = 'de' } = world
  const checked = soundTowns(world)
  if ('refusal' in checked) return checked.refusal
  const { towns, catalogue } = checked.sound
  const compiled = towns.find(({ town }) => town.key === key)
  if (!compiled) return refuse(say.nameOneOf('town', towns.map(({ town }) => town.key).join(', ')))
  const town = resolveTown(compiled.town, new Map(catalogue.categories.map((one) => [one.key, one])))
  const category = town.categories.find((one) => one.key === wanted)
  if (!category) return refuse(say.nameOneOf('category', town.categories.map((one) => one.key).join(', ')))
  const point = at === undefined ? null : readPoint(at)
  if (point === undefined) return refuse(say.notAPlace(at ?? ''))
  const given = Object.fromEntries(answer.map((one) => one.split(/=(.*)/s).slice(0, 2)))
  // What is not told is not missed here: only what is told must fit.
  const { answers, errors } = checkAnswers(category, given, language)
  const wrong = errors.filter(({ reason }) => reason !== 'answer_missing')
  if (wrong.length > 0)
    return refuse(wrong.map(({ pointer }) => say.answerWrong(pointer.split('/').at(-1) ?? '')).join('\n'))

  if (point && !holds(compiled, point)) {
    const other = towns.find((one) => one.town.kind !== 'county' && holds(one, point))
    const output = other ? say.elsewhere(other.town.name) : say.nowhere
    return { ok: true, output, data: { town: other?.town.key ?? null } }
  }
  const values = Object.fromEntries(answers.map((one) => [one.key, one.value]))
  const question = { category: category.key, point, answers: values, today: dayOf(world.now()) }
  const { department, partner, isForCounty, district, because } = routeReport(town, question)
  const name = town.departments.find((one) => one.key === department)?.name ?? department
  return {
    ok: true,
    output: say.goesTo(name, reasonInWords(language, town, because, category.key)),
    data: { department, partner, isForCounty, district, because },
  }
}

type Point = { lat: number; lon: number }

const holds = ({ geometry }: CompiledTown, { lat, lon }: Point) => booleanPointInPolygon([lon, lat], geometry)

function readPoint(text: string): Point | undefined {
  const [lat, lon, ...rest] = text.split(',').map(Number)
  const isPoint = rest.length === 0 && Math.abs(lat ?? 91) <= 90 && Math.abs(lon ?? 181) <= 180
  return isPoint ? { lat: lat!, lon: lon! } : undefined
}
